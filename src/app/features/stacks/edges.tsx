import { createMemo, For, type JSX, Show } from 'solid-js'
import type { Drawn, Layout } from '../../../core/stack/layout/types.ts'
import type { EdgeKind } from '../../../core/stack/types.ts'
import { useStacks } from './context.ts'
import { edgesById, markOf } from './edge-marks.ts'
import { lookupOf } from './lookup.ts'
import { drawnIn } from './request.ts'

/** Every link as a line under the things. What the lines say, each thing's own words say too. */
export function Edges(props: {
  readonly layout: Layout
  readonly edges: readonly Drawn[]
  /** The thing that is looked at: its own links come forward, the others step back. */
  readonly looked: string | null
}): JSX.Element {
  const { state } = useStacks()
  // The others are drawn only while one of their ends is looked at.
  const loud = createMemo(() => new Set(drawnIn(props.layout.view, state.shown(), state.focus()).edges.map(({ id }) => id)))
  return (
    <svg class="stack-edges" width={props.layout.width} height={props.layout.height} overflow="visible" aria-hidden="true">
      <defs>
        <Arrow id="stack-arrow" />
        <Arrow id="stack-arrow-near" />
      </defs>
      <g classList={{ 'stack-lines': true, looking: props.looked !== null }}>
        <For each={props.edges}>{(drawn) => <Edge drawn={drawn} looked={props.looked} isQuiet={!loud().has(drawn.id)} />}</For>
      </g>
    </svg>
  )
}

function Arrow(props: { readonly id: string }): JSX.Element {
  return (
    <marker
      id={props.id}
      viewBox="0 0 10 10"
      refX="9"
      refY="5"
      markerWidth="9"
      markerHeight="9"
      markerUnits="userSpaceOnUse"
      orient="auto"
    >
      <path d="M1 1L9 5L1 9" />
    </marker>
  )
}

function Edge(props: { readonly drawn: Drawn; readonly looked: string | null; readonly isQuiet: boolean }): JSX.Element {
  const { state } = useStacks()
  const edge = createMemo(() => {
    const made = state.stacked()
    return made && edgesById(made).get(props.drawn.id)
  })
  const mark = createMemo(() => {
    const [made, here] = [state.stacked(), edge()]
    return made && here ? markOf(here, lookupOf(made)) : null
  })
  const isNear = createMemo(() => props.looked !== null && (edge()?.from === props.looked || edge()?.to === props.looked))
  return (
    <Show when={mark()}>
      {(drawn) => (
        <g
          class="stack-edge"
          classList={{ near: isNear(), weak: drawn().isWeak, quiet: props.isQuiet, disputed: drawn().isDisputed }}
          data-edge={props.drawn.id}
          data-kind={drawn().kind}
          data-basis={drawn().basis}
        >
          <path class="stack-line" d={props.drawn.path} marker-end={tipOf(drawn().kind, isNear())} />
          <Show when={drawn().kind === 'succession'}>
            <path class="stack-line inner" d={props.drawn.path} />
          </Show>
          <EdgeSign at={props.drawn.middle} kind={drawn().kind} isDisputed={drawn().isDisputed} />
        </g>
      )}
    </Show>
  )
}

/** What has an order ends in an arrow. */
function tipOf(kind: EdgeKind, isNear: boolean): string | undefined {
  if (kind === 'horizontal' || kind === 'value-added') return undefined
  return isNear ? 'url(#stack-arrow-near)' : 'url(#stack-arrow)'
}

/** At the middle of a line: a plus for what adds to something, an exclamation mark where another line says the opposite. */
function EdgeSign(props: { readonly at: Drawn['middle']; readonly kind: string; readonly isDisputed: boolean }): JSX.Element {
  const sign = () => (props.isDisputed ? 'M0 -4v4.5M0 3.7h.01' : props.kind === 'value-added' ? 'M-4 0h8M0 -4v8' : '')
  return (
    <Show when={sign()}>
      {(drawn) => (
        <g class="stack-sign" transform={`translate(${props.at[0]} ${props.at[1]})`}>
          <circle r="8" />
          <path d={drawn()} />
        </g>
      )}
    </Show>
  )
}
