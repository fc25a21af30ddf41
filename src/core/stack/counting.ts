import { isKnownLevel } from '../issuer-level.ts'
import type { AchievementNode, Award, StackGraph } from './types.ts'

/** Awards that say how a thing stands: those of its owners, so that a copy signed by somebody else never makes up for one withdrawn. */
export function awardsThatCount(
  { awards, owners }: Pick<AchievementNode, 'awards' | 'owners'>,
  graph: Pick<StackGraph, 'awards'>,
): readonly Award[] {
  return awards
    .flatMap((ref) => (Object.hasOwn(graph.awards, ref) ? (graph.awards[ref] ?? []) : []))
    .filter(({ issuer }) => owners.length === 0 || owners.includes(issuer.id))
}

/**
 * Whether a part of something is earned: verified, and awarded by somebody known, or by those whose the whole is. What a stranger
 * awards fills no slot of a school's.
 */
export function isEarnedPart(
  part: AchievementNode,
  whole: AchievementNode | undefined,
  graph: Pick<StackGraph, 'awards'>,
): boolean {
  return awardsThatCount(part, graph).some(
    ({ verdict, issuer, issuerLevel }) =>
      verdict === 'verified' && (isKnownLevel(issuerLevel) || whole?.owners.includes(issuer.id) === true),
  )
}
