import { describe, expect, test } from 'vitest'
import { relationsOf, type StackTelling } from '../../../src/app/features/stacks/describe.ts'
import { lookupOf } from '../../../src/app/features/stacks/lookup.ts'
import { nodeWords } from '../../../src/app/features/stacks/node-words.ts'
import type { StackSource } from '../../../src/core/stack/types.ts'
import { languages } from '../../../src/text/index.ts'
import type { Stacked } from '../../../src/worker/stack-types.ts'
import { badges, record } from '../../core/stack/fixtures.ts'
import { idOf, kept, own, sources, stackedOf, tellingIn } from './tellings.ts'

const english = await tellingIn('en')
const stacked = stackedOf(sources)

/** Everything said from one thing, a line for each relation: `Part of: Data Analyst. Westbridge College says so.` */
function said(name: string, telling: StackTelling = english, graph: Stacked = stacked): readonly string[] {
  return relationsOf(idOf(name, graph), graph, telling).flatMap(({ label, relations }) =>
    relations.map(({ title, says, cautions }) => [`${label}: ${title.value}.`, ...says, ...cautions].join(' ')),
  )
}

function wordsOf(name: string, graph: Stacked = stacked, telling: StackTelling = english) {
  const node = lookupOf(graph).nodes.get(idOf(name, graph))
  if (!node) throw new Error(name)
  return nodeWords(node, graph, telling)
}

/** A record that says one thing of two badges of its own. */
const saying = (line: string, statement: Parameters<typeof record>[0]['statement'] = {}, by = 'Westbridge College') =>
  stackedOf([
    record({
      says: [line],
      holds: [
        { id: 'a', name: 'A', by: 'Westbridge College' },
        { id: 'b', name: 'B', by: 'Westbridge College' },
      ],
      by,
      statement,
    }),
  ])

describe('how things belong together', () => {
  test.each([
    ['a isPartOf b', 'Part of', 'Includes'],
    ['a isChildOf b', 'Part of', 'Includes'],
    ['b isParentOf a', 'Part of', 'Includes'],
    ['a precedes b', 'Comes before', 'Comes after'],
    ['a replacedBy b', 'Replaced by', 'Replaces'],
    ['a isPeerOf b', 'On a level with', 'On a level with'],
    ['a isRelatedTo b', 'Related to', 'Related to'],
    ['a extends b', 'Related to', 'Related to'],
  ])('%s reads "%s" from the one and "%s" from the other', (line, one, other) => {
    const graph = saying(line)
    expect(said('A', english, graph)).toEqual([`${one}: B. Westbridge College says so.`])
    expect(said('B', english, graph)).toEqual([`${other}: A. Westbridge College says so.`])
  })

  test.each([
    ['en', 'Part of: B. Westbridge College says so.'],
    ['es', 'Parte de: B. Lo dice Westbridge College.'],
    ['fr', 'Fait partie de: B. Westbridge College le dit.'],
  ] as const)('are said in %s', async (language, sentence) => {
    expect(said('A', await tellingIn(language), saying('a isPartOf b'))).toEqual([sentence])
  })

  test('an issuer that nobody knows is quoted, and said to be unknown', () => {
    const graph = saying('a isPartOf b', { issuerLevel: 'key', issuerKnownAs: '' })
    expect(said('A', english, graph)).toEqual(['Part of: B. “Westbridge College” says so, but nobody here knows who that is.'])
    const [group] = relationsOf(idOf('A', graph), graph, english)
    expect(group?.relations[0]?.weight).toBe('Says an issuer that nobody here knows')
  })

  test('an issuer without a name is not given one', () => {
    const graph = saying('a isPartOf b', {
      issuer: { id: 'https://westbridge-college.example', name: [] },
      issuerLevel: 'none',
      issuerKnownAs: '',
    })
    expect(said('A', english, graph)).toEqual(['Part of: B. An issuer that nobody here knows says so.'])
  })

  test('a record that was changed does not lend its issuer’s name', () => {
    const graph = saying('a isPartOf b', { verdict: 'not-verified', code: 'proof_signature_wrong' })
    expect(said('A', english, graph)).toEqual([
      'Part of: B. “Westbridge College” says so, but nobody here knows who that is. How the credential that says so stands: changed after it was issued.',
    ])
  })

  test('a withdrawn record still speaks, weakly', () => {
    const graph = saying('a isPartOf b', { verdict: 'not-verified', code: 'status_revoked' })
    const [group] = relationsOf(idOf('A', graph), graph, english)
    expect(group?.relations[0]).toMatchObject({
      isWeak: true,
      says: ['Westbridge College says so.'],
      cautions: ['How the credential that says so stands: withdrawn by its issuer.'],
    })
  })

  test('somebody else’s word is shown as such', () => {
    const graph = saying('a isPartOf b', {}, 'Elsewhere University')
    expect(said('A', english, graph)).toEqual([
      'Part of: B. Elsewhere University says so. It is somebody else’s word: they neither award nor made B.',
    ])
  })

  test('what goes round in a circle, says the opposite or goes the unusual way is said to', () => {
    const circle = stackedOf([
      record({
        says: ['a isPartOf b', 'b isPartOf a'],
        holds: [
          { id: 'a', name: 'A' },
          { id: 'b', name: 'B' },
        ],
      }),
    ])
    expect(said('A', english, circle).join(' ')).toContain('Something else here says the opposite.')
    const three = stackedOf([
      record({
        says: ['a isPartOf b', 'b isPartOf c', 'c isPartOf a'],
        holds: ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase() })),
      }),
    ])
    expect(said('A', english, three).join(' ')).toContain('It goes round in a circle')
    const turned = stackedOf([
      record({
        says: ['degree isPartOf badge'],
        holds: [
          { id: 'degree', name: 'Degree', type: 'BachelorDegree' },
          { id: 'badge', name: 'Badge', type: 'Badge' },
        ],
      }),
    ])
    expect(said('Degree', english, turned)).toEqual([
      'Part of: Badge. Westbridge College says so. Unusual: most often the smaller one is part of the bigger one.',
    ])
  })

  test('what we infer says why, and that it only may be so', () => {
    expect(said('Cloud Foundations')).toContain(
      'May add to: Data Analyst. We infer it: the shorter one came later, and both name “Data analysis”.'.replace(
        'Data Analyst',
        'Bachelor of Economics',
      ),
    )
    const graph = stackedOf(
      badges(
        { id: 'small', name: 'Small', type: 'Badge', field: 'Statistics', earned: '2020' },
        { id: 'big', name: 'Big', type: 'Certificate', field: 'Statistics', earned: '2021' },
      ),
    )
    expect(said('Small', english, graph)).toEqual([
      'May lead to: Big. We infer it: one issuer gave both, the smaller one first, and both name “Statistics”.',
      'Skills and subjects: Statistics. Westbridge College names it as the field of study.',
    ])
    const [group] = relationsOf(idOf('Small', graph), graph, english)
    expect(group?.relations[0]).toMatchObject({ weight: 'May stack', basis: 'inferred' })
  })

  test('a skill says who names it, and how', () => {
    expect(said('Numbers')).toEqual(['Named by: Data Analyst. Westbridge College names it as a tag.'])
    expect(said('Data analysis').find((line) => line.includes('Cloud'))).toBe(
      'Named by: Cloud Foundations. “Kestrel Labs” names it as a standard.',
    )
  })

  test('what the learner arranged is theirs, under the name that they gave it', async () => {
    const graph = stackedOf(sources, { own: [{ ...own[0]!, members: [own[0]!.members[0]!, own[0]!.members[2]!] }] })
    const telling = await tellingIn('en', [kept])
    expect(said('Swimming', telling, graph)).toEqual(['Next in your stack: Cloud Foundations. You arranged it, in “Mine”.'])
    expect(said('Cloud Foundations', telling, graph)).toContain('Before it in your stack: Swimming. You arranged it, in “Mine”.')
  })

  test('names and titles cannot bend the sentence round them', () => {
    const hostile: readonly StackSource[] = [
      record({
        says: ['a isPartOf b'],
        holds: [
          { id: 'a', name: 'A' },
          { id: 'b', name: 'B' },
        ],
        by: 'Evil\u202e<script>',
      }),
    ]
    expect(said('A', english, stackedOf(hostile)).join()).not.toMatch(/[\u202e<>]/)
  })
})

