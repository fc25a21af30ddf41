import { pickText } from '../../../core/formats/text.ts'
import { isKnownLevel } from '../../../core/issuer-level.ts'
import type { StackEdge, Statement } from '../../../core/stack/types.ts'
import { cleaned } from '../../../text/verdict.ts'
import type { Stacked } from '../../../worker/stack-types.ts'
import { reasonWords } from '../../reason.ts'
import { lookupOf } from './lookup.ts'
import { type Reading, statedReading } from './readings.ts'
import { isNameKnown, type Named, saidName, speakerOf } from './speakers.ts'
import type { StackTelling } from './telling.ts'

/** Most sentences about one relation, and most names in one of them. */
const mostSentences = 4
const mostNames = 3

/** Which edge is told, from which of its ends, and under which heading. */
export interface Told {
  readonly edge: StackEdge
  readonly isFromBeginning: boolean
  readonly reading: Reading
}

/** Who says so, a sentence for each who does, strongest first. */
export function sayingsOf(told: Told, stacked: Stacked, telling: StackTelling): readonly string[] {
  const all = [...new Set(told.edge.statements.flatMap((statement) => sentencesOf(statement, told, stacked, telling)))]
  const shown = all.slice(0, mostSentences)
  return all.length > shown.length ? [...shown, telling.words.says.more(all.length - shown.length)] : shown
}

function sentencesOf(statement: Statement, told: Told, stacked: Stacked, telling: StackTelling): readonly string[] {
  const { says } = telling.words
  switch (statement.basis) {
    case 'issuer':
      return issuerSentences(statement, told, stacked, telling)
    case 'pathway':
      return [says.pathway(pathwayName(statement, stacked, telling))]
    case 'inferred':
      return [inferredSentence(statement, told.edge, stacked, telling)]
    case 'learner':
      return [says.own(cleaned(telling.stacks.find(({ id }) => id === statement.source)?.name ?? ''))]
  }
}

/** Those who are known apart from those who only say who they are. */
function issuerSentences(statement: Statement, told: Told, { graph }: Stacked, telling: StackTelling): readonly string[] {
  const speakers = statement.by.flatMap((ref) => speakerOf(ref, graph) ?? [])
  const known = speakers.filter(isNameKnown)
  const claimed = speakers.filter((speaker) => !isNameKnown(speaker))
  const reading = otherReading(statement, told, telling)
  const { says } = telling.words
  return [
    ...(known.length > 0 ? [says.known(...namesOf(known, telling), reading)] : []),
    ...(claimed.length > 0 || known.length === 0 ? [says.claimed(...namesOf(claimed, telling), reading)] : []),
  ]
}

/** What they said, where that is not what the relation stands under ("Related to", under "Adds to"). */
function otherReading(statement: Statement, { edge, isFromBeginning, reading }: Told, { words }: StackTelling): string {
  if (reading === 'skills' || reading === 'sharedBy') return ''
  const said = statedReading(statement, edge.kind, isFromBeginning)
  return said === reading ? '' : words.readings[said]
}

/** Names as one list, and how many they are: one that gives none still speaks. */
function namesOf(speakers: readonly Named[], { languages, ui, formats }: StackTelling): [string, number] {
  const names = [...new Set(speakers.map((one) => saidName(one, languages, ui)))].filter((name) => name !== '')
  const shown = names.slice(0, mostNames)
  return [formats.list(names.length > shown.length ? [...shown, '…'] : shown), Math.max(1, names.length)]
}

function pathwayName({ source }: Statement, { pathways }: Stacked, { languages }: StackTelling): string {
  const found = pathways.find(({ pathway }) => pathway.id === source)?.pathway
  return found ? cleaned(pickText(found.name, languages)) : ''
}

function inferredSentence(statement: Statement, { kind }: StackEdge, stacked: Stacked, telling: StackTelling): string {
  const { says } = telling.words
  if (isNaming(statement.type)) return says.names[statement.type](namerOf(statement, stacked, telling))
  const skills = skillList(statement, stacked, telling)
  if (kind === 'value-added') return skills === '' ? says.readAsAdding : says.laterNames(skills)
  if (skills === '') return says.inferred
  return kind === 'vertical' ? says.oneIssuer(skills) : says.bothName(skills)
}

