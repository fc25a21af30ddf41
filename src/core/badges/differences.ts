import { isObject, type Json, type JsonObject, memberOf } from '../model/json.ts'
import { pointer } from '../structure/violation.ts'
import { sameDocument } from './addresses.ts'
import { addressNamed, isEmbedded } from './named.ts'

/** Most differences that are looked for: the first few say enough. */
const mostTold = 20

/**
 * The documents that stand for an address in one of the two and are written out in the other: null for one that could not be had,
 * undefined for one that a credential of this kind does not have.
 */
export interface Fetched {
  readonly badge: JsonObject | null | undefined
  readonly issuer: JsonObject | null | undefined
}

/**
 * Where what came in says something else than what its address serves, as JSON pointers; none when the two are the same. The order
 * of members is free; a badge class or an issuer that one writes out and the other only names is compared with its own document.
 */
export function differences(came: JsonObject, served: JsonObject, fetched: Fetched): readonly string[] {
  const found: string[] = []
  compareObjects(came, served, '', { fetched, found })
  return found
}

interface Comparing {
  readonly fetched: Fetched
  readonly found: string[]
}

function compare(came: Json | undefined, served: Json | undefined, at: string, on: Comparing): void {
  if (on.found.length >= mostTold) return
  const part = isEmbedded(came) === isEmbedded(served) ? undefined : partAt(at, on.fetched)
  if (part !== undefined) comparePart(came, served, at, part, on)
  else if (isObject(came) && isObject(served)) compareObjects(came, served, at, on)
  else if (Array.isArray(came) && Array.isArray(served)) compareLists(came, served, at, on)
  else if (came !== served) on.found.push(at)
}

function compareObjects(came: JsonObject, served: JsonObject, at: string, on: Comparing): void {
  for (const name of new Set([...Object.keys(came), ...Object.keys(served)]))
    compare(memberOf(came, name), memberOf(served, name), pointer(at, name), on)
}

function compareLists(came: readonly Json[], served: readonly Json[], at: string, on: Comparing): void {
  for (let index = 0; index < Math.max(came.length, served.length); index += 1)
    compare(came[index], served[index], pointer(at, index), on)
}

/** The document of a member that has one of its own; undefined for any other member, whatever it is called. */
function partAt(at: string, { badge, issuer }: Fetched): JsonObject | null | undefined {
  if (at === '/badge') return badge
  return at === (badge === undefined ? '/issuer' : '/badge/issuer') ? issuer : undefined
}

/**
 * One names the part, the other writes it out. Both must mean the same address; and of a part that came in written out, each member
 * must be what its own document says. Without that document nothing is compared: then it is unknown, and said elsewhere.
 */
function comparePart(
  came: Json | undefined,
  served: Json | undefined,
  at: string,
  document: JsonObject | null,
  on: Comparing,
): void {
  if (addressNamed(came) === '' || !sameDocument(addressNamed(came), addressNamed(served))) on.found.push(at)
  else if (isEmbedded(came) && document !== null) compareStated(came, document, at, on)
}

function compareStated(came: JsonObject, document: JsonObject, at: string, on: Comparing): void {
  for (const [name, value] of Object.entries(came))
    if (name !== 'id') compare(value, memberOf(document, name), pointer(at, name), on)
}
