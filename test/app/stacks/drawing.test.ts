import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { drawPicture } from '../../../src/app/features/stacks/take/drawing.ts'
import { shortened, wrap } from '../../../src/app/features/stacks/take/lines.ts'
import { pngSize } from '../../../src/app/features/stacks/take/png.ts'
import type { Palette, Pictured, PicturedThing } from '../../../src/app/features/stacks/take/types.ts'
import { layOut } from '../../../src/core/stack/layout/index.ts'
import { bases, edgeKinds } from '../../../src/core/stack/types.ts'
import { loadStacks } from '../../../src/text/stacks.ts'

const { page, relations } = await loadStacks('en')
const colour = '#123456'
const palette = new Proxy({}, { get: () => colour }) as Palette

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Every element of a document; throws where it is not well formed. */
function elementsOf(svg: string): { readonly elements: readonly Element[]; readonly texts: readonly string[] } {
  const parser = new SaxesParser({ xmlns: false })
  const [elements, texts]: [Element[], string[]] = [[], []]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes }))
  parser.on('text', (text) => texts.push(text))
  parser.write(svg).close()
  return { elements, texts }
}

function thing(id: string, part: Partial<PicturedThing> = {}): PicturedThing {
  return {
    id,
    kind: 'achievement',
    title: `Title of ${id}`,
    under: 'Westbridge College',
    questions: { integrity: 'passed', validity: 'warning', authority: 'failed', identity: 'unknown' },
    picture: null,
    seed: id,
    initials: 'WC',
    standing: 'verified',
    presence: 'awarded',
    isLeaning: false,
    ...part,
  }
}

function pictured(things: readonly PicturedThing[], more: Partial<Pictured['words']> = {}): Pictured {
  const ids = things.map(({ id }) => id)
  const edges = ids
    .slice(1)
    .map((to, place) => ({ id: `edge ${place}`, from: ids[place] ?? '', to, isOrdering: place % 2 === 0 }))
  const layout = layOut({
    view: 'ladder',
    nodes: things.map(({ id, kind }) => ({
      id,
      kind,
      tier: 'course',
      rank: 20,
      earned: null,
      expires: null,
      term: '',
      order: id,
    })),
    edges,
    node: { width: 232, height: 88 },
    skill: { width: 196, height: 56 },
    columns: 4,
    now: 0,
  })
  const links = edges.map(({ id }, place) => ({
    id,
    kind: edgeKinds[place % edgeKinds.length] ?? 'vertical',
    basis: bases[place % bases.length] ?? 'issuer',
    isWeak: place % 3 === 1,
    isDisputed: place % 3 === 2,
  }))
  const words = {
    title: 'Ladder',
    caption: 'Ladder · 3 achievements',
    sentences: [],
    tiers: relations.outline.tiers,
    undated: 'No date',
    today: 'Today',
    legend: page.legend,
  }
  return {
    layout,
    things: new Map(things.map((each) => [each.id, each])),
    links: new Map(links.map((link) => [link.id, link])),
    words: { ...words, ...more },
    palette,
    measure: (text, { size }) => [...text].length * size * 0.5,
    language: 'en',
  }
}

const png = 'data:image/png;base64,iVBORw0KGgo='
const several = [
  thing('a', { picture: png }),
  thing('b', { standing: 'not-verified', isLeaning: true }),
  thing('c', { questions: null, standing: 'none', presence: 'defined' }),
  thing('d', { presence: 'named', questions: null, standing: 'none' }),
  thing('e', { standing: 'cannot-tell' }),
  thing('f', { kind: 'skill', questions: null, standing: 'none' }),
]

