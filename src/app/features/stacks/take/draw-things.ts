import type { Placed } from '../../../../core/stack/layout/types.ts'
import { rosettes } from '../../../ui/artwork.ts'
import { pens, sealArcs } from '../../../ui/seal.ts'
import { sizes } from '../sizes.ts'
import { wrap } from './lines.ts'
import type { Lettering, Palette, Pictured, PicturedThing } from './types.ts'
import { element, escaped } from './xml.ts'

export const families: Readonly<Record<Lettering['family'], string>> = {
  serif: "ui-serif, 'Iowan Old Style', Georgia, 'Noto Serif', serif",
  sans: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
}

export const lettering = {
  title: { family: 'serif', size: 15, weight: 700 },
  under: { family: 'sans', size: 13, weight: 400 },
  skill: { family: 'sans', size: 15, weight: 600 },
} as const satisfies Record<string, Lettering>

/** Beyond so many things without a picture of their own, the pattern of each is left out: it is half of the size of the file. */
const mostPatterned = 150

/** Most lines of words in a card, and how far they are apart: paper has no card to open, so there are more than on the screen. */
const mostLines = 4
const leading = 17

/** Share of the seal that the picture leaves to the ring, as `seal.css` has it. */
const ring = 0.12

/** The pairs of inks that `artwork.css` gives to each hue. */
const inks: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ['art-lagoon', 'art-dusk'],
  ['art-iris', 'art-heather'],
  ['art-moss', 'art-straw'],
  ['art-plum', 'art-rose'],
  ['art-rose', 'art-clay'],
  ['art-clay', 'art-straw'],
  ['art-dusk', 'art-lagoon'],
  ['art-heather', 'art-moss'],
]

/** A line of text. */
export function textLine(
  text: string,
  x: number,
  y: number,
  { family, size, weight }: Lettering,
  fill: string,
  anchor = 'start',
): string {
  const attributes = {
    x,
    y,
    fill,
    'font-family': families[family],
    'font-size': size,
    'font-weight': weight,
    'text-anchor': anchor,
  }
  return element('text', attributes, escaped(text))
}

/** All things, each where it stands. */
export function drawThings(pictured: Pictured): string {
  const { layout, things } = pictured
  const unpictured = [...things.values()].filter(({ kind, picture }) => kind === 'achievement' && picture === null).length
  return layout.nodes
    .map((place) => {
      const thing = things.get(place.id)
      if (!thing) return ''
      const drawn =
        thing.kind === 'skill' ? skillOf(thing, place, pictured) : cardOf(thing, place, unpictured <= mostPatterned, pictured)
      return element('g', { transform: `translate(${place.x} ${place.y})` }, drawn)
    })
    .join('')
}

function skillOf({ title, under }: PicturedThing, { width, height }: Placed, { palette, measure }: Pictured): string {
  const room = width - 32
  const titles = wrap(title, 2, (line) => measure(line, lettering.skill) <= room)
  const below = wrap(under, 1, (line) => measure(line, lettering.under) <= room)
  const top = (height - (titles.length + below.length) * leading) / 2 + 13
  return [
    element('rect', { width, height, rx: height / 2, fill: palette.sunken, stroke: palette.edge }),
    ...titles.map((line, index) => textLine(line, width / 2, top + index * leading, lettering.skill, palette.ink, 'middle')),
    ...below.map((line) =>
      textLine(line, width / 2, top + titles.length * leading, lettering.under, palette['ink-soft'], 'middle'),
    ),
  ].join('')
}

function cardOf(thing: PicturedThing, place: Placed, isPatterned: boolean, pictured: Pictured): string {
  const { palette } = pictured
  return [
    frameOf(thing, place, palette),
    element(
      'g',
      { transform: `translate(${sizes.inset} ${(place.height - sizes.seal) / 2})` },
      emblemOf(thing, isPatterned, palette),
    ),
    wordsOf(thing, place, pictured),
    ...(thing.isLeaning ? [leaningMark(place.width - 23, 2, palette)] : []),
  ].join('')
}

