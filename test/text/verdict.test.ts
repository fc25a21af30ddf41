import { describe, expect, test } from 'vitest'
import type { CheckId, Finding, Outcome, Verdict, VerificationReport } from '../../src/core/model/report.ts'
import { questionOf } from '../../src/core/model/report.ts'
import type { Facts, ProblemCode } from '../../src/core/problem.ts'
import { verifyInput } from '../../src/core/verify.ts'
import { findings as en } from '../../src/text/en/findings.ts'
import { findings as es } from '../../src/text/es/findings.ts'
import { findings as fr } from '../../src/text/fr/findings.ts'
import { sealName } from '../../src/text/seal-name.ts'
import { detailOf, knownIssuer, messageOf, problemSentence, verdictSentence } from '../../src/text/verdict.ts'
import { type Broken, broken } from '../issuer/broken/index.ts'
import { doorTo, FETCHED_AT } from '../issuer/door.ts'
import { issue } from '../issuer/issue.ts'
import { type Documents, issuerOf, utf8 } from '../issuer/issuers.ts'

const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const formatDate = (iso: string) => date.format(new Date(iso))

function verified(text: string, documents: Documents, hosts?: Broken['hosts']): Promise<VerificationReport> {
  const context = { now: new Date(FETCHED_AT), open: doorTo(documents, hosts), audience: 'holder', identities: [] } as const
  return verifyInput({ bytes: utf8(text), name: 'input' }, context)
}

async function sentenceOf(name: string): Promise<string> {
  const found = broken.find((each) => each.name === name)
  if (!found) throw new Error(`the test issuer makes no ${name}`)
  const { text, documents } = await found.make()
  return verdictSentence(await verified(text, documents, found.hosts), en, formatDate)
}

describe('of credentials that the test issuer made', () => {
  test('a bare key that names a college is a key that anyone could have made', async () => {
    const { text, documents } = await issue({ issuer: issuerOf('kestrel', { identity: 'did:key' }) })
    const report = await verified(text, documents)
    expect(report.verdict).toBe('verified')
    expect(verdictSentence(report, en, formatDate)).toBe(
      'Unchanged since it was signed, but by a key that anyone could have made. It says it is from “Kestrel University”; nothing confirms that.',
    )
  })

  test('an issuer bound to its web address is known by it', async () => {
    const { text, documents } = await issue({ issuer: issuerOf('kestrel', { identity: 'did:web' }) })
    const report = await verified(text, documents)
    expect(verdictSentence(report, en, formatDate)).toBe(
      'Genuine and unchanged. Its issuer is known to us only by its web address, kestrel.example.',
    )
    expect(knownIssuer(report)).toMatchObject({ level: 'web', host: 'kestrel.example', name: 'Kestrel University' })
  })

  test.for([
    ['tampered-claim-eddsa-rdfc-2022', 'This was changed after it was issued. Do not rely on it.'],
    ['unsigned', 'Nobody signed this, so nothing shows who made it or whether it was changed. Do not rely on it.'],
    ['expired', 'Unchanged since it was signed, but out of date since 1 June 2025.'],
    ['token-expired', 'Genuine, but out of date since 1 June 2025.'],
    ['revoked-bitstring', 'Whoever issued this withdrew it.'],
    ['signed-by-a-stranger-did-web', 'Signed, but not by “Kestrel University”. Do not rely on it.'],
    ['issuer-silent-did-web', 'We could not check it right now: kestrel.example did not answer. Try again later.'],
    [
      'status-list-unreachable',
      'We could not check it right now: westbridge.example did not answer. Everything else about it holds.',
    ],
    ['issuer-blocked-https', 'kestrel.example does not let browsers read its records, so this part cannot be checked here.'],
    ['inline-context-swaps-two-fields-3.0.0', 'Part of what it says is not covered by its signature. Do not rely on it.'],
    ['alg-none', 'It says of itself that it is not signed. Do not rely on it.'],
  ] as const)('%s: %s', async ([name, sentence]) => {
    expect(await sentenceOf(name)).toBe(sentence)
  })

  test('nothing that is broken before it is out of date or withdrawn is ever called genuine', async () => {
    for (const { name, make, hosts } of broken) {
      const { text, documents } = await make()
      const report = await verified(text, documents, hosts)
      const integrity = report.questions.integrity === 'passed' || report.questions.integrity === 'warning'
      const key = report.checks.find(({ id }) => id === 'issuer.key')?.status === 'passed'
      if (integrity && key) continue
      expect(verdictSentence(report, en), name).not.toMatch(/genuine/i)
      expect(verdictSentence(report, es), name).not.toMatch(/auténtic/i)
      expect(verdictSentence(report, fr), name).not.toMatch(/authentique/i)
    }
  }, 60_000)
})

function finding(id: CheckId, status: Outcome, code: ProblemCode | null = null, facts: Facts = {}): Finding {
  return { id, question: questionOf[id], status, code, evidence: { facts } }
}

function reportOf(verdict: Verdict, checks: readonly Finding[], more: Partial<VerificationReport> = {}): VerificationReport {
  return {
    input: 'input',
    digest: '',
    at: FETCHED_AT,
    format: 'ob3',
    verdict,
    checks,
    credentials: [],
    error: null,
    summary: { title: 'Data Ethics', issuer: 'Westbridge College', recipient: '', issued: '2024-05-03T00:00:00Z', expires: '' },
    questions: { integrity: 'passed', validity: 'passed', authority: 'warning', identity: 'unknown' },
    ...more,
  }
}

const signed = [finding('proof.signature', 'passed'), finding('proof.coverage', 'passed')]
const byAddress = [
  finding('issuer.key', 'passed'),
  finding('issuer.registry', 'warning', 'issuer_by_web_address', { host: 'westbridge.example' }),
]
const listed = [
  finding('issuer.key', 'passed'),
  finding('issuer.registry', 'passed', null, { list: 'Open Learning Registry', name: 'Westbridge College, Inc.' }),
]

