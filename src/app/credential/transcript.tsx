import { createMemo, createSignal, createUniqueId, For, type JSX, onCleanup, onMount, Show } from 'solid-js'
import type { FindingsText } from '../../text/findings.ts'
import { sealName } from '../../text/seal-name.ts'
import { isKnown } from '../../text/verdict.ts'
import { createMedia } from '../media.ts'
import { useTexts } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Seal } from '../ui/seal.tsx'
import type { LinkedThing, LinkGroup } from './links.ts'
import type { CulpritView, IssuerGroup, TermGroup, TranscriptLine, TranscriptView } from './transcript.view.ts'
import { Words } from './words.tsx'
import './transcript.css'

/** Where there is room for a table; paper always has it. */
const tableQuery = '(min-width: 45rem), print'

interface TranscriptProps {
  readonly view: TranscriptView
  readonly text: FindingsText
  /** The address of a part. */
  readonly hrefOf: (path: string) => string
}

/** A record as a transcript: a table where there is room, a list on a phone; every line leads to its part. */
export function Transcript(props: TranscriptProps): JSX.Element {
  const id = createUniqueId()
  const isTable = createMedia(tableQuery)
  const [isShown, setIsShown] = createSignal(false)
  const record = () => props.text.page.record
  showOnPaper(isShown, setIsShown)
  return (
    <section class="part transcript" aria-labelledby={id}>
      <h2 id={id}>{props.view.title}</h2>
      <Show when={props.view.person}>{(person) => <p>{person()}</p>}</Show>
      <p class="soft">
        {props.view.count} · {props.view.tally}
      </p>
      <Show when={props.view.extent}>{(extent) => <p class="soft">{extent()}</p>}</Show>
      <Show when={props.view.hasResults}>
        <Button class="no-print" aria-pressed={isShown()} onClick={() => setIsShown(!isShown())}>
          {isShown() ? record().hideResults : record().showResults}
        </Button>
      </Show>
      <For each={props.view.groups}>
        {(group) => (
          <section class="transcript-issuer">
            <IssuerHeading group={group} />
            <Show when={isTable()} fallback={<GroupList {...props} group={group} isShown={isShown()} />}>
              <GroupTable {...props} group={group} isShown={isShown()} />
            </Show>
            <Show when={group.credits}>{(credits) => <p class="transcript-credits">{credits()}</p>}</Show>
          </section>
        )}
      </For>
      <Definitions {...props} />
    </section>
  )
}

/** On the screen a grade is the learner's own until it is asked for; whoever prints a transcript wants them on it. */
function showOnPaper(isShown: () => boolean, show: (isShown: boolean) => void): void {
  onMount(() => {
    let before: boolean | null = null
    const start = () => {
      before ??= isShown()
      show(true)
    }
    const end = () => {
      if (before !== null) show(before)
      before = null
    }
    window.addEventListener('beforeprint', start)
    window.addEventListener('afterprint', end)
    onCleanup(() => {
      window.removeEventListener('beforeprint', start)
      window.removeEventListener('afterprint', end)
    })
  })
}

/** A name that nothing confirms stands in quotation marks. */
function IssuerHeading(props: { readonly group: IssuerGroup }): JSX.Element {
  const { ui, findings } = useTexts()
  const name = () => {
    const stated = props.group.name
    return isKnown(props.group) ? stated : { ...stated, value: ui().stated(stated.value) }
  }
  return (
    <h3>
      <span class="unseen">
        {findings()?.page.people.issuer}
        {findings()?.page.colon}
      </span>
      <Words phrase={name()} />
      <span class="issuer-level"> {props.group.levelWords}</span>
    </h3>
  )
}

interface GroupProps extends TranscriptProps {
  readonly group: IssuerGroup
  /** Whether the results are shown. */
  readonly isShown: boolean
}

/** Terms are named only where there are any. */
function termName(term: TermGroup, group: IssuerGroup, text: FindingsText): string {
  if (term.term !== '') return term.term
  return group.terms.length > 1 ? text.page.record.withoutTerm : ''
}

