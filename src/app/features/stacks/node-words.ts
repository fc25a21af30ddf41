import type { AchievementNode, Award, NodeStanding, SkillNode, StackEdge, StackNode } from '../../../core/stack/types.ts'
import { kindName } from '../../../text/kinds.ts'
import { cleaned } from '../../../text/verdict.ts'
import type { Stacked } from '../../../worker/stack-types.ts'
import { type Phrase, phraseOf, plainPhrase } from '../../credential/phrase.ts'
import { reasonWords } from '../../reason.ts'
import { bestAward, lookupOf } from './lookup.ts'
import { isNameKnown, type Named, saidName, speakerOf } from './speakers.ts'
import type { StackTelling } from './telling.ts'

/** Most parts named that a thing leans on. */
const mostNames = 2

/** What is said of one thing, wherever it is shown. */
export interface NodeWords {
  readonly title: Phrase
  /** "Certificate", "Skill"; empty when nobody states a kind. */
  readonly kind: string
  /** As it may be named: in quotation marks when nothing confirms it. The framework, of a skill. Empty for none. */
  readonly issuer: string
  readonly standing: NodeStanding
  /** "Holds", "Not earned here", "Out of date since June 2025"; empty for a skill. */
  readonly standingWords: string
  /** What it leans on that does not hold; empty for nothing. */
  readonly leaning: string
  /** "2 of 3 parts earned"; empty when it has no parts that we know of. */
  readonly parts: string
  /** When it was earned, as a date; empty when not stated. */
  readonly earned: string
  /** Until when it holds, as a date; empty when not stated, or when it does not hold. */
  readonly until: string
  /** All of it in one line, for a screen reader: title, kind, issuer, standing, what leads here and where it leads. */
  readonly label: string
}

/** The words of one thing: an achievement or a skill. */
export function nodeWords(node: StackNode, stacked: Stacked, telling: StackTelling): NodeWords {
  const words = node.kind === 'skill' ? skillWords(node, telling) : achievementWords(node, stacked, telling)
  const { title, kind, issuer, standingWords, leaning, parts } = words
  const { earned, until } = telling.words.when
  const when = [words.earned && earned(words.earned), words.until && until(words.until)]
  const said = [cleaned(title.value), kind, issuer, standingWords, ...when, parts, leaning, ...countsOf(node, stacked, telling)]
  return { ...words, label: said.filter((part) => part !== '').join(', ') }
}

/** What a thing is called; "Untitled" when nobody says. */
export function titleOf(node: StackNode | undefined, { languages, ui }: StackTelling): Phrase {
  return phraseOf(node?.name, languages) ?? plainPhrase(ui.wallet.untitled)
}

function skillWords(node: SkillNode, telling: StackTelling): Omit<NodeWords, 'label'> {
  const { kinds } = telling.words
  return {
    title: titleOf(node, telling),
    kind: { alignment: kinds.skill, field: kinds.field, tag: kinds.tag }[node.source],
    issuer: cleaned(node.framework ?? ''),
    standing: 'none',
    standingWords: '',
    leaning: '',
    parts: '',
    earned: '',
    until: '',
  }
}

function achievementWords(node: AchievementNode, stacked: Stacked, telling: StackTelling): Omit<NodeWords, 'label'> {
  const award = bestAward(node, stacked)
  return {
    title: titleOf(node, telling),
    kind: node.type === undefined ? '' : cleaned(kindName(node.type, telling.ui)),
    issuer: issuerOf(node, award, stacked, telling),
    standing: stacked.analysis.standing[node.id] ?? 'none',
    standingWords: standingWords(node, stacked, telling),
    leaning: leaningWords(node, stacked, telling),
    parts: partsWords(node, stacked, telling),
    earned: award && award.earned !== '' ? telling.formats.shortDate(award.earned) : '',
    until: award?.verdict === 'verified' && award.expires !== '' ? telling.formats.shortDate(award.expires) : '',
  }
}

