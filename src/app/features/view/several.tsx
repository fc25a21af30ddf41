import { For, type JSX, lazy, Show } from 'solid-js'
import type { FindingsText } from '../../../text/findings.ts'
import { sealName } from '../../../text/seal-name.ts'
import { cleaned, verdictSentence } from '../../../text/verdict.ts'
import type { ViewText } from '../../../text/view.ts'
import { claimWords } from '../../claims.ts'
import { href, paths } from '../../paths.ts'
import { useTexts } from '../../text.ts'
import { Artwork } from '../../ui/artwork.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Seal } from '../../ui/seal.tsx'
import { ReadActions } from './actions.tsx'
import { Person } from './person.tsx'
import type { ReadCredential, Reader, ReadItem, Reading } from './reader.ts'
import { matchesAmong, personAnswerOf, tallyOf } from './view.view.ts'

const ProblemWords = lazy(() => import('../../problem-words.tsx'))

interface SeveralProps {
  readonly read: Extract<Reading, { step: 'read' }>
  readonly reader: Reader
  readonly text: ViewText
  readonly findings: FindingsText
  readonly onAnother: () => void
}

/** Several things in what was given: each with its seal and its sentence, to be opened one by one. */
export function Several(props: SeveralProps): JSX.Element {
  const { formats } = useTexts()
  const items = () => props.read.items
  const found = () => items().filter(({ kind }) => kind === 'credential').length
  return (
    <>
      <header class="several-head">
        <h1 tabindex="-1">{found() > 0 ? props.text.several(found()) : props.text.unreadable}</h1>
        <p class="soft">{formats().list(tallyOf(items(), props.text))}</p>
      </header>
      <ul class="item-rows several-list" aria-label={props.text.list}>
        <For each={items()}>
          {(item, index) => (
            <li>
              <Row item={item} number={index() + 1} claimed={props.read.claimed} text={props.text} findings={props.findings} />
            </li>
          )}
        </For>
      </ul>
      <Show when={found() > 0}>
        <Person reader={props.reader} text={props.text}>
          {(claimed) => (
            <p class="person-answer">{props.text.person.some(matchesAmong(items(), claimed), found(), claimWords(claimed))}</p>
          )}
        </Person>
      </Show>
      <ReadActions text={props.text} findings={props.findings} onAnother={props.onAnother} />
    </>
  )
}

interface RowProps {
  readonly number: number
  readonly claimed: string
  readonly text: ViewText
  readonly findings: FindingsText
}

function Row(props: RowProps & { readonly item: ReadItem }): JSX.Element {
  const { ui } = useTexts()
  return (
    <Show
      when={props.item.kind === 'credential' && props.item}
      fallback={
        <div class="item-row">
          <span class="read-mark">
            <Icon name="cross" />
          </span>
          <span class="item-words">
            <span class="read-name" dir="auto">
              {props.item.name || ui().add.pastedText}
            </span>
            <span>{props.item.kind === 'problem' && <ProblemWords problem={props.item.problem} />}</span>
          </span>
        </div>
      }
    >
      {(item) => <CredentialRow {...props} item={item()} />}
    </Show>
  )
}

function CredentialRow(props: RowProps & { readonly item: ReadCredential }): JSX.Element {
  const { formats, ui } = useTexts()
  const report = () => props.item.report
  return (
    <a class="item-row" href={`${href(paths.view)}?part=${props.number}`}>
      <Seal questions={report().questions} size="row" label={sealName('', report().questions, props.findings)}>
        <Artwork seed={report().digest} issuer={report().summary.issuer} />
      </Seal>
      <span class="item-words">
        <span class="read-name" dir="auto">
          {cleaned(report().summary.title) || ui().wallet.untitled}
        </span>
        <span class="read-verdict" data-verdict={report().verdict} dir="auto">
          {verdictSentence(report(), props.findings, formats().date)}
        </span>
        <Show when={props.claimed}>
          {(claimed) => (
            <span class="soft small" dir="auto">
              {props.text.person.answers[personAnswerOf(props.item, claimed())](claimWords(claimed()))}
            </span>
          )}
        </Show>
      </span>
      <Icon name="forward" />
    </a>
  )
}