function GroupTable(props: GroupProps): JSX.Element {
  const columns = () => props.text.page.record.columns
  const width = () => 3 + Number(props.view.hasResults) + Number(props.view.hasCredits)
  return (
    <table class="transcript-table">
      <caption class="unseen">{props.text.page.record.from(props.group.name.value)}</caption>
      <thead>
        <tr>
          <th scope="col">{columns().title}</th>
          <Show when={props.view.hasResults}>
            <th scope="col" class="of-result">
              {columns().result}
            </th>
          </Show>
          <Show when={props.view.hasCredits}>
            <th scope="col" class="number">
              {columns().credits}
            </th>
          </Show>
          <th scope="col" class="of-date">
            {columns().date}
          </th>
          <th scope="col" class="of-standing">
            {columns().standing}
          </th>
        </tr>
      </thead>
      <For each={props.group.terms}>
        {(term) => (
          <tbody>
            <Show when={termName(term, props.group, props.text)}>
              {(name) => (
                <tr class="transcript-term">
                  <th scope="rowgroup" colspan={width()} dir="auto">
                    {name()}
                  </th>
                </tr>
              )}
            </Show>
            <For each={term.lines}>{(line) => <TableLine {...props} line={line} />}</For>
          </tbody>
        )}
      </For>
    </table>
  )
}

function TableLine(props: GroupProps & { readonly line: TranscriptLine }): JSX.Element {
  return (
    <tr data-verdict={props.line.verdict}>
      <th scope="row">
        <LineTitle {...props} />
        <LineLinks links={props.line.links} text={props.text} hrefOf={props.hrefOf} />
      </th>
      <Show when={props.view.hasResults}>
        <td>
          <LineResult {...props} />
        </td>
      </Show>
      <Show when={props.view.hasCredits}>
        <td class="number">{props.line.credits}</td>
      </Show>
      <td class="of-date">{props.line.date}</td>
      <td>
        <LineStanding line={props.line} text={props.text} />
      </td>
    </tr>
  )
}

function GroupList(props: GroupProps): JSX.Element {
  return (
    <For each={props.group.terms}>
      {(term) => (
        <>
          <Show when={termName(term, props.group, props.text)}>{(name) => <h4 dir="auto">{name()}</h4>}</Show>
          <ol class="transcript-list">
            <For each={term.lines}>{(line) => <ListLine {...props} line={line} />}</For>
          </ol>
        </>
      )}
    </For>
  )
}

function ListLine(props: GroupProps & { readonly line: TranscriptLine }): JSX.Element {
  const columns = () => props.text.page.record.columns
  return (
    <li data-verdict={props.line.verdict}>
      <LineTitle {...props} />
      <Show when={props.line.date}>{(date) => <p class="soft small">{date()}</p>}</Show>
      <Show when={props.line.result || props.line.credits}>
        <p class="transcript-facts">
          <Show when={props.line.result}>
            <span>
              <span class="soft">{columns().result}</span> <LineResult {...props} />
            </span>
          </Show>
          <Show when={props.line.credits}>
            {(credits) => (
              <span>
                <span class="soft">{columns().credits}</span> {credits()}
              </span>
            )}
          </Show>
        </p>
      </Show>
      <LineLinks links={props.line.links} text={props.text} hrefOf={props.hrefOf} />
      <LineStanding line={props.line} text={props.text} />
    </li>
  )
}

interface LineProps {
  readonly line: TranscriptLine
  readonly text: FindingsText
  readonly hrefOf: (path: string) => string
}

function LineTitle(props: LineProps): JSX.Element {
  const small = () => {
    const { kind, code, inside } = props.line
    return [kind, code, inside > 0 ? props.text.page.record.inside(inside) : ''].filter((part) => part !== '').join(' · ')
  }
  return (
    <>
      <PartLink path={props.line.path} class="line-title" hrefOf={props.hrefOf}>
        <Words phrase={props.line.title} />
      </PartLink>
      <Show when={small()}>
        {(words) => (
          <span class="line-kind" dir="auto">
            {words()}
          </span>
        )}
      </Show>
    </>
  )
}

/** A way to a part. It bears the part's name, so that whoever comes back finds the focus on it. */
function PartLink(props: {
  readonly path: string
  readonly class?: string
  readonly hrefOf: (path: string) => string
  readonly children: JSX.Element
}): JSX.Element {
  return (
    <a class={props.class} href={props.hrefOf(props.path)} data-part={props.path} noScroll>
      {props.children}
    </a>
  )
}

