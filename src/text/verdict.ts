import { type IssuerLevel, isKnownLevel, issuerLevelOf } from '../core/issuer-level.ts'
import {
  type CheckId,
  checkIds,
  type Finding,
  type FindingDetail,
  type Outcome,
  type Question,
  type VerificationReport,
} from '../core/model/report.ts'
import type { Facts, ProblemCode } from '../core/problem.ts'
import type { FindingsText, Said, VerdictFacts } from './findings.ts'

/** Puts a date (ISO 8601) into words. */
export type FormatDate = (iso: string) => string

/** What is known of the issuer of a credential, by its report. */
export interface KnownIssuer {
  readonly level: IssuerLevel
  /** The name in the list for a listed issuer, else what the credential states; may be empty. */
  readonly name: string
  /** The web host it is bound to; empty for the other levels. */
  readonly host: string
  /** The list that knows it; empty for the other levels. */
  readonly list: string
  /** What the credential calls it, where the list calls it otherwise; else empty. */
  readonly stated: string
}

/** The message of one finding: what its code says, or that the check passed. Plain text. */
export function messageOf(finding: Finding, text: FindingsText, formatDate: FormatDate = plainDate(text.language)): string {
  const said = sayable(factsOf(finding), formatDate)
  return finding.code === null && finding.status === 'passed'
    ? text.checks[finding.id].passed(said)
    : text.problems[finding.code ?? 'unexpected'](said)
}

/** The message of one of the further things said beside a finding; null for one that only says that it passed. */
export function detailOf(
  detail: FindingDetail,
  text: FindingsText,
  formatDate: FormatDate = plainDate(text.language),
): string | null {
  const { code, ...rest } = detail
  return code === null ? null : problemSentence({ code, ...rest }, text, formatDate)
}

/** The sentence of a coded problem. */
export function problemSentence(
  problem: { readonly code: ProblemCode; readonly at?: string; readonly facts?: Facts },
  text: FindingsText,
  formatDate: FormatDate = plainDate(text.language),
): string {
  const facts = problem.at === undefined ? problem.facts : { at: problem.at, ...problem.facts }
  return text.problems[problem.code](sayable(facts ?? {}, formatDate))
}

/** A long date in UTC: the same on every machine. */
export function plainDate(language: string): FormatDate {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  return (iso) => {
    const time = Date.parse(iso)
    return Number.isNaN(time) ? iso : format.format(time)
  }
}

/** What is known of the issuer of a credential, in words fit to be said. */
export function knownIssuer(report: VerificationReport): KnownIssuer {
  const level = issuerLevelOf(report)
  const registry = findingOf(report, 'issuer.registry')
  const key = findingOf(report, 'issuer.key')
  const fact = (name: string) => (registry ? textFact(registry, name) : '')
  const name = isIdentifier(report.summary.issuer) ? '' : cleaned(report.summary.issuer)
  const isNamed = isNamedByOthers({ level })
  return {
    level,
    name: (isNamed && fact('name')) || name,
    host: level === 'web' ? fact('host') || (key ? textFact(key, 'host') : '') : '',
    list: level === 'listed' || level === 'test' ? fact('list') : '',
    stated: isNamed ? fact('stated') : '',
  }
}

/** Whether the name comes from a list or from this person, and not from the credential itself. */
export function isNamedByOthers({ level }: Pick<KnownIssuer, 'level'>): boolean {
  return level === 'listed' || level === 'personal'
}

/** A summary names an issuer without a name by its identifier, which is no name to say. */
function isIdentifier(name: string): boolean {
  return /^(did|https?|urn):/i.test(name)
}

/**
 * The one sentence over a report: what is known, how, and what to do.
 * @param formatDate puts a date (ISO 8601) into words, in the reader's language.
 */
export function verdictSentence(
  report: VerificationReport,
  text: FindingsText,
  formatDate: FormatDate = plainDate(text.language),
): string {
  const telling: Telling = { report, text, formatDate, issuer: knownIssuer(report) }
  if (report.error) return problemSentence(report.error, text, formatDate)
  if (report.verdict === 'verified') return verifiedSentence(telling)
  const [blamed, status] =
    report.verdict === 'not-verified'
      ? [firstOf(report, 'failed', gravest), 'failed' as const]
      : [firstOf(report, 'unknown', settling) ?? strangerOf(report), 'unknown' as const]
  if (!blamed) return status === 'failed' ? text.verdicts.doNotRely : text.verdicts.cannotTell
  return (
    special(telling, blamed) ??
    joined(messageOf(blamed, text, formatDate), status === 'failed' ? text.verdicts.doNotRely : text.verdicts.cannotTell)
  )
}

