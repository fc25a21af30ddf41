import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'
import type { StacksText } from '../../../../text/stacks.ts'
import { OutsideLink, Words } from '../../../credential/words.tsx'
import { href, stacksPath } from '../../../paths.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Progress } from '../../../ui/progress.tsx'
import type { PathwayView } from './pathway.view.ts'
import { StepLines } from './step-lines.tsx'

interface CardProps {
  readonly view: PathwayView
  readonly text: StacksText['pathways']
  readonly isBusy: boolean
  /** The node that it leads to, to be shown in the ladder; null when it is not there. */
  readonly goal: string | null
  /** Reads it again; undefined for what has no address. */
  readonly onRefresh: (() => void) | undefined
  /** Removes it; undefined for what a record states. */
  readonly onRemove: (() => void) | undefined
}

/** One pathway: how far one is, what is missing, and every step of it. */
export function PathwayCard(props: CardProps): JSX.Element {
  const id = createUniqueId()
  const view = () => props.view
  return (
    <li class="pathway-card">
      <article aria-labelledby={id}>
        <header>
          <h3 id={id} class="serif">
            <Words phrase={view().name} />
          </h3>
          <p class="soft small">
            <bdi>{view().origin}</bdi>
          </p>
          <Show when={view().owner}>{(words) => <p class="soft small">{words()}</p>}</Show>
        </header>
        <HowFar view={view()} text={props.text} />
        <Soonest view={view()} text={props.text} />
        <AllSteps view={view()} text={props.text} />
        <For each={view().notices}>{(words) => <p class="pathway-notice small">{words}</p>}</For>
        <p class="soft small">{props.text.decides}</p>
        <CardActions {...props} />
      </article>
    </li>
  )
}

interface PartProps {
  readonly view: PathwayView
  readonly text: StacksText['pathways']
}

function HowFar(props: PartProps): JSX.Element {
  return (
    <div class="pathway-far">
      <Progress value={props.view.done} max={Math.max(1, props.view.of)} words={props.view.progress} />
      <For each={props.view.sums}>{(words) => <p class="soft small">{words}</p>}</For>
      <p class="soft small">{props.view.isRecord ? props.text.countsInRecord : props.text.counts}</p>
      <Show when={props.view.outcome}>{(words) => <p>{words()}</p>}</Show>
    </div>
  )
}

/** How many of the missing steps are listed before the rest is asked for. */
const listed = 5

function Soonest(props: PartProps): JSX.Element {
  const [isWhole, setIsWhole] = createSignal(false)
  const id = createUniqueId()
  const steps = () => props.view.soonest
  return (
    <Show when={steps().length > 0}>
      <section aria-labelledby={id}>
        <h4 id={id}>{props.text.soonest}</h4>
        <p class="soft small">{props.text.soonestLead(steps().length)}</p>
        <StepLines steps={isWhole() ? steps() : steps().slice(0, listed)} text={props.text} isFull={false} />
        <Show when={!isWhole() && steps().length > listed}>
          <Button tone="quiet" onClick={() => setIsWhole(true)}>
            {props.text.more(steps().length - listed)}
          </Button>
        </Show>
      </section>
    </Show>
  )
}

/** Every step, level by level. They are in the page only once they are asked for. */
function AllSteps(props: PartProps): JSX.Element {
  const [isOpen, setIsOpen] = createSignal(false)
  const count = () => props.view.levels.reduce((sum, { steps }) => sum + steps.length, 0)
  const title = () => {
    if (!props.view.isRecord) return props.text.steps(count())
    return count() > props.view.of ? props.text.partsWithin(count()) : props.text.partsTitle(count())
  }
  return (
    <Show when={count() > 0}>
      <details class="pathway-all" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>{title()}</summary>
        <Show when={isOpen()}>
          <Show when={props.view.description}>
            {(words) => (
              <p class="pathway-description">
                <Words phrase={words()} />
              </p>
            )}
          </Show>
          <Show when={props.view.url}>
            {(link) => (
              <p>
                <OutsideLink link={link()}>
                  {props.text.about} ({link().host})
                </OutsideLink>
              </p>
            )}
          </Show>
          <For each={props.view.levels}>
            {(level) => (
              <>
                <Show when={props.view.levels.length > 1 || level.name}>
                  <h4>
                    <Show when={level.name} fallback={props.text.otherSteps}>
                      {(name) => <Words phrase={name()} />}
                    </Show>
                  </h4>
                </Show>
                <StepLines steps={level.steps} text={props.text} isFull={true} />
              </>
            )}
          </For>
        </Show>
      </details>
    </Show>
  )
}

function CardActions(props: CardProps): JSX.Element {
  const name = () => props.view.name.value
  return (
    <div class="actions">
      <Show when={props.goal}>
        {(goal) => (
          <ButtonLink href={href(stacksPath({ focus: goal() }))} aria-label={props.text.showNamed(name())}>
            {props.text.show}
          </ButtonLink>
        )}
      </Show>
      <Show when={props.onRefresh}>
        {(refresh) => (
          <Button
            tone="quiet"
            aria-disabled={props.isBusy}
            aria-label={props.text.readAgainNamed(name())}
            onClick={() => props.isBusy || refresh()()}
          >
            {props.text.readAgain}
          </Button>
        )}
      </Show>
      <Show when={props.onRemove}>
        {(remove) => (
          <Button tone="quiet" aria-label={props.text.removeNamed(name())} onClick={() => remove()()}>
            {props.text.remove}
          </Button>
        )}
      </Show>
    </div>
  )
}
