import { isUnsignedCarrier } from '../../src/core/checks/carrier.ts'
import type { Credential } from '../../src/core/model/credential.ts'
import type { Inspection, Part } from '../../src/core/model/inspection.ts'
import { isObject, type Json, type JsonObject } from '../../src/core/model/json.ts'
import { meansTheSame } from '../core/meaning.ts'

/** The credentials that somebody issued, by what secures them, as they were before anything was changed. */
export type Originals = Map<string, Credential[]>

/** Adds what a sample holds, at any depth: parts of one are put into others. */
export function addOriginals(originals: Originals, inspections: readonly Inspection[]): void {
  for (const credential of inspections.flatMap(all))
    for (const key of keysOf(credential)) originals.set(key, [...(originals.get(key) ?? []), credential])
}

function all({ credential, parts }: Part): readonly Credential[] {
  return [...(credential ? [credential] : []), ...parts.flatMap(all)]
}

/** What of an inspection is verified for itself: a wrapper that nobody signed is no more than what is inside. */
export function standingAlone({ credential, parts }: Part): readonly Credential[] {
  if (credential === null || isUnsignedCarrier(credential)) return parts.flatMap(standingAlone)
  return [credential]
}

/** Whether a credential says what its issuer made it say, however it is written now. */
export async function isAsIssued(credential: Credential, originals: Originals): Promise<boolean> {
  for (const key of keysOf(credential))
    for (const original of originals.get(key) ?? []) if (await saysTheSame(credential, original)) return true
  return false
}

function keysOf({ securing }: Credential): readonly string[] {
  switch (securing.kind) {
    case 'embedded':
      return securing.proofs.map((proof) => String(proof.proofValue ?? proof.jws ?? proof.signatureValue))
    case 'jose':
    case 'badge-jws':
      return [securing.jws.text]
    case 'sd-jwt':
      return [securing.sdJwt.jws.text]
    default:
      return [securing.kind]
  }
}

async function saysTheSame(credential: Credential, original: Credential): Promise<boolean> {
  const { securing } = credential
  if (securing.kind === 'jose' || securing.kind === 'badge-jws') return true
  if (securing.kind === 'sd-jwt') {
    // to keep facts back is the holder's right
    const { securing: before } = original
    return before.kind === 'sd-jwt' && securing.sdJwt.disclosures.every((each) => before.sdJwt.disclosures.includes(each))
  }
  if (sameText(credential.document, original.document)) return true
  if (securing.kind === 'embedded') {
    const [stated, issued] = [withSharedProofs(credential, original), withSharedProofs(original, credential)]
    return sameText(stated, issued) || meansTheSame(stated, issued)
  }
  // a hosted badge may write a part out or name it: what is shown is what is compared
  return sameText(shownOf(credential), shownOf(original))
}

/**
 * Where there are several proofs, what was said with those that both have, each once: one of several says as much as all, one of a
 * kind that nobody knows says nothing, and one that is repeated says nothing more.
 */
function withSharedProofs({ document, securing }: Credential, { securing: other }: Credential): JsonObject {
  if (securing.kind !== 'embedded' || other.kind !== 'embedded') return document
  if (securing.proofs.length === 1 && other.proofs.length === 1) return document
  const shared = securing.proofs.filter(
    (proof, at) =>
      other.proofs.some((each) => sameText(each, proof)) && !securing.proofs.slice(0, at).some((each) => sameText(each, proof)),
  )
  return { ...document, proof: shared.length === 1 ? shared[0] : shared }
}

function shownOf({ title, description, issuer, subjects, awardedDate, validFrom, validUntil, evidence }: Credential): Json {
  const shown = { title, description, issuer, subjects, awardedDate, validFrom, validUntil, evidence }
  return JSON.parse(JSON.stringify(shown)) as Json
}

function sameText(one: Json, other: Json): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other))
}

/** The same value with its members in the order of their names. */
function ordered(value: Json): Json {
  if (Array.isArray(value)) return value.map(ordered)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((name) => [name, ordered(value[name] as Json)]),
  )
}
