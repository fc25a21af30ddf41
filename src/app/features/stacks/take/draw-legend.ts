import { bases, edgeKinds } from '../../../../core/stack/types.ts'
import { strokes } from './draw-links.ts'
import { leaningMark, textLine } from './draw-things.ts'
import { wrap } from './lines.ts'
import type { Lettering, Pictured, PicturedLink } from './types.ts'
import { element } from './xml.ts'

const letters: Lettering = { family: 'sans', size: 13, weight: 400 }
/** Width of a sample and height of a line, in CSS pixels. */
const [sample, line] = [48, 24]
const between = 28

interface Entry {
  readonly drawn: string
  readonly words: string
}

/** What the lines and marks that are in use mean, set in as many lines as it takes. */
export function drawLegend(pictured: Pictured, width: number): { readonly svg: string; readonly height: number } {
  const { palette, measure } = pictured
  let [x, y] = [0, 0]
  const drawn = entriesOf(pictured).map((entry) => {
    const [words = ''] = wrap(entry.words, 1, (text) => measure(text, letters) <= width - sample)
    const needed = sample + measure(words, letters)
    if (x > 0 && x + needed > width) [x, y] = [0, y + line]
    const place = `translate(${x} ${y})`
    x += needed + between
    return element('g', { transform: place }, entry.drawn, textLine(words, sample, 16, letters, palette['ink-soft']))
  })
  return { svg: drawn.join(''), height: drawn.length === 0 ? 0 : y + line }
}

function entriesOf(pictured: Pictured): readonly Entry[] {
  const { layout, links, palette, words } = pictured
  const used = layout.edges.flatMap(({ id }) => links.get(id) ?? [])
  const plain = { id: '', isWeak: false, isDisputed: false, kind: 'horizontal', basis: 'issuer' } as const
  const lineOf = (link: Partial<PicturedLink>) => strokes('M2 12H38', { ...plain, ...link }, palette)
  const { legend } = words
  return [
    ...bases
      .filter((basis) => used.some((link) => link.basis === basis))
      .map((basis) => ({ drawn: lineOf({ basis }), words: legend.bases[basis] })),
    ...edgeKinds
      .filter((kind) => used.some((link) => link.kind === kind))
      .map((kind) => ({ drawn: lineOf({ kind }) + (kind === 'value-added' ? plus(palette) : ''), words: legend.kinds[kind] })),
    ...(used.some(({ isWeak }) => isWeak) ? [{ drawn: lineOf({ isWeak: true }), words: legend.weak }] : []),
    ...(used.some(({ isDisputed }) => isDisputed) ? [{ drawn: lineOf({ isDisputed: true }), words: legend.opposite }] : []),
    ...marksOf(pictured),
  ]
}

function marksOf({ things, layout, palette, words: { legend } }: Pictured): readonly Entry[] {
  const shown = layout.nodes.flatMap(({ id }) => things.get(id) ?? []).filter(({ kind }) => kind === 'achievement')
  const box = { x: 8, y: 3, width: 26, height: 18, rx: 5 }
  const ring = element('circle', {
    cx: 20,
    cy: 12,
    r: 8,
    fill: 'none',
    stroke: palette.edge,
    'stroke-width': 2,
    'stroke-dasharray': '3 3',
  })
  const hatched =
    element('rect', { ...box, fill: palette.card, stroke: palette.hairline }) + element('rect', { ...box, fill: 'url(#hatched)' })
  return [
    ...(shown.some(({ questions }) => questions === null) ? [{ drawn: ring, words: legend.notEarned }] : []),
    ...(shown.some(({ standing }) => standing === 'not-verified') ? [{ drawn: hatched, words: legend.notVerified }] : []),
    ...(shown.some(({ isLeaning }) => isLeaning) ? [{ drawn: leaningMark(20, 12, palette), words: legend.leans }] : []),
  ]
}

function plus({ paper, edge, ink }: Pictured['palette']): string {
  const sign = { d: 'M-4 0h8M0 -4v8', fill: 'none', stroke: ink, 'stroke-width': 1.75, 'stroke-linecap': 'round' }
  return element(
    'g',
    { transform: 'translate(18 12)' },
    element('circle', { r: 8, fill: paper, stroke: edge }),
    element('path', sign),
  )
}
