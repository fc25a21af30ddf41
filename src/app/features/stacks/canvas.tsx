import {
  createEffect,
  createMemo,
  createSelector,
  createSignal,
  createUniqueId,
  For,
  type JSX,
  on,
  onCleanup,
  Show,
} from 'solid-js'
import type { Layout, Placed } from '../../../core/stack/layout/types.ts'
import { BandNames, Bands } from './bands.tsx'
import { firstOf, proudest } from './canvas-keys.ts'
import { useStacks } from './context.ts'
import { Controls } from './controls.tsx'
import { Edges } from './edges.tsx'
import { createFollowers } from './followers.ts'
import { makeGlide } from './glide.ts'
import { createHover } from './hover.ts'
import { HoverCard } from './hover-card.tsx'
import { createMover, type Drawing } from './mover.ts'
import { createNear } from './near.ts'
import { OneThing } from './one-thing.tsx'
import { columnsFor } from './sizes.ts'
import { listenToThings } from './things-listener.ts'
import type { StacksState } from './types.ts'
import { createWalk } from './walk.ts'

/** The graph as a drawing that is moved under its window, and walked through with the keyboard. */
export function Canvas(): JSX.Element {
  const { state, text } = useStacks()
  const hintId = createUniqueId()
  const [frame, setFrame] = createSignal<HTMLDivElement>()
  createEffect(() => {
    const element = frame()
    if (element) state.setColumns(columnsFor(element.clientWidth))
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of things in a drawing is no group of fields
    <div
      ref={setFrame}
      class="stack-canvas"
      dir="ltr"
      role="group"
      aria-label={text().page.canvas.label(text().page.views[state.view()])}
      aria-describedby={hintId}
    >
      <p id={hintId} class="unseen">
        {text().page.canvas.hint}
      </p>
      <Show when={frame()}>
        {(element) => (
          <Show when={state.layout()} fallback={<p class="stack-making soft">{text().page.making}</p>}>
            {(layout) => <Stage frame={element()} layout={layout()} />}
          </Show>
        )}
      </Show>
    </div>
  )
}

function Stage(props: { readonly frame: HTMLDivElement; readonly layout: Layout }): JSX.Element {
  const { state } = useStacks()
  const hover = createHover()
  const followers = createFollowers()
  const drawing = createMemo<Drawing>(() => {
    const { view, width, height, nodes } = props.layout
    const name = [view, state.focus() ?? '', width, height, nodes.length].join(' ')
    return { name, width, height, first: firstOfView(props.layout, state) ?? { x: 0, y: 0, width, height } }
  })
  const mover = createMover(props.frame, drawing, followers, {
    tap: () => state.select(null),
    // The card takes its room from the drawing: what it is about stays in sight.
    resize() {
      const place = walk.places().get(state.selected() ?? '')
      if (place) mover.reveal(place)
    },
  })
  const walk = createWalk(props.frame, () => props.layout, mover, state)
  const near = createNear(() => props.layout, walk.current, mover.area, state)
  const isCurrent = createSelector(walk.current)
  const isSelected = createSelector(state.selected)
  const looked = () => hover.over() ?? walk.looked() ?? state.selected()
  // What the pointer was on has moved away from under it.
  createEffect(
    on(
      drawing,
      () => {
        hover.leave()
        hover.close()
      },
      { defer: true },
    ),
  )
  listenToThings(props.frame, { state, hover, walk, mover, layout: () => props.layout })
  return (
    <>
      <div
        ref={(element) => {
          const { move, rest } = makeGlide(element)
          onCleanup(followers.follow({ move: ({ x, y, scale }) => move(`translate(${x}px, ${y}px) scale(${scale})`), rest }))
        }}
        class="stack-layer"
        classList={{ moving: mover.isMoving() }}
        data-detail={mover.detail()}
        data-view={props.layout.view}
      >
        <Bands layout={props.layout} />
        <Edges layout={props.layout} edges={near.edges()} looked={looked()} />
        <For each={near.things()}>
          {(id) => <OneThing id={id} places={walk.places()} isCurrent={isCurrent(id)} isSelected={isSelected(id)} />}
        </For>
      </div>
      <BandNames layout={props.layout} follow={followers.follow} />
      <Show when={!mover.isMoving() && hover.shown() !== state.selected() && walk.places().get(hover.shown() ?? '')} keyed>
        {(resting) => <HoverCard hover={hover} mover={mover} place={resting} />}
      </Show>
      <Controls mover={mover} />
    </>
  )
}

/** Where looking begins: with what was asked for, else what most is built on, the first of the skills, the newest in time. */
function firstOfView({ view, nodes }: Layout, state: StacksState): Placed | undefined {
  const focused = nodes.find(({ id }) => id === state.focus())
  if (focused) return focused
  if (view === 'timeline') return nodes.toSorted((a, b) => b.x - a.x)[0]
  const stacked = state.stacked()
  const id = (view === 'ladder' && stacked && proudest(nodes, stacked)) || firstOf(nodes)
  return nodes.find((place) => place.id === id)
}
