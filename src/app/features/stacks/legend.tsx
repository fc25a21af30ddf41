import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { bases, edgeKinds } from '../../../core/stack/types.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useStacks } from './context.ts'
import { markOf } from './edge-marks.ts'
import { lookupOf } from './lookup.ts'
import { BasisLine } from './relations.tsx'
import { drawnIn } from './request.ts'

/** Whether it was closed; it stays so until the page goes. */
const [isOpen, setIsOpen] = createSignal(true)

/** What the lines and marks that are in use just now mean. */
export function Legend(): JSX.Element {
  const { state, text } = useStacks()
  const words = () => text().page.legend
  const drawn = createMemo(() => {
    const view = state.view()
    return view === 'outline' ? { nodes: [], edges: [] } : drawnIn(view, state.shown(), state.focus())
  })
  const marks = createMemo(() => {
    const made = state.stacked()
    return made ? drawn().edges.map((edge) => markOf(edge, lookupOf(made))) : []
  })
  const usedBases = createMemo(() => bases.filter((basis) => marks().some((mark) => mark.basis === basis)))
  const usedKinds = createMemo(() => edgeKinds.filter((kind) => marks().some((mark) => mark.kind === kind)))
  const signs = createMemo(() => signsIn())

  function signsIn() {
    const analysis = state.stacked()?.analysis
    const isAny = (test: (id: string) => boolean) => drawn().nodes.some(({ id, kind }) => kind === 'achievement' && test(id))
    return {
      weak: marks().some(({ isWeak }) => isWeak),
      opposite: marks().some(({ isDisputed }) => isDisputed),
      notEarned: isAny((id) => (analysis?.standing[id] ?? 'none') === 'none'),
      notVerified: isAny((id) => analysis?.standing[id] === 'not-verified'),
      cannotTell: isAny((id) => analysis?.standing[id] === 'cannot-tell'),
      leans: isAny((id) => (analysis?.leaning[id]?.length ?? 0) > 0),
      holds: (state.layout()?.bars.length ?? 0) > 0,
    }
  }

  return (
    <Show when={usedBases().length > 0}>
      <Show
        when={isOpen()}
        fallback={
          <button type="button" class="chip stack-legend-open" onClick={() => setIsOpen(true)}>
            {words().show}
          </button>
        }
      >
        <section class="stack-legend" aria-label={words().title}>
          <ul>
            <For each={usedBases()}>
              {(basis) => (
                <li>
                  <BasisLine basis={basis} />
                  {words().bases[basis]}
                </li>
              )}
            </For>
            <For each={usedKinds()}>
              {(kind) => (
                <li>
                  <KindSample kind={kind} />
                  {words().kinds[kind]}
                </li>
              )}
            </For>
            <Sign isUsed={signs().weak} words={words().weak}>
              <svg class="stack-sample" viewBox="0 0 40 12" aria-hidden="true">
                <g class="stack-edge weak" data-basis="issuer" data-kind="horizontal">
                  <path class="stack-line" d="M2 6H38" />
                </g>
              </svg>
            </Sign>
            <Sign isUsed={signs().opposite} words={words().opposite}>
              <svg class="stack-sample" viewBox="0 0 40 12" aria-hidden="true">
                <g class="stack-edge disputed">
                  <path class="stack-line" d="M2 6H38" />
                </g>
              </svg>
            </Sign>
            <Sign isUsed={signs().holds} words={words().holds}>
              <span class="stack-sample stack-bar open" />
            </Sign>
            <Sign isUsed={signs().notEarned} words={words().notEarned}>
              <span class="stack-sample stack-ring" />
            </Sign>
            <Sign isUsed={signs().notVerified} words={words().notVerified}>
              <span class="stack-sample stack-hatched" />
            </Sign>
            <Sign isUsed={signs().cannotTell} words={words().cannotTell}>
              <span class="stack-sample stack-unsure" />
            </Sign>
            <Sign isUsed={signs().leans} words={words().leans}>
              <span class="stack-sample stack-mark">
                <Icon name="warning" />
              </span>
            </Sign>
          </ul>
          <IconButton icon="close" label={words().close} onClick={() => setIsOpen(false)} />
        </section>
      </Show>
    </Show>
  )
}

function Sign(props: { readonly isUsed: boolean; readonly words: string; readonly children: JSX.Element }): JSX.Element {
  return (
    <Show when={props.isUsed}>
      <li>
        {props.children}
        {props.words}
      </li>
    </Show>
  )
}

const shapes: Readonly<Record<string, readonly string[]>> = {
  vertical: ['M2 6H37', 'M31 2L37 6L31 10'],
  horizontal: ['M2 6H38'],
  'value-added': ['M2 6H14M26 6H38', 'M16 6h8M20 2v8'],
  succession: ['M2 4H38', 'M2 8H38'],
}

/** The shape of a kind, whoever says so. */
function KindSample(props: { readonly kind: string }): JSX.Element {
  return (
    <svg class="stack-sample" viewBox="0 0 40 12" aria-hidden="true">
      <g class="stack-edge">
        <For each={shapes[props.kind]}>{(shape) => <path class="stack-line" d={shape} />}</For>
      </g>
    </svg>
  )
}
