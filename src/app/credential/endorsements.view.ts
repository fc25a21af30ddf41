import type { Credential } from '../../core/model/credential.ts'
import type { Endorsing } from '../../core/model/inspection.ts'
import { isObject, type Json, memberOf } from '../../core/model/json.ts'
import type { Outcome, Question } from '../../core/model/report.ts'
import { homeOf } from '../../store/card.ts'
import type { PageText } from '../../text/findings.ts'
import {
  cleaned,
  findingOf,
  isKnown,
  isNamedByOthers,
  type KnownIssuer,
  knownIssuer,
  verdictSentence,
} from '../../text/verdict.ts'
import type { Reading } from './parts.ts'
import { type Link, linkOf, type Phrase, phraseOf, plainPhrase } from './phrase.ts'
import type { Telling } from './telling.ts'

/** What somebody says about a credential, its achievement or its issuer. */
export interface EndorsementView {
  readonly title: string
  /** What it speaks of. */
  readonly about: string
  readonly comment: Phrase | null
  /** How far the endorser is known; empty while nothing was checked. */
  readonly levelWords: string
  /** What its own check said. */
  readonly standing: string
  readonly questions: Readonly<Record<Question, Outcome>> | null
  /** The issuer speaks of itself. */
  readonly isOwn: boolean
  readonly holds: boolean
}

/** An endorsement that stands alone: X says about Y. */
export interface SayingView {
  readonly title: string
  readonly comment: Phrase | null
  readonly link: Link | null
}

/** Every endorsement that a credential carries: as checked, or as stated where it was not. */
export function endorsementsOf(reading: Reading, telling: Telling): readonly EndorsementView[] {
  const checked = new Map(reading.endorsements.map((endorsing) => [endorsing.at, endorsing]))
  return reading.credential.endorsements.map((stated) => {
    const endorsing = checked.get(stated.at)
    return endorsing ? checkedView(endorsing, reading, telling) : statedView(stated, reading, telling)
  })
}

function checkedView({ at, credential, report }: Endorsing, reading: Reading, telling: Telling): EndorsementView {
  const { findings, formats } = telling
  const { page } = findings
  const known = knownIssuer(report)
  const holds = answerAt(reading, at) === 'passed'
  return {
    title: endorsedBy(nameSaid(known, credential, telling), page),
    about: page.endorsementAbout[placeOf(at)],
    comment: credential && commentIn(credential, telling.languages),
    levelWords: findings.levels[known.level](known),
    standing: holds ? page.endorsementHolds : `${page.endorsementDoubt} ${verdictSentence(report, findings, formats.date)}`,
    questions: report.questions,
    isOwn: credential !== null && credential.issuer.id !== '' && credential.issuer.id === reading.credential.issuer.id,
    holds,
  }
}

/** As stated, where no check looked at it, or an earlier release kept no more than that. */
function statedView(
  { at, value }: Credential['endorsements'][number],
  reading: Reading,
  { findings: { page }, ui }: Telling,
): EndorsementView {
  const answer = answerAt(reading, at)
  const issuer = isObject(value) ? memberOf(value, 'issuer') : undefined
  const name = isObject(value) ? cleaned(statedName(issuer)) : ''
  const subject = isObject(value) ? (memberOf(value, 'credentialSubject') ?? memberOf(value, 'claim')) : undefined
  const comment = isObject(subject) ? memberOf(subject, 'endorsementComment') : undefined
  return {
    title: endorsedBy(name === '' ? '' : ui.stated(name), page),
    about: page.endorsementAbout[placeOf(at)],
    comment: typeof comment === 'string' && comment.trim() !== '' ? plainPhrase(comment) : null,
    levelWords: '',
    standing: answer === undefined ? page.statedOnly : answer === 'passed' ? page.endorsementHolds : page.endorsementDoubt,
    questions: null,
    isOwn: false,
    holds: answer === 'passed',
  }
}

function endorsedBy(name: string, page: PageText): string {
  return name === '' ? page.endorsedBySomeone : page.endorsedBy(name)
}

/** What the check of this credential said of the endorsement at one place. */
function answerAt({ report }: Reading, at: string): Outcome | undefined {
  return findingOf(report, 'issuer.endorsements')?.evidence.details?.find((detail) => detail.at === at)?.status
}

/** The name of an endorser as far as it may be said: in quotation marks unless a list or a web address stands behind it. */
function nameSaid(known: KnownIssuer, credential: Credential | null, { languages, ui }: Telling): string {
  const stated = credential ? (phraseOf(credential.issuer.name, languages)?.value ?? homeOf(credential.issuer.id)) : ''
  const name = cleaned(isNamedByOthers(known) ? known.name || stated : stated || known.name)
  if (name === '') return ''
  return isKnown(known) ? name : ui.stated(name)
}

/** What the thing that carries an endorsement is, by the path where it was found. */
function placeOf(at: string): keyof PageText['endorsementAbout'] {
  if (/\/creator\//.test(at)) return 'creator'
  if (/\/source\//.test(at)) return 'source'
  if (/\/(issuer|publisher)\//.test(at)) return 'issuer'
  return /\/(achievement|badge)\//.test(at) ? 'achievement' : 'credential'
}

function statedName(issuer: Json | undefined): string {
  if (typeof issuer === 'string') return issuer
  if (!isObject(issuer)) return ''
  const name = memberOf(issuer, 'name')
  const id = memberOf(issuer, 'id')
  return typeof name === 'string' ? name : typeof id === 'string' ? id : ''
}

/** What an endorsement says (`endorsementComment`), as markdown. */
function commentIn({ subjects }: Credential, languages: readonly string[]): Phrase | null {
  const [subject] = subjects
  const comment = subject && memberOf(subject.otherMembers, 'endorsementComment')
  const text = typeof comment === 'string' && comment.trim() !== '' ? plainPhrase(comment) : null
  return text ?? phraseOf(subject?.narrative, languages)
}

/** What it is about is what it endorses, and nobody's own. */
export function isEndorsement({ format }: { readonly format: string | null }): boolean {
  return format?.includes('endorsement') ?? false
}

/** An endorsement that stands alone, as what it is: somebody's word about something; null for anything else. */
export function sayingOf({ credential, report }: Reading, telling: Telling): SayingView | null {
  if (!isEndorsement(credential)) return null
  const { page } = telling.findings
  const about = credential.subjects[0]?.id ?? ''
  const link = linkOf(about)
  const name = nameSaid(knownIssuer(report), credential, telling) || page.somebody
  return {
    title: page.saysAbout(name, cleaned(link ? about.replace(/^https?:\/\//, '') : about) || page.somethingUnnamed),
    comment: commentIn(credential, telling.languages),
    link,
  }
}
