import type { JsonObject } from '../../src/core/model/json.ts'
import { pemOf } from './badges.ts'
import { LEARNER } from './content.ts'
import { type Documents, type Institution, institutions, issuerOf, json, type Served, type TestIssuer } from './issuers.ts'
import { jws } from './sign.ts'

/*
 * Comprehensive Learner Records 1.0: a transcript of Kestrel University with a course that Westbridge College vouches for itself.
 */

/** How a record is verified: it is what its address serves, or it is a compact JWS (CLR 1.0 `Verification`). */
export const clr1Forms = ['hosted', 'signed'] as const
export type Clr1Form = (typeof clr1Forms)[number]

/** What may be wrong with a record. */
export const clr1Breakages = [
  'grade-changed',
  'by-a-stranger',
  'key-of-nobody',
  'revoked',
  'says-revoked',
  'form-mixed',
  'assertion-of-somebody-else',
  'assertion-unvouched',
  'assertion-expired',
  'assertion-revoked',
  'signed-assertion-changed',
  'signed-assertion-revoked',
  'dangling',
] as const
/**
 * - `grade-changed`: after it was signed, or unlike what its address serves.
 * - `by-a-stranger`: signed with somebody else's key, or hosted on somebody else's host.
 * - `key-of-nobody`: the key is served, and the publisher's profile does not list it; only of signed records.
 * - `revoked`: its publisher's list names it; its address answers that it is withdrawn.
 * - `says-revoked`: its publisher wrote so into the record itself.
 * - `form-mixed`: it says that it is signed and is not, or the other way round.
 * - `assertion-...`: of one assertion inside, while the record is as its publisher made it.
 */
export type Clr1Breakage = (typeof clr1Breakages)[number]

export interface Clr1Options {
  readonly form?: Clr1Form
  readonly broken?: Clr1Breakage
  /** Types written as in the data model of the standard: `dtClr`. */
  readonly longTypes?: boolean
  /** The last word on the record, before it is signed or served. */
  readonly change?: (record: JsonObject) => JsonObject
}

export interface IssuedClr1 {
  readonly text: string
  /** What the record says, as its publisher made it. */
  readonly record: JsonObject
  /** Where it is hosted. */
  readonly address: string
  readonly documents: Documents
}

const CLR_1 = 'https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld'

/** The learner's id in records, which is no DID. */
export const LEARNER_ID = 'urn:uuid:6a1d3f0c-7c2e-4b8f-9a55-0c1d2e3f4a5b'

