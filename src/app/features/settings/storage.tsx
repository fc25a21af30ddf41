import { createMemo, createResource, createSignal, type JSX, Show, Suspense } from 'solid-js'
import { isPrivateWindow } from '../../../store/presence.ts'
import { loadStorage } from '../../../text/storage.ts'
import { useServices } from '../../services.ts'
import { isNearlyFull } from '../../storage-notice.view.ts'
import { useTexts } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { Section } from './section.tsx'

/** How much is kept on this device, and whether the browser promises to keep it. */
export function Storage(): JSX.Element {
  const { ui, formats } = useTexts()
  const { vault, cards } = useServices()
  const [usage, { refetch }] = createResource(cards, () => vault.usage())
  const [isRefused, setIsRefused] = createSignal(false)

  async function persist(): Promise<void> {
    setIsRefused(!(await vault.persist()))
    await refetch()
  }

  return (
    <Section title={ui().settings.storage}>
      <Suspense fallback={<p class="soft">{ui().loading}</p>}>
        <Show when={usage()}>
          {(known) => (
            <>
              <p>{ui().settings.credentials(cards()?.length ?? 0)}</p>
              <Show when={known().quota > 0} fallback={<p>{ui().settings.storageUsed(formats().bytes(known().used))}</p>}>
                <p>{ui().settings.storageOf(formats().bytes(known().used), formats().bytes(known().quota))}</p>
                <meter class="meter" min="0" max={known().quota} value={known().used} aria-label={ui().settings.storageMeter} />
              </Show>
              <Endangered {...known()} />
              <p class="soft" role="status">
                {known().persisted
                  ? ui().settings.persisted
                  : isRefused()
                    ? ui().settings.persistRefused
                    : ui().settings.notPersisted}
              </p>
              <Show when={!known().persisted}>
                <div class="actions">
                  <Button onClick={() => void persist()}>{ui().settings.persist}</Button>
                </div>
              </Show>
            </>
          )}
        </Show>
      </Suspense>
      <Examples />
    </Section>
  )
}

/** What is about to be lost here, if anything is. */
function Endangered(props: { readonly used: number; readonly quota: number }): JSX.Element {
  const { language, formats } = useTexts()
  const [text] = createResource(language, loadStorage)
  const [isPrivate] = createResource(isPrivateWindow)
  return (
    <Show when={text()}>
      {(words) => (
        <>
          <Show when={isNearlyFull(props)}>
            <p>{words().full(formats().bytes(props.used), formats().bytes(props.quota))}</p>
          </Show>
          <Show when={isPrivate()}>
            <p>{words().private}</p>
          </Show>
        </>
      )}
    </Show>
  )
}

function Examples(): JSX.Element {
  const { ui } = useTexts()
  const { cards, removeEntries, keepEntries } = useServices()
  const examples = createMemo(() => (cards() ?? []).filter((card) => card.example).map((card) => card.id))

  async function remove(): Promise<void> {
    const removed = await removeEntries(examples())
    if (!removed) return
    showToast({
      words: ui().wallet.examplesRemoved(removed.length),
      action: { label: ui().undo, run: () => void keepEntries(removed) },
    })
  }

  return (
    <Show when={examples().length > 0}>
      <p>{ui().settings.examples(examples().length)}</p>
      <div class="actions">
        <Button onClick={() => void remove()}>{ui().wallet.removeExamples}</Button>
      </div>
    </Show>
  )
}
