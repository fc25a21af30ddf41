import type { IssuerLevel } from '../../core/issuer-level.ts'
import type { Achievement, Alignment, Credential, Evidence, Identity, Profile, Subject } from '../../core/model/credential.ts'
import {
  type CheckId,
  type Finding,
  type Outcome,
  type Question,
  questions,
  type Verdict,
  type VerificationReport,
  type Witness,
} from '../../core/model/report.ts'
import { homeOf, kindOf } from '../../store/card.ts'
import type { FindingsText } from '../../text/findings.ts'
import type { Formats } from '../../text/format.ts'
import { kindName } from '../../text/kinds.ts'
import {
  cleaned,
  detailOf,
  findingsOf,
  isNamedByOthers,
  type KnownIssuer,
  knownIssuer,
  messageOf,
  verdictSentence,
} from '../../text/verdict.ts'
import { type DocumentView, documentView } from './document.view.ts'
import { type EndorsementView, endorsementsOf, isEndorsement, type SayingView, sayingOf } from './endorsements.view.ts'
import { factLines } from './facts.ts'
import type { PartPath, Reading } from './parts.ts'
import { isTag, type Link, linkOf, type Phrase, phraseOf, plainPhrase } from './phrase.ts'
import { type Picture, pictureOf } from './picture.ts'
import { type ResultView, resultView } from './results.ts'
import { isCarrier, isNameType, type Line, own, type Telling } from './telling.ts'
import { type Told, tellsOf } from './tells.ts'
import { type TranscriptView, transcriptOf } from './transcript.view.ts'

export interface QuestionRow {
  readonly question: Question
  readonly name: string
  readonly outcome: Outcome
  readonly answer: string
  readonly reason: string
  readonly evidence: readonly EvidenceLine[]
}

/** One check behind the answer to a question. */
export interface EvidenceLine {
  readonly name: string
  readonly outcome: Outcome
  readonly message: string
  readonly details: readonly string[]
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly witnesses: readonly string[]
}

export interface SkillView {
  readonly name: Phrase
  readonly standard: string
  readonly code: string
  readonly description: Phrase | null
  readonly link: Link | null
}

export interface EvidenceView {
  readonly name: Phrase | null
  readonly description: Phrase | null
  readonly narrative: Phrase | null
  readonly lines: readonly Line[]
  readonly link: Link | null
  readonly attached: boolean
}

export interface PersonView {
  readonly role: string
  readonly name: Phrase
  readonly description: Phrase | null
  readonly lines: readonly Line[]
  readonly link: Link | null
}

/** Another language or version of the same thing, where its issuer says it lies. */
export interface RelatedView {
  readonly label: string
  readonly link: Link | null
}

/** Who issued it, and how far that is known. */
export interface IssuerView {
  /** What it is called, or words of ours where nothing is stated. */
  readonly name: Phrase
  /** Whether it is called anything at all. */
  readonly isNamed: boolean
  /** False for what only carries others and has no issuer: a presentation, a list. */
  readonly isThere: boolean
  readonly level: IssuerLevel
  /** Empty where there is no name to speak of. */
  readonly levelWords: string
}

/** Everything that the page of a credential shows, in the reader's words; it holds no rule of its own. */
export interface CredentialView {
  readonly title: Phrase
  readonly picture: Picture
  readonly issuer: IssuerView
  readonly date: string
  readonly verdict: Verdict
  readonly sentence: string
  /** When it was last checked (ISO 8601). */
  readonly checkedAt: string
  readonly questions: Readonly<Record<Question, Outcome>>
  readonly rows: readonly QuestionRow[]
  readonly what: { readonly description: Phrase | null; readonly lines: readonly Line[] }
  readonly took: { readonly narrative: Phrase | null; readonly story: Phrase | null; readonly link: Link | null }
  readonly results: readonly ResultView[]
  readonly skills: { readonly alignments: readonly SkillView[]; readonly tags: readonly string[] }
  readonly evidence: readonly EvidenceView[]
  readonly vouches: {
    readonly people: readonly PersonView[]
    /** Those that a check confirmed. */
    readonly endorsements: readonly EndorsementView[]
    /** Those that nothing confirms. */
    readonly unverified: readonly EndorsementView[]
  }
  /** Of an endorsement that stands alone: what it says about what. */
  readonly saying: SayingView | null
  /** Members that the vocabulary of its generation has no place for, as stated. */
  readonly more: readonly Line[]
  /** Other languages and versions of the same achievement, never followed by themselves. */
  readonly related: readonly RelatedView[]
  /** What lies inside; null when nothing does. */
  readonly transcript: TranscriptView | null
  readonly tells: readonly Told[]
  /** That it may tell more, where a part of it could not be read; else empty. */
  readonly untold: string
  readonly document: DocumentView
}

