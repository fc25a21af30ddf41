import { createEffect, createMemo, createResource, createSignal, type JSX, Match, Show, Suspense, Switch } from 'solid-js'
import { isPrivateWindow, presence, rememberPresence } from '../store/presence.ts'
import { loadStorage, type StorageText } from '../text/storage.ts'
import { href, paths } from './paths.ts'
import { useServices } from './services.ts'
import { presenceOf, type StorageNoticeKind, storageNotice } from './storage-notice.view.ts'
import { useTexts } from './text.ts'
import { Banner } from './ui/banner.tsx'
import { Button, ButtonLink } from './ui/button.tsx'

/** Says what the browser did, or will do, to what is kept here; and remembers for the next time whether anything is. */
export default function StorageNotice(): JSX.Element {
  // Nothing waits for this: it is said when it is known.
  return (
    <Suspense>
      <Said />
    </Suspense>
  )
}

function Said(): JSX.Element {
  const { vault, cards } = useServices()
  const { language } = useTexts()
  const [mark, setMark] = createSignal(presence())
  const [usage] = createResource(() => vault.usage())
  const [isPrivate] = createResource(isPrivateWindow)
  const [dismissed, setDismissed] = createSignal<readonly StorageNoticeKind[]>([])
  const kind = createMemo(() => storageNotice({ presence: mark(), isPrivate: isPrivate(), usage: usage() }, dismissed()))
  const [text] = createResource(() => (kind() ? language() : null), loadStorage)

  createEffect(() => {
    const known = cards()
    // A loss is remembered until it is known, whatever was added since.
    if (known && mark() !== 'lost') rememberPresence(presenceOf(known))
  })

  function dismiss(said: StorageNoticeKind): void {
    setDismissed((all) => [...all, said])
    if (said !== 'lost') return
    setMark(presenceOf(cards() ?? []))
    rememberPresence(mark())
  }

  return (
    <Show when={text()}>
      {(words) => (
        <Switch>
          <Match when={kind() === 'lost'}>
            <Lost words={words()} onDismiss={() => dismiss('lost')} />
          </Match>
          <Match when={kind() === 'full' && usage()}>
            {(room) => <Full words={words()} used={room().used} quota={room().quota} onDismiss={() => dismiss('full')} />}
          </Match>
          <Match when={kind() === 'private'}>
            <Banner
              role="status"
              actions={
                <Button tone="quiet" onClick={() => dismiss('private')}>
                  {words().understood}
                </Button>
              }
            >
              {words().private}
            </Banner>
          </Match>
        </Switch>
      )}
    </Show>
  )
}

interface NoticeProps {
  readonly words: StorageText
  readonly onDismiss: () => void
}

function Lost(props: NoticeProps): JSX.Element {
  return (
    <Banner
      role="alert"
      tone="amber"
      actions={
        <>
          <ButtonLink href={href(paths.restore)}>{props.words.restore}</ButtonLink>
          <Button tone="quiet" onClick={() => props.onDismiss()}>
            {props.words.understood}
          </Button>
        </>
      }
    >
      {props.words.lost}
    </Banner>
  )
}

function Full(props: NoticeProps & { readonly used: number; readonly quota: number }): JSX.Element {
  const { ui, formats } = useTexts()
  return (
    <Banner
      role="status"
      tone="amber"
      actions={
        <Button tone="quiet" onClick={() => props.onDismiss()}>
          {ui().dismiss}
        </Button>
      }
    >
      {props.words.full(formats().bytes(props.used), formats().bytes(props.quota))}
    </Banner>
  )
}
