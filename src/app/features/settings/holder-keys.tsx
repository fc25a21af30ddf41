import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import type { HolderKey } from '../../../store/types.ts'
import { type BackupText, loadBackup } from '../../../text/backup.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { Section } from './section.tsx'
import './trust.css'

/** The keys that the learner presents with. Looking makes none. */
export function HolderKeysSection(): JSX.Element {
  const { language } = useTexts()
  const { vault, tell } = useServices()
  const [text] = createResource(language, async (spoken) => (await loadBackup(spoken)).keys)
  const [asking, setAsking] = createSignal<HolderKey | null>(null)
  const [keys, { refetch }] = createResource(async () => {
    const read = await vault.holder.keys()
    if (!read.ok) tell(read.problem)
    return read.ok ? read.value : []
  })

  async function renew({ kind }: HolderKey, words: string): Promise<void> {
    setAsking(null)
    const renewed = await vault.holder.replace(kind)
    if (!renewed.ok) return tell(renewed.problem)
    showToast({ words })
    await refetch()
  }

  return (
    <Show when={text.latest}>
      {(words) => (
        <Section title={words().title}>
          <p>{words().lead}</p>
          <Show when={keys.latest?.length} fallback={<p class="soft">{keys.latest ? words().none : ''}</p>}>
            <ul class="trust-rows">
              <For each={keys.latest}>{(key) => <KeyRow key={key} words={words()} onRenew={() => setAsking(key)} />}</For>
            </ul>
          </Show>
          <Dialog open={asking() !== null} title={words().renewTitle} onClose={() => setAsking(null)}>
            <Renewal
              words={words()}
              onGo={() => void renew(asking() as HolderKey, words().renewed)}
              onLeave={() => setAsking(null)}
            />
          </Dialog>
        </Section>
      )}
    </Show>
  )
}

function KeyRow(props: {
  readonly key: HolderKey
  readonly words: BackupText['keys']
  readonly onRenew: () => void
}): JSX.Element {
  const { formats } = useTexts()

  async function copy(): Promise<void> {
    const { key, words } = props
    await navigator.clipboard.writeText(key.did)
    showToast({ words: words.copied })
  }

  return (
    <li class="trust-row">
      <div class="trust-words">
        <p class="trust-name">
          {props.key.kind}
          <Show when={props.key.retiredAt === null}>
            <span class="trust-mark in-use">{props.words.inUse}</span>
          </Show>
        </p>
        <p class="soft small">
          <code class="trust-id">{shortened(props.key.did)}</code>
        </p>
        <p class="soft small">
          {props.key.retiredAt === null
            ? props.words.since(formats().date(props.key.createdAt))
            : props.words.retired(formats().date(props.key.retiredAt))}
        </p>
      </div>
      <div class="trust-actions">
        <Button tone="quiet" aria-label={props.words.copyNamed(shortened(props.key.did))} onClick={() => void copy()}>
          {props.words.copy}
        </Button>
        <Show when={props.key.retiredAt === null}>
          <Button tone="quiet" aria-label={props.words.renewNamed(props.key.kind)} onClick={() => props.onRenew()}>
            {props.words.renew}
          </Button>
        </Show>
      </div>
    </li>
  )
}

function Renewal(props: {
  readonly words: BackupText['keys']
  readonly onGo: () => void
  readonly onLeave: () => void
}): JSX.Element {
  const { ui } = useTexts()
  return (
    <>
      <p>{props.words.renewWords}</p>
      <div class="actions">
        <Button onClick={() => props.onLeave()}>{ui().cancel}</Button>
        <Button tone="primary" onClick={() => props.onGo()}>
          {props.words.renew}
        </Button>
      </div>
    </>
  )
}

/** A DID with its middle left out: its ends are what an eye compares. */
function shortened(did: string): string {
  return did.length > 36 ? `${did.slice(0, 20)}…${did.slice(-8)}` : did
}
