import { issuerLevelOf } from '../../core/issuer-level.ts'
import type { Credential, Image, Subject } from '../../core/model/credential.ts'
import type { Contents } from '../../core/model/inspection.ts'
import type { Verdict, VerificationReport } from '../../core/model/report.ts'
import type { Award, RecordStatement, StackSource } from '../../core/stack/types.ts'
import { verdictOf } from '../../core/verdict.ts'
import { codeOf, listedName } from '../../store/card.ts'
import { entryPicture, imageOf, isEmbeddedLarge } from '../../store/picture.ts'
import type { WalletEntry } from '../../store/types.ts'
import { deepest, type PartPath, pathText, remarksOf } from '../credential/parts.ts'
import { lean } from './lean.ts'

type Standing = Pick<Award, 'issuer' | 'issuerLevel' | 'issuerKnownAs' | 'verdict' | 'code' | 'entry'>

/** One credential of an entry that says something itself, with what it awards. */
interface Said {
  readonly ref: string
  readonly credential: Credential
  readonly standing: Standing
  /** What it amounts to as a speaker: without what is inside it. */
  readonly own: Pick<Standing, 'verdict' | 'code'>
  readonly awards: readonly Award[]
  /** What it holds, at any depth. */
  readonly inside: readonly Said[]
}

/** A place on the way through an entry, and what is remarked on it from outside. */
interface Place extends Contents {
  readonly path: PartPath
  readonly credential: Credential | null
  readonly report: VerificationReport
  readonly verdict: Verdict
  readonly code: string | null
}

/**
 * Everything of one entry that a stack is made of: what it awards, and what its records say of how that belongs together, parts included.
 * Endorsements award nothing, and a presentation only holds what it holds. A part stands by itself, but for what the record around it
 * remarks on it; what a record says stands as the record does, whatever became of its parts.
 */
export function stackSourceOf(entry: WalletEntry): StackSource {
  const { report } = entry
  const whole = saidAt({ ...entry, path: [], verdict: report.verdict, code: codeOf(report) }, entry)
  const all = whole.flatMap(withInside)
  return {
    digest: report.digest,
    awards: all.flatMap(({ awards }) => awards),
    records: whole.flatMap((said) => statementsOf(said, null)),
  }
}

/** What is said at a place: by the credential there, or, where that only holds others or is none, by those. */
function saidAt(place: Place, entry: WalletEntry): readonly Said[] {
  const inside = placesInside(place).flatMap((inner) => saidAt(inner, entry))
  const { credential } = place
  if (credential === null || isSilent(credential)) return inside
  const ref = refOf(entry, place.path)
  const standing = standingOf(credential, place, entry)
  const own = ownVerdict(place)
  const awards = credential.subjects.flatMap((_subject, index) => awardOf(credential, index, standing, place, entry))
  return [{ ref, credential, standing, own, awards, inside }]
}

function placesInside({ path, report, parts }: Place): readonly Place[] {
  if (path.length >= deepest) return []
  const remarks = remarksOf(report)
  return report.credentials.map((inner, index) => {
    const number = index + 1
    const remark = remarks.get(number)
    const part = parts[index] ?? { credential: null, parts: [], endorsements: [] }
    const [verdict, code] = [remark?.verdict ?? inner.verdict, remark?.code ?? codeOf(inner)]
    return { ...part, path: [...path, number], report: inner, verdict, code }
  })
}

function isSilent({ format, types }: Credential): boolean {
  return /^(?:vp|array|status-list)|endorsement/.test(format) || types.includes('EndorsementCredential')
}

function refOf({ report }: WalletEntry, path: PartPath): string {
  return path.length === 0 ? report.digest : `${report.digest}/${pathText(path)}`
}

function standingOf({ issuer: { id, name } }: Credential, { report, verdict, code }: Place, entry: WalletEntry): Standing {
  return {
    issuer: { id, name },
    issuerLevel: issuerLevelOf(report),
    issuerKnownAs: listedName(report),
    verdict,
    code,
    entry: entry.id,
  }
}

/**
 * What a record amounts to by itself. One of its parts may be out of date or withdrawn, which makes the record not verified; what its
 * issuer says of how the parts belong together is no less signed for that.
 */
