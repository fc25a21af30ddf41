import type { Identity, Subject } from '../model/credential.ts'
import { type Claim, readClaim, writingsOf } from './claim.ts'
import { hashes, isWeak, readHash } from './hash.ts'
import { type IdentityKind, kindOf } from './kinds.ts'

/** What comparing a recipient with the claimed identities came to. */
export type Match =
  | {
      readonly result: 'match'
      readonly kind: IdentityKind
      /** It matched in another writing than the one given: lower case, without spaces. */
      readonly tidied: boolean
      /** It was hashed in a way that anybody can guess back from. */
      readonly weak: boolean
    }
  /** An identity of a kind that the badge names was claimed, and is another. */
  | { readonly result: 'differs'; readonly kind: IdentityKind }
  /** Nothing of a kind that the badge names was claimed. */
  | { readonly result: 'incomparable'; readonly kinds: readonly IdentityKind[] }

/** One way in which a badge names its recipient. */
interface Named {
  readonly kind: IdentityKind
  readonly identity: Identity
}

/** Most identities of a badge, and most claims, that are compared. */
const mostCompared = 64

/**
 * Compares those whom a badge names with what was claimed (OB 3.0 §7.7, OB 2.0 `IdentityObject`, verification.md §5). Only like is
 * compared with like: an e-mail address says nothing about a student number. A name identifies nobody and is never compared.
 */
export async function matchRecipient(subjects: readonly Subject[], claimed: readonly string[]): Promise<Match> {
  const named = subjects.flatMap(namesOf).slice(0, mostCompared)
  const claims = claimed
    .slice(0, mostCompared)
    .map(readClaim)
    .filter(({ kind }) => kind !== 'name')
  let differing: IdentityKind | null = null
  for (const claim of claims)
    for (const { kind, identity } of named) {
      if (!comparable(claim, kind)) continue
      const how = await compare(claim, identity)
      if (how) return { result: 'match', kind, ...how }
      if (claim.kind === kind) differing ??= kind
    }
  if (differing !== null) return { result: 'differs', kind: differing }
  return { result: 'incomparable', kinds: kindsNamed(subjects) }
}

/** Whether a subject is known by nothing but a name, or by nothing at all. */
export function namesOnly(subjects: readonly Subject[]): boolean {
  return subjects.flatMap(namesOf).length === 0
}

/** The kinds by which subjects are named, other than by a name. */
export function kindsNamed(subjects: readonly Subject[]): readonly IdentityKind[] {
  return [...new Set(subjects.flatMap(namesOf).map(({ kind }) => kind))]
}

function namesOf({ id, identities }: Subject): readonly Named[] {
  const own = identities.map((identity) => ({ kind: kindOf(identity.type), identity })).filter(({ kind }) => kind !== 'name')
  return id === undefined ? own : [...own, nameOfId(id)]
}

/** A subject's id may itself be an e-mail address or a telephone number. */
function nameOfId(id: string): Named {
  const { kind, value } = readClaim(id)
  const known = kind === 'email' || kind === 'telephone' ? kind : 'id'
  return { kind: known, identity: { type: known, hashed: false, value: known === 'id' ? id : value } }
}

/** A claim without a kind, and a badge that does not tell its kind, may be any; a web address may be somebody's id. */
function comparable({ kind }: Claim, named: IdentityKind): boolean {
  return kind === null || named === 'identifier' || kind === named || (kind === 'url' && named === 'id')
}

async function compare(claim: Claim, identity: Identity): Promise<{ tidied: boolean; weak: boolean } | null> {
  const hashed = identity.hashed ? readHash(identity.value) : null
  if (identity.hashed && hashed === null) return null
  for (const writing of writingsOf(claim)) {
    const same = hashed ? await hashes(writing, identity.salt ?? '', hashed) : sameInClear(writing, identity, claim)
    if (same) return { tidied: writing !== claim.value, weak: hashed !== null && isWeak(hashed) }
  }
  return null
}

/** In clear both are there to be tidied alike. */
function sameInClear(writing: string, { value }: Identity, { kind }: Claim): boolean {
  return writing === value || writingsOf({ kind, value }).includes(writing)
}
