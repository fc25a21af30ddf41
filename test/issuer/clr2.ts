import type { Json, JsonObject } from '../../src/core/model/json.ts'
import { hashedEmail, LEARNER, VALID_FROM } from './content.ts'
import { CLR_2, openBadgeContexts, STATUS_LIST_2021, VC1, VC2 } from './contexts.ts'
import type { Issued } from './issue.ts'
import { type Documents, identityDocuments, institutions, issuerOf, type TestIssuer } from './issuers.ts'
import { keyPair } from './keys.ts'
import { signed, signedJwt } from './sign.ts'
import { type StatusMethod, statusDocuments, statusEntry } from './status.ts'

/** How a credential lies in a record: with a proof of its own, as a JWT (bare, or in an envelope), or only vouched for by the record. */
export type Securing = 'embedded' | 'jwt' | 'enveloped' | 'none'

/** What may be wrong with one credential inside a record while the record's own proof holds. */
export const nestedBreakages = ['altered', 'expired', 'revoked', 'stranger', 'another-person', 'unvouched', 'dangling'] as const
/**
 * - `altered`: its name changed after it was signed. A credential without proof is changed after the record was signed, whose
 *   proof is then the one that fails.
 * - `expired`: its issuer signed it, and it ended in 2025.
 * - `revoked`: its issuer signed it, and set its bit in the status list since.
 * - `stranger`: signed by somebody else's key in its issuer's name.
 * - `another-person`: its issuer signed it about somebody else.
 * - `unvouched`: without proof, and naming another issuer than the record that it lies in.
 * - `dangling`: nothing is wrong with it, but the record ties it to an achievement that is not there.
 */
export type NestedBreakage = (typeof nestedBreakages)[number]

export interface RecordOptions {
  /** Credentials directly inside; from three on, the last of them is a record that holds two of its own. */
  readonly count?: number
  readonly dataModel?: '1.1' | '2.0'
  readonly clr?: keyof typeof CLR_2
  /** How the record itself is secured. */
  readonly securing?: 'embedded' | 'jwt'
  readonly partial?: boolean
  /** The last word on what the record says, before its parts are put in and it is signed. */
  readonly change?: (record: JsonObject) => JsonObject
}

/** A record as a learner gets it, with what it was made from. */
export interface IssuedRecord extends Issued {
  readonly plan: RecordPlan
}

/** Where a credential lies: its place in the record, then its place in the record there, and so on. */
export type Path = readonly number[]

interface Planned {
  readonly issuer: TestIssuer
  readonly securing: Securing
  /** What is signed, without what lies inside. */
  readonly credential: JsonObject
  readonly broken?: NestedBreakage
}
interface AwardPlan extends Planned {
  readonly parts?: undefined
}
interface RecordPlan extends Planned {
  readonly parts: readonly Plan[]
}
type Plan = AwardPlan | RecordPlan

/** Somebody else. */
export const ANOTHER_PERSON = `did:key:${keyPair('ben', 'Ed25519').multibase}`

/** The achievement that the record describes without awarding it: the courses are parts of it. */
export const PROGRAM = 'https://westbridge.example/programs/data-and-society'

/** What `dangling` points at. */
export const NOWHERE = 'https://westbridge.example/achievements/withdrawn'

/** The end of what has expired. */
export const EXPIRED = '2025-06-01T00:00:00Z'

/**
 * A Comprehensive Learner Record 2.0 of so many credentials: courses of two terms by three issuers, secured in every way,
 * parts of a program that is described beside them.
 */
export function issueClr2(options: RecordOptions = {}): Promise<IssuedRecord> {
  return issuedOf(planOf(options))
}

/** The record with one of its credentials broken and everything around it signed again: each proof outside of it holds. */
export function breakNested(record: IssuedRecord, at: number | Path, how: NestedBreakage): Promise<IssuedRecord> {
  const path = typeof at === 'number' ? [at] : at
  if (path.length === 0) throw new Error('The record itself is not inside anything.')
  return issuedOf(brokenAt(record.plan, path, how))
}

/** Where every credential inside the record lies, at any depth. */
export function pathsIn({ plan }: Pick<IssuedRecord, 'plan'>): readonly Path[] {
  const within = ({ parts }: Plan, at: Path): readonly Path[] =>
    (parts ?? []).flatMap((part, index) => [[...at, index], ...within(part, [...at, index])])
  return within(plan, [])
}

/** How the credential at a path is secured, and what it is called. */
export function partAt(
  { plan }: Pick<IssuedRecord, 'plan'>,
  path: Path,
): { readonly securing: Securing; readonly name: string; readonly isRecord: boolean } {
  const part = path.reduce<Plan>(partOf, plan)
  return { securing: part.securing, name: String(part.credential.name), isRecord: part.parts !== undefined }
}

