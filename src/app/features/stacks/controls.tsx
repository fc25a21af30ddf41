import type { JSX } from 'solid-js'
import { IconButton } from '../../ui/button.tsx'
import { useStacks } from './context.ts'
import type { Mover } from './mover.ts'
import { zoomStep } from './viewport.ts'

/** Larger, smaller, everything. */
export function Controls(props: { readonly mover: Mover }): JSX.Element {
  const { text } = useStacks()
  const words = () => text().page.canvas
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons, no fields
    <div class="stack-controls no-print" role="group" aria-label={words().controls}>
      <IconButton icon="add" label={words().larger} onClick={() => props.mover.zoomBy(zoomStep)} />
      <IconButton icon="less" label={words().smaller} onClick={() => props.mover.zoomBy(1 / zoomStep)} />
      <IconButton icon="fit" label={words().fit} onClick={() => props.mover.fit()} />
    </div>
  )
}
