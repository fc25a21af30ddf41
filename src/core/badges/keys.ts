import { withoutFragment } from '../dids/controller-document.ts'
import { type PublicKey, type ResolvedKey, readVerificationKey } from '../dids/keys.ts'
import { parseJson } from '../encoding/json.ts'
import { limits } from '../limits.ts'
import type { Credential } from '../model/credential.ts'
import { idOf, isObject, type Json, type JsonObject, listOf, memberOf } from '../model/json.ts'
import type { Witness } from '../model/report.ts'
import { type Attempt, attempt, attemptNow, Failure, fail, problem } from '../problem.ts'
import { hostOf } from '../witness.ts'
import { isWebAddress, sameDocument } from './addresses.ts'
import { type LinkedPowers, linkedAs, openText } from './linked.ts'
import { verificationsIn } from './named.ts'
import { looksLikePem, readPem } from './pem.ts'

const accept = 'application/ld+json, application/json, application/x-pem-file, text/plain'

/** How the key of a signed badge is named. */
export interface NamedKey {
  /** Its address. */
  readonly id: string
  /** `address` for a bare PEM file (Open Badges 1.x `verify.url`), which says nothing of an owner. */
  readonly by: 'creator' | 'address'
}

/** The key that a signed badge names: `verification.creator` (2.0), `verify.url` (1.x); null when it leaves it to the profile. */
export function keyNamedBy({ document }: Credential): NamedKey | null {
  const member = (name: string) => verificationsIn(document).flatMap((one) => idOf(memberOf(one, name)) ?? [])[0]
  const creator = member('creator')
  if (creator !== undefined) return { id: creator, by: 'creator' }
  const address = member('url')
  return address === undefined ? null : { id: address, by: 'address' }
}

/** The entries of a profile's list of keys. */
export function listedKeys(profile: JsonObject): readonly Json[] {
  return listOf(memberOf(profile, 'publicKey'))
}

/**
 * The keys that may have signed a badge (Open Badges 2.0 "Signed verification"; verification.md §12 and §13): the one that it
 * names, else those that the issuer's profile lists. Each is an attempt of its own; beyond `limits.badgeKeys` none is made, and
 * that is one that failed. Whose they are is asked elsewhere.
 */
export async function keysFor(
  credential: Credential,
  alg: string,
  powers: LinkedPowers,
): Promise<readonly Attempt<ResolvedKey>[]> {
  const issuer = linkedAs(credential, 'issuer')
  const profile = issuer?.document ?? {}
  const witnesses = issuer?.witness ? [issuer.witness] : []
  const named = keyNamedBy(credential)
  if (named) return [await attempt(() => keyCalled(named.id, { profile, witnesses, alg, powers }), 'key_unavailable')]
  if (issuer?.problem) return [{ ok: false, problem: issuer.problem }]
  const entries = listedKeys(profile)
  const tried = await Promise.all(
    entries
      .slice(0, limits.badgeKeys)
      .map((entry) => attempt(() => keyOfEntry(entry, { profile, witnesses, alg, powers }), 'key_unavailable')),
  )
  return entries.length > tried.length ? [...tried, problem('key_unavailable')] : tried
}

interface Finding {
  readonly profile: JsonObject
  /** Where the profile came from. */
  readonly witnesses: readonly Witness[]
  readonly alg: string
  readonly powers: LinkedPowers
}

/** A key by its address: written out in the issuer's own profile, else what that address serves. */
async function keyCalled(id: string, finding: Finding): Promise<ResolvedKey> {
  const entry = listedKeys(finding.profile).find((one) => isObject(one) && sameDocument(idOf(one) ?? '', id))
  return isObject(entry) && hasMaterial(entry) ? keyIn(entry, id, finding.witnesses, finding.alg) : keyAt(id, finding)
}

async function keyOfEntry(entry: Json, finding: Finding): Promise<ResolvedKey> {
  const id = idOf(entry) ?? ''
  if (isObject(entry) && hasMaterial(entry)) return keyIn(entry, id, finding.witnesses, finding.alg)
  return keyAt(id, finding)
}

async function keyAt(id: string, { alg, powers }: Finding): Promise<ResolvedKey> {
  const method = id.slice(0, 200)
  if (!isWebAddress(id)) fail('key_unavailable', { facts: { method } })
  const served = await openText(withoutFragment(id), { purpose: 'issuer', accept }, powers)
  if (!served.ok) throw new Failure(served.problem)
  const { text, witness } = served.value
  if (looksLikePem(text)) return { id, controller: '', key: await readPem(text, alg), origin: 'document', witnesses: [witness] }
  const document = attemptNow(() => parseJson(text))
  const facts = { host: hostOf(id) }
  if (!document.ok || !isObject(document.value)) fail('key_unavailable', { facts })
  const found = methodIn(document.value, id) ?? fail('key_unavailable', { facts })
  return keyIn(found, id, [witness], alg)
}

/** The key in a document by its id: the document itself, or one that it lists. One under another id is another key. */
function methodIn(document: JsonObject, id: string): JsonObject | undefined {
  const candidates = [document, ...listedKeys(document).filter(isObject)]
  return candidates.find((one) => hasMaterial(one) && sameDocument(idOf(one) ?? '', id))
}

function hasMaterial(key: JsonObject): boolean {
  return ['publicKeyPem', 'publicKeyJwk', 'publicKeyMultibase', 'kty'].some((name) => memberOf(key, name) !== undefined)
}

async function keyIn(method: JsonObject, id: string, witnesses: readonly Witness[], alg: string): Promise<ResolvedKey> {
  return { id, controller: ownerOf(method), key: await readKey(method, alg), origin: 'document', witnesses }
}

/** Whom a key names as its owner; empty when it names nobody. Several are none that an issuer could be. */
function ownerOf(method: JsonObject): string {
  const owner = memberOf(method, 'owner') ?? memberOf(method, 'controller') ?? ''
  return idOf(owner) ?? JSON.stringify(owner).slice(0, 200)
}

async function readKey(method: JsonObject, alg: string): Promise<PublicKey> {
  const pem = memberOf(method, 'publicKeyPem')
  return typeof pem === 'string' ? readPem(pem, alg) : readVerificationKey(method)
}