function partOf(plan: Plan, index: number): Plan {
  const part = plan.parts?.[index]
  if (part === undefined) throw new Error('There is no credential at that path.')
  return part
}

// what it is made of

interface Versions {
  readonly dataModel: '1.1' | '2.0'
  readonly clr: keyof typeof CLR_2
}

const host = (issuer: TestIssuer) => `https://${institutions[issuer.institution].host}`

function planOf(options: RecordOptions): RecordPlan {
  const { count = 3, dataModel = '2.0', clr = '2.0.1', securing = 'embedded', partial } = options
  const versions = { dataModel, clr }
  const issuer = issuerOf('westbridge')
  const courses = Array.from({ length: count > 2 ? count - 1 : count }, (_, index) => courseOf(index, versions))
  const parts: readonly Plan[] = count > 2 ? [...courses, subRecord(versions)] : courses
  const record = {
    ...recordOf(issuer, 1, 'Learner record of Ana Rivera', versions),
    ...(partial === undefined ? {} : { partial }),
    credentialSubject: {
      ...subjectOf(versions),
      achievement: [program(issuer)],
      association: associationsOf(courses),
    },
  }
  return { issuer, securing, credential: options.change?.(record) ?? record, parts }
}

/** Two courses taken elsewhere, in a record of their own. */
function subRecord(versions: Versions): RecordPlan {
  const issuer = issuerOf('kestrel')
  const parts = [plannedCourse(issuer, 'embedded', 900, versions), plannedCourse(issuer, 'none', 901, versions)]
  const credential = {
    ...recordOf(issuer, 2, 'Exchange semester', versions),
    credentialSubject: { ...subjectOf(versions), association: [tie(900, 'precedes', achievementId(issuer, 901), issuer)] },
  }
  return { issuer, securing: 'embedded', credential, parts }
}

function recordOf(issuer: TestIssuer, number: number, name: string, { dataModel, clr }: Versions): JsonObject {
  return {
    '@context': [dataModel === '2.0' ? VC2 : VC1, CLR_2[clr], openBadges(dataModel)],
    id: idOf('c1', number),
    type: ['VerifiableCredential', 'ClrCredential'],
    name,
    issuer: issuer.profile,
    [dataModel === '2.0' ? 'validFrom' : 'issuanceDate']: VALID_FROM,
  }
}

/** CLR 2.0.0 has no name for the learner's identifiers. */
const hasIdentifiers = ({ clr }: Versions) => clr === '2.0.1'

function subjectOf(versions: Versions): JsonObject {
  return { id: LEARNER.id, type: ['ClrSubject'], ...(hasIdentifiers(versions) ? { identifier: [learnerByEmail()] } : {}) }
}

const learnerByEmail = () => hashedEmail(LEARNER.email, 'k0sher')

const openBadges = (dataModel: '1.1' | '2.0') => openBadgeContexts[dataModel === '2.0' ? '3.0.3' : '3.0.2']

const ways: readonly (readonly [Parameters<typeof issuerOf>[0], Securing])[] = [
  ['westbridge', 'embedded'],
  ['kestrel', 'jwt'],
  ['cloudpath', 'embedded'],
  ['westbridge', 'none'],
  ['kestrel', 'enveloped'],
]

function courseOf(index: number, versions: Versions): AwardPlan {
  const [institution, securing] = ways[index % ways.length] ?? (['westbridge', 'embedded'] as const)
  return plannedCourse(issuerOf(institution), securing, index + 1, versions)
}

/**
 * What is vouched for by the record alone names the learner by e-mail: under a proof over RDF, awards without proof to one and the
 * same id could not be told apart. VC 1.1 knows no envelopes.
 */
function plannedCourse(issuer: TestIssuer, wanted: Securing, number: number, versions: Versions): AwardPlan {
  const credential = course(issuer, number, versions)
  if (wanted === 'enveloped' && versions.dataModel === '1.1') return { issuer, securing: 'jwt', credential }
  if (wanted !== 'none') return { issuer, securing: wanted, credential }
  if (!hasIdentifiers(versions)) return { issuer, securing: 'embedded', credential }
  return { issuer, securing: 'none', credential: about(credential, { identifier: [learnerByEmail()] }) }
}

/** The credential about whoever goes by these. */
function about(credential: JsonObject, person: JsonObject): JsonObject {
  const { id: _, identifier: __, ...rest } = credential.credentialSubject as JsonObject
  return { ...credential, credentialSubject: { ...person, ...rest } }
}

const subjects = ['Data Literacy', 'Statistics', 'Ethics of Data', 'Writing', 'Maps', 'Programming', 'Public Speaking', 'History']
const grades = ['A', 'A-', 'B+', 'B', 'A', 'C+']

