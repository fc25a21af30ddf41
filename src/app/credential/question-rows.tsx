import { createUniqueId, For, type JSX, Show } from 'solid-js'
import type { Outcome } from '../../core/model/report.ts'
import type { FindingsText } from '../../text/findings.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import type { EvidenceLine, QuestionRow } from './credential.view.ts'

const marks: Readonly<Record<Outcome, IconName>> = { passed: 'check', warning: 'warning', failed: 'cross', unknown: 'question' }

/** The four questions, each a row that opens to what stands behind its answer. */
export function QuestionRows(props: { readonly rows: readonly QuestionRow[]; readonly text: FindingsText }): JSX.Element {
  const id = createUniqueId()
  return (
    <section class="questions" aria-labelledby={id}>
      <h2 id={id} class="unseen">
        {props.text.page.questionsTitle}
      </h2>
      <For each={props.rows}>{(row) => <Row row={row} text={props.text} />}</For>
    </section>
  )
}

function Row(props: { readonly row: QuestionRow; readonly text: FindingsText }): JSX.Element {
  return (
    <details class="question" data-answer={props.row.outcome}>
      <summary>
        <Mark outcome={props.row.outcome} />
        <span class="question-words">
          <span class="question-name">
            {props.row.name}
            <span class="unseen"> {props.row.answer}.</span>
          </span>
          <span class="question-reason" dir="auto">
            {props.row.reason}
          </span>
        </span>
        <span class="chevron">
          <Icon name="forward" />
        </span>
      </summary>
      <Show when={props.row.evidence.length > 0} fallback={<p class="evidence-none soft">{props.text.page.evidence.nothing}</p>}>
        <ul class="evidence-list">
          <For each={props.row.evidence}>{(line) => <EvidenceItem line={line} text={props.text} />}</For>
        </ul>
      </Show>
    </details>
  )
}

function EvidenceItem(props: { readonly line: EvidenceLine; readonly text: FindingsText }): JSX.Element {
  return (
    <li data-answer={props.line.outcome}>
      <Mark outcome={props.line.outcome} />
      <div>
        <p class="evidence-name">
          {props.line.name}
          <span class="unseen">: {props.text.answers[props.line.outcome]}</span>
        </p>
        <p dir="auto">{props.line.message}</p>
        <For each={props.line.details}>{(detail) => <p dir="auto">{detail}</p>}</For>
        <For each={props.line.witnesses}>{(witness) => <p class="soft">{witness}</p>}</For>
        <Show when={props.line.facts.length > 0}>
          <dl class="evidence-facts">
            <For each={props.line.facts}>
              {(fact) => (
                <div>
                  <dt>{fact.label}</dt>
                  <dd dir="auto">{fact.value}</dd>
                </div>
              )}
            </For>
          </dl>
        </Show>
      </div>
    </li>
  )
}

function Mark(props: { readonly outcome: Outcome }): JSX.Element {
  return (
    <span class="mark" data-answer={props.outcome}>
      <Icon name={marks[props.outcome]} />
    </span>
  )
}