interface Telling {
  readonly report: VerificationReport
  readonly text: FindingsText
  readonly formatDate: FormatDate
  readonly issuer: KnownIssuer
}

/** Which failure is told when there are several: what makes all else moot comes first. */
const gravest: readonly CheckId[] = [
  'proof.signature',
  'proof.coverage',
  'issuer.key',
  'nested.integrity',
  'validity.status',
  'structure.data-model',
  'structure.schema',
  'validity.dates',
  'nested.validity',
  'validity.refresh',
  'identity.holder',
  'identity.recipient',
]

/** Only what may keep a verdict from being told is blamed for that: an unproven holder alone never does. */
const settling = gravest.filter((id) => !id.startsWith('identity.'))

function firstOf(report: VerificationReport, status: Outcome, order: readonly CheckId[]): Finding | undefined {
  for (const id of order) {
    const finding = findingOf(report, id)
    if (finding?.status === status) return finding
  }
  return undefined
}

/** The finding that says: genuine, but not shown to be this person's. It is `cannot-tell` though its check failed. */
function strangerOf(report: VerificationReport): Finding | undefined {
  return report.checks.find((finding) => finding.code === 'recipient_differs' || finding.code === 'holder_not_subject')
}

/** A presentation, an envelope or a list without a proof of its own only carries what is inside. */
function isCarrier(report: VerificationReport): boolean {
  return report.credentials.length > 0 && findingOf(report, 'proof.signature') === undefined
}

function verifiedSentence({ report, text, formatDate, issuer }: Telling): string {
  if (isCarrier(report)) return text.verdicts.carrierVerified(facing(issuer, { parts: report.credentials.length }))
  const facts = facing(issuer, { date: report.summary.issued === '' ? '' : formatDate(report.summary.issued) })
  if (isNamedByOthers(issuer)) return text.verdicts.genuineListed(facts)
  if (issuer.level === 'test') return text.verdicts.testListed(facts)
  if (issuer.level === 'web') return text.verdicts.genuineByAddress(facts)
  return text.verdicts.keyOnly(facts)
}

/** The sentence of a situation that has one of its own; null when the message of the finding says it best. */
function special(telling: Telling, blamed: Finding): string | null {
  switch (blamed.id) {
    case 'proof.signature':
    case 'proof.coverage':
      return blamed.status === 'failed' ? brokenSentence(telling, blamed) : unsettledSentence(telling, blamed)
    case 'issuer.key':
      return blamed.status === 'failed' ? strangerSentence(telling, blamed) : keySentence(telling, blamed)
    case 'nested.integrity':
    case 'nested.validity':
      return partSentence(telling, blamed)
    case 'validity.status':
      return blamed.status === 'failed' ? withdrawnSentence(telling, blamed) : unsettledSentence(telling, blamed)
    case 'validity.dates':
      return blamed.status === 'failed' ? datesSentence(telling, blamed) : null
    case 'identity.holder':
    case 'identity.recipient':
      return personSentence(telling, blamed)
    default:
      return unsettledSentence(telling, blamed)
  }
}

/** A badge that nobody signed is a stranger's by where it lies: its own sentence says so. */
function strangerSentence({ text, issuer }: Telling, { code }: Finding): string | null {
  return code === 'hosted_out_of_scope' || code === 'origins_differ' ? null : text.verdicts.signedByOther(facing(issuer, {}))
}

function brokenSentence({ text, issuer }: Telling, blamed: Finding): string | null {
  if (blamed.code === 'proof_missing') return text.verdicts.unsigned(facing(issuer, {}))
  if (blamed.code === 'nothing_inside') return text.verdicts.nothingInside(facing(issuer, {}))
  if (blamed.code === 'proof_signature_wrong') return text.verdicts.altered(facing(issuer, {}))
  if (blamed.code === 'hosted_differs') return null
  if (blamed.id === 'proof.coverage') return text.verdicts.uncovered(facing(issuer, {}))
  return null
}

