import type { Band, Drawn } from '../../../../core/stack/layout/types.ts'
import { cleaned } from '../../../../text/verdict.ts'
import { textLine } from './draw-things.ts'
import type { Lettering, Palette, Pictured, PicturedLink } from './types.ts'
import { element } from './xml.ts'

const strip: Lettering = { family: 'sans', size: 13, weight: 400 }

/** Dashes by who says so, as `stacks.css` has them. */
const dashes: Readonly<Record<PicturedLink['basis'], Readonly<Record<string, string>>>> = {
  issuer: {},
  pathway: { 'stroke-dasharray': '12 7' },
  inferred: { 'stroke-dasharray': '4 6' },
  learner: { 'stroke-dasharray': '0.1 6' },
}

/** The strips behind the things, with their names, and how long each thing holds. */
export function drawBands({ layout, words, palette }: Pictured): string {
  const bars = layout.bars.map(({ x, y, width, height }) =>
    element('rect', {
      x,
      y,
      width,
      height,
      rx: height / 2,
      fill: palette['leaf-wash'],
      stroke: palette.leaf,
      'stroke-opacity': 0.45,
    }),
  )
  return [...layout.bands.map((band, index) => bandOf(band, index, words, palette)), ...bars].join('')
}

function bandOf(band: Band, index: number, words: Pictured['words'], palette: Palette): string {
  const { kind, x, y, width, height } = band
  const [colour, isToday] = [palette['ink-soft'], kind === 'today']
  const name = textLine(nameOf(band, words), x + 10, y + (isToday ? 44 : 20), strip, colour)
  if (isToday) {
    const middle = x + width / 2
    const line = {
      x1: middle,
      y1: y,
      x2: middle,
      y2: y + height,
      stroke: palette.edge,
      'stroke-width': 2,
      'stroke-dasharray': '6 5',
    }
    return element('line', line) + name
  }
  const isShaded = kind === 'undated' || (kind !== 'term' && index % 2 === 0)
  const edge = kind === 'tier' ? { x2: x + width, y2: y } : { x2: x, y2: y + height }
  const dashed = kind === 'term' ? { 'stroke-dasharray': '4 4' } : {}
  return [
    ...(isShaded ? [element('rect', { x, y, width, height, fill: palette.sunken })] : []),
    element('line', { x1: x, y1: y, ...edge, stroke: palette.hairline, ...dashed }),
    name,
  ].join('')
}

function nameOf({ kind, name }: Band, words: Pictured['words']): string {
  if (kind === 'tier') return (Object.hasOwn(words.tiers, name) ? words.tiers[name] : undefined) ?? name
  if (kind === 'today') return words.today
  return kind === 'undated' ? words.undated : cleaned(name)
}

/** All links, in the styles of the screen. */
export function drawLinks({ layout, links, palette }: Pictured): string {
  return layout.edges
    .map((drawn) => {
      const link = links.get(drawn.id)
      return link ? linkOf(drawn, link, palette) : ''
    })
    .join('')
}

function linkOf({ path, middle }: Drawn, link: PicturedLink, palette: Palette): string {
  return strokes(path, link, palette) + signOf(middle, link, palette)
}

/** One line, or two for what was replaced; with an arrow where there is an order. */
export function strokes(path: string, { kind, basis, isWeak, isDisputed }: PicturedLink, palette: Palette): string {
  const width = kind === 'succession' ? 5 : basis === 'learner' ? 2.75 : 1.75
  const arrow = kind === 'horizontal' || kind === 'value-added' ? {} : { 'marker-end': 'url(#arrow)' }
  const line = {
    d: path,
    fill: 'none',
    'stroke-linecap': 'round',
    stroke: isDisputed ? palette.rust : palette.edge,
    'stroke-width': isWeak ? 0.9 : width,
    ...(isWeak && { 'stroke-opacity': 0.7 }),
    ...dashes[basis],
  }
  const inner =
    kind === 'succession' ? element('path', { d: path, fill: 'none', stroke: palette.paper, 'stroke-width': 2.25 }) : ''
  return element('path', { ...line, ...arrow }) + inner
}

/** At the middle: a plus for what adds to something, an exclamation mark where the opposite is said as well. */
function signOf([x, y]: Drawn['middle'], { kind, isDisputed }: PicturedLink, palette: Palette): string {
  if (!isDisputed && kind !== 'value-added') return ''
  const d = isDisputed ? 'M0 -4v4.5M0 3.7h.01' : 'M-4 0h8M0 -4v8'
  const colour = isDisputed ? palette.rust : palette.ink
  return element(
    'g',
    { transform: `translate(${x} ${y})` },
    element('circle', { r: 8, fill: palette.paper, stroke: isDisputed ? palette.rust : palette.edge }),
    element('path', { d, fill: 'none', stroke: colour, 'stroke-width': 1.75, 'stroke-linecap': 'round' }),
  )
}