const at = (institution: Institution, path: string) => `https://${institutions[institution].host}/clr/${path}`
const rsa = (institution: Institution) => issuerOf(institution, { identity: 'https', key: 'RSA' })
const idOf = (number: number) => `urn:uuid:c1a00000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** A transcript as a learner gets it, with all that a verifier would have to fetch. */
export async function issueClr1(options: Clr1Options = {}): Promise<IssuedClr1> {
  const { form = 'signed', broken } = options
  const address = at(broken === 'by-a-stranger' && form === 'hosted' ? 'stranger' : 'kestrel', 'records/1')
  const plain = await transcript(form, address, broken)
  const typed = options.longTypes ? withLongTypes(plain) : plain
  const record = options.change?.(typed) ?? typed
  const documents = new Map<string, Served>([
    ...(await published('kestrel', broken === 'revoked' ? [String(record.id)] : [])),
    ...(await published('westbridge', broken === 'signed-assertion-revoked' ? [idOf(901)] : [])),
    ...(await published('stranger', [])),
    ...(form === 'hosted' ? [[address, served(record, broken)] as const] : []),
  ])
  return { text: await textOf(record, form, broken), record, address, documents }
}

function served(record: JsonObject, broken: Clr1Breakage | undefined): Served {
  return json(broken === 'revoked' ? { ...record, revoked: true, revocationReason: 'Issued in error' } : record)
}

async function textOf(record: JsonObject, form: Clr1Form, broken: Clr1Breakage | undefined): Promise<string> {
  if (form === 'hosted') return JSON.stringify(broken === 'grade-changed' ? withGrade(record, 'A+') : record, null, 2)
  const token = await signedBy(rsa(broken === 'by-a-stranger' || broken === 'key-of-nobody' ? 'stranger' : 'kestrel'), record)
  return broken === 'grade-changed' ? changed(token, (stated) => withGrade(stated, 'A+')) : token
}

const signedBy = (issuer: TestIssuer, payload: JsonObject) => jws(payload, { typ: 'JWT' }, issuer)

/** The token with a changed payload and the signature that it had. */
function changed(token: string, change: (stated: JsonObject) => JsonObject): string {
  const [header, payload = '', signature] = token.split('.')
  const stated = JSON.parse(Buffer.from(payload, 'base64url').toString()) as JsonObject
  return [header, Buffer.from(JSON.stringify(change(stated))).toString('base64url'), signature].join('.')
}

function withGrade(record: JsonObject, value: string): JsonObject {
  const [first, ...others] = record.assertions as readonly [JsonObject, ...JsonObject[]]
  const results = (first.results as readonly JsonObject[]).map((result) => ({ ...result, value }))
  return { ...record, assertions: [{ ...first, results }, ...others] }
}

/** What an institution serves: its profile, its key, and the list of what it took back. */
async function published(institution: Institution, revoked: readonly string[]): Promise<readonly (readonly [string, Served])[]> {
  const key = { id: at(institution, 'keys/1'), type: 'CryptographicKey', owner: at(institution, 'profile') }
  const list = { id: at(institution, 'revocations'), type: 'RevocationList', issuer: at(institution, 'profile') }
  return [
    [at(institution, 'profile'), json({ '@context': CLR_1, ...profileOf(institution) })],
    [at(institution, 'keys/1'), json({ '@context': CLR_1, ...key, publicKeyPem: await pemOf(rsa(institution)) })],
    [
      unlisted(institution),
      json({ '@context': CLR_1, ...key, id: unlisted(institution), publicKeyPem: await pemOf(rsa('stranger')) }),
    ],
    [at(institution, 'revocations'), json({ '@context': CLR_1, ...list, revokedAssertions: revoked })],
  ]
}

/** A key that a host serves, as if it were the institution's. */
const unlisted = (institution: Institution) => at(institution, 'keys/2')

/** A `Profile` of CLR 1.0. */
function profileOf(institution: Institution): JsonObject {
  const { name, host, description } = institutions[institution]
  return {
    id: at(institution, 'profile'),
    type: 'Profile',
    name,
    url: `https://${host}/`,
    description,
    email: `registrar@${host}`,
    telephone: '+1 555 0100',
    official: 'Rosa Lind, Registrar',
    sourcedId: `${institution}-01`,
    address: { streetAddress: '1 Mill Lane', addressLocality: 'Kestrel', addressRegion: 'OR', postalCode: '97000' },
    identifiers: [{ identifier: '001234', identifierType: 'ext:OPEID' }],
    publicKey: { id: at(institution, 'keys/1'), type: 'CryptographicKey', owner: at(institution, 'profile') },
    revocationList: at(institution, 'revocations'),
  }
}

function learner(): JsonObject {
  return {
    id: LEARNER_ID,
    type: 'Profile',
    name: LEARNER.name,
    givenName: 'Ana',
    familyName: 'Rivera',
    email: LEARNER.email,
    studentId: 'K-20417',
    sourcedId: 'kestrel-20417',
    telephone: '+1 555 0177',
    birthDate: '1999-04-02',
  }
}

async function transcript(form: Clr1Form, address: string, broken: Clr1Breakage | undefined): Promise<JsonObject> {
  return {
    '@context': CLR_1,
    id: form === 'hosted' ? address : idOf(1),
    type: 'Clr',
    name: 'Official transcript',
    issuedOn: '2021-06-18T10:00:00Z',
    partial: false,
    learner: learner(),
    publisher: profileOf('kestrel'),
    verification:
      broken === 'key-of-nobody'
        ? { type: 'Signed', creator: unlisted('kestrel') }
        : verification((form === 'signed') !== (broken === 'form-mixed') ? 'Signed' : 'Hosted', 'kestrel'),
    assertions: await assertions(broken),
    signedAssertions: [await transferred(broken)],
    achievements: [minor()],
    ...(broken === 'says-revoked' ? { revoked: true, revocationReason: 'Replaced by a later transcript' } : {}),
  }
}

function verification(type: 'Signed' | 'Hosted', institution: Institution): JsonObject {
  return type === 'Hosted' ? { type } : { type, creator: at(institution, 'keys/1') }
}

const degreeId = at('kestrel', 'achievements/bsc')
const minorId = at('kestrel', 'achievements/minor-maps')

