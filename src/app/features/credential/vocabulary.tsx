import { createMemo, createResource, createSignal, For, type JSX, lazy, Show } from 'solid-js'
import type { Problem } from '../../../core/problem.ts'
import type { WalletEntry } from '../../../store/types.ts'
import { loadPersonal, type PersonalText } from '../../../text/personal.ts'
import { useServices } from '../../services.ts'
import { hostOf } from '../../sniff.ts'
import { useTexts } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { vocabulariesLacking } from './vocabulary.view.ts'

const ProblemWords = lazy(() => import('../../problem-words.tsx'))

/** Offers to fetch the vocabularies that checking a credential lacked. None is fetched before somebody says so. */
export function VocabularyOffers(props: { readonly entry: WalletEntry; readonly onAllowed: () => void }): JSX.Element {
  const { language } = useTexts()
  const urls = createMemo(() => vocabulariesLacking(props.entry.report))
  const [text] = createResource(() => (urls().length > 0 ? language() : null), loadPersonal)
  return (
    <Show when={text.latest?.vocabularies}>
      {(words) => <For each={urls()}>{(url) => <Offer url={url} text={words()} onAllowed={props.onAllowed} />}</For>}
    </Show>
  )
}

function Offer(props: {
  readonly url: string
  readonly text: PersonalText['vocabularies']
  readonly onAllowed: () => void
}): JSX.Element {
  const { online, vocabularies } = useServices()
  const [isAsking, setIsAsking] = createSignal(false)
  const [trouble, setTrouble] = createSignal<Problem | null>(null)
  const host = () => hostOf(props.url)

  async function allow(): Promise<void> {
    if (isAsking() || !online()) return
    const { url, onAllowed } = props
    setIsAsking(true)
    setTrouble(null)
    const allowed = await (await vocabularies()).allow(url)
    setIsAsking(false)
    if (allowed.ok) onAllowed()
    else setTrouble(allowed.problem)
  }

  return (
    <div class="credential-trust no-print">
      <p>{props.text.needs(host())}</p>
      <Button tone="quiet" aria-disabled={isAsking() || !online()} onClick={() => void allow()}>
        {props.text.allow(host())}
      </Button>
      <p class="soft small" role="status">
        <Show
          when={trouble()}
          fallback={isAsking() ? props.text.fetching(host()) : online() ? props.text.learns(host()) : props.text.offline}
        >
          {(shown) => <ProblemWords problem={shown()} />}
        </Show>
      </p>
    </div>
  )
}
