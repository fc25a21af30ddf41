import type { IssuerLevel } from '../../core/issuer-level.ts'
import type { Achievement, Credential, Result, Subject } from '../../core/model/credential.ts'
import type { Outcome, Question, Verdict, VerificationReport } from '../../core/model/report.ts'
import { codeOf } from '../../store/card.ts'
import type { PageText } from '../../text/findings.ts'
import { kindName } from '../../text/kinds.ts'
import { cleaned, isNamedByOthers, knownIssuer, problemSentence, verdictSentence } from '../../text/verdict.ts'
import { reasonWords } from '../reason.ts'
import { idsOf, type Linkable, type LinkGroup, type Links, linksAmong } from './links.ts'
import { culpritsOf, type Place, pathText, type Remark, remarksOf } from './parts.ts'
import { type Phrase, phraseOf, plainPhrase } from './phrase.ts'
import { resultWords } from './results.ts'
import { isCarrier, isNameType, own, type Telling } from './telling.ts'

/** One line of a record: what was earned, with what result, and how it stands by itself. */
export interface TranscriptLine {
  /** The part that it stands for, as an address names it. */
  readonly path: string
  readonly title: Phrase
  readonly kind: string
  readonly code: string
  readonly result: string
  readonly credits: string
  readonly date: string
  readonly questions: Readonly<Record<Question, Outcome>>
  readonly verdict: Verdict
  /** The verdict in a few words. */
  readonly standing: string
  readonly links: readonly LinkGroup[]
  /** How many parts it has of its own; 0 for none. */
  readonly inside: number
}

/** The lines of one term; its name is empty for those without one. */
export interface TermGroup {
  readonly term: string
  readonly lines: readonly TranscriptLine[]
}

/** What one issuer awarded. A name that nothing confirms never stands over lines of the issuer whose name it is. */
export interface IssuerGroup {
  readonly name: Phrase
  readonly level: IssuerLevel
  readonly levelWords: string
  readonly terms: readonly TermGroup[]
  /** The sum of its stated credits, in words; empty when none are stated. */
  readonly credits: string
}

/** What a record defines without awarding it. */
export interface DefinitionView {
  readonly title: Phrase
  readonly kind: string
  readonly links: readonly LinkGroup[]
}

/** A part that keeps the whole from holding. */
export interface CulpritView {
  readonly path: string
  readonly title: string
  readonly verdict: Verdict
  readonly sentence: string
}

/** A record as a transcript: everything inside it, in an order that a person reads. */
export interface TranscriptView {
  /** A record, or what some wrapper holds. */
  readonly title: string
  /** Whom it is about, where it says so in clear; else empty. */
  readonly person: string
  readonly count: string
  /** How many hold, stay open, do not hold. */
  readonly tally: string
  /** Whether it says to be complete; empty when it says nothing. */
  readonly extent: string
  readonly culprits: readonly CulpritView[]
  readonly moreCulprits: number
  readonly groups: readonly IssuerGroup[]
  readonly definitions: readonly DefinitionView[]
  /** Columns that no line fills are left out. */
  readonly hasResults: boolean
  readonly hasCredits: boolean
}

/** Most parts pointed at from the top, and most definitions shown. */
const mostCulprits = 5
const mostDefinitions = 100

/** The transcript of what lies inside a credential, or in an envelope that is none; null when nothing does. */
export function transcriptOf(whole: Place, telling: Telling): TranscriptView | null {
  const { report, path, credential } = whole
  if (report.credentials.length === 0) return null
  const entries = entriesOf(whole, telling)
  const links = linksOf(credential, entries, telling)
  const culprits = culpritsOf(report)
  const { page } = telling.findings
  return {
    title: isCarrier(report) ? page.sections.inside : page.record.title,
    person: personIn(credential, telling),
    count: telling.findings.page.record.parts(entries.length),
    tally: tallyOf(entries, telling),
    extent: extentOf(credential?.partial, telling.findings.page),
    culprits: culprits.slice(0, mostCulprits).map((culprit) => ({
      path: pathText([...path, ...culprit.path]),
      title: placeTitle(culprit.report, telling),
      verdict: culprit.verdict,
      sentence: remarkWords(culprit, culprit.report, telling),
    })),
    moreCulprits: Math.max(0, culprits.length - mostCulprits),
    groups: groupsOf(entries, links, credential?.issuer.id ?? '', telling),
    definitions: (credential?.definitions ?? []).slice(0, mostDefinitions).map((definition) => ({
      title: definitionTitle(definition, telling),
      kind: definition.type === undefined ? '' : kindName(definition.type, telling.ui),
      links: links.of({ ids: [definition.id] }),
    })),
    hasResults: entries.some(({ result }) => result !== ''),
    hasCredits: entries.some(({ subject }) => subject?.creditsEarned !== undefined),
  }
}

