import { beforeAll, describe, expect, test } from 'vitest'
import { byKey, earnedIn, matching, selectionOf, type Wording } from '../../../../src/app/features/stacks/own/earned.ts'
import { loadInterface } from '../../../../src/text/index.ts'
import { award } from '../../../core/stack/fixtures.ts'

const storytelling = award({ name: 'Data Storytelling', digest: 'aa' })
const again = { ...storytelling, ref: 'aa#1' }
const part = award({ name: 'Étude des sols', digest: 'bb', part: '2.1', by: 'Collège du Nord' })
const unknown = award({ name: 'Welding 2', digest: 'cc', award: { issuerLevel: 'key', issuerKnownAs: '' } })
const tenth = award({ name: 'Welding 10', digest: 'dd' })
const graph = { awards: Object.fromEntries([tenth, unknown, part, storytelling, again].map((each) => [each.ref, each])) }

let wording: Wording
beforeAll(async () => {
  wording = { ui: await loadInterface('en'), languages: ['en'] }
})

describe('what has been earned', () => {
  test('is listed once each, by title, the parts of records too', () => {
    const listed = earnedIn(graph, wording).map(({ title, key }) => [title.value, key])
    expect(listed).toEqual([
      ['Data Storytelling', 'aa/'],
      ['Étude des sols', 'bb/2.1'],
      ['Welding 2', 'cc/'],
      ['Welding 10', 'dd/'],
    ])
  })

  test('names an issuer as a fact only when somebody knows it', () => {
    expect(earnedIn(graph, wording).map(({ issuer }) => issuer)).toEqual([
      'Westbridge College',
      'Collège du Nord',
      '“Westbridge College”',
      'Westbridge College',
    ])
  })

  test.for([
    ['', 4],
    ['welding', 2],
    ['ETUDE  nord', 1],
    ['westbridge data', 1],
    ['cooking', 0],
  ] as const)('is found by "%s" %i times', ([typed, count]) => {
    expect(matching(earnedIn(graph, wording), typed)).toHaveLength(count)
  })

  test('gives a stack as a selection in its order, without what is gone', () => {
    const members = [
      { digest: 'bb', part: '2.1' },
      { digest: 'gone', part: '' },
      { digest: 'aa', part: '' },
    ]
    expect(selectionOf({ members }, byKey(earnedIn(graph, wording)))).toEqual([
      { entry: 'entry of bb', part: '2.1' },
      { entry: 'entry of aa', part: '' },
    ])
  })
})
