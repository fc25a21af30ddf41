import { For, type JSX, Show } from 'solid-js'
import type { StepState } from '../../../../core/pathway/types.ts'
import type { StacksText } from '../../../../text/stacks.ts'
import { OutsideLink, Words } from '../../../credential/words.tsx'
import { href, partPath } from '../../../paths.ts'
import { useTexts } from '../../../text.ts'
import type { Condition } from './condition.view.ts'
import type { StepLine } from './pathway.view.ts'

interface LinesProps {
  readonly steps: readonly StepLine[]
  readonly text: StacksText['pathways']
  /** Whether it is told what each step asks for; otherwise they are numbered, and what is missing need not be called so. */
  readonly isFull: boolean
}

/** Steps in their order, each with a mark that says how it stands by its shape, and the same in words. */
export function StepLines(props: LinesProps): JSX.Element {
  const { formats } = useTexts()
  return (
    <ol class="pathway-steps">
      <For each={props.steps}>
        {(step, place) => (
          <Step step={step} text={props.text} isFull={props.isFull} number={props.isFull ? '' : formats().number(place() + 1)} />
        )}
      </For>
    </ol>
  )
}

interface StepProps extends Omit<LinesProps, 'steps'> {
  readonly step: StepLine
  /** What stands in its mark; empty for the sign of its state. */
  readonly number: string
}

function Step(props: StepProps): JSX.Element {
  const step = () => props.step
  const isStateSaid = () => props.isFull || step().state !== 'missing'
  return (
    <li class="pathway-step" data-state={step().state}>
      <StateMark state={step().state} number={step().state === 'missing' ? props.number : ''} />
      <div class="pathway-words">
        <span class="pathway-name serif">
          <Show when={step().held} fallback={<Words phrase={step().name} />}>
            {(held) => (
              <a href={href(partPath(held().entry, held().part))}>
                <Words phrase={step().name} />
              </a>
            )}
          </Show>
        </span>
        <span class="soft small">
          {step().kind}
          {step().isGoal ? ` · ${props.text.goal}` : ''}
          <Show when={isStateSaid()}>
            {' · '}
            <span class="pathway-state">{step().stateWords}</span>
          </Show>
        </span>
        <Show when={step().because}>{(words) => <span class="small">{words()}</span>}</Show>
        <Show when={props.isFull}>
          <Show when={step().condition}>
            {(condition) => (
              <div class="pathway-needs small">
                <span class="soft">{props.text.needs}</span>
                <ul>
                  <ConditionLine condition={condition()} />
                </ul>
              </div>
            )}
          </Show>
          <Show when={step().after}>{(words) => <span class="soft small">{words()}</span>}</Show>
          <Show when={step().open}>{(words) => <span class="soft small">{words()}</span>}</Show>
        </Show>
        <Show when={step().url}>
          {(link) => (
            <span class="small">
              <OutsideLink link={link()}>{link().host}</OutsideLink>
            </span>
          )}
        </Show>
      </div>
    </li>
  )
}

/** A condition as a list in a list: how many of which steps. */
function ConditionLine(props: { readonly condition: Condition }): JSX.Element {
  const step = () => (props.condition.kind === 'step' ? props.condition : undefined)
  const some = () => (props.condition.kind === 'some' ? props.condition : undefined)
  return (
    <li>
      <Show when={step()}>
        {(one) => (
          <span class="pathway-need">
            <StateMark state={one().state} number="" />
            <span>
              <Words phrase={one().name} /> <span class="soft">({one().stateWords})</span>
            </span>
          </span>
        )}
      </Show>
      <Show when={some()}>
        {(several) => (
          <>
            <Show when={several().name}>
              {(name) => (
                <>
                  <Words phrase={name()} />:{' '}
                </>
              )}
            </Show>
            <strong>{several().words}</strong> <span class="soft">· {several().met}</span>
            <Show when={several().caution}>{(words) => <span class="soft"> · {words()}</span>}</Show>
            <Show when={several().of.length > 0}>
              <ul>
                <For each={several().of}>{(each) => <ConditionLine condition={each} />}</For>
              </ul>
            </Show>
          </>
        )}
      </Show>
    </li>
  )
}

/** What stands in the ring of each state; the ring itself is whole, dotted or dashed. */
const marks: Readonly<Record<StepState, string>> = {
  counts: 'M7.5 12.5l3 3 6-6.5',
  possible: 'M9.8 9.9a2.3 2.3 0 1 1 3.3 2.1c-.7.3-1.1.8-1.1 1.5M12 16.3h.01',
  weak: 'M12 7.5v5.5M12 16.3h.01',
  missing: '',
}

/** A decorative mark; the words beside it say the same. */
function StateMark(props: { readonly state: StepState; readonly number: string }): JSX.Element {
  return (
    <svg class="pathway-mark" data-state={props.state} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="9.5" />
      <Show when={props.number} fallback={<path d={marks[props.state]} />}>
        {(number) => (
          <text x="12" y="12" text-anchor="middle" dominant-baseline="central">
            {number()}
          </text>
        )}
      </Show>
    </svg>
  )
}
