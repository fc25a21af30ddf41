import { describe, expect, test } from 'vitest'
import { recognise } from '../../src/core/formats/index.ts'
import type { JsonObject } from '../../src/core/model/json.ts'
import type { VerificationReport } from '../../src/core/model/report.ts'
import { verifyInput } from '../../src/core/verify.ts'
import { issueClr2, PROGRAM } from '../issuer/clr2.ts'
import { doorTo } from '../issuer/door.ts'
import { documents, issue } from '../issuer/issue.ts'
import { type Documents, issuerOf, utf8 } from '../issuer/issuers.ts'
import {
  ANSWERED_AT,
  badgeClaims,
  bound,
  digestOf,
  disclosure,
  issueSdJwt,
  metadata,
  sdJwt,
  tokenList,
} from '../issuer/sd-jwt.ts'
import { signedJwt } from '../issuer/sign.ts'
import { statusDocuments, statusEntry } from '../issuer/status.ts'

/*
 * What may be tried with tokens: one kind shown as another, a status in a place where nobody looks, parts that a reader would
 * pass over.
 */

/** Kestrel University as it signs W3C credentials. */
const university = issuerOf('kestrel', { identity: 'https', key: 'P-256' })

async function reportOn(text: string, more: Documents = new Map()): Promise<VerificationReport> {
  const open = doorTo(new Map([...documents(), ...metadata(), ...more]))
  const context = { now: new Date(ANSWERED_AT * 1000), open, audience: 'verifier', identities: [] } as const
  return verifyInput({ bytes: utf8(text), name: 'token' }, context)
}

/** The verdict, and what one check says. */
async function said(text: string, check: string, more?: Documents): Promise<string> {
  const { verdict, checks } = await reportOn(text, more)
  const found = checks.find(({ id }) => id === check)
  return `${verdict}: ${found?.status ?? 'left out'} ${found?.code ?? null}`
}

async function badge(): Promise<JsonObject> {
  const { proof: _, ...credential } = (await issue({ issuer: university, content: 'minimal' })).credential
  return credential
}

const lists = () => statusDocuments(university, 'bitstring-revocation', 'urn:none')
const entry = (set: boolean) => statusEntry(university, 'bitstring-revocation', set)

describe('the status of a token is looked up wherever it is stated', () => {
  test('in the way of W3C credentials on an SD-JWT VC', async () => {
    const claims = badgeClaims()
    const list = await lists()
    expect(await said(await sdJwt({ ...claims, credentialStatus: entry(false) }), 'validity.status', list)).toBe(
      'verified: passed null',
    )
    expect(await said(await sdJwt({ ...claims, credentialStatus: entry(true) }), 'validity.status', list)).toBe(
      'not-verified: failed status_revoked',
    )
  })

  test.each(['flat', 'vc+jwt'] as const)('in a claim of a kind that nobody knows, on a badge (%s)', async (form) => {
    const claims = { status: { identifier_list: { id: '1', uri: 'https://kestrel.example/identifiers' } } }
    const text = await signedJwt(await badge(), university, { form, claims })
    expect(await said(text, 'validity.status')).toBe('cannot-tell: unknown status_type_unsupported')
  })

  test('in a member that the holder chose to show', async () => {
    const shown = disclosure('salt', 'credentialStatus', entry(true))
    const payload = { ...(await badge()), iss: university.id, _sd: [digestOf(shown)] }
    const text = await sdJwt(payload, [shown], { issuer: university, header: { typ: 'vc+sd-jwt' } })
    expect(await said(text, 'validity.status', await lists())).toBe('not-verified: failed status_revoked')
  })
})

