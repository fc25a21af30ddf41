import { addressOnly } from '../checks/carrier.ts'
import { recognise } from '../formats/index.ts'
import { revocationListsOf } from '../formats/revocation-lists.ts'
import type { VerifyContext } from '../model/context.ts'
import type { Credential, LinkedDocument, StatusEntry } from '../model/credential.ts'
import { idOf, isObject, type Json, type JsonObject, memberOf } from '../model/json.ts'
import { attempt, type Problem } from '../problem.ts'
import { hostOf } from '../witness.ts'
import { isWebAddress, sameResource } from './addresses.ts'
import { acceptJson, type LinkedPowers, openLinked, openText, readLinked, unavailable } from './linked.ts'
import { addressNamed, hasBadgeClass, isEmbedded, issuerNamedIn } from './named.ts'
import { reread } from './reread.ts'

/**
 * Where a bare address stands: given by itself, beside a credential that it endorses, or inside one. One beside leads to nothing that
 * holds further credentials, one inside is not followed: what it serves could hold that address again, thousands of times.
 */
export type AddressPlace = 'alone' | 'beside' | 'inside'

/**
 * Asks for the documents that a badge of Open Badges 1 or 2 (or a CLR 1.0) only names, and reads it again with them: the
 * assertion at its own address, the badge class unless it is inside, and always the issuer's profile, for an embedded one is only
 * what the badge says of its issuer. The `document` stays what came in. A bare address gives way to the credential that lies there.
 * Never throws: what could not be had is in `linked` with its problem.
 */
export async function completeBadge(credential: Credential, context: VerifyContext, place: AddressPlace): Promise<Credential> {
  const completed = await attempt(() =>
    addressOnly(credential) !== null ? atAddress(credential, context, place) : complete(credential, context),
  )
  if (completed.ok) return completed.value
  return { ...credential, linked: [unavailable('assertion', addressOf(credential), completed.problem)] }
}

function addressOf({ securing }: Credential): string {
  return securing.kind === 'hosted' ? securing.address : ''
}

/** The credential that lies at a bare address, which may be one of any generation. */
async function atAddress(credential: Credential, context: LinkedPowers, place: AddressPlace): Promise<Credential> {
  const address = addressOf(credential)
  const missing = (problem: Problem): Credential => ({
    ...credential,
    linked: [unavailable('assertion', address, problem)],
    statusEntries: [ownWord(address)],
  })
  if (place === 'inside') return missing({ code: 'hosted_address_inside', facts: { host: hostOf(address) } })
  const served = await openText(address, { purpose: 'credential', accept: acceptJson, otherwise: 'hosted_not_badge' }, context)
  if (!served.ok) return missing(served.problem)
  const read = await recognise({
    text: served.value.text,
    container: 'text',
    notices: [...credential.notices, { code: 'hosted_address_only', facts: { host: hostOf(address) } }],
  })
  const [found, ...more] = read.ok ? read.value : []
  if (found === undefined || more.length > 0 || leadsOn(found, place))
    return missing({ code: 'hosted_not_badge', facts: { host: hostOf(address) } })
  if (found.securing.kind === 'badge-jws') return complete(found, context)
  if (found.securing.kind !== 'hosted') return found
  const stated = found.securing.address
  // Open Badges 0.5 states no address of its own: it is at the one that the picture holds.
  const here = stated === '' && idOf(found.document) === undefined
  if (!here && !sameResource(stated, address)) return complete(found, context)
  const assertion = readLinked('assertion', address, served.value)
  return withParts({ ...found, securing: { kind: 'hosted', address } }, assertion, context)
}

/** An address that leads to an address would lead on for ever. */
function leadsOn(found: Credential, place: AddressPlace): boolean {
  return addressOnly(found) !== null || (place !== 'alone' && found.nested.length > 0)
}

async function complete(credential: Credential, context: LinkedPowers): Promise<Credential> {
  const address = addressOf(credential)
  const assertion = address === '' ? null : await openLinked('assertion', address, context)
  return withParts(credential, assertion, context)
}

/** What the issuer serves decides which badge class and issuer are asked for; without it, what came in. */
async function withParts(credential: Credential, assertion: LinkedDocument | null, context: LinkedPowers): Promise<Credential> {
  const { format } = credential
  const source = assertion?.document ?? credential.document
  const badge = hasBadgeClass(format) ? await badgeClass(memberOf(source, 'badge'), context) : null
  const named = hasBadgeClass(format) ? memberOf(badge?.document ?? {}, 'issuer') : shownIssuer(credential, source)
  const issuer = format === 'ob05' || (badge !== null && badge.document === null) ? null : await profile(named, context)
  const again = await reread(credential, {
    assertion: credential.document,
    badge: badge?.document ?? null,
    issuer: issuer?.document ?? (isObject(named) ? named : null),
  })
  return {
    ...again,
    linked: [assertion, badge, issuer].filter((linked) => linked !== null),
    statusEntries: statusEntries(credential, named, issuer),
  }
}

/** The issuer of what has no badge class: as stated, if that is the one that is shown. */
function shownIssuer({ issuer }: Credential, source: JsonObject): Json {
  const stated = issuerNamedIn(source)
  return stated !== undefined && idOf(stated) === issuer.id ? stated : issuer.id
}

async function badgeClass(stated: Json | undefined, context: LinkedPowers): Promise<LinkedDocument> {
  const address = addressNamed(stated)
  if (isEmbedded(stated)) return { role: 'badge', address, document: stated, problem: null }
  if (address === '') return unavailable('badge', '', { code: 'linked_invalid', facts: { host: '' } })
  return openLinked('badge', address, context)
}

/** The issuer's profile, always from its own address: an embedded one could be anybody's words. */
async function profile(stated: Json | undefined, context: LinkedPowers): Promise<LinkedDocument> {
  const address = addressNamed(stated)
  if (address === '') return unavailable('issuer', '', { code: 'issuer_not_web' })
  return openLinked('issuer', address, context)
}

/** What is to be asked about withdrawal (Open Badges 2.0, "Revocation"): its own address, and the lists that its issuer names. */
function statusEntries(credential: Credential, named: Json | undefined, issuer: LinkedDocument | null): readonly StatusEntry[] {
  const own =
    credential.securing.kind === 'hosted' || memberOf(credential.document, 'revoked') !== undefined
      ? [ownWord(addressOf(credential))]
      : []
  if (credential.securing.kind === 'hosted') return own
  return [...own, ...revocationListsOf([issuer?.document, named])]
}

function ownWord(address: string): StatusEntry {
  return { type: 'OpenBadgesAssertion', members: {}, ...(isWebAddress(address) && { id: address }) }
}