/** The border says how it stands: whole, dashed for what is not earned or open, dotted for what is only named; hatched for what does not hold. */
function frameOf({ standing, presence }: PicturedThing, { width, height }: Placed, palette: Palette): string {
  const size = { width, height, rx: 16 }
  if (presence === 'named') return element('rect', { ...size, fill: 'none', stroke: palette.edge, 'stroke-dasharray': '1 3' })
  const isEarned = standing !== 'none'
  const isOpen = !isEarned || standing === 'cannot-tell'
  const border = { stroke: isOpen ? palette.edge : palette.hairline, ...(isOpen && { 'stroke-dasharray': '5 4' }) }
  const card = element('rect', { ...size, fill: isEarned ? palette.card : palette.paper, ...border })
  return standing === 'not-verified' ? card + element('rect', { ...size, fill: 'url(#hatched)' }) : card
}

function emblemOf(thing: PicturedThing, isPatterned: boolean, palette: Palette): string {
  const { seal } = sizes
  if (thing.questions === null) {
    const empty = { fill: 'none', stroke: palette.edge, 'stroke-width': 2, 'stroke-dasharray': '5 4' }
    return element('circle', { cx: seal / 2, cy: seal / 2, r: seal / 2 - 5, ...empty })
  }
  return pictureOf(thing, isPatterned, palette) + sealOf(thing.questions, palette)
}

function pictureOf({ picture, seed, initials }: PicturedThing, isPatterned: boolean, palette: Palette): string {
  const { seal } = sizes
  const [inset, size] = [seal * ring, seal * (1 - 2 * ring)]
  if (picture !== null) {
    const place = { x: inset, y: inset, width: size, height: size, preserveAspectRatio: 'xMidYMid meet' }
    return element('image', { ...place, 'clip-path': 'url(#round)', href: picture })
  }
  const { hue, outer, inner } = rosettes(seed)
  const [first, second] = inks[hue] ?? ['art-iris', 'art-heather']
  const pattern = { fill: 'none', 'stroke-width': 0.7 }
  return element(
    'g',
    { transform: `translate(${inset} ${inset}) scale(${size / 100})` },
    element('circle', { cx: 50, cy: 50, r: 50, fill: palette[first], 'fill-opacity': isPatterned ? 0.09 : 0.22 }),
    ...(isPatterned
      ? [
          element('path', { d: outer, stroke: palette[first], ...pattern }),
          element('path', { d: inner, stroke: palette[second], ...pattern }),
        ]
      : []),
    textLine(initials, 50, 56, { family: 'serif', size: 17, weight: 400 }, palette[first], 'middle'),
  )
}

const colours = { passed: 'leaf', warning: 'amber', failed: 'rust', unknown: 'slate', pending: 'slate' } as const

/** The ring of four arcs, as `seal.tsx` draws it. */
function sealOf(questions: NonNullable<PicturedThing['questions']>, palette: Palette): string {
  const arcs = sealArcs(questions, 'card').flatMap(({ answer, strokes, dashes }) =>
    strokes.map(({ path, kind }) => {
      const colour = palette[colours[answer]]
      if (kind === 'dot') return element('path', { d: path, fill: colour })
      const line = { d: path, fill: 'none', stroke: colour, 'stroke-width': pens.card.width }
      return kind === 'dashes'
        ? element('path', { ...line, pathLength: dashes * 2 - 1, 'stroke-dasharray': '1 1' })
        : element('path', { ...line, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' })
    }),
  )
  return element('g', { transform: `scale(${sizes.seal / 100})` }, ...arcs)
}

function wordsOf({ title, under }: PicturedThing, { width, height }: Placed, { palette, measure }: Pictured): string {
  const left = sizes.inset + sizes.seal + 10
  const room = width - left - sizes.inset
  const set = (text: string, most: number, how: Lettering) => wrap(text, most, (line) => measure(line, how) <= room)
  const titles = set(title, mostLines - 1, lettering.title)
  const below = set(under, Math.min(2, mostLines - titles.length), lettering.under)
  const top = (height - (titles.length + below.length) * leading) / 2 + 13
  return [
    ...titles.map((line, index) => textLine(line, left, top + index * leading, lettering.title, palette.ink)),
    ...below.map((line, index) =>
      textLine(line, left, top + (titles.length + index) * leading, lettering.under, palette['ink-soft']),
    ),
  ].join('')
}

/** An exclamation mark in a small ring: something that it leans on does not hold. */
export function leaningMark(x: number, y: number, palette: Palette): string {
  return element(
    'g',
    { transform: `translate(${x} ${y})` },
    element('circle', { r: 11, fill: palette['amber-wash'], stroke: palette.amber }),
    element('path', { d: 'M0 -5v6M0 5h.01', fill: 'none', stroke: palette.amber, 'stroke-width': 2, 'stroke-linecap': 'round' }),
  )
}
