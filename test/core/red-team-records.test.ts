import { describe, expect, test } from 'vitest'
import { samePerson } from '../../src/core/checks/same-person.ts'
import type { Credential } from '../../src/core/model/credential.ts'
import type { Json, JsonObject } from '../../src/core/model/json.ts'
import type { VerificationReport } from '../../src/core/model/report.ts'
import { verifyInput } from '../../src/core/verify.ts'
import { ANOTHER_PERSON, issueClr2 } from '../issuer/clr2.ts'
import { doorTo, FETCHED_AT } from '../issuer/door.ts'
import { documents } from '../issuer/issue.ts'
import { issuerOf, utf8 } from '../issuer/issuers.ts'
import { type ProofOptions, signed, signedJwt } from '../issuer/sign.ts'
import { meansTheSame } from './meaning.ts'

/*
 * What somebody who holds a record may try with it: to change what its parts say under a signature that stays good, or to put
 * another person's awards into it.
 */

const westbridge = issuerOf('westbridge')

function reportOn(value: Json): Promise<VerificationReport> {
  const context = { now: new Date(FETCHED_AT), open: doorTo(documents()), audience: 'verifier', identities: [] } as const
  return verifyInput({ bytes: utf8(JSON.stringify(value)), name: 'record' }, context)
}

const without = ({ proof: _, ...document }: JsonObject): JsonObject => document
const subjectOf = (credential: JsonObject) => credential.credentialSubject as JsonObject
const saying = (credential: JsonObject, subject: JsonObject): JsonObject => ({
  ...credential,
  credentialSubject: { ...subjectOf(credential), ...subject },
})
const partsOf = (record: JsonObject) => subjectOf(record).verifiableCredential as JsonObject[]
const copy = <T extends Json>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** A record of Ana, without its proof, and the first course in it, without its own. */
async function blank(): Promise<{ record: JsonObject; course: JsonObject; jwt: string }> {
  const { credential } = await issueClr2({ count: 2 })
  const { association: _, achievement: __, ...subject } = subjectOf(credential)
  const [course, jwt] = partsOf(credential) as readonly Json[]
  return {
    record: without({ ...credential, credentialSubject: subject }),
    course: without(course as JsonObject),
    jwt: String(jwt),
  }
}

async function recordWith(parts: readonly Json[], more: JsonObject = {}, proof: ProofOptions = {}): Promise<JsonObject> {
  const { record } = await blank()
  return copy(await signed(saying(record, { ...more, verifiableCredential: parts }), westbridge, proof))
}

/** A course that only the record vouches for, everything in it named by an id of its own. */
async function courseWith(number: number, grade: string): Promise<JsonObject> {
  const { course } = await blank()
  const { achievement } = subjectOf(course) as { achievement: JsonObject }
  const { resultDescription: _, ...plain } = achievement
  return saying(
    { ...course, id: `urn:uuid:c3000000-0000-4000-8000-00000000000${number}` },
    {
      achievement: { ...plain, id: `https://westbridge.example/achievements/${number}` },
      result: [{ id: `urn:uuid:c4000000-0000-4000-8000-00000000000${number}`, type: ['Result'], value: grade }],
    },
  )
}

/** The record with the results of its first two parts exchanged. */
function swapped(record: JsonObject): JsonObject {
  const [one, other] = partsOf(record) as [JsonObject, JsonObject]
  const results = [subjectOf(one).result, subjectOf(other).result] as const
  return saying(record, {
    verifiableCredential: [saying(one, { result: results[1] }), saying(other, { result: results[0] })],
  })
}

describe('a failed course and a passed one, both to one learner and without proofs of their own', () => {
  test.each<[string, (parts: readonly JsonObject[]) => readonly Json[]]>([
    ['as they are', (parts) => parts],
    ['with an empty list of proofs each', (parts) => parts.map((part) => ({ ...part, proof: [] }))],
    ['in a list inside the list', (parts) => [[...parts]]],
    ['in lists of one', (parts) => parts.map((part) => [part])],
  ])('do not change grades under the signature of the record: %s', async (_, disguise) => {
    const record = await recordWith([await courseWith(1, 'A'), await courseWith(2, 'F')])
    const forged = saying(swapped(record), { verifiableCredential: disguise(partsOf(swapped(record))) })
    expect(await meansTheSame(forged, record)).toBe(true)
    const { verdict, checks } = await reportOn(forged)
    expect(verdict).not.toBe('verified')
    expect(checks.find(({ id }) => id === 'nested.integrity')?.status).not.toBe('passed')
  })

  test('are told apart by a signature over the text', async () => {
    const parts = [await courseWith(1, 'A'), await courseWith(2, 'F')]
    const record = await recordWith(parts, {}, { suite: 'eddsa-jcs-2022' })
    expect((await reportOn(record)).verdict).toBe('verified')
    expect((await reportOn(swapped(record))).verdict).toBe('not-verified')
  })
})