/** What the record around a part says of it, or what its own report says. */
export function remarkWords({ code }: Pick<Remark, 'code'>, report: VerificationReport, telling: Telling): string {
  const { findings, formats } = telling
  return code === null
    ? verdictSentence(report, findings, formats.date)
    : problemSentence({ code, facts: { first: report.summary.title } }, findings, formats.date)
}

/** A part of the record while it is being put in its place. */
interface Entry extends Linkable {
  readonly path: string
  readonly report: VerificationReport
  readonly credential: Credential | null
  readonly subject: Subject | undefined
  readonly result: string
  readonly verdict: Verdict
  readonly remark: Remark | undefined
  readonly inside: number
  /** ISO 8601; empty when none is stated. */
  readonly date: string
  readonly term: string
}

function entriesOf({ report, parts, path }: Place, telling: Telling): readonly Entry[] {
  const remarks = remarksOf(report)
  return report.credentials.map((inner, index) => {
    const credential = parts[index]?.credential ?? null
    const subject = credential?.subjects[0]
    const remark = remarks.get(index + 1)
    return {
      path: pathText([...path, index + 1]),
      ids: credential ? idsOf(credential) : [],
      title: (credential && phraseOf(credential.title, telling.languages)) ?? plainPhrase(placeTitle(inner, telling)),
      report: inner,
      credential,
      subject,
      result: resultsIn(credential?.subjects.flatMap(({ results }) => results) ?? [], telling),
      verdict: remark?.verdict ?? inner.verdict,
      remark,
      inside: inner.credentials.length,
      date: dateOf(credential, subject) || inner.summary.issued,
      term: subject?.term?.trim() ?? '',
    }
  })
}

function dateOf(credential: Credential | null, subject: Subject | undefined): string {
  return credential?.awardedDate ?? subject?.activityEnd ?? credential?.validFrom ?? ''
}

/** What to call a part by its report alone: what it is called, what it is, or why it is nothing. */
export function placeTitle({ summary, error, format }: VerificationReport, { findings, formats }: Telling): string {
  if (summary.title !== '') return cleaned(summary.title)
  if (error) return problemSentence(error, findings, formats.date)
  return (format !== null && isCarrier({ format }) && own(findings.page.formats, format)) || findings.page.untitled
}

function definitionTitle({ name, id }: Achievement, { findings, languages }: Telling): Phrase {
  return phraseOf(name, languages) ?? plainPhrase(id || findings.page.untitled)
}

/** The learner's name, as the record states it. */
function personIn(record: Credential | null, { findings }: Telling): string {
  const identities = record?.subjects.flatMap((subject) => subject.identities) ?? []
  const name = cleaned(identities.find((identity) => !identity.hashed && isNameType(identity.type))?.value ?? '')
  return name === '' ? '' : findings.page.record.to(name)
}

function extentOf(partial: boolean | undefined, { record }: PageText): string {
  if (partial === undefined) return ''
  return partial ? record.partial : record.complete
}

function tallyOf(entries: readonly Entry[], { findings, formats }: Telling): string {
  const { holding } = findings.page.record
  const said = (['verified', 'cannot-tell', 'not-verified'] as const).flatMap((verdict) => {
    const count = entries.filter((entry) => entry.verdict === verdict).length
    return count > 0 ? [holding[verdict](count)] : []
  })
  return formats.list(said)
}

// Results

/** Most results said in one line. */
const mostResults = 3

function resultsIn(results: readonly Result[], telling: Telling): string {
  const said = results.map((result) => resultWords(result, telling, results.length > 1)).filter((words) => words !== '')
  const shown = said.slice(0, mostResults).join(' · ')
  return said.length > mostResults ? `${shown} …` : shown
}

// Belonging together

function linksOf(record: Credential | null, entries: readonly Entry[], telling: Telling): Links {
  const { associations, definitions } = record ?? { associations: [], definitions: [] }
  const defined = definitions.map((definition) => ({
    ids: [definition.id],
    title: definitionTitle(definition, telling),
    path: null,
  }))
  const inside = entries.flatMap(({ credential }) => credential?.associations ?? [])
  const { page } = telling.findings
  return linksAmong([...associations, ...inside], [...entries, ...defined], { page, unnamed: plainPhrase })
}