function course(issuer: TestIssuer, number: number, { dataModel }: Versions): JsonObject {
  const name = `${subjects[(number - 1) % subjects.length]} ${100 + number}`
  const first = number % 2 === 1
  return {
    '@context': [dataModel === '2.0' ? VC2 : VC1, openBadges(dataModel)],
    id: idOf('c2', number),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name,
    issuer: issuer.profile,
    [dataModel === '2.0' ? 'validFrom' : 'issuanceDate']: VALID_FROM,
    credentialSubject: {
      id: LEARNER.id,
      type: ['AchievementSubject'],
      creditsEarned: number % 4 === 0 ? 1.5 : 3,
      term: first ? 'Fall 2023' : 'Spring 2024',
      activityEndDate: first ? '2023-12-15T00:00:00Z' : '2024-04-26T00:00:00Z',
      achievement: {
        id: achievementId(issuer, number),
        type: ['Achievement'],
        achievementType: 'Course',
        name,
        description: `What a citizen needs of ${subjects[(number - 1) % subjects.length]?.toLowerCase()}.`,
        criteria: { narrative: 'Every assignment handed in, and the *final* passed.' },
        creditsAvailable: 3,
        humanCode: `DS-${100 + number}`,
        resultDescription: [
          {
            id: `${achievementId(issuer, number)}/grade`,
            type: ['ResultDescription'],
            name: 'Final grade',
            resultType: 'LetterGrade',
            allowedValue: ['F', 'D', 'C', 'C+', 'B', 'B+', 'A-', 'A'],
          },
        ],
      },
      result: [
        {
          type: ['Result'],
          resultDescription: `${achievementId(issuer, number)}/grade`,
          value: grades[number % grades.length],
        },
      ],
    },
  }
}

function program(issuer: TestIssuer): JsonObject {
  return {
    id: PROGRAM,
    type: ['Achievement'],
    achievementType: 'Certificate',
    name: 'Data and Society',
    description: 'Sixty credits on what data does to a town, and for it.',
    criteria: { narrative: 'All courses of the program.' },
    creator: issuer.profile,
    creditsAvailable: 60,
  }
}

const achievementId = (issuer: TestIssuer, number: number) => `${host(issuer)}/achievements/${number}`

/** Every course is part of the program, and each precedes the next. */
function associationsOf(courses: readonly AwardPlan[]): readonly JsonObject[] {
  return courses.flatMap(({ issuer }, index) => {
    const next = courses[index + 1]
    const following = next === undefined ? [] : [tie(index + 1, 'precedes', achievementId(next.issuer, index + 2), issuer)]
    return [tie(index + 1, 'isPartOf', PROGRAM, issuer), ...following]
  })
}

function tie(number: number, associationType: string, targetId: string, issuer: TestIssuer): JsonObject {
  return { type: 'Association', associationType, sourceId: achievementId(issuer, number), targetId }
}

const idOf = (kind: string, number: number) => `urn:uuid:${kind}000000-0000-4000-8000-${String(number).padStart(12, '0')}`

// how it is made

async function issuedOf(plan: RecordPlan): Promise<IssuedRecord> {
  const signedRecord = await documentOf(plan)
  const isToken = typeof signedRecord === 'string'
  return {
    text: isToken ? signedRecord : JSON.stringify(signedRecord, null, 2),
    credential: isToken ? await wholeOf(plan) : (signedRecord as JsonObject),
    issuer: plan.issuer,
    documents: await documentsFor(plan),
    plan,
  }
}

/** Each credential is signed once, however many records it is put into. */
const made = new WeakMap<Plan, Promise<Json>>()

/** A planned credential as it stands in the record around it. */
function documentOf(plan: Plan): Promise<Json> {
  const known = made.get(plan) ?? sign(plan)
  made.set(plan, known)
  return known
}

async function sign(plan: Plan): Promise<Json> {
  const credential = await wholeOf(plan)
  const signer = plan.broken === 'stranger' ? asStranger(plan.issuer) : plan.issuer
  const securing = securingOf(plan)
  if (securing === 'none') return credential
  if (securing === 'embedded') return alteredSince(plan, await signed(credential, signer))
  const form = isVc1(credential) ? 'vc-claim' : securing === 'enveloped' ? 'vc+jwt' : 'flat'
  const jwt = withPayload(await signedJwt(credential, signer, { form }), (stated) => alteredSince(plan, stated))
  if (securing === 'jwt') return jwt
  return { '@context': VC2, id: `data:application/vc+jwt,${jwt}`, type: 'EnvelopedVerifiableCredential' }
}