describe('a picture that is taken away', () => {
  const { svg, width, height } = drawPicture(pictured(several))
  const { elements, texts } = elementsOf(svg)

  test('is one well-formed document of its own, with a name and a description', () => {
    expect(elements[0]).toMatchObject({ name: 'svg', attributes: { role: 'img', 'aria-labelledby': 'name words' } })
    expect(elements.filter(({ name }) => name === 'title' || name === 'desc').map(({ attributes }) => attributes['id'])).toEqual([
      'name',
      'words',
    ])
    expect(width).toBeGreaterThanOrEqual(720)
    expect(height).toBeGreaterThan(0)
  })

  test('refers to nothing outside of it', () => {
    const values = elements.flatMap(({ attributes }) => Object.entries(attributes)).filter(([name]) => name !== 'xmlns')
    expect(values.filter(([, value]) => /https?:|\/\//i.test(value))).toEqual([])
    expect(values.filter(([, value]) => /url\(/.test(value) && !/^url\(#(arrow|round|hatched)\)$/.test(value))).toEqual([])
    expect(elements.some(({ name }) => ['script', 'style', 'foreignObject', 'use', 'a', 'link'].includes(name))).toBe(false)
    const images = elements.filter(({ name }) => name === 'image')
    expect(images).toHaveLength(1)
    for (const { attributes } of images) expect(attributes['href']).toMatch(/^data:image\/(png|jpeg|webp)[;,]/)
  })

  test('explains the lines and marks that are in use, and only those', () => {
    const said = texts.join('\n')
    for (const words of [...Object.values(page.legend.bases), page.legend.weak, page.legend.notEarned, page.legend.notVerified])
      expect(said).toContain(words.slice(0, 20))
    const plain = elementsOf(drawPicture(pictured([thing('a')])).svg).texts.join('\n')
    for (const words of [...Object.values(page.legend.bases), page.legend.weak, page.legend.notEarned])
      expect(plain).not.toContain(words)
  })

  test('tells what it shows to whoever does not see it', () => {
    const { texts: said } = elementsOf(drawPicture(pictured(several, { sentences: ['A. Part of: B.'] })).svg)
    expect(said.some((text) => text.includes('A. Part of: B.'))).toBe(true)
  })

  test('draws nothing of what a layout names and nobody describes', () => {
    const given = pictured(several)
    expect(() => drawPicture({ ...given, things: new Map(), links: new Map() })).not.toThrow()
  })

  test('stays small with five hundred things without pictures', () => {
    const many = drawPicture(pictured(Array.from({ length: 500 }, (_, place) => thing(`n${place}`))))
    expect(many.svg.length).toBeLessThan(2_000_000)
  })

  test('is well formed whatever things are called', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.constantFrom(
        ']]></text><script>alert(1)</script>',
        '"><image href="https://evil.example/x"/>',
        "' onload='alert(1)",
        '&amp;&#0;&bogus;',
        '\u0000\u0008\uffff\ud800',
        '<!DOCTYPE x [<!ENTITY y SYSTEM "https://evil.example">]>',
      ),
    )
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, under, name) => {
        const made = drawPicture(
          pictured([thing('a', { title, under, initials: title }), thing('b', { kind: 'skill', title })], {
            title: name,
            caption: name,
            sentences: [under],
          }),
        )
        const found = elementsOf(made.svg).elements
        expect(found.some((each) => ['script', 'image', 'foreignObject'].includes(each.name))).toBe(false)
        expect(found.flatMap(({ attributes }) => Object.keys(attributes)).some((each) => each.startsWith('on'))).toBe(false)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a title in lines', () => {
  const fits = (line: string) => [...line].length <= 10

  test.each([
    ['Welding', ['Welding']],
    ['Swift Water Rescue', ['Swift', 'Water Res…']],
    ['Data Ethics', ['Data', 'Ethics']],
    ['Donaudampfschiff', ['Donaudampf', 'schiff']],
    ['', []],
    ['A B', ['A B']],
  ])('%s', (text, lines) => {
    expect(wrap(text, 2, fits)).toEqual(lines)
  })

  test('every line fits, there are never too many, and nothing is added but an ellipsis', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 4 }), (text, most) => {
        const lines = wrap(text, most, fits)
        expect(lines.length).toBeLessThanOrEqual(most)
        for (const line of lines) expect(fits(line)).toBe(true)
        const plain = text.replace(/\s+/g, '')
        expect(plain.startsWith(lines.join('').replace(/\s+/g, '').replace(/…$/, ''))).toBe(true)
      }),
    )
  })

  test('what is shortened ends in an ellipsis', () => {
    expect(shortened('Westbridge College', fits)).toBe('Westbridg…')
  })
})

describe('the size of a PNG', () => {
  test.each([
    [800, 600, { width: 1600, height: 1200, isReduced: false }],
    [6_000, 500, { width: 8_000, height: 666, isReduced: true }],
    [4_000, 4_000, { width: 5_656, height: 5_656, isReduced: true }],
  ])('of %d by %d', (width, height, size) => {
    expect(pngSize(width, height)).toEqual(size)
  })
})
