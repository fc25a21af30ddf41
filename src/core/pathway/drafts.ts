import { byStrength, circular, type Link } from './circles.ts'
import { pathwayLimits } from './limits.ts'
import type { Notices } from './notices.ts'
import { allOf, stepsIn, without } from './requirement.ts'
import type { PathwayStep, Requirement } from './types.ts'

/** A step as it is stated, before it is known what of that fits together. Everything is named by key. */
export interface Draft {
  readonly key: string
  readonly step: Omit<PathwayStep, 'id' | 'requires' | 'after'>
  /** What it says that it requires: its conditions and prerequisites. */
  readonly asked: readonly Requirement[]
  /** What lies below it (`hasChild`): steps towards it. */
  readonly children: ReadonlySet<string>
  /** What comes before it in time (`precededBy`). */
  readonly earlier: ReadonlySet<string>
}

/** A step that fits with the others. */
export type Linked = Draft & Pick<PathwayStep, 'requires' | 'after'>

/** What the steps amount to. */
export interface Joined {
  readonly steps: readonly Linked[]
  /** By key. */
  readonly destinations: readonly string[]
}

type Kind = 'asked' | 'earlier' | 'child'
interface StepLink extends Link {
  readonly kind: Kind
}

/**
 * How firm each kind of link is. A requirement is meant; `precedes` is a suggested order; and `hasChild` is read both ways by readers in
 * use (trust.md §5), so that it gives way to `precedes` when the two contradict each other.
 */
const strengths: Readonly<Record<Kind, number>> = { asked: 2, earlier: 1, child: 0 }

/**
 * Joins steps to a way that can be walked: what is not there is left out, and circles are cut, each with a notice. `named` are the
 * destinations that the publisher names; without any, the steps that nothing builds on.
 */
export function join(
  drafts: readonly Draft[],
  named: readonly string[],
  notices: Notices,
  isKnown: (key: string) => boolean,
): Joined {
  const found = linksOf(drafts, notices, isKnown).toSorted(byStrength)
  const links = found.slice(0, pathwayLimits.links)
  if (links.length < found.length) notices.add('too_many', '')
  const cut = circular(links)
  noteCuts(cut, links, notices)
  const kept = links.filter((link) => !cut.has(link))
  const steps = drafts.map((draft) => linked(draft, kept))
  const known = named.filter((key) => drafts.some((draft) => draft.key === key))
  const destinations = known.length > 0 ? known : tops(drafts, kept)
  return { steps: withOrderAsWay(steps, new Set(destinations)), destinations }
}

function linksOf(drafts: readonly Draft[], notices: Notices, isKnown: (key: string) => boolean): readonly StepLink[] {
  const keys = new Set(drafts.map(({ key }) => key))
  return drafts.flatMap(({ key, asked, children, earlier }) => {
    const asks = asked.flatMap(stepsIn)
    // What a condition speaks of it also governs: "three of these children" does not ask for all of them.
    const others = [...children].filter((child) => !asks.includes(child))
    const link = (kind: Kind) => (from: string) => ({ kind, from, to: key, strength: strengths[kind] })
    const all = [...asks.map(link('asked')), ...[...earlier].map(link('earlier')), ...others.map(link('child'))]
    for (const { from } of all) if (!keys.has(from) && !isKnown(from)) notices.add('target_missing', key)
    return all.filter(({ from }) => keys.has(from))
  })
}

/** Says where circles were cut; that `precedes` wins over `hasChild` is a rule, and nothing is lost by it. */
function noteCuts(cut: ReadonlySet<StepLink>, links: readonly StepLink[], notices: Notices): void {
  const orders = new Set(links.filter(({ kind }) => kind === 'earlier').map(({ from, to }) => JSON.stringify([from, to])))
  for (const { kind, from, to } of cut) {
    if (kind !== 'child' || !orders.has(JSON.stringify([to, from]))) notices.add('circle_cut', to)
  }
}

function linked(draft: Draft, kept: readonly StepLink[]): Linked {
  const before = (kind: Kind) =>
    new Set(kept.filter((link) => link.to === draft.key && link.kind === kind).map(({ from }) => from))
  const [asked, earlier, children] = [before('asked'), before('earlier'), before('child')]
  const stated = draft.asked.flatMap((each) => without(each, (key) => !asked.has(key)) ?? [])
  const requires = allOf([
    ...stated,
    ...belowOf(
      draft,
      [...draft.children].filter((child) => children.has(child)),
    ),
  ])
  const required = new Set(stepsIn(requires))
  return { ...draft, requires, after: [...earlier].filter((key) => !required.has(key)).toSorted() }
}

/**
 * What lies below a step is all asked for. Only of a step that merely stands for a choice (`SelectionComponent`) without saying how many,
 * one is asked for at least, and whether that is enough nobody can say from here.
 */
function belowOf({ step, asked }: Draft, children: readonly string[]): readonly Requirement[] {
  const of = children.map((id): Requirement => ({ kind: 'step', id }))
  if (!isGathering(step.kind) || asked.length > 0 || of.length < 2) return of
  return [{ kind: 'some', count: 1, of, isUnread: true }]
}

/** Whether a step is nothing that anyone is awarded, but stands for others to choose from: it is done when they are. */
export function isGathering(kind: string): boolean {
  return kind === 'Selection' || kind === 'Multi'
}

/** The steps that nothing builds on; those that build on nothing either only when there are no others. */
function tops(drafts: readonly Draft[], kept: readonly StepLink[]): readonly string[] {
  const below = new Set(kept.map(({ from }) => from))
  const above = new Set(kept.map(({ to }) => to))
  const all = drafts.map(({ key }) => key).filter((key) => !below.has(key))
  const built = all.filter((key) => above.has(key))
  return built.length > 0 ? built : all
}

/**
 * `precedes` suggests an order and requires nothing (its definition in CTDL: where the order is required, `prerequisite` is used). But
 * when it is all that is said of how to get to the destination, or of the whole pathway, it is the way there: then it counts as one that
 * nobody calls met on our word.
 */
function withOrderAsWay(steps: readonly Linked[], destinations: ReadonlySet<string>): readonly Linked[] {
  const isAllOrder = steps.every(({ requires }) => requires === null)
  return steps.map((step) => {
    if (step.requires !== null || step.after.length === 0 || !(isAllOrder || destinations.has(step.key))) return step
    const of = step.after.map((id): Requirement => ({ kind: 'step', id }))
    return { ...step, requires: { kind: 'some', count: of.length, of, isUnread: true }, after: [] }
  })
}
