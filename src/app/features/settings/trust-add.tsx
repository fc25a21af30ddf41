import { createMemo, createSignal, createUniqueId, For, type JSX, lazy, Show } from 'solid-js'
import { limits } from '../../../core/limits.ts'
import type { Problem } from '../../../core/problem.ts'
import type { ListPlace } from '../../../core/trust/index.ts'
import type { ListOrigin } from '../../../core/trust/source.ts'
import type { TrustText } from '../../../text/trust.ts'
import { useServices } from '../../services.ts'
import { addressIn, hostOf } from '../../sniff.ts'
import type { Trust } from '../../trust.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { dccDirectory, dccRegistry, disclosureOf, offersOf } from './trust.view.ts'

const ProblemWords = lazy(() => import('../../problem-words.tsx'))

interface AddProps {
  readonly trust: Trust
  readonly text: TrustText
}

/** Ways to another list: what we know of, what a directory names, and one's own by file or address. */
export function AddList(props: AddProps): JSX.Element {
  const { online } = useServices()
  const [found, setFound] = createSignal<readonly ListOrigin[]>([])
  const [isLookedUp, setIsLookedUp] = createSignal(false)
  const [isBusy, setIsBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<Problem | null>(null)
  const offers = createMemo(() => offersOf(found(), props.trust.kept().lists))

  async function add(place: ListPlace, as?: ListOrigin): Promise<void> {
    if (isBusy()) return
    setIsBusy(true)
    setTrouble(null)
    const added = await props.trust.add(place, as)
    setIsBusy(false)
    if (!added.ok) setTrouble(added.problem)
    else if (added.value.kind === 'directory') offer(added.value.origins, 'url' in place && place.url === dccDirectory)
    else showToast({ words: props.text.added(added.value.list.origin.name) })
  }

  function offer(origins: readonly ListOrigin[], isAll: boolean): void {
    setFound((before) => [...before, ...origins])
    if (isAll) setIsLookedUp(true)
  }

  return (
    <>
      <h3>{props.text.offers}</h3>
      <ul class="trust-rows">
        <For each={offers()}>
          {(offer) => (
            <Offer
              offer={offer}
              text={props.text}
              isOff={isBusy() || !online()}
              onTake={() => void add({ url: offer.url }, offer)}
            />
          )}
        </For>
        <Show when={!isLookedUp()}>
          <li class="trust-row">
            <div class="trust-words">
              <p class="trust-name">{props.text.more}</p>
              <p class="soft small">{props.text.seesAddress(hostOf(dccDirectory))}</p>
            </div>
            <div class="trust-actions">
              <Button aria-disabled={isBusy() || !online()} onClick={() => online() && void add({ url: dccDirectory })}>
                {props.text.look}
              </Button>
            </div>
          </li>
        </Show>
      </ul>
      <p class="soft small" role="status">
        <Show when={found().length > 0}>{props.text.lookedUp(offers().length)}</Show>
      </p>
      <OwnList text={props.text} isBusy={isBusy()} onGive={(place) => void add(place)} />
      <p class="trust-trouble" role="status">
        <Show when={isBusy()}>{props.text.reading}</Show>
        <Show when={trouble()}>{(shown) => <ProblemWords problem={shown()} />}</Show>
      </p>
    </>
  )
}

function Offer(props: {
  readonly offer: ListOrigin
  readonly text: TrustText
  readonly isOff: boolean
  readonly onTake: () => void
}): JSX.Element {
  return (
    <li class="trust-row">
      <div class="trust-words">
        <p class="trust-name">
          <bdi>{props.offer.name}</bdi>
          <Show when={props.offer.kind === 'test'}>
            <span class="trust-mark">{props.text.forTests}</span>
          </Show>
        </p>
        <Show when={props.offer.url === dccRegistry.url}>
          <p class="small">{props.text.dcc}</p>
        </Show>
        <p class="soft small">{disclosureOf(props.offer, props.text)}</p>
      </div>
      <div class="trust-actions">
        <Button
          aria-disabled={props.isOff}
          aria-label={props.text.addNamed(props.offer.name)}
          onClick={() => props.isOff || props.onTake()}
        >
          {props.text.add}
        </Button>
      </div>
    </li>
  )
}

/** A list by file or by address. A file larger than any list that we take is not read. */
function OwnList(props: {
  readonly text: TrustText
  readonly isBusy: boolean
  readonly onGive: (place: ListPlace) => void
}): JSX.Element {
  const { online } = useServices()
  const [typed, setTyped] = createSignal('')
  const address = createMemo(() => addressIn(typed()))
  const id = createUniqueId()
  let input: HTMLInputElement | undefined

  async function take(file: File | undefined): Promise<void> {
    if (!file) return
    const bytes = new Uint8Array(await file.slice(0, limits.fetchBytes + 1).arrayBuffer())
    props.onGive({ bytes, name: file.name })
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const url = address()
    if (url === null || !online()) return
    props.onGive({ url })
    setTyped('')
  }

  return (
    <div class="trust-own">
      <h4>{props.text.own}</h4>
      <p class="soft">{props.text.ownWords}</p>
      <div class="actions">
        <Button icon="file" aria-disabled={props.isBusy} onClick={() => props.isBusy || input?.click()}>
          {props.text.chooseFile}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={props.text.chooseFile}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? []
            void take(file)
            // The same file can be chosen again.
            event.currentTarget.value = ''
          }}
        />
      </div>
      <form class="field" onSubmit={submit}>
        <label class="label" for={id}>
          {props.text.address}
        </label>
        <div class="trust-address">
          <input
            id={id}
            class="input"
            type="url"
            inputmode="url"
            autocomplete="off"
            spellcheck={false}
            placeholder="https://"
            value={typed()}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" aria-disabled={address() === null || !online() || props.isBusy}>
            {address() === null ? props.text.read : props.text.readFrom(hostOf(address() ?? ''))}
          </Button>
        </div>
        <Show when={!online()}>
          <span class="hint">{props.text.offline}</span>
        </Show>
      </form>
    </div>
  )
}
