import { describe, expect, test } from 'vitest'
import type { CheckId, VerificationReport } from '../../src/core/model/report.ts'
import { verifyInput } from '../../src/core/verify.ts'
import { type Clr1Breakage, type Clr1Form, clr1Breakages, clr1Forms, type IssuedClr1, issueClr1 } from './clr1.ts'
import { doorTo, FETCHED_AT } from './door.ts'
import { utf8 } from './issuers.ts'

function reportOn({ text, documents }: IssuedClr1): Promise<VerificationReport> {
  const context = { now: new Date(FETCHED_AT), open: doorTo(documents), audience: 'verifier', identities: [] } as const
  return verifyInput({ bytes: utf8(text), name: 'record' }, context)
}

/** The check of the record that must say what is wrong. */
const checkOf: Readonly<Record<Exclude<Clr1Breakage, 'dangling'>, CheckId | Readonly<Record<Clr1Form, CheckId>>>> = {
  'grade-changed': { hosted: 'proof.coverage', signed: 'proof.signature' },
  'by-a-stranger': { hosted: 'issuer.key', signed: 'proof.signature' },
  'key-of-nobody': { hosted: 'structure.data-model', signed: 'issuer.key' },
  revoked: 'validity.status',
  'says-revoked': 'validity.status',
  'form-mixed': 'structure.data-model',
  'assertion-of-somebody-else': 'nested.integrity',
  'assertion-unvouched': 'nested.integrity',
  'assertion-expired': 'nested.validity',
  'assertion-revoked': 'nested.validity',
  'signed-assertion-changed': 'nested.integrity',
  'signed-assertion-revoked': 'nested.validity',
}

describe.for(clr1Forms)('a record of CLR 1.0 (%s)', (form) => {
  test('is verified, and so is each assertion inside', async () => {
    const report = await reportOn(await issueClr1({ form }))
    expect(report.checks.filter(({ status }) => status === 'failed')).toEqual([])
    expect([report.verdict, ...report.credentials.map(({ verdict }) => verdict)]).toEqual(Array(8).fill('verified'))
  })

  test('is verified with types as in the data model of the standard', async () => {
    expect((await reportOn(await issueClr1({ form, longTypes: true }))).verdict).toBe('verified')
  })

  test.for(clr1Breakages.filter((how) => how !== 'dangling'))(
    'is not verified, and the right check says so: %s',
    async (broken) => {
      const report = await reportOn(await issueClr1({ form, broken }))
      expect(report.verdict).toBe(broken === 'assertion-unvouched' ? 'cannot-tell' : 'not-verified')
      const check = checkOf[broken]
      const id = typeof check === 'string' ? check : check[form]
      const expected = broken === 'assertion-unvouched' ? 'unknown' : 'failed'
      expect(report.checks.find((finding) => finding.id === id)?.status).toBe(expected)
    },
  )

  test('is verified when it ties something to what is not there, and says so', async () => {
    const report = await reportOn(await issueClr1({ form, broken: 'dangling' }))
    expect(report.verdict).toBe('verified')
    expect(report.checks.find(({ id }) => id === 'structure.data-model')).toMatchObject({
      status: 'warning',
      code: 'association_dangling',
    })
  })

  test('has its endorsements verified, and told as such', async () => {
    const [degree] = (await reportOn(await issueClr1({ form }))).credentials.filter(({ summary }) =>
      /Bachelor/.test(summary.title),
    )
    expect(degree?.checks.find(({ id }) => id === 'issuer.endorsements')).toMatchObject({
      status: 'passed',
      evidence: { details: [{ at: '/achievement/signedEndorsements/0', facts: { endorser: 'Westbridge College' } }] },
    })
  })

  test('is cannot tell when nobody answers', async () => {
    const { text } = await issueClr1({ form })
    const report = await reportOn({ text, documents: new Map(), record: {}, address: '' })
    expect(report.verdict).toBe('cannot-tell')
    expect(report.credentials.map(({ verdict }) => verdict)).toEqual(Array(7).fill('cannot-tell'))
  })
})

test('an assertion that was taken out of its record is nobody’s word', async () => {
  const { record, documents } = await issueClr1()
  const [assertion] = record.assertions as readonly object[]
  const report = await reportOn({ text: JSON.stringify(assertion), documents, record: {}, address: '' })
  expect(report.verdict).toBe('not-verified')
  expect(report.checks.find(({ id }) => id === 'proof.signature')).toMatchObject({ status: 'failed', code: 'proof_missing' })
})