function ownVerdict({ path, report, verdict, code }: Place): Pick<Standing, 'verdict' | 'code'> {
  // What the record around it holds against it is not told apart from what is wrong inside it.
  if (path.length > 0) return { verdict, code }
  const checks = report.checks.filter(({ id }) => !id.startsWith('nested.'))
  const own = verdictOf(checks, 'credential')
  return { verdict: own, code: own === 'verified' ? null : codeOf({ ...report, checks, verdict: own }) }
}

/** What one subject was awarded: none or one. The first subject has the name of the credential, others that of their achievement. */
function awardOf(
  credential: Credential,
  index: number,
  standing: Standing,
  { path, report }: Place,
  entry: WalletEntry,
): readonly Award[] {
  const subject = credential.subjects[index]
  const achievement = subject?.achievement
  if (subject === undefined || achievement === undefined) return []
  const { title, validUntil } = credential
  const image = pictureOf(credential, subject, entry.id, path)
  return [
    {
      ref: `${refOf(entry, path)}${index === 0 ? '' : `#${index + 1}`}`,
      digest: entry.report.digest,
      part: pathText(path),
      example: entry.example,
      achievement: lean(achievement),
      title: title.length > 0 && (index === 0 || achievement.name.length === 0) ? title : achievement.name,
      ...(image && { image }),
      ...standing,
      questions: report.questions,
      earned: credential.awardedDate ?? subject.activityEnd ?? credential.validFrom ?? report.summary.issued,
      expires: validUntil ?? '',
      term: subject.term?.trim() ?? '',
      ...(subject.creditsEarned !== undefined && { creditsEarned: subject.creditsEarned }),
    },
  ]
}

/** The picture of the award, by its address; a large embedded one by where it lies, as `Vault.picture` takes it. */
function pictureOf(credential: Credential, subject: Subject, entry: string, path: PartPath): Image | undefined {
  const stated = [subject.image, credential.image, subject.achievement?.image]
  const image = stated.find((one) => one !== undefined && (!isEmbeddedLarge(one.url) || one === imageOf(credential)))
  return image && { url: isEmbeddedLarge(image.url) ? entryPicture(entry, pathText(path)) : image.url }
}

// What records say

function withInside(said: Said): readonly Said[] {
  return [said, ...said.inside.flatMap(withInside)]
}

/** Who is meant by what a record says: itself and what it holds. */
type Scope = Pick<RecordStatement, 'aliases' | 'awards'>

/** What a credential and those inside it say. @param around what the record around it means, for a part that holds nothing itself */
function statementsOf(said: Said, around: Scope | null): readonly RecordStatement[] {
  const { ref, credential, standing, own, inside } = said
  const scope = inside.length === 0 && around !== null ? around : scopeOf(said)
  const speaking = [credential, ...inside.filter(isVouchedFor).map((part) => part.credential)]
  const associations = speaking.flatMap((one) => one.associations)
  const definitions = speaking.flatMap((one) => one.definitions)
  const within = inside.flatMap((part) => (isVouchedFor(part) ? [] : statementsOf(part, scope)))
  if (associations.length === 0 && definitions.length === 0) return within
  return [{ ref, ...standing, ...own, associations, definitions: definitions.map(lean), ...scope }, ...within]
}

/**
 * Whether a part is one that only the record around it vouches for. In CLR 1.0 such an award says itself how its achievement belongs to
 * others of the record: that is the record's word.
 */
function isVouchedFor({ credential, inside }: Said): boolean {
  return credential.securing.kind === 'none' && inside.length === 0
}

function scopeOf(said: Said): Scope {
  const meant = withInside(said)
  return { aliases: aliasesOf(meant), awards: meant.flatMap(({ awards }) => awards.map(({ ref }) => ref)) }
}

/** The ids by which an association may name an award, beside its achievement's: its credential's, and those of results and levels (data-model.md §2). */
function aliasesOf(meant: readonly Said[]): RecordStatement['aliases'] {
  const refs = new Map<string, Set<string>>()
  const add = (id: string, ref: string) => {
    if (id !== '') refs.set(id, (refs.get(id) ?? new Set()).add(ref))
  }
  for (const { credential, awards, ref } of meant) {
    for (const award of awards) add(credential.id ?? '', award.ref)
    credential.subjects.forEach(({ achievement }, index) => {
      const levels = achievement?.resultDescriptions.flatMap((result) => result.levels) ?? []
      for (const { id } of levels) add(id, index === 0 ? ref : `${ref}#${index + 1}`)
    })
  }
  return [...refs].map(([id, named]) => ({ id, refs: [...named] }))
}
