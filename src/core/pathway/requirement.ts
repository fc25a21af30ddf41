import type { Requirement } from './types.ts'

/** What may stand for a condition that is there and that we cannot read: it asks for nothing that we know, and is never called met. */
export const unjudged: Requirement = { kind: 'some', count: 0, of: [], isUnread: true }

/** Everything of a list; null when there is nothing in it. */
export function allOf(parts: readonly Requirement[]): Requirement | null {
  const [first] = parts
  if (first === undefined || parts.length === 1) return first ?? null
  return { kind: 'some', count: parts.length, of: parts, isUnread: false }
}

/** The steps that a requirement speaks of, each once. */
export function stepsIn(requirement: Requirement | null): readonly string[] {
  const steps = new Set<string>()
  const walk = (each: Requirement) => {
    if (each.kind === 'step') steps.add(each.id)
    else each.of.forEach(walk)
  }
  if (requirement !== null) walk(requirement)
  return [...steps]
}

/**
 * A requirement without some of its steps; null when nothing is left of it. Where more is asked for than is left, what was left out was
 * needed: then nobody can say from here that it is met.
 */
export function without(requirement: Requirement, isLeftOut: (step: string) => boolean): Requirement | null {
  if (requirement.kind === 'step') return isLeftOut(requirement.id) ? null : requirement
  const of = requirement.of.flatMap((part) => without(part, isLeftOut) ?? [])
  const isUnread = requirement.isUnread || requirement.count > of.length
  if (of.length === 0 && !isUnread) return null
  return { ...requirement, of, count: Math.min(requirement.count, of.length), isUnread }
}

/** The same about steps by other names. */
export function renamed(requirement: Requirement, nameOf: (step: string) => string): Requirement {
  if (requirement.kind === 'step') return { kind: 'step', id: nameOf(requirement.id) }
  return { ...requirement, of: requirement.of.map((part) => renamed(part, nameOf)) }
}
