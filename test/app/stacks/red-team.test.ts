import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { relationsOf } from '../../../src/app/features/stacks/describe.ts'
import { bestAward } from '../../../src/app/features/stacks/lookup.ts'
import { nodeWords } from '../../../src/app/features/stacks/node-words.ts'
import { outlineOf } from '../../../src/app/features/stacks/outline.view.ts'
import type { OutlineLine } from '../../../src/app/features/stacks/outline-line.ts'
import { isWeakened } from '../../../src/app/features/stacks/sayings.ts'
import { drawBands } from '../../../src/app/features/stacks/take/draw-links.ts'
import type { Palette, Pictured } from '../../../src/app/features/stacks/take/types.ts'
import { noFilter, selectShown } from '../../../src/core/stack/select.ts'
import type { StackSource } from '../../../src/core/stack/types.ts'
import type { Stacked } from '../../../src/worker/stack-types.ts'
import { badges, record, type StatedAward } from '../../core/stack/fixtures.ts'
import { idOf, stackedOf, tellingIn } from './tellings.ts'

const english = await tellingIn('en')
const stranger = { issuerLevel: 'key', issuerKnownAs: '' } as const

const nodeOf = (name: string, stacked: Stacked) => {
  const id = idOf(name, stacked)
  return stacked.graph.achievements.find((node) => node.id === id)!
}
const shownOf = (stacked: Stacked) => selectShown({ ...stacked, filter: noFilter, focus: null, members: null })

describe('a copy that a stranger signed', () => {
  const degree = { id: 'degree', name: 'Degree', type: 'BachelorDegree' }
  const copy: StatedAward = { ...degree, by: 'Somebody', digest: 'copy', earned: '2026', award: stranger }

  test('never stands for what the school awarded', () => {
    const stacked = stackedOf([...badges({ ...degree, digest: 'held', earned: '2020' }), ...badges(copy)])
    expect(bestAward(nodeOf('Degree', stacked), stacked)?.digest).toBe('held')
    expect(nodeWords(nodeOf('Degree', stacked), stacked, english).issuer).toBe('Westbridge College')
  })

  test('is not said to hold where the school awarded none', () => {
    const stacked = stackedOf([record({ defines: [degree] }), ...badges(copy)])
    const { issuer, standing, standingWords } = nodeWords(nodeOf('Degree', stacked), stacked, english)
    expect({ issuer, standing, standingWords }).toEqual({
      issuer: '“Somebody”',
      standing: 'cannot-tell',
      standingWords: 'Cannot tell',
    })
  })
})

test('a name that is quoted cannot end the quotation', () => {
  const by = 'Somebody” is checked. “Westbridge'
  const stacked = stackedOf(badges({ name: 'Arc', by, award: stranger }))
  expect(nodeWords(nodeOf('Arc', stacked), stacked, english).issuer).toBe('“Somebody’ is checked. ’Westbridge”')
})

test('of two who say the same of two things, the one whose it is to say comes first', () => {
  const things = badges({ id: 'degree', name: 'Degree', type: 'BachelorDegree' }, { id: 'arc', name: 'Arc', by: 'Kestrel' })
  const false_ = record({ digest: 'a', by: 'Somebody', says: ['arc isChildOf degree'], statement: stranger })
  const stacked = stackedOf([...things, false_, record({ digest: 'b', says: ['arc isPartOf degree'] })])
  const [relation] = relationsOf(idOf('Arc', stacked), stacked, english).flatMap(({ relations }) => relations)
  expect(relation?.says[0]).toContain('Westbridge College')
  expect(relation?.isWeak).toBe(false)
  const alone = stackedOf([...things, false_])
  expect(alone.graph.edges.map(isWeakened)).toEqual([true])
})

describe('what leaves the wallet', () => {
  test('the name of a term bends nothing in a picture', () => {
    const band = { kind: 'term' as const, name: 'Fall\u202e 2024<b>', x: 0, y: 0, width: 90, height: 90 }
    const palette = new Proxy({}, { get: () => '#123456' }) as Palette
    const words = { tiers: {}, today: '', undated: '' } as unknown as Pictured['words']
    const drawn = drawBands({ layout: { bands: [band], bars: [] }, words, palette } as unknown as Pictured)
    expect(drawn).not.toMatch(/\u202e|<b>/)
  })
})

const odd = fc.constantFrom(
  '__proto__',
  'constructor',
  'a',
  'b',
  '',
  ']]>',
  '"><script>',
  '\u202e\u0000\ud800',
  'x'.repeat(5_000),
)
const thing = fc.record({
  id: odd,
  name: odd,
  type: odd,
  field: odd,
  tags: fc.array(odd, { maxLength: 2 }),
  alsoKnownAs: fc.array(odd, { maxLength: 2 }),
  related: fc.array(odd, { maxLength: 2 }),
  by: odd,
  earned: odd,
  award: fc.record({
    term: odd,
    expires: odd,
    code: odd,
    issuerLevel: fc.constantFrom('listed' as const, 'key' as const, 'none' as const),
    verdict: fc.constantFrom('verified' as const, 'cannot-tell' as const, 'not-verified' as const),
  }),
})
const association = fc.record({ type: fc.oneof(odd, fc.constantFrom('isPartOf', 'replacedBy')), sourceId: odd, targetId: odd })

test('whatever strangers write, it can be told', () => {
  const told = (lines: readonly OutlineLine[], depth: number): number =>
    lines.reduce((sum, line) => sum + line.words().label.length + (depth > 0 ? told(line.children(), depth - 1) : 0), 0)
  fc.assert(
    fc.property(fc.array(thing, { maxLength: 5 }), fc.array(association, { maxLength: 6 }), (things, associations) => {
      const sources: readonly StackSource[] = [
        ...badges(...things.map((one, place) => ({ ...one, digest: `badge ${place}` }))),
        record({ holds: things.slice(0, 2), statement: { associations } }),
      ]
      const stacked = stackedOf(sources)
      const shown = shownOf(stacked)
      const lines = outlineOf({ stacked, shown, kept: { stacks: [], pathways: [] }, isWhole: true, telling: english })
      told(lines, 4)
    }),
    { numRuns: 100 },
  )
})
