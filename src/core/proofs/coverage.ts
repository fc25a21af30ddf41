import { type ContextRole, roleOf } from '../jsonld/contexts.ts'
import { isPlainName } from '../jsonld/plain-names.ts'
import { lazy } from '../lazy.ts'
import { limits } from '../limits.ts'
import { isObject, type Json, type JsonObject, listOf } from '../model/json.ts'
import type { FindingDetail } from '../model/report.ts'
import { type Attempt, attempt, type ProblemCode } from '../problem.ts'
import type { ProofSuite } from './proof.ts'
import { scatteredMember } from './scattered.ts'

const loadCanonize = lazy(() => import('../jsonld/canonize.ts'))
const loadMeanings = lazy(() => import('../jsonld/meanings.ts'))

/** What a glance at a document finds that makes reading it by name doubtful. */
export interface Glance {
  /** A member called `__proto__`: JSON-LD drops it silently. */
  proto: boolean
  /** Members whose name is an address or a keyword: signed by meaning, unseen by a reader of names. */
  hidden: boolean
  /** A context that is an object, is not shipped, or may rename. */
  doubtful: boolean
  /** Contexts that are objects or not shipped. */
  contexts: number
  /** Contexts that we ship, each time that one is named. */
  shipped: number
  /** Members of all contexts that are objects. */
  terms: number
  /** Items of the longest list. */
  longest: number
}

/** Looks at a document and its proof, before any work is done on them. */
export function glanceAt(document: JsonObject, proof: JsonObject): Glance {
  const glance: Glance = { proto: false, hidden: false, doubtful: false, contexts: 0, shipped: 0, terms: 0, longest: 0 }
  look(document, glance, 0)
  look(proof, glance, 0)
  return glance
}

/** More than any credential needs, on which JSON-LD would work for longer than anybody waits; null when there is nothing of the kind. */
export function crowding({ contexts, shipped, terms, longest }: Glance): ProblemCode | null {
  if (contexts > limits.contexts || shipped > limits.shippedContexts || terms > limits.contextTerms) return 'too_many_contexts'
  return longest > limits.listItems ? 'canonicalization_too_hard' : null
}

/**
 * Whether everything that is shown is under the proof. A suite that signs canonical RDF signs meanings, not JSON names,
 * so the names must mean what we take them to mean; a suite that signs the JSON text signs the names themselves.
 * `signature` is what the suite said: one that answered has put the document into canonical form in safe mode.
 * Answers `passed`, `failed` or `unknown`, never `warning`.
 */
export async function coverageOf(
  document: JsonObject,
  proof: JsonObject,
  suite: ProofSuite,
  signature: Attempt<boolean>,
  glance: Glance,
): Promise<FindingDetail> {
  if (glance.proto) return failed('member_hidden', '__proto__')
  if (!suite.rdf) return coverageOfText(document, proof)
  const scattered = scatteredMember(document)
  if (scattered !== null) return failed('meaning_changed', scattered)
  if (!signature.ok && signature.problem.code === 'term_undefined') return doubt(signature.problem.code, signature.problem.facts)
  if (glance.hidden || glance.doubtful) return compareMeanings(document, proof)
  return signedTerms(document, signature)
}

const failed = (code: ProblemCode, term: string): FindingDetail => ({ status: 'failed', code, facts: { term } })

/** JCS: a context that was appended after signing is in the document but not under the proof. */
function coverageOfText(document: JsonObject, proof: JsonObject): FindingDetail {
  const signed = proof['@context']
  if (signed === undefined || JSON.stringify(listOf(signed)) === JSON.stringify(listOf(document['@context'])))
    return { status: 'passed', code: null }
  return failed('proof_context_mismatch', '@context')
}

