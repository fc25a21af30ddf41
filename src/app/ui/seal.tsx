import { createMemo, For, type JSX, Show } from 'solid-js'
import { type Question, questions } from '../../core/model/report.ts'
import { type Answer, pens, type SealSize, type Stroke, sealArc } from './seal.ts'
import './seal.css'

interface SealProps {
  readonly questions: Readonly<Record<Question, Answer>>
  readonly size: SealSize
  /** What a screen reader says: the four answers in words (`sealName` of `src/text/seal-name.ts` makes it). */
  readonly label: string
  readonly children?: JSX.Element
}

/**
 * The ring of four arcs round a picture: the sign of the product. An arc that was waited for draws itself when its
 * answer arrives; a seal that is complete from the start simply stands there.
 */
export function Seal(props: SealProps) {
  const waited = createMemo<boolean>(
    (before) => before || questions.some((question) => props.questions[question] === 'pending'),
    false,
  )
  return (
    <span class="seal" data-size={props.size} data-live={waited() ? '' : undefined} role="img" aria-label={props.label}>
      <span class="seal-picture">{props.children}</span>
      <svg class="seal-ring" viewBox="0 0 100 100" overflow="visible" aria-hidden="true">
        <For each={questions}>
          {(question) => <SealArc question={question} answer={props.questions[question]} size={props.size} />}
        </For>
      </svg>
    </span>
  )
}

function SealArc(props: { readonly question: Question; readonly answer: Answer; readonly size: SealSize }) {
  // Memoized apart: one new answer must not draw the other arcs anew.
  const answer = createMemo(() => props.answer)
  const arc = createMemo(() => sealArc(props.question, answer(), props.size))
  return (
    <g class="seal-arc" data-answer={arc().answer}>
      <path class="seal-track" d={arc().track} />
      <For each={arc().strokes}>
        {(stroke) => <SealStroke stroke={stroke} width={pens[props.size].width} dashes={arc().dashes} />}
      </For>
    </g>
  )
}

function SealStroke(props: { readonly stroke: Stroke; readonly width: number; readonly dashes: number }) {
  return (
    <Show when={props.stroke.kind !== 'dot'} fallback={<path class="seal-dot" d={props.stroke.path} />}>
      <path
        class="seal-stroke"
        data-kind={props.stroke.kind}
        d={props.stroke.path}
        stroke-width={props.width}
        pathLength={props.stroke.kind === 'dashes' ? props.dashes * 2 - 1 : 1}
      />
    </Show>
  )
}
