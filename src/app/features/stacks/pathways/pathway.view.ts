import type {
  Pathway,
  PathwayNotice,
  PathwayProgress,
  PathwayStep,
  StepProgress,
  StepState,
} from '../../../../core/pathway/types.ts'
import { identifierKey } from '../../../../core/stack/keys.ts'
import type { StackGraph } from '../../../../core/stack/types.ts'
import type { KeptPathway, RecordId } from '../../../../store/types.ts'
import { kindName } from '../../../../text/kinds.ts'
import { type Link, linkOf, type Phrase, phraseOf, plainPhrase } from '../../../credential/phrase.ts'
import { type Condition, conditionOf, type Steps, stepName } from './condition.view.ts'
import { inOrder } from './order.ts'
import { originWords, ownerWords } from './source.view.ts'
import type { PathwayTelling } from './telling.ts'

/** One step as it is listed. */
export interface StepLine {
  readonly id: string
  readonly name: Phrase
  /** "Course", "Associate degree". */
  readonly kind: string
  readonly isGoal: boolean
  readonly state: StepState
  readonly stateWords: string
  /** Why it is for the school to say; empty for the other states. */
  readonly because: string
  /** Whether it can be done now; empty for what is held. */
  readonly open: string
  readonly condition: Condition | null
  /** What usually comes before it, though it need not; empty for nothing. */
  readonly after: string
  /** What stands behind it: the record and the part of it. */
  readonly held: { readonly entry: RecordId; readonly part: string } | null
  readonly url: Link | null
}

/** A pathway as it is shown. */
export interface PathwayView {
  readonly id: string
  readonly name: Phrase
  readonly isRecord: boolean
  readonly origin: string
  readonly owner: string
  readonly description: Phrase | null
  readonly url: Link | null
  readonly done: number
  readonly of: number
  /** "3 of 5 steps". */
  readonly progress: string
  /** Points and credits, as far as they are stated. */
  readonly sums: readonly string[]
  /** What all that amounts to, when everything we can judge is done, or nothing can be said; else empty. */
  readonly outcome: string
  /** What is missing on the shortest way that we see. */
  readonly soonest: readonly StepLine[]
  /** The steps in order, by level where it has levels; a level without a name is what belongs to none. */
  readonly levels: readonly { readonly name: Phrase | null; readonly steps: readonly StepLine[] }[]
  readonly notices: readonly string[]
}

/** What a pathway is told from. */
export interface PathwaySource {
  readonly pathway: Pathway
  readonly progress: PathwayProgress
  /** As the vault keeps it; undefined for what a record states. */
  readonly kept: KeptPathway | undefined
  readonly graph: StackGraph
}

/** How far this person is on a pathway, in words. Nothing is claimed that no issuer said. */
export function pathwayView(source: PathwaySource, telling: PathwayTelling): PathwayView {
  const { pathway, progress, kept, graph } = source
  const { words, languages } = telling
  const isRecord = pathway.origin === 'record'
  const lines = linesOf(source, telling)
  const name = phraseOf(pathway.name, languages) ?? plainPhrase(telling.ui.wallet.untitled)
  return {
    id: pathway.id,
    name,
    isRecord,
    origin: originWords(pathway, kept, graph, telling),
    owner: ownerWords(pathway, graph, telling),
    description: phraseOf(pathway.description, languages),
    url: linkOf(pathway.url),
    done: progress.done,
    of: progress.of,
    progress: isRecord ? words.parts(progress.done, progress.of) : words.progress(progress.done, progress.of),
    sums: sumsOf(progress, telling),
    outcome: outcomeOf(pathway, progress, telling),
    // A record does not say which of its parts it takes: no shortest way is made up for it.
    soonest: isRecord ? [] : progress.soonest.flatMap((id) => lines.get(id) ?? []),
    levels: levelsOf(pathway, isRecord ? partsOf(lines) : lines, languages),
    notices: noticesOf(pathway.notices, telling),
  }
}

/** The node that stands for what a pathway leads to; null when the graph has none. */
export function goalNode({ destinations, steps }: Pathway, { achievements }: Pick<StackGraph, 'achievements'>): string | null {
  for (const id of destinations) {
    const step = steps.find((each) => each.id === id)
    const keys = new Set([id, identifierKey(id), ...(step?.keys ?? [])])
    const node = achievements.find((each) => keys.has(each.id) || each.keys.some((key) => keys.has(key)))
    if (node) return node.id
  }
  return null
}

