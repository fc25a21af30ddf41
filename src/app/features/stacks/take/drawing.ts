import { drawLegend } from './draw-legend.ts'
import { drawBands, drawLinks } from './draw-links.ts'
import { drawThings, textLine } from './draw-things.ts'
import { wrap } from './lines.ts'
import type { Lettering, Palette, Pictured } from './types.ts'
import { element, escaped } from './xml.ts'

/** Border round everything, and the least width, in CSS pixels. */
const margin = 32
const leastWidth = 720

const heading: Lettering = { family: 'serif', size: 25, weight: 700 }
const small: Lettering = { family: 'sans', size: 13, weight: 400 }

/** A picture as SVG text, and how large it is in CSS pixels. */
export interface DrawnPicture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/**
 * The drawing of a view as one SVG document that needs nothing else: no fonts, no pictures and no styles from anywhere. It says in words
 * what it shows. Every text in it comes from strangers and is escaped.
 */
export function drawPicture(pictured: Pictured): DrawnPicture {
  const { layout, words, palette, measure, language } = pictured
  const width = Math.max(layout.width + 2 * margin, leastWidth)
  const room = width - 2 * margin
  const titles = wrap(words.title, 2, (line) => measure(line, heading) <= room)
  const captions = wrap(words.caption, 3, (line) => measure(line, small) <= room)
  const legend = drawLegend(pictured, room)
  const top = margin + titles.length * 30 + 12
  const below = top + layout.height + 24
  const captionTop = below + legend.height + (legend.height > 0 ? 12 : 0)
  const height = captionTop + captions.length * 20 + margin - 8
  const parts = [
    element('title', { id: 'name' }, escaped(words.title)),
    element('desc', { id: 'words' }, escaped([words.caption, ...words.sentences].join('\n'))),
    definitions(palette),
    element('rect', { width, height, fill: palette.paper }),
    ...titles.map((line, index) => textLine(line, margin, margin + 22 + index * 30, heading, palette.ink)),
    at((width - layout.width) / 2, top, drawBands(pictured), drawLinks(pictured), drawThings(pictured)),
    at(margin, below, legend.svg),
    ...captions.map((line, index) => textLine(line, margin, captionTop + 14 + index * 20, small, palette['ink-soft'])),
  ]
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}`,
    role: 'img',
    'aria-labelledby': 'name words',
    'xml:lang': language,
  }
  return { svg: `<?xml version="1.0" encoding="UTF-8"?>\n${element('svg', root, ...parts)}`, width, height }
}

function at(x: number, y: number, ...children: readonly string[]): string {
  return element('g', { transform: `translate(${Math.round(x)} ${Math.round(y)})` }, ...children)
}

/** What other parts refer to by name: an arrow, a round window, the hatching of what does not hold. */
function definitions({ edge, rust }: Palette): string {
  const arrow = { d: 'M1 1L9 5L1 9', fill: 'none', stroke: edge, 'stroke-width': 1.6, 'stroke-linecap': 'round' }
  const marker = { id: 'arrow', viewBox: '0 0 10 10', refX: 9, refY: 5, markerWidth: 9, markerHeight: 9 }
  const stripes = { id: 'hatched', width: 8.5, height: 8.5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }
  return element(
    'defs',
    {},
    element('marker', { ...marker, markerUnits: 'userSpaceOnUse', orient: 'auto' }, element('path', arrow)),
    element('clipPath', { id: 'round', clipPathUnits: 'objectBoundingBox' }, element('circle', { cx: 0.5, cy: 0.5, r: 0.5 })),
    element('pattern', stripes, element('rect', { width: 1.5, height: 8.5, fill: rust, 'fill-opacity': 0.16 })),
  )
}