describe('one thing in words', () => {
  test('says title, kind, issuer, how it stands, and what is linked with it, in one line', () => {
    expect(wordsOf('Charts').label).toBe('Charts, Micro-credential, Westbridge College, Holds, earned Jun 1, 2023, leads to 3')
    expect(wordsOf('Data Analyst').label).toBe(
      'Data Analyst, Certificate, Westbridge College, Holds, earned Jun 1, 2025, 1 of 2 parts earned, Leans on Tables, which does not hold, 2 lead here, leads to 2',
    )
  })

  test('says until when it holds, while it does', () => {
    const until = (verdict: 'verified' | 'not-verified') =>
      stackedOf(badges({ name: 'Rescue', award: { expires: '2027-06-01T00:00:00Z', verdict, code: null } }))
    expect(wordsOf('Rescue', until('verified')).label).toContain('holds until Jun 1, 2027')
    expect(wordsOf('Rescue', until('not-verified')).label).not.toContain('until')
  })

  test('says what does not hold, and what nobody earned here', () => {
    expect(wordsOf('Tables')).toMatchObject({ standing: 'not-verified', standingWords: 'Withdrawn by its issuer' })
    expect(wordsOf('Associate of Science')).toMatchObject({ standing: 'none', standingWords: 'Not earned here' })
    const dangling = stackedOf([record({ says: ['a isPartOf nowhere'], holds: [{ id: 'a', name: 'A' }] })])
    const named = dangling.graph.achievements.find(({ presence }) => presence === 'named')
    expect(named && nodeWords(named, dangling, english).standingWords).toBe('Named, but nobody here says what it is')
  })

  test('names an issuer as a fact only where somebody knows it', () => {
    expect(wordsOf('Swimming').issuer).toBe('Westbridge College')
    expect(wordsOf('Cloud Foundations').issuer).toBe('“Kestrel Labs”')
    const changed = stackedOf(
      badges({
        name: 'Changed',
        award: { questions: { integrity: 'failed', validity: 'passed', authority: 'passed', identity: 'passed' } },
      }),
    )
    expect(wordsOf('Changed', changed).issuer).toBe('“Westbridge College”')
  })

  test('what nobody earned here is its owner’s as a fact only by the owner’s own word', () => {
    expect(wordsOf('Associate of Science').issuer).toBe('Westbridge College')
    const claimed = stackedOf([
      record({
        by: 'Nobody',
        statement: { issuerLevel: 'key', issuerKnownAs: '' },
        defines: [{ id: 'degree', name: 'Degree', type: 'BachelorDegree', creator: 'Westbridge College' }],
      }),
      ...badges({ name: 'Other' }),
    ])
    expect(wordsOf('Degree', claimed).issuer).not.toBe('Westbridge College')
  })

  test.each(languages)('has every heading and reason in %s', async (language) => {
    const telling = await tellingIn(language)
    for (const { name } of stacked.graph.achievements) {
      const title = name[0]?.value ?? ''
      expect(wordsOf(title, stacked, telling).label).not.toMatch(/undefined|\[object/)
      expect(said(title, telling).join()).not.toMatch(/undefined|\[object|#/)
    }
  })
})