function linesOf({ pathway, progress, graph }: PathwaySource, telling: PathwayTelling): ReadonlyMap<string, StepLine> {
  const states = new Map(progress.steps.map((each) => [each.id, each]))
  const steps: Steps = {
    byId: new Map(pathway.steps.map((step) => [step.id, step])),
    stateOf: (id) => states.get(id)?.state ?? 'missing',
  }
  const ordered = inOrder(pathway.steps, (step) => stepName(step, telling).value)
  return new Map(ordered.map((step) => [step.id, lineOf(step, states.get(step.id), { pathway, steps, graph, telling })]))
}

interface Around {
  readonly pathway: Pathway
  readonly steps: Steps
  readonly graph: Pick<StackGraph, 'awards'>
  readonly telling: PathwayTelling
}

function lineOf(step: PathwayStep, progress: StepProgress | undefined, { pathway, steps, graph, telling }: Around): StepLine {
  const { words, formats } = telling
  const state = progress?.state ?? 'missing'
  const isRecord = pathway.origin === 'record'
  const after = step.after.map((id) => stepName(steps.byId.get(id), telling).value)
  return {
    id: step.id,
    name: stepName(step, telling),
    kind: kindOf(step, telling),
    isGoal: pathway.destinations.includes(step.id),
    state,
    stateWords: words.states[state],
    because: progress?.because ? words.because[progress.because] : '',
    open: state === 'missing' && step.requires !== null && !isRecord ? words.open[progress?.isOpen ?? 'unknown'] : '',
    condition: step.requires && !isRecord ? conditionOf(step.requires, steps, telling) : null,
    after: after.length > 0 ? words.after(formats.list(after)) : '',
    held: heldOf(progress?.awards ?? [], graph),
    url: linkOf(step.url),
  }
}

function heldOf(refs: readonly string[], { awards }: Pick<StackGraph, 'awards'>): StepLine['held'] {
  for (const ref of refs) {
    const award = Object.hasOwn(awards, ref) ? awards[ref] : undefined
    if (award && award.entry !== '') return { entry: award.entry, part: award.part }
  }
  return null
}

/** What kind of credential it is says more than that it is one. */
function kindOf({ kind, credentialType }: PathwayStep, { words, ui }: PathwayTelling): string {
  if (credentialType !== undefined) return kindName(credentialType, ui)
  const known: Readonly<Record<string, string>> = words.kinds
  return Object.hasOwn(known, kind) ? (known[kind] ?? kind) : kindName(kind, ui)
}

/** What a record calls the parts of something: that thing itself is none of them. */
function partsOf(lines: ReadonlyMap<string, StepLine>): ReadonlyMap<string, StepLine> {
  return new Map([...lines].filter(([, { isGoal }]) => !isGoal))
}

function levelsOf(
  { levels, steps }: Pathway,
  lines: ReadonlyMap<string, StepLine>,
  languages: readonly string[],
): PathwayView['levels'] {
  const levelOf = new Map(steps.map(({ id, level }) => [id, level]))
  const known = new Set<string | undefined>(levels.map(({ id }) => id))
  const among = (is: (level: string | undefined) => boolean) => [...lines.values()].filter(({ id }) => is(levelOf.get(id)))
  const named = levels.map(({ id, name }) => ({ name: phraseOf(name, languages), steps: among((level) => level === id) }))
  return [...named, { name: null, steps: among((level) => !known.has(level)) }].filter((level) => level.steps.length > 0)
}

function sumsOf({ points, credits }: PathwayProgress, { words, formats }: PathwayTelling): readonly string[] {
  const { number } = formats
  return [
    ...(points ? [words.points(number(points.done), number(points.of))] : []),
    ...(credits ? [words.credits(number(credits.done), number(credits.of))] : []),
  ]
}

function outcomeOf({ origin }: Pathway, { isComplete, done, of, soonest }: PathwayProgress, { words }: PathwayTelling): string {
  if (origin === 'record') return words.partsUnsaid
  if (isComplete === 'yes') return words.complete
  return isComplete === 'unknown' && done >= of && soonest.length === 0 ? words.unsettled : ''
}

/** What could not be made sense of, each kind once. */
function noticesOf(notices: readonly PathwayNotice[], { words }: PathwayTelling): readonly string[] {
  const counts = new Map<PathwayNotice['code'], number>()
  for (const { code } of notices) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].map(([code, count]) => words.notices[code](count))
}