async function assertions(broken: Clr1Breakage | undefined): Promise<readonly JsonObject[]> {
  const terms = ['Fall 2019', 'Fall 2019', 'Spring 2020', 'Spring 2020'] as const
  const names = ['Data Structures', 'Probability', 'Computer Networks', 'Ethics of Computing'] as const
  const grades = ['B+', 'A', 'A-', 'A'] as const
  const courses = names.map((name, index) => course(index + 1, name, terms[index] ?? '', grades[index] ?? ''))
  return [...courses, capstone(), await degree()].map((assertion, index) =>
    index === 1 ? brokenAssertion(assertion, broken) : assertion,
  )
}

function brokenAssertion(assertion: JsonObject, broken: Clr1Breakage | undefined): JsonObject {
  const achievement = assertion.achievement as JsonObject
  switch (broken) {
    case 'assertion-of-somebody-else':
      return { ...assertion, recipient: { type: 'id', identity: idOf(999), hashed: false } }
    case 'assertion-unvouched':
      return { ...assertion, achievement: { ...achievement, issuer: profileOf('stranger') } }
    case 'assertion-expired':
      return { ...assertion, expires: '2022-01-01T00:00:00Z' }
    case 'assertion-revoked':
      return { ...assertion, revoked: true, revocationReason: 'Grade under appeal' }
    case 'dangling':
      return { ...assertion, achievement: { ...achievement, associations: [association('isPartOf', idOf(404), 'Withdrawn')] } }
    default:
      return assertion
  }
}

const recipient = { type: 'id', identity: LEARNER_ID, hashed: false }

function course(number: number, name: string, term: string, grade: string): JsonObject {
  const id = at('kestrel', `achievements/cs-${200 + number}`)
  return {
    id: idOf(100 + number),
    type: 'Assertion',
    recipient,
    issuedOn: '2020-06-01T00:00:00Z',
    activityStartDate: term === 'Fall 2019' ? '2019-09-02T00:00:00Z' : '2020-01-13T00:00:00Z',
    activityEndDate: term === 'Fall 2019' ? '2019-12-13T00:00:00Z' : '2020-05-08T00:00:00Z',
    term,
    creditsEarned: number === 4 ? 1.5 : 3,
    results: [{ type: 'Result', resultDescription: `${id}/grade`, value: grade, status: 'Completed' }],
    achievement: {
      id,
      type: 'Achievement',
      achievementType: 'Course',
      name,
      description: `${name}, with exercises.`,
      humanCode: `CS-${200 + number}`,
      level: 'Undergraduate',
      fieldOfStudy: 'Computer Science',
      creditsAvailable: 3,
      issuer: profileOf('kestrel'),
      requirement: { id: `${id}/requirement`, narrative: 'Weekly exercises and a written examination.' },
      identifiers: [{ identifier: `CS-${200 + number}`, identifierType: 'ext:CourseNumber' }],
      tags: ['computing'],
      alignments: [
        {
          type: 'Alignment',
          targetName: 'Computing knowledge',
          targetUrl: 'https://skills.example/s/computing',
          targetType: 'CFItem',
          targetCode: 'C-7',
          educationalFramework: 'Open Skills of the Valley',
        },
      ],
      associations: [association('isPartOf', degreeId, 'Bachelor of Science')],
      resultDescriptions: [
        {
          id: `${id}/grade`,
          type: 'ResultDescription',
          name: 'Final grade',
          resultType: 'LetterGrade',
          allowedValues: ['F', 'D', 'C', 'B', 'B+', 'A-', 'A'],
        },
      ],
    },
    verification: verification('Hosted', 'kestrel'),
  }
}

function association(associationType: string, targetId: string, title: string): JsonObject {
  return { type: 'Association', associationType, targetId, title }
}

const levelsId = (number: number) => at('kestrel', `achievements/capstone/levels/${number}`)