describe('a course that was taken once', () => {
  test('is not counted twice because its token stands twice in a record that is signed as RDF', async () => {
    const { course, jwt } = await blank()
    const record = await recordWith([await signed(course, westbridge), jwt])
    expect((await reportOn(record)).verdict).toBe('verified')
    for (const more of [jwt, [jwt]]) {
      const forged = saying(record, { verifiableCredential: [...partsOf(record), more] })
      expect(await meansTheSame(forged, record)).toBe(true)
      const { verdict, checks } = await reportOn(forged)
      expect(verdict).not.toBe('verified')
      expect(checks.find(({ id }) => id === 'proof.coverage')?.status).not.toBe('passed')
    }
  })

  test('nor because a record inside has it as well', async () => {
    const { record, jwt } = await blank()
    const inner = await signed({ ...saying(record, { verifiableCredential: [jwt] }), id: 'urn:uuid:inner' }, westbridge)
    const whole = await recordWith([inner])
    expect((await reportOn(whole)).verdict).toBe('verified')
    const forged = saying(whole, { verifiableCredential: [...partsOf(whole), jwt] })
    expect(await meansTheSame(forged, whole)).toBe(true)
    expect((await reportOn(forged)).verdict).toBe('cannot-tell')
  })
})

describe('an award of somebody else in a record', () => {
  const theirs = (course: JsonObject, more: JsonObject = {}): JsonObject => saying(course, { id: ANOTHER_PERSON, ...more })
  const codeOn = async (record: JsonObject) => {
    const { verdict, checks } = await reportOn(record)
    return [verdict, checks.find(({ id }) => id === 'nested.integrity')?.code]
  }

  test('is not passed off as an endorsement', async () => {
    const { course } = await blank()
    const both = { ...theirs(course), type: [...(course.type as string[]), 'EndorsementCredential'] }
    for (const part of [await signed(both, westbridge), await signedJwt(both, westbridge, { form: 'vc+jwt' })])
      expect(await codeOn(await recordWith([part]))).toEqual(['not-verified', 'nested_other_person'])
  })

  test('does not hide behind a subject that is the learner', async () => {
    const { course } = await blank()
    const subjects = [subjectOf(course), subjectOf(theirs(course))]
    const both = await signedJwt({ ...course, credentialSubject: subjects }, westbridge, { form: 'vc+jwt' })
    expect(await codeOn(await recordWith([both]))).toEqual(['not-verified', 'nested_other_person'])
  })

  test('has no place in a record of two people either', async () => {
    const { record, course, jwt } = await blank()
    const award = await signed(theirs(course), westbridge)
    const credentialSubject = [
      { ...subjectOf(record), verifiableCredential: [jwt] },
      { id: ANOTHER_PERSON, type: ['ClrSubject'], verifiableCredential: [award] },
    ]
    const whole = copy(await signed({ ...record, credentialSubject }, westbridge))
    expect(await codeOn(whole)).toEqual(['not-verified', 'nested_other_person'])
  })

  test('is not the learner’s because both sat in one course', async () => {
    const { course } = await blank()
    const sat = { type: 'IdentityObject', hashed: false, identityHash: 'course-1', identityType: 'ltiContextId' }
    const award = await signed(theirs(course, { identifier: [sat] }), westbridge)
    expect(await codeOn(await recordWith([award], { identifier: [sat] }))).toEqual(['not-verified', 'nested_other_person'])
  })

  test('in a list or a presentation inside is somebody else’s still', async () => {
    const { course } = await blank()
    const award = await signed(theirs(course), westbridge)
    expect(await codeOn(await recordWith([[award]]))).toEqual(['not-verified', 'nested_other_person'])
    const shown = { '@context': course['@context'], type: ['VerifiablePresentation'], verifiableCredential: [award] }
    expect((await codeOn(await recordWith([shown as JsonObject])))[0]).not.toBe('verified')
  })
})

describe('work that a record makes', () => {
  test('ends for a record that holds more than any learner has', async () => {
    const holding = (parts: readonly JsonObject[]): JsonObject => ({
      type: 'ClrCredential',
      credentialSubject: { verifiableCredential: parts },
    })
    const hundred = Array.from({ length: 100 }, () => ({ type: 'VerifiableCredential' }))
    const { verdict, credentials } = await reportOn(holding(Array.from({ length: 110 }, () => holding(hundred))))
    expect(verdict).toBe('not-verified')
    const count = (report: VerificationReport): number => 1 + report.credentials.map(count).reduce((sum, one) => sum + one, 0)
    expect(credentials.flatMap((part) => part.credentials).some(({ error }) => error?.code === 'too_many_credentials')).toBe(true)
    expect(credentials.map(count).reduce((sum, one) => sum + one, 0)).toBeLessThan(11_000)
  })

  test('is not multiplied by subjects that nobody has', async () => {
    const many = Array.from({ length: 1_000 }, () => ({ id: 'did:key:a', identities: [], results: [], otherMembers: {} }))
    const about = { issuer: { id: '' }, subjects: many } as unknown as Credential
    expect(await samePerson(about, about)).toBe('unknown')
  })
})