describe('a token of another kind is no credential', () => {
  test.each(['kb+jwt', 'at+jwt', 'entity-statement+jwt', 'dc+sd-jwt', 'application/kb+jwt'])(
    'although it states one: %s',
    async (typ) => {
      const text = await signedJwt(await badge(), university, { form: 'flat', header: { typ } })
      expect(await said(text, 'proof.signature')).toBe('not-verified: failed proof_malformed')
    },
  )

  test('a list of statuses that states a badge is a broken list', async () => {
    const text = await signedJwt(await badge(), university, { form: 'flat', header: { typ: 'statuslist+jwt' } })
    const report = await reportOn(text)
    expect([report.format, report.verdict, report.summary.title]).toEqual(['status-list-jwt', 'not-verified', ''])
  })

  test.each(['', '~'])('a badge with a type of an SD-JWT VC is no SD-JWT VC (%j)', async (end) => {
    const text = await signedJwt(await badge(), university, { form: 'flat', claims: { vct: 'https://kestrel.example/t' } })
    expect((await reportOn(text + end)).verdict).toBe('not-verified')
  })

  test('a list of statuses with disclosures is none', async () => {
    expect((await reportOn(`${await tokenList()}~`)).verdict).toBe('not-verified')
  })

  test('nor is the proof of a holder, whatever it says', async () => {
    const text = await bound(await issueSdJwt(), { claims: { ...badgeClaims() } })
    expect((await reportOn(text.slice(text.lastIndexOf('~') + 1))).verdict).toBe('not-verified')
  })
})

describe('whose a W3C credential in an SD-JWT is', () => {
  test('is told by both names for its issuer', async () => {
    const payload = { ...(await badge()), iss: issuerOf('stranger').id }
    const text = await sdJwt(payload, [], { issuer: university, header: { typ: 'vc+sd-jwt' } })
    expect(await said(text, 'structure.data-model')).toBe('not-verified: failed jwt_claim_mismatch')
  })
})

test('a record in an SD-JWT awards nothing that it only describes, and loses nothing that it says', async () => {
  const { credential } = await issueClr2({ count: 2 })
  const { achievement, ...subject } = credential.credentialSubject as JsonObject
  const program = (achievement as JsonObject[])[0] as JsonObject
  const payload = {
    ...credential,
    proof: undefined,
    iss: issuerOf('westbridge').id,
    credentialSubject: { ...subject, achievement: program },
  }
  const text = await sdJwt(JSON.parse(JSON.stringify(payload)) as JsonObject, [], { header: { typ: 'vc+sd-jwt' } })
  const read = await recognise({ text, container: 'text', notices: [] })
  const record = read.ok ? read.value[0] : undefined
  expect(record).toMatchObject({ format: 'sd-jwt-vcdm', title: [{ value: credential.name }] })
  expect(record?.subjects[0]?.achievement).toBeUndefined()
  expect(record?.definitions.map(({ id }) => id)).toEqual([PROGRAM])
  expect(record?.associations.length).toBeGreaterThan(0)
  expect(record?.nested).toHaveLength(2)
})

describe('what lies inside an SD-JWT VC', () => {
  test('has a report of its own, which counts', async () => {
    const good = await signedJwt(await badge(), university, { form: 'vc+jwt' })
    const { credentials } = await reportOn(await sdJwt({ ...badgeClaims(), verifiableCredential: [good] }))
    expect(credentials.map(({ format, verdict }) => [format, verdict])).toEqual([['ob3-jwt', 'verified']])
    const broken = `${good.slice(0, -4)}AAAA`
    const { verdict } = await reportOn(await sdJwt({ ...badgeClaims(), verifiableCredential: [broken] }))
    expect(verdict).toBe('not-verified')
  })
})

test('a number in a list of one, which RDF does not tell from the number, is read as the number', async () => {
  const text = JSON.stringify({
    ...(await badge()),
    credentialSubject: { achievement: { creditsAvailable: [5] }, creditsEarned: [3] },
  })
  const read = await recognise({ text, container: 'text', notices: [] })
  const [subject] = read.ok ? (read.value[0]?.subjects ?? []) : []
  expect([subject?.creditsEarned, subject?.achievement?.creditsAvailable]).toEqual([3, 5])
})
