import { describe, expect, test } from 'vitest'
import { answerAgain } from '../../src/core/answer-again.ts'
import type { VerifyContext } from '../../src/core/model/context.ts'
import { inspect } from '../../src/core/verify.ts'
import { breakNested, issueClr2 } from '../issuer/clr2.ts'
import { LEARNER } from '../issuer/content.ts'
import { doorTo } from '../issuer/door.ts'
import { type Issued, issue } from '../issuer/issue.ts'
import { withRefresh } from '../issuer/refresh.ts'

type Known = Pick<VerifyContext, 'identities' | 'newer'>

const claims: readonly (readonly string[])[] = [
  [],
  [`mailto:${LEARNER.email}`],
  ['mailto:somebody@else.example'],
  ['studentId:A1'],
]

async function checked({ text, documents }: Pick<Issued, 'text' | 'documents'>, known: Known) {
  const context = { now: new Date('2026-11-23T12:00:00Z'), open: doorTo(documents), audience: 'holder' as const, ...known }
  const [inspection] = await inspect({ bytes: new TextEncoder().encode(text), name: '' }, context)
  if (!inspection) throw new Error('nothing')
  return inspection
}

const badge = await issue({ change: withRefresh() })
const record = await issueClr2({ count: 3 })
const inputs: readonly (readonly [string, Pick<Issued, 'text' | 'documents'>])[] = [
  ['a badge', badge],
  ['a badge as a token', await issue({ jwt: { form: 'vc+jwt' } })],
  ['an altered badge', { ...badge, text: badge.text.replace('"creditsEarned": 6', '"creditsEarned": 60') }],
  ['a record', record],
  ['a record with an altered part', await breakNested(record, 1, 'altered')],
  [
    'a list',
    {
      ...badge,
      text: `{"@context":["https://www.w3.org/ns/credentials/v2"],"type":"VerifiablePresentation","verifiableCredential":[${badge.text}]}`,
    },
  ],
]

describe('an answer given again is the one that a whole check gives', () => {
  test.each(inputs)('for %s', async (_, issued) => {
    for (const before of claims)
      for (const after of claims) {
        const [first, second] = [await checked(issued, { identities: before }), await checked(issued, { identities: after })]
        expect(await answerAgain(first, { identities: after })).toEqual(second.report)
      }
  })

  test.each(inputs.filter(([name]) => name !== 'a list'))(
    'for %s that was replaced, and for one that was not',
    async (_, issued) => {
      const newer = '2026-10-01T00:00:00Z'
      const [plain, replaced] = [await checked(issued, { identities: [] }), await checked(issued, { identities: [], newer })]
      expect(await answerAgain(plain, { identities: [], newer })).toEqual(replaced.report)
      expect(replaced.report).toMatchObject({ verdict: 'not-verified', questions: { validity: 'failed' } })
      expect(await answerAgain(replaced, { identities: [] })).toEqual(plain.report)
    },
  )
})

test('what is no credential has no answer to give again', async () => {
  const unread = await checked({ text: 'Dear sir or madam', documents: new Map() }, { identities: [] })
  expect(await answerAgain(unread, { identities: [`mailto:${LEARNER.email}`], newer: '2026-10-01T00:00:00Z' })).toEqual(
    unread.report,
  )
})
