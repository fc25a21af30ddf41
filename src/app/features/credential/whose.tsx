import { createResource, type JSX, Show } from 'solid-js'
import type { ProblemCode } from '../../../core/problem.ts'
import type { WalletEntry } from '../../../store/types.ts'
import { loadPersonal } from '../../../text/personal.ts'
import { findingOf } from '../../../text/verdict.ts'
import { href, paths } from '../../paths.ts'
import { useTexts } from '../../text.ts'

/** Answers that a further identity of the learner might settle. */
const open = new Set<ProblemCode | null>(['recipient_not_asked', 'recipient_incomparable', 'recipient_differs'])

/** Leads to where the learner says which identities are theirs, where that could tell whose a credential is. */
export function Whose(props: { readonly entry: WalletEntry }): JSX.Element {
  const { language } = useTexts()
  const isOpen = () => {
    const finding = findingOf(props.entry.report, 'identity.recipient')
    // Who holds a key is proved with it, and not by naming it.
    const namesKey = finding?.evidence.facts?.['kind'] === 'id'
    return !props.entry.example && !namesKey && open.has(finding?.code ?? null)
  }
  const [text] = createResource(() => (isOpen() ? language() : null), loadPersonal)
  return (
    <Show when={isOpen() && text.latest?.identities}>
      {(words) => (
        <div class="credential-trust no-print">
          <p class="soft small">
            {words().ask} <a href={href(paths.settings)}>{words().tell}</a>
          </p>
        </div>
      )}
    </Show>
  )
}
