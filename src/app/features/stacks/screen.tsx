import { type JSX, Match, Show, Suspense, Switch } from 'solid-js'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useStacks } from './context.ts'
import { Drawn } from './drawn.tsx'
import { Empty } from './empty.tsx'
import { OwnStacks } from './own/own-stacks.tsx'
import { Pathways } from './pathways/pathways.tsx'
import { TakeAway } from './take/take-away.tsx'

/** The whole screen: ways to look at it, filters, the drawing or the outline with its card beside it, and what the learner keeps below. */
export function Screen(props: { readonly skipped: number; readonly onAgain: () => void }): JSX.Element {
  const { state, text } = useStacks()
  const { cards } = useServices()
  const words = () => text().page
  const isEmpty = () => {
    const made = state.stacked()
    return cards()?.length === 0 && (made === undefined || made.graph.achievements.length === 0)
  }
  return (
    <div class="page stacks">
      <PageTitle
        actions={
          <Show when={!isEmpty() && state.stacked()}>
            <Suspense>
              <TakeAway state={state} />
            </Suspense>
          </Show>
        }
      >
        {words().title}
      </PageTitle>
      <Switch>
        <Match when={isEmpty()}>
          <Empty />
        </Match>
        <Match when={state.stacked()}>
          <Drawn skipped={props.skipped} />
        </Match>
        <Match when={state.trouble()}>
          <Trouble onAgain={props.onAgain} />
        </Match>
      </Switch>
      <Reading />
      <Show when={!isEmpty() || state.kept().pathways.length > 0}>
        <section class="stack-below no-print" aria-label={words().below.label}>
          {/* What they still have to load must not take the drawing away. */}
          <Suspense>
            <OwnStacks state={state} />
          </Suspense>
          <Suspense>
            <Pathways state={state} />
          </Suspense>
        </section>
      </Show>
    </div>
  )
}

/** How far the wallet is read: until then, and while it is made anew. */
function Reading(): JSX.Element {
  const { state, text } = useStacks()
  const { formats } = useTexts()
  return (
    <Show
      when={state.gathering()}
      fallback={
        <Show when={!state.stacked() && !state.trouble()}>
          <p class="waiting soft">{text().page.making}</p>
        </Show>
      }
    >
      {(read) => (
        <Progress
          value={read().ready}
          max={read().total}
          words={text().page.reading(formats().number(read().ready), formats().number(read().total))}
        />
      )}
    </Show>
  )
}

function Trouble(props: { readonly onAgain: () => void }): JSX.Element {
  const { text } = useStacks()
  const { ui } = useTexts()
  return (
    <div class="banner rust">
      <p class="words">{text().page.trouble}</p>
      <div class="actions">
        <Button onClick={() => props.onAgain()}>{ui().tryAgain}</Button>
      </div>
    </div>
  )
}
