import { For, type JSX, Show } from 'solid-js'
import type { Pin } from '../../../core/trust/pins.ts'
import type { TrustText } from '../../../text/trust.ts'
import { useTexts } from '../../text.ts'
import type { Trust } from '../../trust.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { grouped } from './trust.view.ts'

/** The issuers that this person said they trust, each with its key and a way to take it back. */
export function Pins(props: { readonly trust: Trust; readonly text: TrustText }): JSX.Element {
  const { formats } = useTexts()

  async function remove({ issuer, name }: Pin): Promise<void> {
    await props.trust.unpin(issuer)
    showToast({ words: props.text.stopped(name) })
  }

  return (
    <>
      <h3>{props.text.pins}</h3>
      <p class="soft">{props.trust.kept().pins.length > 0 ? props.text.pinsWords : props.text.noPins}</p>
      <Show when={props.trust.kept().pins.length > 0}>
        <ul class="trust-rows">
          <For each={props.trust.kept().pins}>
            {(pin) => (
              <li class="trust-row">
                <div class="trust-words">
                  <p class="trust-name">
                    <bdi>{pin.name}</bdi>
                  </p>
                  <p class="soft small trust-id">{pin.issuer}</p>
                  <For each={pin.thumbprints}>
                    {(thumbprint) => (
                      <p class="soft small">
                        <Show when={thumbprint !== ''} fallback={props.text.noKey}>
                          {props.text.key} <code class="trust-id">{grouped(thumbprint)}</code>
                        </Show>
                      </p>
                    )}
                  </For>
                  <p class="soft small">{props.text.since(formats().date(pin.since))}</p>
                </div>
                <div class="trust-actions">
                  <Button tone="quiet" aria-label={props.text.stopNamed(pin.name)} onClick={() => void remove(pin)}>
                    {props.text.stop}
                  </Button>
                </div>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  )
}
