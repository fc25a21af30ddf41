import { type JSX, Show } from 'solid-js'
import { isKnown } from '../../text/verdict.ts'
import { useTexts } from '../text.ts'
import type { CredentialView } from './credential.view.ts'
import { Words } from './words.tsx'

/** Who issued it, how far that is known, and when. A name that nothing confirms stands in quotation marks. */
export function IssuerLine(props: { readonly view: CredentialView }): JSX.Element {
  const { ui } = useTexts()
  const issuer = () => props.view.issuer
  const isStated = () => issuer().isNamed && !isKnown(issuer())
  return (
    <Show when={issuer().isThere || props.view.date}>
      <p class="issuer-line">
        <Words phrase={isStated() ? { ...issuer().name, value: ui().stated(issuer().name.value) } : issuer().name} />
        <Show when={props.view.date}>
          {(date) => (
            <>
              {' · '}
              <span class="issuer-date">{date()}</span>
            </>
          )}
        </Show>
        <Show when={issuer().levelWords}>{(words) => <span class="issuer-level">{words()}</span>}</Show>
      </p>
    </Show>
  )
}
