import { createResource, createSignal, type JSX, Match, onCleanup, Show, Switch } from 'solid-js'
import type { FindingsText } from '../../text/findings.ts'
import type { Services } from '../services.ts'
import { Artwork } from '../ui/artwork.tsx'
import { Button } from '../ui/button.tsx'
import { type Picture, pictureTypeOf, pictureTypes } from './picture.ts'
import { OutsideLink } from './words.tsx'

/** Largest picture fetched, in bytes. */
const mostBytes = 4 * 1024 * 1024

export type RemoteState = 'asked-for' | 'asking' | 'shown' | 'refused'

export interface PicturePowers {
  readonly verifier: Pick<Services['verifier'], 'open'>
  /** Where fetched pictures are kept; left out where nothing is kept. */
  readonly album?: Pick<Services, 'vault' | 'tell'>
}

/** The remote picture of a credential: shown when it was kept before, else fetched through the door on one tap. */
export function createRemotePicture(picture: () => Picture, { verifier, album }: PicturePowers) {
  const [state, setState] = createSignal<RemoteState>('asked-for')
  const [address, setAddress] = createSignal<string | null>(null)
  const remote = () => {
    const stated = picture()
    return stated.kind === 'remote' ? stated.url : null
  }
  let isGone = false
  onCleanup(() => {
    isGone = true
    forget()
  })

  function forget(): void {
    const shown = address()
    if (shown) URL.revokeObjectURL(shown)
  }

  function show(bytes: Uint8Array, mediaType: string): void {
    forget()
    if (isGone) return
    setAddress(URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType })))
    setState('shown')
  }

  createResource(remote, async (url) => {
    const kept = await album?.vault.picture(url)
    if (kept?.ok && kept.value) show(kept.value.bytes, kept.value.mediaType)
  })

  async function ask(): Promise<void> {
    const url = remote()
    if (url === null) return
    setState('asking')
    const opened = await verifier.open({ url, purpose: 'picture', accept: pictureTypes.join(', '), maxBytes: mostBytes })
    const mediaType = opened.ok ? pictureTypeOf(opened.value.bytes, opened.value.mediaType) : null
    if (!opened.ok || mediaType === null) {
      setState('refused')
      return
    }
    const { bytes, fetchedAt } = opened.value
    show(bytes, mediaType)
    const kept = await album?.vault.keepPicture({ url, bytes, mediaType, fetchedAt })
    if (kept?.ok === false) album?.tell(kept.problem)
  }

  return { state, address, ask }
}

/** What stands inside the seal: the picture, or our artwork while there is none. */
export function PictureInSeal(props: {
  readonly picture: Picture
  readonly address: string | null
  readonly seed: string
  readonly issuer: string
}): JSX.Element {
  const [isBroken, setIsBroken] = createSignal(false)
  const src = () => (props.picture.kind === 'embedded' ? props.picture.src : props.address)
  return (
    <Show when={!isBroken() && src()} fallback={<Artwork seed={props.seed} issuer={props.issuer} />}>
      {(address) => <img src={address()} alt="" decoding="async" onError={() => setIsBroken(true)} />}
    </Show>
  )
}

/** What can be done about a picture that is elsewhere. */
export function PictureOffer(props: {
  readonly picture: Picture
  readonly state: RemoteState
  readonly onAsk: () => void
  readonly text: FindingsText
}): JSX.Element {
  const words = () => props.text.page.picture
  return (
    <Show when={props.picture.kind === 'remote' && props.picture}>
      {(remote) => (
        <div class="picture-offer no-print" aria-live="polite">
          <Switch>
            <Match when={props.state === 'asked-for'}>
              <Button tone="quiet" onClick={() => props.onAsk()}>
                {words().show(remote().host)}
              </Button>
            </Match>
            <Match when={props.state === 'asking'}>
              <p class="soft small">{words().loading(remote().host)}</p>
            </Match>
            <Match when={props.state === 'refused'}>
              <p class="soft small">{words().refused}</p>
              <OutsideLink link={{ href: remote().url, host: remote().host }}>{words().seeAt(remote().host)}</OutsideLink>
            </Match>
          </Switch>
        </div>
      )}
    </Show>
  )
}