function LineResult(props: {
  readonly line: TranscriptLine
  readonly text: FindingsText
  readonly isShown: boolean
}): JSX.Element {
  return (
    <Show when={props.line.result}>
      {(result) => (
        <Show
          when={props.isShown}
          fallback={
            <span class="veiled">
              <span aria-hidden="true">••••</span>
              <span class="unseen">{props.text.page.record.hidden}</span>
            </span>
          }
        >
          <span class="line-result" dir="auto">
            {result()}
          </span>
        </Show>
      )}
    </Show>
  )
}

/** The small seal and the verdict in words: colour never says it alone. */
function LineStanding(props: { readonly line: TranscriptLine; readonly text: FindingsText }): JSX.Element {
  return (
    <span class="line-standing" data-verdict={props.line.verdict}>
      <Seal questions={props.line.questions} size="row" label={sealName('', props.line.questions, props.text)} />
      <span>{props.line.standing}</span>
    </span>
  )
}

function LineLinks(props: { readonly links: readonly LinkGroup[] } & Pick<LineProps, 'text' | 'hrefOf'>): JSX.Element {
  return (
    <Show when={props.links.length > 0}>
      <span class="line-links">
        <For each={props.links}>
          {(group, place) => (
            <span>
              {place() > 0 ? ' · ' : ''}
              {group.label}{' '}
              <For each={group.things}>
                {(thing, index) => (
                  <>
                    {index() > 0 ? ', ' : ''}
                    <Thing thing={thing} text={props.text} hrefOf={props.hrefOf} />
                  </>
                )}
              </For>
              {group.more > 0 ? ` ${props.text.page.record.more(group.more)}` : ''}
            </span>
          )}
        </For>
      </span>
    </Show>
  )
}

function Thing(props: { readonly thing: LinkedThing } & Pick<LineProps, 'text' | 'hrefOf'>): JSX.Element {
  return (
    <Show when={!props.thing.isMissing} fallback={<bdi title={props.thing.title.value}>{props.text.page.record.missing}</bdi>}>
      <Show when={props.thing.path} fallback={<Words phrase={props.thing.title} />}>
        {(path) => (
          <a href={props.hrefOf(path())} noScroll>
            <Words phrase={props.thing.title} />
          </a>
        )}
      </Show>
    </Show>
  )
}

/** Programs and pathways that the awards belong to: the record defines them, and does not say that they were earned. */
function Definitions(props: TranscriptProps): JSX.Element {
  return (
    <Show when={props.view.definitions.length > 0}>
      <section class="transcript-issuer">
        <h3>{props.text.page.record.definitions}</h3>
        <ul class="transcript-list">
          <For each={props.view.definitions}>
            {(definition) => (
              <li>
                <span class="line-title">
                  <Words phrase={definition.title} />
                </span>
                <Show when={definition.kind}>{(kind) => <span class="line-kind">{kind()}</span>}</Show>
                <LineLinks links={definition.links} text={props.text} hrefOf={props.hrefOf} />
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}

/** The very parts that keep a record from holding, each a way to it. */
export function Culprits(props: TranscriptProps): JSX.Element {
  const record = createMemo(() => props.text.page.record)
  return (
    <Show when={props.view.culprits.length > 0}>
      <nav class="culprits" aria-label={record().attention}>
        <ul>
          <For each={props.view.culprits}>{(culprit) => <CulpritItem culprit={culprit} hrefOf={props.hrefOf} />}</For>
        </ul>
        <Show when={props.view.moreCulprits > 0}>
          <p class="soft small">{record().more(props.view.moreCulprits)}</p>
        </Show>
      </nav>
    </Show>
  )
}

function CulpritItem(props: { readonly culprit: CulpritView; readonly hrefOf: (path: string) => string }): JSX.Element {
  return (
    <li data-verdict={props.culprit.verdict}>
      <a href={props.hrefOf(props.culprit.path)} noScroll>
        <bdi>{props.culprit.title}</bdi>
      </a>
      <span class="soft small" dir="auto">
        {props.culprit.sentence}
      </span>
    </li>
  )
}