const unsupportedCodes = new Set<ProblemCode>([
  'proof_type_unsupported',
  'alg_unsupported',
  'key_type_unsupported',
  'did_method_unsupported',
])

/** Something could not be checked: what stood in the way, and what would settle it. */
function unsettledSentence({ report, text, issuer }: Telling, blamed: Finding): string | null {
  if (blamed.status !== 'unknown') return null
  const cause = causeOf(blamed)
  const facts = facing(issuer, { host: textFact(blamed, 'host') })
  if (cause === 'fetch_offline') return text.verdicts.offline(facts)
  if (cause === 'fetch_blocked') return text.verdicts.blocked(facts)
  if (cause === 'fetch_failed' || cause === 'fetch_timeout') {
    return isAlone(report, blamed) ? text.verdicts.unreachable(facts) : text.verdicts.unreachableAlone(facts)
  }
  if (blamed.code !== null && unsupportedCodes.has(blamed.code)) return text.verdicts.unsupported(facts)
  return null
}

function keySentence(telling: Telling, blamed: Finding): string | null {
  const unsettled = unsettledSentence(telling, blamed)
  if (unsettled) return unsettled
  return blamed.code === 'key_not_tied' || blamed.code === 'issuer_unbound'
    ? telling.text.verdicts.keyNotTied(facing(telling.issuer, {}))
    : null
}

/** True when every other integrity and validity check and the issuer's key passed, so that "everything else holds" is true. */
function isAlone(report: VerificationReport, blamed: Finding): boolean {
  return (
    report.checks.every(
      (finding) =>
        finding === blamed ||
        finding.status === 'passed' ||
        finding.status === 'warning' ||
        finding.question === 'identity' ||
        (finding.question === 'authority' && finding.id !== 'issuer.key'),
    ) && holds(report, 'proof.signature')
  )
}

/** What a server did instead of helping: told by the code itself or, where another code is nearer, by the fact `reason`. */
function causeOf(finding: Finding): string {
  const reason = textFact(finding, 'reason')
  return reason.startsWith('fetch_') ? reason : (finding.code ?? '')
}

function withdrawnSentence({ text, formatDate, issuer }: Telling, blamed: Finding): string | null {
  const date = dateFact(blamed, formatDate)
  const facts = facing(issuer, { date })
  if (blamed.code === 'status_revoked') return isKnown(issuer) ? text.verdicts.revokedByName(facts) : text.verdicts.revoked(facts)
  if (blamed.code === 'status_suspended')
    return isKnown(issuer) ? text.verdicts.suspendedByName(facts) : text.verdicts.suspended(facts)
  return null
}

function datesSentence({ report, text, formatDate, issuer }: Telling, blamed: Finding): string | null {
  const facts = facing(issuer, { date: dateFact(blamed, formatDate) })
  const unchanged = holds(report, 'proof.signature') && holds(report, 'proof.coverage')
  if (blamed.code !== 'expired' && blamed.code !== 'not_yet_valid') return null
  if (!unchanged) return text.verdicts.outsideDates(facts)
  if (blamed.code === 'expired')
    return isKnown(issuer) ? text.verdicts.expiredGenuine(facts) : text.verdicts.expiredUnchanged(facts)
  return isKnown(issuer) ? text.verdicts.earlyGenuine(facts) : text.verdicts.earlyUnchanged(facts)
}

function partSentence({ report, text, issuer }: Telling, blamed: Finding): string {
  const parts = partsBlamed(report, blamed.status)
  const facts = facing(issuer, {
    parts: report.credentials.length,
    bad: Math.max(1, parts.length),
    part: cleaned(parts[0]?.title ?? ''),
  })
  if (isCarrier(report)) return blamed.status === 'failed' ? text.verdicts.carrierBad(facts) : text.verdicts.carrierUnknown(facts)
  if (blamed.status !== 'failed') return text.verdicts.partUnknown(facts)
  return isKnown(issuer) ? text.verdicts.partBadGenuine(facts) : text.verdicts.partBadUnchanged(facts)
}

/** The parts that do not hold, whether in integrity or in validity, in the order in which they stand. */
function partsBlamed(report: VerificationReport, status: Outcome): readonly { readonly place: number; readonly title: string }[] {
  const titles = new Map<number, string>()
  for (const id of ['nested.integrity', 'nested.validity'] as const)
    for (const detail of findingOf(report, id)?.evidence.details ?? []) {
      const { place, first } = detail.facts ?? {}
      if (detail.status === status && typeof place === 'number') titles.set(place, typeof first === 'string' ? first : '')
    }
  return [...titles].map(([place, title]) => ({ place, title })).toSorted((one, other) => one.place - other.place)
}

