import type { Achievement, Credential, Subject, Text } from '../core/model/credential.ts'
import type { Outcome, VerificationReport } from '../core/model/report.ts'
import { checkIds } from '../core/model/report.ts'
import { fold } from './fold.ts'
import { entryScheme, imageOf } from './picture.ts'
import type { Card, WalletEntry } from './types.ts'

/** Longest text that search looks through for one card, in characters. */
const haystackLength = 2_000
/** Largest embedded picture that a card carries itself, in characters of its data URI. */
const pictureLength = 2_048

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
  const { id, credential, report, addedAt, example } = entry
  const { summary } = report
  return {
    id,
    title: firstOf(credential.title) || summary.title,
    issuer: firstOf(credential.issuer.name) || summary.issuer,
    issuerId: credential.issuer.id,
    format: credential.format,
    kind: kindOf(credential),
    issued: summary.issued,
    expires: summary.expires,
    addedAt,
    verdict: report.verdict,
    questions: report.questions,
    code: codeOf(report),
    verifiedAt: report.at,
    haystack: haystackOf(credential),
    credit: creditOf(credential.subjects),
    picture: pictureOf(id, credential),
    example,
  }
}

function firstOf(text: Text | undefined): string {
  return text?.[0]?.value ?? ''
}

function achievementsOf(credential: Credential): readonly Achievement[] {
  return credential.subjects.flatMap(({ achievement }) => achievement ?? [])
}

function kindOf(credential: Credential): string {
  const [achievement] = achievementsOf(credential)
  return achievement?.type ?? credential.types.findLast((type) => type !== 'VerifiableCredential') ?? ''
}

/** Stated credits first, then what kind of achievement it is. */
function creditOf(subjects: readonly Subject[]): Card['credit'] {
  const stated = subjects.flatMap(({ creditsEarned, achievement }) => creditsEarned ?? achievement?.creditsAvailable ?? [])
  if (stated.length > 0) return stated.some((credits) => credits > 0) ? 'credit' : 'non-credit'
  const types = subjects.flatMap(({ achievement }) => achievement?.type ?? [])
  if (types.some((type) => degrees.includes(type))) return 'credit'
  return types.some((type) => withoutCredit.includes(type)) ? 'non-credit' : 'unknown'
}

function haystackOf(credential: Credential): string {
  const texts = [credential.title, credential.issuer.name, credential.description, ...achievementsOf(credential).flatMap(textsOf)]
  const words = [
    ...texts.flatMap((text) => (text ?? []).map(({ value }) => value)),
    ...achievementsOf(credential).flatMap(({ tags, humanCode, type }) => [...tags, humanCode ?? '', type ?? '']),
  ]
  return fold([...new Set(words)].join(' ').slice(0, haystackLength))
}

function textsOf(achievement: Achievement): readonly (Text | undefined)[] {
  const { name, description, fieldOfStudy, specialization, alignments } = achievement
  return [name, ...alignments.map((alignment) => alignment.name), fieldOfStudy, specialization, description]
}

/** What the verdict hangs on: an error, else the first thing that failed, was not known or was a warning. */
function codeOf({ error, checks }: VerificationReport): string | null {
  if (error !== null) return error.code
  const first = (status: Outcome) =>
    checkIds.flatMap((id) => checks.filter((check) => check.id === id && check.status === status))[0]
  const telling = first('failed') ?? first('unknown') ?? first('warning')
  return telling?.code ?? null
}

/** A picture that is small enough is on the card; a larger embedded one is found by the entry, any other by its address. */
function pictureOf(id: string, credential: Credential): string {
  const url = imageOf(credential)?.url ?? ''
  return url.startsWith('data:') && url.length > pictureLength ? `${entryScheme}${id}` : url
}