/** How an achievement stands: why it does not hold, or that nobody earned it here. */
export function standingWords(node: AchievementNode, stacked: Stacked, telling: StackTelling): string {
  const award = bestAward(node, stacked)
  const { standing } = telling.words
  // Verified, but not by those whose it is: whether it is worth as much, nobody can say from here.
  const isOthers = award?.verdict === 'verified' && stacked.analysis.standing[node.id] !== 'verified'
  if (isOthers) return telling.ui.wallet.verdicts['cannot-tell']
  if (award) return reasonWords(award, telling.ui, telling.formats) ?? telling.ui.wallet.verdicts[award.verdict]
  if (node.presence === 'named') return standing.named
  return node.presence === 'pathway' ? standing.step : standing.notEarned
}

/** Who awards it; of what nobody earned here, who says that it is theirs. */
function issuerOf(node: AchievementNode, award: Award | null, stacked: Stacked, telling: StackTelling): string {
  const { languages, ui } = telling
  if (award) return awardName(award, telling)
  const own = ownSpeaker(node, stacked)
  if (own) return saidName(own, languages, ui)
  const { awards, speakers } = stacked.graph
  const claimed = [...Object.values(speakers), ...Object.values(awards)].find(({ issuer }) => node.owners.includes(issuer.id))
  // That it is theirs is nobody's word but the file's: the name is only quoted.
  return claimed ? saidName({ ...claimed, issuerLevel: 'none' }, languages, ui) : ''
}

/** A changed credential's issuer is never named as a fact, whatever its key. */
function awardName(award: Award, { languages, ui }: StackTelling): string {
  const level = award.questions.integrity === 'passed' ? award.issuerLevel : 'none'
  return saidName({ ...award, issuerLevel: level }, languages, ui) || ui.wallet.noIssuer
}

/** A known owner of the thing who says themselves what leads to it. */
function ownSpeaker(node: AchievementNode, stacked: Stacked): Named | null {
  for (const edge of lookupOf(stacked).edges.get(node.id) ?? [])
    for (const { basis, isOwn, by } of edge.to === node.id ? edge.statements : []) {
      const speakers = basis === 'issuer' && isOwn === true ? by.flatMap((ref) => speakerOf(ref, stacked.graph) ?? []) : []
      const owner = speakers.find((one) => node.owners.includes(one.issuer.id) && isNameKnown(one))
      if (owner) return owner
    }
  return null
}

function leaningWords({ id }: AchievementNode, stacked: Stacked, telling: StackTelling): string {
  const parts = stacked.analysis.leaning[id] ?? []
  if (parts.length === 0) return ''
  const { nodes } = lookupOf(stacked)
  const names = parts.slice(0, mostNames).map((part) => cleaned(titleOf(nodes.get(part), telling).value))
  const more = parts.length - names.length
  const list = telling.formats.list(more > 0 ? [...names, telling.words.says.moreSkills(more)] : names)
  return telling.words.leansOn(list, parts.length)
}

function partsWords({ id }: AchievementNode, { analysis }: Stacked, { words, formats }: StackTelling): string {
  const parts = analysis.parts[id]
  if (!parts) return ''
  const said = words.parts(parts.earned, parts.of)
  if (!parts.credits) return said
  return `${said}, ${words.credits(formats.number(parts.credits.earned), formats.number(parts.credits.of))}`
}

/** How many lead here, to how many it leads, how many lie beside it: each thing once, by what no stronger reason says as well. */
function countsOf({ id, kind }: StackNode, stacked: Stacked, { words }: StackTelling): readonly string[] {
  const { nodes, edges, shadowed } = lookupOf(stacked)
  const { counts } = words
  const own = edges.get(id) ?? []
  if (kind === 'skill') return [counts.sharedBy(own.length)]
  const others = (which: (edge: StackEdge) => boolean) => {
    const ends = own.filter((edge) => which(edge) && edge.from !== edge.to && !shadowed.has(edge.id))
    const ids = ends.map(({ from, to }) => (from === id ? to : from))
    return new Set(ids.filter((other) => nodes.get(other)?.kind === 'achievement')).size
  }
  const before = others((edge) => edge.kind !== 'horizontal' && edge.to === id)
  const after = others((edge) => edge.kind !== 'horizontal' && edge.from === id)
  const beside = others((edge) => edge.kind === 'horizontal')
  return [
    ...(before > 0 ? [counts.before(before)] : []),
    ...(after > 0 ? [counts.after(after)] : []),
    ...(beside > 0 ? [counts.beside(beside)] : []),
  ]
}