/** What somebody made of a credential after it was signed: of itself, or of what lies inside without a proof of its own. */
function alteredSince(plan: Plan, credential: JsonObject): JsonObject {
  const own = plan.broken === 'altered' ? renamed(credential) : credential
  if (!plan.parts?.some(isAlteredUnsigned)) return own
  const subject = own.credentialSubject as JsonObject
  const verifiableCredential = listed(subject.verifiableCredential).map((document, index) => {
    const part = plan.parts?.[index]
    return part !== undefined && isAlteredUnsigned(part) ? renamed(document as JsonObject) : document
  })
  return { ...own, credentialSubject: { ...subject, verifiableCredential } }
}

const isAlteredUnsigned = ({ broken, securing }: Plan) => broken === 'altered' && securing === 'none'

const renamed = (credential: JsonObject): JsonObject => ({ ...credential, name: 'Neurosurgery' })

/** The token with a changed payload and the signature that it had; untouched when nothing changes. */
function withPayload(jwt: string, change: (credential: JsonObject) => JsonObject): string {
  const [header, payload = '', signature] = jwt.split('.')
  const stated = JSON.parse(Buffer.from(payload, 'base64url').toString()) as JsonObject
  const credential = (stated.vc ?? stated) as JsonObject
  const changed = change(credential)
  if (changed === credential) return jwt
  const forged = stated.vc === undefined ? changed : { ...stated, vc: changed }
  return [header, Buffer.from(JSON.stringify(forged)).toString('base64url'), signature].join('.')
}

function securingOf({ securing, broken }: Plan): Securing {
  if (broken === 'unvouched') return 'none'
  return broken === 'stranger' && securing === 'none' ? 'embedded' : securing
}

/** What is signed: the credential as it is told wrong, with what lies inside. */
async function wholeOf(plan: Plan): Promise<JsonObject> {
  const credential = toldWrong(plan)
  if (plan.parts === undefined) return credential
  const verifiableCredential = await Promise.all(plan.parts.map(documentOf))
  const subject = credential.credentialSubject as JsonObject
  const lost = plan.parts.flatMap((part) => (part.broken === 'dangling' ? [danglingFrom(part)] : []))
  return {
    ...credential,
    credentialSubject: {
      ...subject,
      verifiableCredential,
      association: [...listed(subject.association), ...lost],
    },
  }
}

function toldWrong({ credential, issuer, broken }: Plan): JsonObject {
  if (broken === 'expired') return { ...credential, [isVc1(credential) ? 'expirationDate' : 'validUntil']: EXPIRED }
  if (broken === 'another-person') return about(credential, { id: ANOTHER_PERSON })
  if (broken === 'unvouched') {
    const foreign = { ...credential, issuer: issuerOf('alameda').profile }
    return isRecordDocument(credential) ? foreign : about(foreign, { identifier: [learnerByEmail()] })
  }
  if (broken !== 'revoked') return credential
  const method = statusMethodOf(credential)
  return {
    ...credential,
    ...(isVc1(credential) ? { '@context': [...listed(credential['@context']), STATUS_LIST_2021] } : {}),
    credentialStatus: statusEntry(issuer, method, true),
  }
}

const statusMethodOf = (credential: JsonObject): StatusMethod => (isVc1(credential) ? '2021-revocation' : 'bitstring-revocation')

const isRecordDocument = (credential: JsonObject) => listed(credential.type).includes('ClrCredential')
const isVc1 = (credential: JsonObject) => listed(credential['@context']).includes(VC1)

function danglingFrom({ credential }: Plan): JsonObject {
  const { achievement } = credential.credentialSubject as JsonObject
  const sourceId = (achievement as JsonObject | undefined)?.id ?? PROGRAM
  return { type: 'Association', associationType: 'precedes', sourceId, targetId: NOWHERE }
}

/** The issuer, as somebody else's key would have it. */
function asStranger(issuer: TestIssuer): TestIssuer {
  const { key, methodId } = issuerOf('stranger')
  return { ...issuer, key, methodId }
}

function brokenAt(plan: Plan, path: Path, how: NestedBreakage): RecordPlan {
  const [index = 0, ...rest] = path
  const part = partOf(plan, index)
  const changed: Plan = rest.length === 0 ? { ...part, broken: how } : brokenAt(part, rest, how)
  return { ...plan, parts: (plan.parts ?? []).map((each, at) => (at === index ? changed : each)) }
}

async function documentsFor(plan: Plan): Promise<Documents> {
  const { issuer, credential, broken, parts = [] } = plan
  const own = identityDocuments(issuer.institution)
  const status = broken === 'revoked' ? await statusDocuments(issuer, statusMethodOf(credential), String(credential.id)) : []
  const inside = await Promise.all(parts.map(documentsFor))
  return new Map([...own, ...status, ...inside.flatMap((documents) => [...documents])])
}

function listed(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}