describe('of reports that only later pieces will make', () => {
  test('a listed issuer bears the name in the list', () => {
    expect(verdictSentence(reportOf('verified', [...signed, ...listed]), en, formatDate)).toBe(
      'Genuine. Issued by Westbridge College, Inc. on 3 May 2024 and unchanged since.',
    )
  })

  test('a list cannot lift an issuer whose key was not found to be its own', () => {
    const [, registry] = listed as [Finding, Finding]
    const report = reportOf('cannot-tell', [...signed, finding('issuer.key', 'unknown', 'key_not_tied'), registry])
    expect(knownIssuer(report).level).toBe('none')
    expect(verdictSentence(report, en)).toMatch(
      /^Unchanged since it was signed, but nothing ties the key to “Westbridge College”/,
    )
  })

  test('a known issuer that withdrew it is named', () => {
    const revoked = finding('validity.status', 'failed', 'status_revoked', { date: '2025-03-12T00:00:00Z' })
    expect(verdictSentence(reportOf('not-verified', [...signed, ...byAddress, revoked]), en, formatDate)).toBe(
      'Westbridge College withdrew this on 12 March 2025.',
    )
  })

  test('out of date and altered at once is told as altered', () => {
    const checks = [
      finding('validity.dates', 'failed', 'expired', { date: '2025-06-01' }),
      finding('proof.signature', 'failed', 'proof_signature_wrong'),
    ]
    expect(verdictSentence(reportOf('not-verified', checks), en)).toBe('This was changed after it was issued. Do not rely on it.')
  })

  test('a kind of signature that is new to us', () => {
    const unsupported = finding('proof.signature', 'unknown', 'proof_type_unsupported', { suite: 'bbs-2031' })
    expect(verdictSentence(reportOf('cannot-tell', [unsupported]), en)).toBe(
      'This kind of signature is new to us. We can show it, but not vouch for it.',
    )
  })

  test('somebody else’s', () => {
    const stranger = finding('identity.recipient', 'failed', 'recipient_differs')
    const unproven = finding('identity.holder', 'unknown', 'holder_unproven')
    expect(verdictSentence(reportOf('cannot-tell', [...signed, ...byAddress, unproven, stranger]), en)).toBe(
      'Genuine, but not shown to be this person’s.',
    )
  })

  test('a record with one bad part says how many and which', () => {
    const part = reportOf('not-verified', [], {
      summary: { title: 'Statistics II', issuer: '', recipient: '', issued: '', expires: '' },
    })
    const good = reportOf('verified', signed)
    const blaming = (id: 'nested.integrity' | 'nested.validity', ...places: readonly number[]): Finding => ({
      ...finding(id, 'failed', 'nested_not_verified'),
      evidence: {
        details: places.map((place) => ({
          status: 'failed',
          code: 'nested_not_verified',
          facts: { place, first: ['Writing', 'Statistics II', 'Ethics'][place - 1] ?? '' },
        })),
      },
    })
    const nested = blaming('nested.integrity', 2)
    const report = reportOf('not-verified', [...signed, ...byAddress, nested], { credentials: [good, part, good] })
    expect(verdictSentence(report, en)).toBe('The record is genuine, but one of its 3 parts does not hold: Statistics II.')
    expect(verdictSentence(reportOf('not-verified', [nested], { credentials: [good, part, good] }), en)).not.toMatch(/genuine/i)
    const both = reportOf('not-verified', [...signed, ...byAddress, nested, blaming('nested.validity', 2, 3)], {
      credentials: [good, part, part],
    })
    expect(verdictSentence(both, en)).toBe('The record is genuine, but 2 of its 3 parts do not hold, among them Statistics II.')
  })

  test('an input that is no credential is told by its problem', () => {
    const report = reportOf('not-verified', [], { error: { code: 'input_is_pdf' } })
    expect(verdictSentence(report, en)).toBe(problemSentence({ code: 'input_is_pdf' }, en))
  })

  test('an issuer that is stated by an identifier alone has no name to say', () => {
    const summary = { title: '', issuer: 'did:key:z6Mk', recipient: '', issued: '', expires: '' }
    const checks = [
      ...signed,
      finding('issuer.key', 'passed', 'key_by_did_key'),
      finding('issuer.registry', 'warning', 'issuer_key_only'),
    ]
    expect(verdictSentence(reportOf('verified', checks, { summary }), en)).not.toContain('did:key')
  })
})

test('the message of a check is its problem, or that it passed', () => {
  expect(messageOf(finding('proof.signature', 'passed', null, { suite: 'JWT', alg: 'ES256' }), en)).toBe(
    'The signature is right (JWT, ES256).',
  )
  expect(messageOf(finding('validity.dates', 'passed', 'no_end_date'), en)).toBe('No end date.')
  expect(messageOf(finding('validity.dates', 'failed', 'expired', { date: '2025-06-01T00:00:00Z' }), en, formatDate)).toBe(
    'Out of date since 1 June 2025.',
  )
  expect(detailOf({ status: 'passed', code: null }, en)).toBeNull()
  expect(detailOf({ status: 'warning', code: 'png_several_badges', facts: { count: 2 } }, en)).toBe(
    'The picture holds 2 badges. Each is read on its own.',
  )
})

test('the name of a seal says all four answers', () => {
  expect(
    sealName('Data Ethics', { integrity: 'passed', validity: 'failed', authority: 'warning', identity: 'pending' }, en),
  ).toBe('Data Ethics. Unchanged? yes. Still valid? no. Who stands behind it? with a remark. Whose is it? being checked')
})
