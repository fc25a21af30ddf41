import { createEffect, createResource, createSignal, For, type JSX, Show, untrack } from 'solid-js'
import type { WalletEntry } from '../../../store/types.ts'
import { loadTrust, type TrustText } from '../../../text/trust.ts'
import { findingOf, knownIssuer } from '../../../text/verdict.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import type { Trust } from '../../trust.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { showToast } from '../../ui/toasts.tsx'

interface TrustIssuerProps {
  readonly entry: WalletEntry
  /** What the credential calls its issuer. */
  readonly name: string
  /** Whom this person trusts changed since it was checked: it is to be checked again. */
  readonly onChanged: () => void
}

/** Says "I trust this issuer", or takes it back. Nothing is offered where the key is not shown to be the issuer's. */
export function TrustIssuer(props: TrustIssuerProps): JSX.Element {
  const services = useServices()
  const { language } = useTexts()
  const [text] = createResource(language, loadTrust)
  const [trust] = createResource(() => services.trust())
  // When online: offline, a check would know less than the last one did, and is made only for what is pressed here.
  createEffect(() => {
    const changedAt = trust.latest?.kept().changedAt ?? ''
    if (changedAt > untrack(() => props.entry.report.at) && services.online()) untrack(() => props.onChanged())
  })
  return (
    <Show when={text.latest}>
      {(words) => <Show when={trust.latest}>{(loaded) => <TrustActions {...props} trust={loaded()} text={words()} />}</Show>}
    </Show>
  )
}

function TrustActions(props: TrustIssuerProps & { readonly trust: Trust; readonly text: TrustText }): JSX.Element {
  const { tell, online } = useServices()
  const [isAsking, setIsAsking] = createSignal(false)
  const issuer = () => props.entry.credential.issuer.id
  const pin = () => props.trust.kept().pins.find((each) => each.issuer === issuer())
  const hasOtherKey = () => findingOf(props.entry.report, 'issuer.registry')?.code === 'issuer_other_key'
  /** Where no list knows it. What was taken back still stands in the report until it is checked again. */
  const canPin = () =>
    ['web', 'key', 'test', 'personal'].includes(knownIssuer(props.entry.report).level) &&
    findingOf(props.entry.report, 'proof.coverage')?.status !== 'failed'

  async function keep(): Promise<void> {
    setIsAsking(false)
    const { entry, name, text, trust, onChanged } = props
    const kept = await trust.pin(entry, name)
    if (!kept.ok) return tell(kept.problem)
    showToast({ words: text.pinKept(name) })
    if (!online()) onChanged()
  }

  async function stop(): Promise<void> {
    const { name, text, trust, onChanged } = props
    await trust.unpin(issuer())
    showToast({ words: text.stopped(name) })
    if (!online()) onChanged()
  }

  return (
    <div class="credential-trust no-print">
      <Show when={pin() && !hasOtherKey()}>
        <p class="soft small">{props.text.pinned}</p>
      </Show>
      {/* One button for both, so that the focus stays on it. */}
      <Show when={pin() !== undefined || canPin()}>
        <Button tone="quiet" onClick={() => (pin() ? void stop() : setIsAsking(true))}>
          {pin() ? props.text.stop : props.text.pin}
        </Button>
      </Show>
      <Show when={pin() && hasOtherKey()}>
        <Button tone="quiet" onClick={() => setIsAsking(true)}>
          {props.text.pinAlso}
        </Button>
      </Show>
      <Dialog open={isAsking()} title={props.text.pinTitle(props.name)} onClose={() => setIsAsking(false)}>
        <Asking text={props.text} onYes={() => void keep()} onNo={() => setIsAsking(false)} />
      </Dialog>
    </div>
  )
}

function Asking(props: { readonly text: TrustText; readonly onYes: () => void; readonly onNo: () => void }): JSX.Element {
  const { ui } = useTexts()
  return (
    <>
      <ul class="trust-points">
        <For each={props.text.pinPoints}>{(point) => <li>{point}</li>}</For>
      </ul>
      <div class="actions">
        <Button onClick={() => props.onNo()}>{ui().cancel}</Button>
        <Button tone="primary" onClick={() => props.onYes()}>
          {props.text.pinYes}
        </Button>
      </div>
    </>
  )
}