/**
 * Puts a credential and its report into the reader's words. Pure: the same input gives the same view, and text of the
 * issuer stays text.
 * @param path where it lies in what was given; empty for the whole.
 */
export function describe(reading: Reading, path: PartPath, telling: Telling): CredentialView {
  const { credential, report } = reading
  const { findings, formats, languages } = telling
  const page = findings.page
  const [subject] = credential.subjects
  const achievement = subject?.achievement
  const known = knownIssuer(report)
  const endorsements = endorsementsOf(reading, telling)
  const saying = sayingOf(reading, telling)
  const title = phraseOf(credential.title, languages) ?? phraseOf(achievement?.name, languages)
  return {
    title: title ?? plainPhrase(saying?.title ?? titleless(credential, page)),
    picture: pictureOf(credential),
    issuer: issuerView(credential, known, telling),
    date: dated(credential.awardedDate ?? credential.validFrom, formats),
    verdict: report.verdict,
    sentence: verdictSentence(report, findings, formats.date),
    checkedAt: report.at,
    questions: report.questions,
    rows: rowsOf(report, telling),
    what: { description: describedAs(credential, achievement, languages), lines: whatLines(credential, subject, telling) },
    took: {
      narrative: phraseOf(achievement?.criteria.narrative, languages),
      story: phraseOf(subject?.narrative, languages),
      link: linkOf(achievement?.criteria.url),
    },
    results: credential.subjects.flatMap((each) => each.results).map((result) => resultView(result, telling)),
    skills: {
      alignments: (achievement?.alignments ?? []).map((alignment) => skillView(alignment, languages)),
      tags: achievement?.tags ?? [],
    },
    evidence: credential.evidence.map((evidence) => evidenceView(evidence, telling)),
    vouches: {
      people: peopleOf(credential, subject, telling),
      endorsements: endorsements.filter(({ holds }) => holds),
      unverified: endorsements.filter(({ holds }) => !holds),
    },
    saying,
    more: moreLines(credential, telling),
    related: (achievement?.related ?? []).map((related) => relatedView(related, telling)),
    transcript: transcriptOf({ ...reading, path }, telling),
    tells: tellsOf(reading, telling),
    untold: unreadHost(credential) === '' ? '' : page.tells.unread(unreadHost(credential)),
    document: documentView(reading, telling),
  }
}

/** What to call a credential that states no title. */
function titleless(credential: Credential, page: FindingsText['page']): string {
  const host = unreadHost(credential, 'badge')
  if (host !== '') return page.describedAt(host)
  return (isCarrier(credential) && own(page.formats, credential.format)) || page.untitled
}

function issuerView({ issuer, ...credential }: Credential, known: KnownIssuer, { findings, languages }: Telling): IssuerView {
  const stated = isNamedByOthers(known) && known.name !== '' ? plainPhrase(known.name) : phraseOf(issuer.name, languages)
  const home = homeOf(issuer.id)
  const name = stated ?? (home === '' ? null : plainPhrase(home))
  const host = unreadHost(credential)
  return {
    name: name ?? plainPhrase(host === '' ? findings.page.unnamedIssuer : findings.page.issuerDescribedAt(host)),
    isNamed: name !== null,
    isThere: name !== null || issuer.id !== '' || !isCarrier(credential),
    level: known.level,
    levelWords: known.level === 'none' && name === null ? '' : findings.levels[known.level](known),
  }
}

/** The host of a document that the badge is made of and that could not be read; empty when all were. */
function unreadHost({ linked }: Pick<Credential, 'linked'>, role?: 'badge'): string {
  const unread = linked.find(
    (one) => one.document === null && (role === undefined ? one.role !== 'assertion' : one.role === role),
  )
  return linkOf(unread?.address)?.host ?? ''
}

function describedAs(credential: Credential, achievement: Achievement | undefined, languages: readonly string[]): Phrase | null {
  return phraseOf(credential.description, languages) ?? phraseOf(achievement?.description, languages)
}

// The four questions

/** The checks whose answers say most to a person; the others of a question come after them. */
const mostTelling: readonly CheckId[] = [
  'proof.signature',
  'proof.coverage',
  'validity.dates',
  'validity.status',
  'issuer.registry',
  'issuer.key',
  'identity.holder',
]