/** How an achievement says what it is about. That two say the same is all that we infer. */
function isNaming(type: string): type is keyof StackTelling['words']['says']['names'] {
  return type === 'alignment' || type === 'fieldOfStudy' || type === 'specialization' || type === 'tag'
}

/** Whose credential names it; its issuer without a name where it has none, or where nobody earned it here. */
function namerOf({ by }: Statement, { graph }: Stacked, telling: StackTelling): string {
  const speakers = by.flatMap((ref) => speakerOf(ref, graph) ?? [])
  return namesOf(speakers, telling)[0] || telling.words.says.itsIssuer
}

/** The skills that are the reason, as a list; empty when there is none. */
export function skillList({ skills = [] }: Statement, stacked: Stacked, { languages, formats, words, ui }: StackTelling): string {
  const { nodes } = lookupOf(stacked)
  const names = skills.map((id) => cleaned(pickText(nodes.get(id)?.name ?? [], languages))).filter((name) => name !== '')
  const shown = [...new Set(names)].slice(0, mostNames).map(ui.stated)
  const more = new Set(names).size - shown.length
  return formats.list(more > 0 ? [...shown, words.says.moreSkills(more)] : shown)
}

/** How much weight a relation has, in a few words (trust.md §6.1). */
export function strengthWords(strongest: Statement, stacked: Stacked, telling: StackTelling): string {
  const { strengths } = telling.words
  switch (strongest.basis) {
    case 'issuer':
      return isAnyKnown(strongest, stacked) ? strengths.issuer : strengths.nobodyKnown
    case 'pathway':
      return strengths.pathway
    case 'learner':
      return strengths.own
    case 'inferred': {
      if (isNaming(strongest.type)) return strengths.names[strongest.type]
      const shared = skillList(strongest, stacked, telling)
      if (strongest.strength < 3) return strengths.may
      return shared === '' ? strengths.sharesSomething : strengths.shares(shared)
    }
  }
}

function isAnyKnown({ by }: Statement, { graph }: Stacked): boolean {
  return by.some((ref) => isKnownLevel(speakerOf(ref, graph)?.issuerLevel ?? 'none'))
}

/** What weakens the word of those who say so: how their credential stands, and that it is not theirs to say. */
export function speakerCautions(
  { edge }: Told,
  biggerTitle: string,
  { graph }: Stacked,
  telling: StackTelling,
): readonly string[] {
  const { cautions } = telling.words
  const stated = edge.statements.filter(({ basis }) => basis === 'issuer')
  const weak = stated.some(holds) ? [] : stated.flatMap(({ by }) => by.flatMap((ref) => speakerOf(ref, graph) ?? []))
  const reasons = weak.flatMap((one) => reasonWords({ ...one, expires: '' }, telling.ui, telling.formats) ?? [])
  const isOthers = stated.length > 0 && stated.every(({ isOwn }) => isOwn === false)
  return [
    ...[...new Set(reasons)].map((reason) => cautions.speaker(lowered(reason, telling))),
    ...(isOthers ? [cautions.somebodyElse(cleaned(biggerTitle))] : []),
  ]
}

/** Whether what is said still stands: nobody's credential says it, or one that holds. */
function holds({ verdict }: Statement): boolean {
  return verdict === undefined || verdict === 'verified'
}

/** Whether those who say the most all say it in what does not hold, or have no say in it. What we infer beside it does not mend that. */
export function isWeakened({ statements }: StackEdge): boolean {
  const leading = statements.filter(({ basis }) => basis === statements[0]?.basis)
  return leading.every((statement) => !holds(statement) || statement.isOwn === false)
}

/** A short reason in the middle of a sentence. */
function lowered(words: string, { formats }: StackTelling): string {
  return words.charAt(0).toLocaleLowerCase(formats.locale) + words.slice(1)
}
