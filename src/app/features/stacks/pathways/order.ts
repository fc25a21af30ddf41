import type { PathwayStep, Requirement } from '../../../../core/pathway/types.ts'

/** The steps in an order in which they can be done: what comes before something stands above it, and names decide the rest. */
export function inOrder(steps: readonly PathwayStep[], nameOf: (step: PathwayStep) => string): readonly PathwayStep[] {
  const byId = new Map(steps.map((step) => [step.id, step]))
  const depths = new Map<string, number>()
  for (const { id } of steps) measure(id, byId, depths)
  const names = new Map(steps.map((step) => [step.id, nameOf(step)]))
  const depth = ({ id }: PathwayStep) => depths.get(id) ?? 0
  const name = ({ id }: PathwayStep) => names.get(id) ?? ''
  const collator = new Intl.Collator(undefined, { numeric: true })
  return steps.toSorted((one, other) => depth(one) - depth(other) || collator.compare(name(one), name(other)))
}

/** How many steps come before one, one after the other. A step that is met on the way to itself counts for nothing there. */
function measure(id: string, byId: ReadonlyMap<string, PathwayStep>, depths: Map<string, number>): number {
  const known = depths.get(id)
  const step = byId.get(id)
  if (known !== undefined || step === undefined) return known ?? -1
  depths.set(id, -1)
  const before = [...(step.requires ? stepsIn(step.requires) : []), ...step.after]
  const depth = 1 + Math.max(-1, ...before.map((each) => measure(each, byId, depths)))
  depths.set(id, depth)
  return depth
}

/** Every step that a requirement names. */
export function stepsIn(requirement: Requirement): readonly string[] {
  return requirement.kind === 'step' ? [requirement.id] : requirement.of.flatMap(stepsIn)
}