function rankOf({ id }: Finding): number {
  const rank = mostTelling.indexOf(id)
  return rank < 0 ? mostTelling.length : rank
}

/** The four questions in their order, each with what stands behind its answer. */
export function rowsOf(report: VerificationReport, telling: Telling): readonly QuestionRow[] {
  return questions.map((question) => rowOf(question, report, telling))
}

/** The row of one question: the worst answer decides what is said, and every check stands behind it. */
function rowOf(question: Question, report: VerificationReport, telling: Telling): QuestionRow {
  const { findings } = telling
  const all = findingsOf(report, question)
  const outcome = report.questions[question]
  const told = decidingOf(all, outcome).map((finding) => saidOf(finding, report, telling))
  return {
    question,
    name: findings.questions[question],
    outcome,
    answer: findings.answers[outcome],
    reason: told.length > 0 ? [...new Set(told)].join(' ') : silence(question, report, telling),
    evidence: all.map((finding) => evidenceLine(finding, report, telling)),
  }
}

/** The two findings that say most about an outcome; a remark comes after what holds. */
function decidingOf(all: readonly Finding[], outcome: Outcome): readonly Finding[] {
  const ranked = all.toSorted((one, other) => rankOf(one) - rankOf(other))
  const holding =
    outcome === 'warning'
      ? ranked.filter(({ id, status, code }) => mostTelling.includes(id) && status === 'passed' && code === null).slice(0, 1)
      : []
  return [...holding, ...ranked.filter(({ status }) => status === outcome)].slice(0, 2)
}

/** The message of a finding; in the learner's own wallet nobody is showing it to anyone. */
function saidOf(finding: Finding, report: VerificationReport, telling: Telling): string {
  const { audience, findings, formats } = telling
  const isOpen = finding.question === 'identity' && finding.status === 'unknown'
  if (isOpen && isEndorsement(report)) return findings.page.endorsing
  if (audience === 'holder' && finding.code === 'holder_unproven') return silence('identity', report, telling)
  return messageOf(finding, findings, formats.date)
}

/** What is said of a question that no check answers. */
function silence(question: Question, report: VerificationReport, { findings: { page } }: Telling): string {
  const isLeftToParts = isCarrier(report) && (question === 'authority' || question === 'identity')
  return isLeftToParts ? page.carried[question] : page.silent[question]
}

function evidenceLine(finding: Finding, report: VerificationReport, telling: Telling): EvidenceLine {
  const { findings, formats } = telling
  const message = saidOf(finding, report, telling)
  const details = (finding.evidence.details ?? []).map((detail) => detailOf(detail, findings, formats.date))
  return {
    name: isByOwnAddress(finding) ? findings.page.evidence.ownAddress : findings.checks[finding.id].name,
    outcome: finding.status,
    message,
    details: [...new Set(details.filter((detail) => detail !== null && detail !== message))].filter((detail) => detail !== null),
    facts: factsBehind(finding, findings, formats),
    witnesses: [...new Set((finding.evidence.witnesses ?? []).map((witness) => witnessWords(witness, findings, formats)))],
  }
}

/** A badge that its own address confirms has no signature to speak of. */
function isByOwnAddress({ id, code }: Finding): boolean {
  return id === 'proof.signature' && code !== null && code.startsWith('hosted_')
}

function factsBehind(finding: Finding, findings: FindingsText, formats: Formats): EvidenceLine['facts'] {
  const labels = findings.page.evidence.facts
  return Object.entries(finding.evidence.facts ?? {}).flatMap(([name, value]) => {
    const label = Object.hasOwn(labels, name) ? labels[name] : undefined
    if (label === undefined || value === '') return []
    const words = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? formats.dateTime(value) : cleaned(String(value))
    return [{ label, value: words }]
  })
}

function witnessWords({ url, fetchedAt, kept }: Witness, { page }: FindingsText, formats: Formats): string {
  const host = linkOf(url)?.host ?? cleaned(url)
  return kept ? page.evidence.kept(host, formats.dateTime(fetchedAt)) : page.evidence.read(host, formats.dateTime(fetchedAt))
}

// What it is