/** Judged by a rubric, with what was handed in. */
function capstone(): JsonObject {
  const id = at('kestrel', 'achievements/capstone')
  const rubricCriterionLevels = ['Developing', 'Proficient', 'Distinguished'].map((name, index) => ({
    id: levelsId(index + 1),
    type: 'RubricCriterionLevel',
    name,
    description: `${name} work.`,
    level: String(index + 1),
    points: String((index + 1) * 10),
  }))
  return {
    id: idOf(105),
    type: 'Assertion',
    recipient,
    issuedOn: '2021-05-20T00:00:00Z',
    term: 'Spring 2021',
    creditsEarned: 6,
    role: 'Team lead',
    narrative: 'A map of every bus stop, kept true by the riders.',
    source: profileOf('kestrel'),
    results: [{ type: 'Result', resultDescription: `${id}/rubric`, achievedLevel: levelsId(3) }],
    evidence: [
      {
        type: 'Evidence',
        name: 'Final work',
        description: 'What was handed in.',
        narrative: 'Defended in public.',
        genre: 'Project',
        audience: 'City council',
        artifacts: [
          { type: 'Artifact', name: 'Report', description: 'Forty pages.', url: 'https://kestrel.example/theses/41.pdf' },
          { type: 'Artifact', name: 'Source', url: 'https://kestrel.example/theses/41.zip' },
        ],
      },
    ],
    achievement: {
      id,
      type: 'Achievement',
      achievementType: 'AssessmentResult',
      name: 'Capstone project',
      description: 'One year, one team, one question from outside.',
      issuer: profileOf('kestrel'),
      associations: [association('isChildOf', degreeId, 'Bachelor of Science')],
      resultDescriptions: [
        {
          id: `${id}/rubric`,
          type: 'ResultDescription',
          name: 'Quality of the work',
          resultType: 'RubricCriterionLevel',
          requiredLevel: levelsId(2),
          rubricCriterionLevels,
        },
      ],
    },
    verification: verification('Hosted', 'kestrel'),
  }
}

async function degree(): Promise<JsonObject> {
  return {
    id: idOf(106),
    type: 'Assertion',
    recipient,
    issuedOn: '2021-06-12T00:00:00Z',
    creditsEarned: 120,
    licenseNumber: 'BSC-2021-0417',
    achievement: {
      id: degreeId,
      type: 'Achievement',
      achievementType: 'Degree',
      name: 'Bachelor of Science in Computer Science',
      description: 'Four years of study.',
      issuer: profileOf('kestrel'),
      creditsAvailable: 120,
      specialization: 'Networks',
      signedEndorsements: [await endorsement(degreeId)],
      associations: [
        association('isParentOf', at('kestrel', 'achievements/capstone'), 'Capstone project'),
        association('isRelatedTo', minorId, 'Minor in Maps'),
      ],
    },
    verification: verification('Hosted', 'kestrel'),
  }
}

/** An `Endorsement` of CLR 1.0 by Westbridge College. */
function endorsement(about: string): Promise<string> {
  return signedBy(rsa('westbridge'), {
    '@context': CLR_1,
    id: idOf(801),
    type: 'Endorsement',
    claim: { id: about, type: 'EndorsementClaim', endorsementComment: 'We accept this for entry.' },
    issuer: profileOf('westbridge'),
    issuedOn: '2021-03-01T00:00:00Z',
    verification: verification('Signed', 'westbridge'),
  })
}

/** Taken elsewhere, and signed by whoever gave it. */
async function transferred(broken: Clr1Breakage | undefined): Promise<string> {
  const assertion = {
    '@context': CLR_1,
    id: idOf(901),
    type: 'Assertion',
    recipient: { type: 'id', identity: LEARNER_ID, hashed: false },
    issuedOn: '2019-06-20T00:00:00Z',
    term: 'Spring 2019',
    creditsEarned: 3,
    achievement: {
      id: at('westbridge', 'achievements/writing'),
      type: 'Achievement',
      achievementType: 'Course',
      name: 'Technical Writing',
      issuer: profileOf('westbridge'),
      associations: [association('isPartOf', degreeId, 'Bachelor of Science')],
    },
    verification: verification('Signed', 'westbridge'),
  }
  const token = await signedBy(rsa('westbridge'), assertion)
  return broken === 'signed-assertion-changed' ? changed(token, (stated) => ({ ...stated, creditsEarned: 30 })) : token
}

/** What could be earned besides: described, not awarded. */
function minor(): JsonObject {
  return {
    id: minorId,
    type: 'Achievement',
    achievementType: 'ext:Minor',
    name: 'Minor in Maps',
    description: 'Eighteen credits.',
    issuer: profileOf('kestrel'),
    creditsAvailable: 18,
  }
}

function withLongTypes(record: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(record), (name, value: unknown) =>
    name === 'type' && (value === 'Clr' || value === 'Assertion') ? `dt${value}` : value,
  ) as JsonObject
}
