import { createMemo, type JSX, Show } from 'solid-js'
import type { Placed } from '../../../core/stack/layout/types.ts'
import { useStacks } from './context.ts'
import type { Hover } from './hover.ts'
import type { Mover } from './mover.ts'
import { nodeWords } from './node-words.ts'

/** Room that the small card needs above its thing, in pixels of the window. */
const roomAbove = 150

/** The small card of what the pointer rests on: the whole title and how it stands. The button's own name says the same. */
export function HoverCard(props: { readonly hover: Hover; readonly mover: Mover; readonly place: Placed }): JSX.Element {
  const { state, telling } = useStacks()
  const words = createMemo(() => {
    const [made, node] = [state.stacked(), state.node(props.place.id)]
    return made && node ? nodeWords(node, made, telling()) : null
  })
  const seen = () => props.mover.seenAt([props.place.x + props.place.width / 2, props.place.y])
  /** Over the middle of the thing, and wholly inside the window: half of its own width (percent, in CSS) from either border. */
  const across = () => `clamp(50% + 8px, ${seen()[0]}px, ${props.mover.width()}px - 50% - 8px)`
  /** Over the thing; below it where there is no room above. */
  const below = () => seen()[1] < roomAbove
  const down = () => (below() ? props.mover.seenAt([0, props.place.y + props.place.height])[1] : seen()[1])
  return (
    <Show when={words()}>
      {(said) => (
        <div
          class="stack-hover"
          classList={{ below: below() }}
          aria-hidden="true"
          style={{ translate: `${across()} ${down()}px` }}
          onPointerEnter={() => props.hover.keep()}
          onPointerLeave={() => props.hover.leave()}
        >
          <strong dir="auto">{said().title.value}</strong>
          <span class="small" dir="auto">
            {[said().kind, said().issuer].filter((part) => part !== '').join(' · ')}
          </span>
          <Show when={said().standingWords}>
            <span class="small">{[said().standingWords, said().earned].filter((part) => part !== '').join(' · ')}</span>
          </Show>
          <Show when={said().leaning}>
            <span class="small stack-caution">{said().leaning}</span>
          </Show>
          <Show when={said().parts}>
            <span class="small">{said().parts}</span>
          </Show>
        </div>
      )}
    </Show>
  )
}