function whatLines(credential: Credential, subject: Subject | undefined, telling: Telling): readonly Line[] {
  const {
    findings: { page },
    formats,
    languages,
    ui,
  } = telling
  const { fields } = page
  const achievement = subject?.achievement
  const line = (label: string, value: string | Phrase | null | undefined): readonly Line[] => {
    const phrase = typeof value === 'string' ? plainPhrase(value) : value
    return phrase && phrase.value.trim() !== '' ? [{ label, value: phrase }] : []
  }
  return [
    ...line(fields.kind, kindName(kindOf(credential) || (credential.types[0] ?? ''), ui)),
    ...line(fields.fieldOfStudy, phraseOf(achievement?.fieldOfStudy, languages)),
    ...line(fields.specialization, phraseOf(achievement?.specialization, languages)),
    ...line(fields.code, achievement?.humanCode),
    ...line(fields.credits, creditsOf(subject, telling)),
    ...line(fields.role, subject?.role),
    ...line(fields.term, subject?.term),
    ...line(fields.activity, period(subject?.activityStart, subject?.activityEnd, telling)),
    ...line(fields.awarded, dated(credential.awardedDate, formats)),
    ...line(fields.validFrom, withZone(credential.validFrom, telling)),
    ...line(fields.validUntil, withZone(credential.validUntil, telling)),
    ...line(fields.language, languageName(achievement?.language, formats.locale)),
    ...line(fields.version, achievement?.version),
    ...line(fields.licence, subject?.licenseNumber),
    ...credential.subjects.flatMap((each) => each.identities.map((identity) => identityLine(identity, telling))),
    ...(isEndorsement(credential) ? [] : credential.subjects.flatMap((each) => line(fields.subject, each.id))),
    ...(achievement?.otherIdentifiers ?? []).flatMap(({ value }) => line(fields.identifier, value)),
    ...line(fields.withheld, withheldWords(credential, telling)),
    ...(subject?.achievement ? [] : credential.subjects.flatMap((each) => otherLines(credential, each, telling))),
  ]
}

function creditsOf(subject: Subject | undefined, { findings: { page }, formats }: Telling): string {
  const earned = subject?.creditsEarned
  const available = subject?.achievement?.creditsAvailable
  if (earned !== undefined && available !== undefined && earned !== available)
    return page.creditsOf(formats.number(earned), formats.number(available))
  const credits = earned ?? available
  return credits === undefined ? '' : formats.number(credits)
}

function period(from: string | undefined, to: string | undefined, { findings: { page }, formats }: Telling): string {
  if (from !== undefined && to !== undefined) return page.between(formats.date(from), formats.date(to))
  if (from !== undefined) return page.since(formats.date(from))
  return to === undefined ? '' : page.until(formats.date(to))
}

function dated(iso: string | undefined, formats: Formats): string {
  return iso === undefined ? '' : formats.date(iso)
}

/** A time without a zone is read as UTC, and that is said. */
function withZone(iso: string | undefined, { findings: { page }, formats }: Telling): string {
  if (iso === undefined) return ''
  const unstated = /T/.test(iso) && !/(Z|[+-]\d{2}:?\d{2})$/i.test(iso)
  return unstated ? `${formats.date(`${iso}Z`)} (${page.zoneUnstated})` : formats.date(iso)
}

function languageName(tag: string | undefined, locale: string): string {
  if (tag === undefined || !isTag(tag)) return ''
  return new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }).of(tag) ?? tag
}

function identityLine(identity: Identity, { findings: { page } }: Telling): Line {
  const known = Object.hasOwn(page.identities, identity.type)
    ? page.identities[identity.type]
    : identity.type.replace(/^ext:/, '')
  const label = `${page.fields.issuedTo} (${known})`
  // A name is what the learner shows anyway; everything else that is in clear is personal (data-model.md §6).
  if (identity.hashed) return { label, value: plainPhrase(page.hashed) }
  return isNameType(identity.type)
    ? { label, value: plainPhrase(identity.value) }
    : { label, value: plainPhrase(identity.value), sensitive: true }
}

/** How many facts the holder kept back (SD-JWT); empty for none. */
function withheldWords({ securing }: Credential, { findings: { page }, formats }: Telling): string {
  const withheld = securing.kind === 'sd-jwt' ? securing.sdJwt.withheld : 0
  return withheld > 0 ? page.withheld(formats.number(withheld), withheld) : ''
}

/** What a subject that is no award says; a record's own subject and an endorsement's are shown in their own words. */
function otherLines(credential: Credential, { otherMembers }: Subject, telling: Telling): readonly Line[] {
  if (credential.format.startsWith('clr')) return []
  const members = Object.entries(otherMembers).filter(([name]) => name !== 'endorsementComment')
  return factLines(Object.fromEntries(members), telling)
}

/** Extensions and members that no vocabulary of its time defines: shown as stated, never followed or run. */
function moreLines({ extensions }: Credential, telling: Telling): readonly Line[] {
  return extensions.flatMap(({ name, value }) => factLines({ [name]: value }, telling))
}

