import { For, type JSX, onCleanup } from 'solid-js'
import type { Band, Layout } from '../../../core/stack/layout/types.ts'
import { useStacks } from './context.ts'
import type { Followers } from './followers.ts'
import { makeGlide } from './glide.ts'
import type { Point, Viewport } from './viewport.ts'

/** How far the strips run on beyond the drawing, in its own pixels: wherever one looks, they are there. */
const beyond = 6_000
/** Distance of a name from the border of the window, and room that it needs, in pixels of the window. */
const [border, nameHeight, nameWidth] = [10, 30, 72]

/** Tiers lie across the drawing; years, terms and what has no date stand upright in it. */
const isAcross = ({ kind }: Band) => kind === 'tier'

/** The strips behind the things, and how long each holds. */
export function Bands(props: { readonly layout: Layout }): JSX.Element {
  return (
    <>
      <For each={props.layout.bands}>
        {(band) => (
          <div
            class="stack-band"
            data-kind={band.kind}
            style={
              isAcross(band)
                ? place(-beyond, band.y, props.layout.width + 2 * beyond, band.height)
                : place(band.x, -beyond, band.width, props.layout.height + 2 * beyond)
            }
          />
        )}
      </For>
      <For each={props.layout.bars}>
        {(bar) => <div class="stack-bar" classList={{ open: bar.isOpen }} style={place(bar.x, bar.y, bar.width, bar.height)} />}
      </For>
    </>
  )
}

function place(x: number, y: number, width: number, height: number): JSX.CSSProperties {
  return { left: `${x}px`, top: `${y}px`, 'inline-size': `${width}px`, 'block-size': `${height}px` }
}

/** Names of the strips: they stay at the border of the window, whatever part of the strip is in it. */
export function BandNames(props: { readonly layout: Layout; readonly follow: Followers['follow'] }): JSX.Element {
  const { text } = useStacks()
  const nameOf = ({ kind, name }: Band) => {
    const { relations, page } = text()
    if (kind === 'tier') return Object.entries(relations.outline.tiers).find(([tier]) => tier === name)?.[1] ?? name
    if (kind === 'today') return page.canvas.today
    return kind === 'undated' ? page.canvas.undated : name
  }
  return (
    <div class="stack-names" aria-hidden="true">
      <For each={props.layout.bands}>
        {(band) => (
          <span
            class="stack-name"
            data-kind={band.kind}
            dir="auto"
            ref={(element) => {
              const { move, rest } = makeGlide(element)
              onCleanup(props.follow({ move: (view) => move(nameTransform(band, view)), rest }))
            }}
          >
            {nameOf(band)}
          </span>
        )}
      </For>
    </div>
  )
}

function nameTransform(band: Band, view: Viewport): string {
  const [x, y] = namePoint(band, view)
  // Whole pixels, or its letters blur.
  return `translate(${Math.round(x)}px, ${Math.round(y)}px)`
}

/** Where the name of a strip is seen: at its beginning, or at the border of the window when that is out of sight. */
export function namePoint(band: Band, { x, y, scale }: Viewport): Point {
  if (isAcross(band)) return [border, along(band.y * scale + y, band.height * scale, nameHeight)]
  return [
    along(band.x * scale + x, band.width * scale, nameWidth),
    band.kind === 'year' || band.kind === 'undated' ? border : border + nameHeight,
  ]
}

function along(start: number, length: number, needed: number): number {
  const first = start + border
  return Math.max(first, Math.min(border, start + length - needed))
}
