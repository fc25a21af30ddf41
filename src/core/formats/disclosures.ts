import { fromBase64url } from '../encoding/base64url.ts'
import { parseJson } from '../encoding/json.ts'
import { type SdHash, sdHash } from '../encoding/sd-hash.ts'
import { textOf } from '../encoding/utf8.ts'
import { limits } from '../limits.ts'
import type { SdJwt } from '../model/credential.ts'
import { isObject, type Json, type JsonObject, memberOf } from '../model/json.ts'
import { attemptNow, type Facts, type Problem, type ProblemCode } from '../problem.ts'

/** What comes of laying the disclosures into the payload. */
export type Disclosed = Pick<SdJwt, 'claims' | 'withheld' | 'trouble'>

/** A fact that its holder chose to show: a member of an object by its name, or an element of a list. */
type Disclosure =
  | { readonly kind: 'member'; readonly name: string; readonly value: Json }
  | { readonly kind: 'element'; readonly value: Json }

/**
 * Claims that decide whether and for whom the credential holds, so that no holder may be free to leave one out (SD-JWT VC
 * §2.2.2.2, RFC 9901 §9.7); and the name of the hash, without which no digest means anything.
 */
const alwaysShown: ReadonlySet<string> = new Set(['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'status', '_sd_alg'])

/** Names that mark digests and can be no claim's. */
const reserved: readonly string[] = ['_sd', '...']

/**
 * Lays each disclosure into its place in the payload of an SD-JWT and takes out every digest that is left (RFC 9901 §7.1).
 * A disclosure is found by the digest over the text that was received. Never fails: what breaks a rule is left out, and
 * the first such thing is the `trouble`.
 */
export async function disclose(payload: JsonObject, disclosures: readonly string[]): Promise<Disclosed> {
  const unfolding = new Unfolding()
  const hash = hashNamedIn(payload, unfolding)
  if (disclosures.length > limits.disclosures) unfolding.note('disclosures_too_many', { count: disclosures.length })
  else if (hash) await unfolding.take(disclosures, hash)
  const claims = unfolding.unfold(payload)
  return { claims, withheld: unfolding.withheld, trouble: unfolding.trouble }
}

function hashNamedIn(payload: JsonObject, unfolding: Unfolding): SdHash | null {
  const name = memberOf(payload, '_sd_alg')
  const hash = sdHash(name)
  if (name !== undefined && typeof name !== 'string') unfolding.note('sd_jwt_malformed', { part: '_sd_alg' })
  else if (!hash) unfolding.note('sd_hash_unsupported', { hash: String(name).slice(0, 40) })
  return hash
}

/** One pass over a payload. Each digest may be met once; what was given must all be asked for. */
class Unfolding {
  readonly #given = new Map<string, Disclosure>()
  readonly #met = new Set<string>()
  #used = 0
  withheld = 0
  trouble: Problem | null = null

  note(code: ProblemCode, facts: Facts = {}): void {
    this.trouble ??= { code, facts }
  }

  /** Reads the disclosures and files each under its digest. */
  async take(disclosures: readonly string[], hash: SdHash): Promise<void> {
    const digests = await Promise.all(disclosures.map(hash))
    for (const [index, text] of disclosures.entries()) {
      const read = attemptNow(() => readDisclosure(text))
      const digest = digests[index] as string
      if (!read.ok || read.value === null) this.note('sd_jwt_malformed', { part: 'disclosure' })
      else if (this.#given.has(digest)) this.note('disclosure_repeated')
      else this.#given.set(digest, read.value)
    }
  }

  unfold(payload: JsonObject): JsonObject {
    const { _sd_alg: _, ...members } = payload
    for (const name of alwaysShown) {
      if (holdsDigests(memberOf(members, name), 0)) this.note('disclosure_forbidden', { member: name })
    }
    const claims = this.#object(members, 0)
    if (this.#used < this.#given.size) this.note('disclosure_unsigned')
    return claims
  }

  #value(value: Json | undefined, depth: number): Json {
    if (depth > limits.jsonDepth) {
      this.note('json_too_deep', { limit: limits.jsonDepth })
      return null
    }
    if (Array.isArray(value)) return this.#list(value, depth)
    return isObject(value) ? this.#object(value, depth) : (value ?? null)
  }

  #object(object: JsonObject, depth: number): JsonObject {
    const members = new Map<string, Json>()
    for (const [name, value] of Object.entries(object)) {
      if (name === '...') this.note('sd_jwt_malformed', { part: name })
      if (!reserved.includes(name)) members.set(name, this.#value(value, depth + 1))
    }
    for (const digest of this.#digestsOf(object)) {
      const disclosure = this.#answerTo(digest)
      if (disclosure && this.#maySet(disclosure, members, depth))
        members.set(disclosure.name, this.#value(disclosure.value, depth + 1))
    }
    return Object.fromEntries(members)
  }

  #list(items: readonly Json[], depth: number): Json {
    return items.flatMap((item) => {
      if (!isObject(item) || !Object.hasOwn(item, '...')) return [this.#value(item, depth + 1)]
      const digest = item['...']
      if (typeof digest !== 'string' || Object.keys(item).length !== 1) {
        this.note('sd_jwt_malformed', { part: '...' })
        return []
      }
      const disclosure = this.#answerTo(digest)
      if (disclosure?.kind === 'element') return [this.#value(disclosure.value, depth + 1)]
      if (disclosure) this.note('sd_jwt_malformed', { part: 'disclosure' })
      return []
    })
  }

  #digestsOf(object: JsonObject): readonly string[] {
    const digests = memberOf(object, '_sd')
    if (digests === undefined) return []
    if (Array.isArray(digests) && digests.every((digest) => typeof digest === 'string')) return digests
    this.note('sd_jwt_malformed', { part: '_sd' })
    return []
  }

  #answerTo(digest: string): Disclosure | null {
    if (this.#met.has(digest)) {
      this.note('disclosure_repeated')
      return null
    }
    this.#met.add(digest)
    const disclosure = this.#given.get(digest)
    if (disclosure) this.#used += 1
    else this.withheld += 1
    return disclosure ?? null
  }

  #maySet(
    disclosure: Disclosure,
    members: ReadonlyMap<string, Json>,
    depth: number,
  ): disclosure is Disclosure & { readonly kind: 'member' } {
    if (disclosure.kind !== 'member') {
      this.note('sd_jwt_malformed', { part: 'disclosure' })
      return false
    }
    const { name } = disclosure
    const member = name.slice(0, 80)
    if (reserved.includes(name)) this.note('sd_jwt_malformed', { part: name })
    else if (depth === 0 && alwaysShown.has(name)) this.note('disclosure_forbidden', { member })
    else if (members.has(name)) this.note('disclosure_repeated', { member })
    else return true
    return false
  }
}

/** `[salt, name, value]` or `[salt, value]` in base64url (RFC 9901 §4.2); null for anything else. */
function readDisclosure(text: string): Disclosure | null {
  const bytes = fromBase64url(text)
  const parts = bytes === null ? null : parseJson(textOf(bytes))
  if (!Array.isArray(parts) || typeof parts[0] !== 'string') return null
  const [, second, third] = parts as readonly Json[]
  if (parts.length === 2) return { kind: 'element', value: second as Json }
  if (parts.length !== 3 || typeof second !== 'string') return null
  return { kind: 'member', name: second, value: third as Json }
}

/** Whether there is a digest anywhere inside a value. */
function holdsDigests(value: Json | undefined, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (depth > limits.jsonDepth) return true
  if (!Array.isArray(value) && reserved.some((name) => Object.hasOwn(value, name))) return true
  return Object.values(value).some((inside) => holdsDigests(inside, depth + 1))
}
