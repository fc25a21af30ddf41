import type { Audience } from '../../core/model/context.ts'
import type {
  Achievement,
  Alignment,
  Credential,
  Evidence,
  Identity,
  Profile,
  Result,
  Subject,
} from '../../core/model/credential.ts'
import { isObject, type Json, type JsonObject, memberOf } from '../../core/model/json.ts'
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
import type { FindingsText, IssuerLevel } from '../../text/findings.ts'
import type { Formats } from '../../text/format.ts'
import type { InterfaceText } from '../../text/index.ts'
import { kindName } from '../../text/kinds.ts'
import { cleaned, detailOf, findingOf, findingsOf, knownIssuer, messageOf, verdictSentence } from '../../text/verdict.ts'
import { isTag, type Link, linkOf, type Phrase, phraseOf, plainPhrase } from './phrase.ts'
import { type Picture, pictureOf } from './picture.ts'
import { type Told, tellsOf } from './tells.ts'

/** What the view is told in: the reader's languages (best first), sentences, words and formats; and who is looking. */
export interface Telling {
  readonly audience: Audience
  readonly languages: readonly string[]
  readonly findings: FindingsText
  readonly ui: InterfaceText
  readonly formats: Formats
}

/** One line of a list of facts. */
export interface Line {
  readonly label: string
  readonly value: Phrase
  readonly link?: Link
  /** Hidden until it is asked for (data-model.md §6). */
  readonly sensitive?: true
}

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

export interface ResultView {
  readonly name: Phrase
  readonly kind: string
  readonly value: string
  readonly status: string
  readonly range: string
  readonly required: string
  readonly levels: readonly LevelView[]
}