// Grouping

/** Entries that belong together: there is at least one. */
type Group = readonly [Entry, ...Entry[]]

/** The issuer of the record first, then the others as they come; a claimed name apart from a confirmed one. */
function groupsOf(entries: readonly Entry[], links: Links, recordIssuer: string, telling: Telling): readonly IssuerGroup[] {
  const groups = new Map<string, [Entry, ...Entry[]]>()
  for (const entry of entries) {
    const { level, name } = knownIssuer(entry.report)
    const key = JSON.stringify([level, entry.credential?.issuer.id || name])
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  const isOwn = ([first]: Group) => recordIssuer !== '' && first.credential?.issuer.id === recordIssuer
  const all = [...groups.values()]
  return [...all.filter(isOwn), ...all.filter((group) => !isOwn(group))].map((group) => issuerGroup(group, links, telling))
}

function issuerGroup(entries: Group, links: Links, telling: Telling): IssuerGroup {
  const { findings, languages } = telling
  const [first] = entries
  const known = knownIssuer(first.report)
  const stated = first.credential ? phraseOf(first.credential.issuer.name, languages) : null
  const name = isNamedByOthers(known) && known.name !== '' ? plainPhrase(known.name) : stated
  return {
    name: name ?? plainPhrase(known.name || first.credential?.issuer.id || findings.page.unnamedIssuer),
    level: known.level,
    levelWords: findings.levels[known.level](known),
    terms: termsOf(entries, links, telling),
    credits: creditsOf(entries, links, telling),
  }
}

function termsOf(entries: readonly Entry[], links: Links, telling: Telling): readonly TermGroup[] {
  const terms = new Map<string, Entry[]>()
  for (const entry of entries.toSorted(byDate)) {
    const lines = terms.get(entry.term)
    if (lines) lines.push(entry)
    else terms.set(entry.term, [entry])
  }
  // They come in the order of their first dates; what belongs to no term (a degree) stands after them.
  const without = terms.get('')
  terms.delete('')
  const inOrder: readonly (readonly [string, readonly Entry[]])[] = without ? [...terms, ['', without]] : [...terms]
  return inOrder.map(([term, lines]) => ({ term, lines: lines.map((entry) => lineOf(entry, links, telling)) }))
}

function byDate(one: Entry, other: Entry): number {
  const [a, b] = [Date.parse(one.date), Date.parse(other.date)]
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b))
  return a - b
}

function lineOf(entry: Entry, links: Links, telling: Telling): TranscriptLine {
  const { ui, formats } = telling
  const { subject, report } = entry
  const type = subject?.achievement?.type
  return {
    path: entry.path,
    title: entry.title,
    kind: type === undefined ? '' : kindName(type, ui),
    code: subject?.achievement?.humanCode ?? '',
    result: entry.result,
    credits: subject?.creditsEarned === undefined ? '' : formats.number(subject.creditsEarned),
    date: entry.date === '' ? '' : formats.shortDate(entry.date),
    questions: report.questions,
    verdict: entry.verdict,
    standing: standingOf(entry, telling),
    links: links.of(entry),
    inside: entry.inside,
  }
}

function standingOf({ verdict, remark, report }: Entry, { ui, formats }: Telling): string {
  const standing = { verdict, code: remark?.code ?? codeOf(report), expires: report.summary.expires }
  return reasonWords(standing, ui, formats) ?? ui.wallet.verdicts[verdict]
}

/** Credits as stated, of what does not fail. What is the sum of others of these is not counted again. */
function creditsOf(entries: readonly Entry[], links: Links, { findings, formats }: Telling): string {
  const { record } = findings.page
  const bearing = entries.filter(({ subject }) => subject?.creditsEarned !== undefined)
  if (bearing.length === 0) return ''
  const counted = new Set(bearing.flatMap(({ ids }) => ids))
  const leaves = bearing.filter((entry) => ![...links.insideOf(entry)].some((id) => counted.has(id) && !entry.ids.includes(id)))
  const holding = leaves.filter(({ verdict }) => verdict !== 'not-verified')
  const total = formats.number(holding.reduce((sum, { subject }) => sum + (subject?.creditsEarned ?? 0), 0))
  const left = leaves.length - holding.length
  return left === 0 ? record.credits(total) : record.creditsWithout(total, left)
}