/** Safe mode refuses a member that no context defines: it would be shown unsigned. */
async function signedTerms(document: JsonObject, signature: Attempt<boolean>): Promise<FindingDetail> {
  if (signature.ok) return { status: 'passed', code: null }
  const { expand } = await loadCanonize()
  const expanded = await attempt(() => expand(document), 'jsonld_invalid')
  return expanded.ok ? { status: 'passed', code: null } : doubt(expanded.problem.code, expanded.problem.facts)
}

async function compareMeanings(document: JsonObject, proof: JsonObject): Promise<FindingDetail> {
  const { differingTerm } = await loadMeanings()
  const answer = await attempt(async () => {
    const inDocument = await differingTerm(document)
    if (inDocument !== null) return inDocument
    return differingTerm({ '@context': document['@context'], type: 'VerifiableCredential', proof })
  }, 'coverage_unknown')
  if (!answer.ok) return doubt(answer.problem.code, answer.problem.facts)
  return answer.value === null ? { status: 'passed', code: null } : failed('meaning_changed', answer.value)
}

function doubt(code: ProblemCode, facts: FindingDetail['facts']): FindingDetail {
  const said = facts ? { facts } : {}
  if (code === 'term_undefined' && isExtensionType(String(facts?.term))) return { status: 'unknown', code, ...said }
  return { status: code === 'term_undefined' ? 'failed' : 'unknown', code, ...said }
}

/** The types that only `extensions.json` defines: without it they are known to everyone but signed by nobody. */
function isExtensionType(term: string): boolean {
  return ['1EdTechJsonSchemaValidator2019', '1EdTechRevocationList', '1EdTechCredentialRefresh'].includes(term)
}

const valueMembers = new Set(['@value', '@language', '@direction', '@type'])

/** Walks a document once; cheap, because it is done for every credential. */
function look(value: Json | undefined, glance: Glance, depth: number): void {
  if (depth > limits.jsonDepth) {
    glance.doubtful = true
    return
  }
  if (Array.isArray(value)) {
    glance.longest = Math.max(glance.longest, value.length)
    for (const item of value) look(item, glance, depth + 1)
    return
  }
  if (!isObject(value)) return
  const isValue = Object.hasOwn(value, '@value')
  for (const [name, member] of Object.entries(value)) {
    if (name === '@context') {
      lookAtContext(member, glance, depth)
      continue
    }
    if (name === '__proto__') glance.proto = true
    else if (!isPlainName(name) && !(isValue && valueMembers.has(name))) glance.hidden = true
    look(member, glance, depth + 1)
  }
}

function lookAtContext(context: Json | undefined, glance: Glance, depth: number): void {
  const items = listOf(context)
  for (const item of items) {
    if (typeof item === 'string' && roleOf(item) !== null) glance.shipped += 1
    else glance.contexts += 1
    glance.terms += membersIn(item, limits.contextTerms)
  }
  const roles = items.map((item) => (typeof item === 'string' ? roleOf(item) : null))
  if (context === null || !inKnownOrder(roles, depth)) glance.doubtful = true
}

/** How many members a context has at all depths; counting ends above `most`. */
function membersIn(value: Json | undefined, most: number): number {
  let count = 0
  const waiting: (Json | undefined)[] = [value]
  while (waiting.length > 0 && count <= most) {
    const next = waiting.pop()
    if (typeof next !== 'object' || next === null) continue
    const members = Array.isArray(next) ? next : Object.values(next)
    count += members.length
    waiting.push(...members.slice(0, most + 1))
  }
  return count
}

/**
 * The only arrangement that plain reading trusts: the W3C data model first, at most one vocabulary of achievements, and
 * support contexts. Anything else may rename and is compared.
 */
function inKnownOrder(roles: readonly (ContextRole | null)[], depth: number): boolean {
  if (roles.some((role) => role === null || role === 'other')) return false
  if (roles.filter((role) => role === 'vocabulary').length > 1) return false
  const credentials = roles.filter((role) => role === 'credentials').length
  if (depth === 0) return credentials === 1 && roles[0] === 'credentials'
  return credentials === 0 || (credentials === 1 && roles[0] === 'credentials')
}
