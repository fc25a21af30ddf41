import { readClaim } from '../../../core/identity/claim.ts'
import type { IdentityKind } from '../../../core/identity/kinds.ts'
import type { PersonalText } from '../../../text/personal.ts'
import { claimIn } from '../../claims.ts'

/** The kinds of identity that a person chooses from; `other` is whatever a badge may call it. */
export const choices = ['email', 'telephone', 'url', 'studentId', 'id', 'other'] as const
export type Choice = (typeof choices)[number]

/** A claim as Settings shows it. */
export interface ClaimView {
  readonly claim: string
  readonly choice: Choice
  readonly kind: string
  readonly value: string
}

/** What is shown of a claim. One of a kind that is not among the choices is called by its own word. */
export function claimView(claim: string, text: PersonalText['identities']): ClaimView {
  const { kind, value } = readClaim(claim)
  const choice = choices.find((each) => each === kind) ?? 'other'
  const isOwn = choice === 'other' && kind !== null && kind !== 'identifier'
  return { claim, choice, kind: isOwn ? kind : text.kinds[choice], value }
}

/** The claim that was typed for a choice; null when it cannot be one. @param before what it is written in place of */
export function claimTyped(choice: Choice, typed: string, before: string | null): string | null {
  return claimIn(choice === 'other' ? otherKind(before) : choice, typed)
}

/** A claim that is changed stays of its kind. */
function otherKind(before: string | null): IdentityKind | null {
  const kind = before === null ? null : readClaim(before).kind
  return kind !== null && choices.some((each) => each === kind) ? null : kind
}

/** The claims with one added, or put in the place of another; each only once. */
export function claimsWith(claims: readonly string[], claim: string, before: string | null): readonly string[] {
  const all = before === null ? [...claims, claim] : claims.map((each) => (each === before ? claim : each))
  return [...new Set(all)]
}