function personSentence({ text, issuer }: Telling, blamed: Finding): string | null {
  if (blamed.code !== 'recipient_differs' && blamed.code !== 'holder_not_subject') return null
  return isKnown(issuer)
    ? text.verdicts.otherPersonGenuine(facing(issuer, {}))
    : text.verdicts.otherPersonUnchanged(facing(issuer, {}))
}

/** Only then may a credential be called genuine, or its issuer be named as a fact. */
export function isKnown({ level }: Pick<KnownIssuer, 'level'>): boolean {
  return isKnownLevel(level)
}

function holds(report: VerificationReport, id: CheckId): boolean {
  const status = findingOf(report, id)?.status
  return status === 'passed' || status === 'warning'
}

/** The finding of one check, if it was made. */
export function findingOf(report: VerificationReport, id: CheckId): Finding | undefined {
  return report.checks.find((finding) => finding.id === id)
}

/** The findings of one question, in reading order. */
export function findingsOf(report: VerificationReport, question: Question): readonly Finding[] {
  return report.checks
    .filter((finding) => finding.question === question)
    .toSorted((one, other) => checkIds.indexOf(one.id) - checkIds.indexOf(other.id))
}

function facing(issuer: KnownIssuer, more: Partial<VerdictFacts>): VerdictFacts {
  const { name, host, list, stated } = issuer
  return { issuer: name, host, list, stated, date: '', parts: 0, bad: 0, part: '', ...more }
}

function factsOf(finding: Finding): Facts {
  return finding.evidence.facts ?? {}
}

function textFact(finding: Finding, name: string): string {
  const fact = factsOf(finding)[name]
  return typeof fact === 'string' ? cleaned(fact) : ''
}

function dateFact(finding: Finding, formatDate: FormatDate): string {
  const fact = factsOf(finding)['date']
  return typeof fact === 'string' ? (sayable({ date: fact }, formatDate)['date'] ?? '') : ''
}

const isoDate = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/

/** Facts ready to be said: dates in words, text cleaned, what is empty left out. */
export function sayable(facts: Facts, formatDate: FormatDate): Said {
  const said: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(facts)) {
    const text = name === 'at' || name === 'members' ? withoutSlashes(String(value)) : String(value)
    const words = isoDate.test(text) ? formatDate(text) : cleaned(text)
    if (words !== '') said[name] = words
  }
  const host = said['host'] ?? hostOf(facts['url'] ?? facts['address'] ?? facts['document'])
  if (host) said['host'] = host
  return said
}

/** JSON pointers as a person reads a path: `credentialSubject › name`. */
function withoutSlashes(pointers: string): string {
  if (!pointers.startsWith('/')) return pointers
  return pointers
    .split(', ')
    .map((pointer) => pointer.replace(/^\//, '').replaceAll('/', ' › '))
    .join(', ')
}

/** The host of an address or of a `did:web`; empty for anything else. */
function hostOf(address: unknown): string {
  if (typeof address !== 'string') return ''
  const [, domain] = /^did:web:([^:#?]+)/.exec(address) ?? []
  const url = domain === undefined ? address : `https://${domain.replace(/%3A/i, ':')}`
  return URL.canParse(url) ? cleaned(new URL(url).host) : ''
}

const longest = 120

/**
 * Text of a stranger made fit to stand inside a sentence of ours: one line, no control or direction characters that
 * could bend what follows, no angle brackets, not too long.
 */
export function cleaned(text: string): string {
  const flat = text
    .slice(0, longest * 8)
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]+/gu, ' ')
    .replace(/</g, '‹')
    .replace(/>/g, '›')
    .replace(/\s+/g, ' ')
    .trim()
  const short = [...flat]
  const clipped = short.length > longest ? `${short.slice(0, longest - 1).join('')}…` : flat
  // A name in a script that runs from right to left is set apart, or it would reorder the sentence round it.
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(clipped)
    ? `\u2068${clipped}\u2069`
    : clipped
}

function joined(message: string, ending: string): string {
  return message.endsWith(ending) ? message : `${message} ${ending}`
}
