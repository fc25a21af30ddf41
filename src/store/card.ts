import { fold } from '../core/fold.ts'
import { isKnownLevel, issuerLevelOf } from '../core/issuer-level.ts'
import type { Achievement, Credential, Subject, Text } from '../core/model/credential.ts'
import type { Part } from '../core/model/inspection.ts'
import type { Outcome, VerificationReport } from '../core/model/report.ts'
import { checkIds } from '../core/model/report.ts'
import { plainId } from '../core/versions.ts'
import { entryPicture, imageOf, isEmbeddedLarge } from './picture.ts'
import type { Card, WalletEntry } from './types.ts'

/** Longest text that search looks through for one card, in characters. */
const haystackLength = 2_000
/** The same for a record, which is found by what is inside too. */
const recordHaystackLength = 16_000

/** Which of the achievement types of Open Badges 3.0 (appendix, AchievementType) bear credit by what they are, or never do. */
const degrees = [
  'AssociateDegree',
  'BachelorDegree',
  'Degree',
  'DoctoralDegree',
  'MasterDegree',
  'ProfessionalDoctorate',
  'ResearchDoctorate',
]
const withoutCredit = ['Award', 'CoCurricular', 'CommunityService', 'Membership']

/** What the wallet list shows of an entry. */
export function cardOf(entry: Omit<WalletEntry, 'source'>): Card {
  const { id, credential, report, parts, addedAt, example } = entry
  const { summary } = report
  return {
    id,
    title: firstOf(credential.title) || summary.title,
    issuer: issuerShown(credential, report),
    isIssuerKnown: isKnownLevel(issuerLevelOf(report)),
    issuerId: credential.issuer.id,
    credentialId: plainId(credential.id ?? ''),
    format: credential.format,
    kind: kindOf(credential),
    issued: summary.issued,
    expires: summary.expires,
    addedAt,
    verdict: report.verdict,
    questions: report.questions,
    code: codeOf(report),
    parts: report.credentials.length,
    verifiedAt: report.at,
    haystack: haystackOf(credential, parts),
    credit: creditOf([credential, ...within(parts)].flatMap(({ subjects }) => subjects)),
    picture: pictureOf(id, credential),
    example,
  }
}

/** What a list calls the issuer: by the name that counts, else by where it is at home, else by its identifier. */
export function issuerShown({ issuer }: Credential, report: VerificationReport): string {
  return listedName(report) || firstOf(issuer.name) || homeOf(issuer.id) || report.summary.issuer
}

/** The name under which a list or this person knows the issuer: it counts before the one that the credential states. */
export function listedName(report: VerificationReport): string {
  const level = issuerLevelOf(report)
  if (level !== 'listed' && level !== 'personal') return ''
  const name = report.checks.find(({ id }) => id === 'issuer.registry')?.evidence.facts?.['name']
  return typeof name === 'string' ? name : ''
}

function firstOf(text: Text | undefined): string {
  return text?.[0]?.value ?? ''
}

function achievementsOf(credential: Credential): readonly Achievement[] {
  return credential.subjects.flatMap(({ achievement }) => achievement ?? [])
}

/** What older generations call what has another name today: one kind of thing is one kind in the wallet. */
const kindsOfToday: Readonly<Record<string, string>> = {
  Assertion: 'Badge',
  AssessmentResult: 'Assessment',
  Clr: 'ClrCredential',
  'Co-Curricular': 'CoCurricular',
  Endorsement: 'EndorsementCredential',
}

/** The kind of a credential: what was achieved, else what the credential is; empty when it says neither. */
export function kindOf(credential: Credential): string {
  const [achievement] = achievementsOf(credential)
  const kind = achievement?.type ?? credential.types.findLast((type) => type !== 'VerifiableCredential') ?? ''
  const plain = kind.replace(/^dt(?=[A-Z])/, '')
  return (Object.hasOwn(kindsOfToday, plain) ? kindsOfToday[plain] : undefined) ?? kind
}

/** Where an issuer is at home on the web, to call one by that has no name; empty when that is nowhere. */
export function homeOf(issuerId: string): string {
  const address = issuerId.replace(/^did:web:([^:#?]+).*$/, 'https://$1')
  return /^https?:/i.test(address) && URL.canParse(address) ? new URL(address).host : ''
}

/** Stated credits first, then what kind of achievement it is. */
function creditOf(subjects: readonly Subject[]): Card['credit'] {
  const stated = subjects.flatMap(({ creditsEarned, achievement }) => creditsEarned ?? achievement?.creditsAvailable ?? [])
  if (stated.length > 0) return stated.some((credits) => credits > 0) ? 'credit' : 'non-credit'
  const types = subjects.flatMap(({ achievement }) => achievement?.type ?? [])
  if (types.some((type) => degrees.includes(type))) return 'credit'
  return types.some((type) => withoutCredit.includes(type)) ? 'non-credit' : 'unknown'
}

function haystackOf(credential: Credential, parts: readonly Part[]): string {
  const own = wordsOf(credential)
  const inside = within(parts).flatMap(wordsInside)
  return fold([...new Set([...own, ...inside])].join(' ').slice(0, parts.length > 0 ? recordHaystackLength : haystackLength))
}

/** The credentials inside a record, at any depth. */
function within(parts: readonly Part[]): readonly Credential[] {
  return parts.flatMap(({ credential, parts }) => [...(credential ? [credential] : []), ...within(parts)])
}

/** What a part is looked for by: its record is found by all of its parts, so each says little. */
function wordsInside(part: Credential): readonly string[] {
  return [...valuesOf(part.title), ...achievementsOf(part).flatMap(({ tags, humanCode }) => [humanCode ?? '', ...tags])]
}

function valuesOf(text: Text | undefined): readonly string[] {
  return (text ?? []).map(({ value }) => value)
}

function wordsOf(credential: Credential): readonly string[] {
  const texts = [credential.title, credential.issuer.name, credential.description, ...achievementsOf(credential).flatMap(textsOf)]
  return [
    ...texts.flatMap(valuesOf),
    ...achievementsOf(credential).flatMap(({ tags, humanCode, type }) => [...tags, humanCode ?? '', type ?? '']),
  ]
}

function textsOf(achievement: Achievement): readonly (Text | undefined)[] {
  const { name, description, fieldOfStudy, specialization, alignments } = achievement
  return [name, ...alignments.map((alignment) => alignment.name), fieldOfStudy, specialization, description]
}

/** The code that a verdict hangs on: of an error, else the first thing that failed, was not known or was a warning. */
export function codeOf({ error, checks }: VerificationReport): string | null {
  if (error !== null) return error.code
  const first = (status: Outcome) =>
    checkIds.flatMap((id) => checks.filter((check) => check.id === id && check.status === status))[0]
  const telling = first('failed') ?? first('unknown') ?? first('warning')
  return telling?.code ?? null
}

/** A picture that is small enough is on the card; a larger embedded one is found by the entry, any other by its address. */
function pictureOf(id: string, credential: Credential): string {
  const url = imageOf(credential)?.url ?? ''
  return isEmbeddedLarge(url) ? entryPicture(id) : url
}