export interface LevelView {
  readonly name: Phrase
  readonly description: Phrase | null
  readonly points: string
  readonly achieved: boolean
  readonly required: boolean
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

export interface EndorsementView {
  readonly title: string
  readonly comment: Phrase | null
  /** What its own check said. */
  readonly standing: string
}

export interface PartView {
  readonly title: string
  readonly issuer: string
  readonly sentence: string
  readonly questions: Readonly<Record<Question, Outcome>>
}

/** Everything that the page of a credential shows, in the reader's words; it holds no rule of its own. */
export interface CredentialView {
  readonly title: Phrase
  readonly picture: Picture
  readonly issuer: { readonly name: Phrase; readonly level: IssuerLevel; readonly levelWords: string }
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
  readonly vouches: { readonly people: readonly PersonView[]; readonly endorsements: readonly EndorsementView[] }
  readonly parts: readonly PartView[]
  readonly tells: readonly Told[]
  readonly document: {
    readonly lines: readonly Line[]
    readonly texts: readonly { readonly label: string; readonly text: string }[]
  }
}

/**
 * Puts a credential and its report into the reader's words. Pure: the same input gives the same view, and text of the
 * issuer stays text.
 */
export function describe(credential: Credential, report: VerificationReport, telling: Telling): CredentialView {
  const { findings, formats, languages } = telling
  const page = findings.page
  const [subject] = credential.subjects
  const achievement = subject?.achievement
  const known = knownIssuer(report)
  const title = phraseOf(credential.title, languages) ?? phraseOf(achievement?.name, languages)
  const issuerName =
    known.level === 'listed' && known.name !== '' ? plainPhrase(known.name) : phraseOf(credential.issuer.name, languages)
  return {
    title: title ?? plainPhrase(page.untitled),
    picture: pictureOf(credential),
    issuer: {
      name: issuerName ?? plainPhrase(page.unnamedIssuer),
      level: known.level,
      levelWords: findings.levels[known.level](known),
    },
    date: dated(credential.awardedDate ?? credential.validFrom, formats),
    verdict: report.verdict,
    sentence: verdictSentence(report, findings, formats.date),
    checkedAt: report.at,
    questions: report.questions,
    rows: questions.map((question) => rowOf(question, report, telling)),
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
      endorsements: credential.endorsements.map((endorsement) => endorsementView(endorsement, report, telling)),
    },
    parts: report.credentials.map((part) => partView(part, telling)),
    tells: tellsOf(credential, telling),
    document: documentView(credential, report, telling),
  }
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

/** The row of one question: the worst answer decides what is said, and every check stands behind it. */
export function rowOf(question: Question, report: VerificationReport, telling: Telling): QuestionRow {
  const { findings } = telling
  const all = findingsOf(report, question)
  const outcome = report.questions[question]
  const told = decidingOf(all, outcome).map((finding) => saidOf(finding, telling))
  return {
    question,
    name: findings.questions[question],
    outcome,
    answer: findings.answers[outcome],
    reason: told.length > 0 ? [...new Set(told)].join(' ') : findings.page.silent[question],
    evidence: all.map((finding) => evidenceLine(finding, telling)),
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
function saidOf(finding: Finding, { audience, findings, formats }: Telling): string {
  if (audience === 'holder' && finding.code === 'holder_unproven') return findings.page.silent.identity
  return messageOf(finding, findings, formats.date)
}

function evidenceLine(finding: Finding, telling: Telling): EvidenceLine {
  const { findings, formats } = telling
  const message = saidOf(finding, telling)
  const details = (finding.evidence.details ?? []).map((detail) => detailOf(detail, findings, formats.date))
  return {
    name: findings.checks[finding.id].name,
    outcome: finding.status,
    message,
    details: [...new Set(details.filter((detail) => detail !== null && detail !== message))].filter((detail) => detail !== null),
    facts: factLines(finding, findings, formats),
    witnesses: (finding.evidence.witnesses ?? []).map((witness) => witnessWords(witness, findings, formats)),
  }
}

function factLines(finding: Finding, findings: FindingsText, formats: Formats): EvidenceLine['facts'] {
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
    ...line(fields.kind, kindOf(credential, achievement, ui)),
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
    ...credential.subjects.flatMap((each) => line(fields.subject, each.id)),
    ...(achievement?.otherIdentifiers ?? []).flatMap(({ value }) => line(fields.identifier, value)),
    ...(subject?.achievement ? [] : credential.subjects.flatMap((each) => otherLines(each.otherMembers))),
  ]
}

function kindOf(credential: Credential, achievement: Achievement | undefined, ui: InterfaceText): string {
  if (achievement?.type !== undefined) return kindName(achievement.type, ui)
  const telling = credential.types.find((type) => type !== 'VerifiableCredential') ?? credential.types[0]
  return telling === undefined ? '' : kindName(telling, ui)
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

function isNameType(type: string): boolean {
  return type === 'name' || type === 'ext:name'
}

const personal = /mail|birth|national|student|address|phone|identity|ssn|passport|gender|nif|dni/i
const mostOtherLines = 40
const longestOther = 400

/** Members of a subject that is no achievement, as stated; whatever looks personal is hidden until asked for. */
function otherLines(members: JsonObject): readonly Line[] {
  return Object.entries(members)
    .slice(0, mostOtherLines)
    .map(([name, value]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value)
      const shown = text.length > longestOther ? `${text.slice(0, longestOther)}…` : text
      return { label: cleaned(name), value: plainPhrase(shown), ...(personal.test(name) ? { sensitive: true as const } : {}) }
    })
}

// Results

function resultView(result: Result, { findings: { page }, formats, languages }: Telling): ResultView {
  const kind = result.type === undefined ? '' : (own(page.results, result.type) ?? result.type.replace(/^ext:/, ''))
  const achieved = result.levels.find(({ id }) => id === result.achievedLevel)
  const required = result.levels.find(({ id }) => id === result.requiredLevel)
  return {
    name: phraseOf(result.name, languages) ?? plainPhrase(kind || page.sections.results),
    kind,
    value: result.value ?? phraseOf(achieved?.name, languages)?.value ?? '',
    status: result.status === undefined ? '' : (own(page.statuses, result.status) ?? result.status),
    range: rangeOf(result, page.between, formats),
    required: result.requiredValue ?? phraseOf(required?.name, languages)?.value ?? '',
    levels: result.levels.map((level) => ({
      name: phraseOf(level.name, languages) ?? plainPhrase(level.level ?? level.id),
      description: phraseOf(level.description, languages),
      points: level.points ?? '',
      achieved: level.id === result.achievedLevel,
      required: level.id === result.requiredLevel,
    })),
  }
}

function rangeOf(result: Result, between: (from: string, to: string) => string, formats: Formats): string {
  if (result.valueMin !== undefined && result.valueMax !== undefined) return between(result.valueMin, result.valueMax)
  if (result.valueMax !== undefined) return between('0', result.valueMax)
  return formats.list(result.allowedValues.slice(0, 20))
}

function own(words: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined
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

// Evidence, people, endorsements, parts

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
    personView(people.issuer, issuer, telling),
    ...parentsOf(issuer).map((parent) => personView(people.parent, parent, telling)),
    ...(creator && creator.id !== issuer.id ? [personView(people.creator, creator, telling)] : []),
    ...(subject?.source && subject.source.id !== issuer.id ? [personView(people.source, subject.source, telling)] : []),
  ]
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
  return {
    role,
    name: phraseOf(profile.name, languages) ?? plainPhrase(profile.id || page.unnamedIssuer),
    description: phraseOf(profile.description, languages),
    lines: [
      ...shown(page.fields.official, profile.official),
      ...hidden(page.fields.email, profile.email),
      ...hidden(page.fields.phone, profile.phone),
      ...hidden(page.fields.address, profile.address?.join(', ')),
      ...shown(page.fields.id, profile.id),
    ],
    link: linkOf(profile.url),
  }
}

/** An endorsement as stated, with what its own check said; without an answer it was not checked. */
function endorsementView(
  { at, value }: Credential['endorsements'][number],
  report: VerificationReport,
  { findings: { page }, ui }: Telling,
): EndorsementView {
  const answer = findingOf(report, 'issuer.endorsements')?.evidence.details?.find((detail) => detail.at === at)
  const name = isObject(value) ? nameOf(memberOf(value, 'issuer')) : ''
  const subject = isObject(value) ? memberOf(value, 'credentialSubject') : undefined
  const comment = isObject(subject) ? memberOf(subject, 'endorsementComment') : undefined
  return {
    title: name === '' ? page.endorsedBySomeone : page.endorsedBy(ui.stated(cleaned(name))),
    comment: typeof comment === 'string' && comment.trim() !== '' ? plainPhrase(comment) : null,
    standing: answer === undefined ? page.statedOnly : answer.status === 'passed' ? page.endorsementHolds : page.endorsementDoubt,
  }
}

function nameOf(issuer: Json | undefined): string {
  if (typeof issuer === 'string') return issuer
  if (!isObject(issuer)) return ''
  const name = memberOf(issuer, 'name')
  const id = memberOf(issuer, 'id')
  return typeof name === 'string' ? name : typeof id === 'string' ? id : ''
}

function partView(part: VerificationReport, { findings, formats }: Telling): PartView {
  return {
    title: cleaned(part.summary.title) || findings.page.untitled,
    issuer: cleaned(part.summary.issuer),
    sentence: verdictSentence(part, findings, formats.date),
    questions: part.questions,
  }
}

// The document

const longestText = 400_000

function documentView(
  credential: Credential,
  report: VerificationReport,
  { findings: { page } }: Telling,
): CredentialView['document'] {
  const { fields } = page
  const { securing } = credential
  const pretty = (value: unknown) => clip(JSON.stringify(value, null, 2))
  const jose =
    securing.kind === 'jose'
      ? [
          { label: page.document.header, text: pretty(securing.jws.header) },
          { label: page.document.payload, text: pretty(securing.jws.payload) },
          { label: page.document.token, text: clip(securing.jws.text) },
        ]
      : []
  return {
    lines: [
      { label: fields.format, value: plainPhrase(own(page.formats, credential.format) ?? credential.format) },
      ...(credential.id ? [{ label: fields.id, value: plainPhrase(credential.id) }] : []),
      ...(report.input ? [{ label: fields.file, value: plainPhrase(report.input) }] : []),
      { label: fields.digest, value: plainPhrase(report.digest) },
    ],
    texts: [...jose, ...(jose.length > 0 ? [] : [{ label: page.document.json, text: pretty(credential.document) }])],
  }
}

function clip(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}\n…` : text
}