function relatedView(
  { id, language, version }: Achievement['related'][number],
  { findings: { page }, formats }: Telling,
): RelatedView {
  const said = [languageName(language, formats.locale), version === undefined ? '' : `${page.fields.version} ${version}`]
  return { label: said.filter((part) => part !== '').join(', ') || cleaned(id), link: linkOf(id) }
}

// Skills and standards

function skillView(alignment: Alignment, languages: readonly string[]): SkillView {
  const link = linkOf(alignment.url)
  return {
    name: phraseOf(alignment.name, languages) ?? plainPhrase(alignment.code ?? alignment.url),
    standard: alignment.framework ?? standardOf(alignment),
    code: alignment.code ?? '',
    description: phraseOf(alignment.description, languages),
    link,
  }
}

/** The standard that an alignment belongs to when it names no framework: told by its type or where it is published. */
export function standardOf(alignment: Alignment): string {
  const type = alignment.type ?? ''
  const host = linkOf(alignment.url)?.host ?? ''
  if (/^CF(Item|Rubric)/.test(type) || /(^|\.)casenetwork\.|\/ims\/case\//i.test(alignment.url)) return 'CASE'
  if (/^ce(asn|terms):|^CTDL$/.test(type) || host.endsWith('credentialengineregistry.org')) return 'CTDL'
  if (host.endsWith('openskillsnetwork.org') || /osmt/i.test(host)) return 'OSMT'
  if (host.endsWith('esco.ec.europa.eu') || /data\.europa\.eu\/esco/i.test(alignment.url)) return 'ESCO'
  return type.replace(/^ext:/, '') || host
}

// Evidence and people

function evidenceView(evidence: Evidence, { findings: { page }, languages }: Telling): EvidenceView {
  const lines: readonly (readonly [string, string | undefined])[] = [
    [page.fields.genre, evidence.genre],
    [page.fields.audience, evidence.audience],
  ]
  return {
    name: phraseOf(evidence.name, languages),
    description: phraseOf(evidence.description, languages),
    narrative: phraseOf(evidence.narrative, languages),
    lines: lines.flatMap(([label, value]) => (value ? [{ label, value: plainPhrase(value) }] : [])),
    link: linkOf(evidence.url),
    attached: evidence.url?.startsWith('data:') ?? false,
  }
}

function peopleOf(credential: Credential, subject: Subject | undefined, telling: Telling): readonly PersonView[] {
  const { people } = telling.findings.page
  const { issuer } = credential
  const creator = subject?.achievement?.creator
  return [
    ...(isIssuerUntold(credential) ? [] : [personView(people.issuer, issuer, telling)]),
    ...parentsOf(issuer).map((parent) => personView(people.parent, parent, telling)),
    ...(creator && creator.id !== issuer.id ? [personView(people.creator, creator, telling)] : []),
    ...(subject?.source && subject.source.id !== issuer.id ? [personView(people.source, subject.source, telling)] : []),
  ]
}

/** Nothing to say of an issuer that there is none of, or whose description could not be read. */
function isIssuerUntold({ issuer, ...credential }: Credential): boolean {
  return issuer.id === '' && issuer.name.length === 0 && (isCarrier(credential) || unreadHost(credential) !== '')
}

function parentsOf(profile: Profile): readonly Profile[] {
  const parents: Profile[] = []
  for (let next = profile.parentOrg; next !== undefined && parents.length < 4; next = next.parentOrg) parents.push(next)
  return parents
}

function personView(role: string, profile: Profile, { findings: { page }, languages }: Telling): PersonView {
  const hidden = (label: string, value: string | undefined): readonly Line[] =>
    value ? [{ label, value: plainPhrase(value), sensitive: true }] : []
  const shown = (label: string, value: string | undefined): readonly Line[] =>
    value ? [{ label, value: plainPhrase(value) }] : []
  const named = phraseOf(profile.name, languages) ?? plainPhrase(homeOf(profile.id) || profile.id || page.unnamedIssuer)
  return {
    role,
    name: named,
    description: phraseOf(profile.description, languages),
    lines: [
      ...shown(page.fields.official, profile.official),
      ...hidden(page.fields.email, profile.email),
      ...hidden(page.fields.phone, profile.phone),
      ...hidden(page.fields.address, profile.address?.join(', ')),
      ...(profile.id === named.value ? [] : shown(page.fields.id, profile.id)),
    ],
    link: linkOf(profile.url),
  }
}
