import { type ContextRole, roleOf } from '../jsonld/contexts.ts'
import { isAddress, isPlainName } from '../jsonld/plain-names.ts'
import { noTexts, type Texts } from '../jsonld/texts.ts'
import { lazy } from '../lazy.ts'
import { limits } from '../limits.ts'
import { isObject, type Json, type JsonObject, listOf } from '../model/json.ts'
import type { FindingDetail } from '../model/report.ts'
import { type Attempt, attempt, type ProblemCode } from '../problem.ts'
import type { ProofSuite, ProofTask } from './proof.ts'
import { holdsTwice } from './repeated.ts'
import { scatteredMember } from './scattered.ts'

const loadCanonize = lazy(() => import('../jsonld/canonize.ts'))
const loadMeanings = lazy(() => import('../jsonld/meanings.ts'))

/** What a glance at a document finds that makes reading it by name doubtful. */
export interface Glance {
  /** A member called `__proto__`: JSON-LD drops it silently. */
  proto: boolean
  /** Members and types whose name is an address or a keyword, and lists inside lists: signed by meaning, unseen by a reader of names. */
  hidden: boolean
  /** A context that is an object, is not shipped, or may rename. */
  doubtful: boolean
  /** A context that calls several members by one address. */
  ambiguous: boolean
  /** Contexts that are objects or not shipped. */
  contexts: number
  /** Contexts that we ship, each time that one is named. */
  shipped: number
  /** Contexts of the longest list of them: each is worked out upon all before it. */
  inList: number
  /** Members of all contexts that are objects. */
  terms: number
  /** Items of the longest list. */
  longest: number
}

/** Looks at a document and its proof, before any work is done on them. A fetched context weighs as if it were written out. */
export function glanceAt(document: JsonObject, proof: JsonObject, { fetched }: Pick<Texts, 'fetched'> = noTexts): Glance {
  const counts = { contexts: 0, shipped: 0, inList: 0, terms: 0, longest: 0 }
  const glance: Glance = { proto: false, hidden: false, doubtful: false, ambiguous: false, ...counts }
  look(document, glance, 0)
  look(proof, glance, 0)
  for (const context of fetched.values()) glance.terms += glance.contexts * membersIn(context as JsonObject, limits.contextTerms)
  return glance
}

/** More than any credential needs, on which JSON-LD would work for longer than anybody waits; null when there is nothing of the kind. */
export function crowding({ contexts, shipped, inList, terms, longest }: Glance): ProblemCode | null {
  if (contexts > limits.contexts || inList > limits.contexts) return 'too_many_contexts'
  if (shipped > limits.shippedContexts || terms > limits.contextTerms) return 'too_many_contexts'
  return longest > limits.listItems ? 'canonicalization_too_hard' : null
}

/**
 * Whether everything that is shown is under the proof. A suite that signs canonical RDF signs meanings, not JSON names,
 * so the names must mean what we take them to mean; a suite that signs the JSON text signs the names themselves.
 * `signature` is what the suite said: one that answered has put the document into canonical form in safe mode.
 * Answers `passed`, `failed` or `unknown`, never `warning`.
 */
export async function coverageOf(
  { document, proof, texts = noTexts }: Pick<ProofTask, 'document' | 'proof' | 'texts'>,
  suite: ProofSuite,
  signature: Attempt<boolean>,
  glance: Glance,
): Promise<FindingDetail> {
  if (glance.proto) return failed('member_hidden', '__proto__')
  if (!suite.rdf) return coverageOfText(document, proof)
  const scattered = scatteredMember(document)
  if (scattered !== null) return failed('meaning_changed', scattered)
  if (!signature.ok && (signature.problem.code === 'term_undefined' || signature.problem.code === 'variant_unmatched'))
    return doubt(signature.problem.code, signature.problem.facts)
  if (glance.ambiguous) return { status: 'unknown', code: 'coverage_unknown' }
  const named = await (glance.hidden || glance.doubtful
    ? compareMeanings(document, proof, texts)
    : signedTerms(document, signature, texts))
  return named.status === 'passed' && holdsTwice(document) ? { status: 'unknown', code: 'parts_entangled' } : named
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
async function signedTerms(document: JsonObject, signature: Attempt<boolean>, texts: Texts): Promise<FindingDetail> {
  if (signature.ok) return { status: 'passed', code: null }
  const { expand } = await loadCanonize()
  const expanded = await attempt(() => expand(document, true, texts), 'jsonld_invalid')
  return expanded.ok ? { status: 'passed', code: null } : doubt(expanded.problem.code, expanded.problem.facts)
}

async function compareMeanings(document: JsonObject, proof: JsonObject, texts: Texts): Promise<FindingDetail> {
  const { differingTerm, renamingTerm } = await loadMeanings()
  const answer = await attempt(async () => {
    const inDocument = await differingTerm(document, texts)
    if (inDocument !== null) return inDocument
    return differingTerm({ '@context': document['@context'], type: 'VerifiableCredential', proof }, texts)
  }, 'coverage_unknown')
  if (!answer.ok) return doubt(answer.problem.code, answer.problem.facts)
  if (answer.value !== null) return failed('meaning_changed', answer.value)
  const renaming = await renamingTerm(document, texts)
  return renaming === null ? { status: 'passed', code: null } : doubt('name_unsigned', { term: renaming })
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
    if (value.some(Array.isArray)) glance.hidden = true
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
    else if (name === 'type' && listOf(member).some(isAddress)) glance.hidden = true
    look(member, glance, depth + 1)
  }
}

function lookAtContext(context: Json | undefined, glance: Glance, depth: number): void {
  const items = listOf(context)
  glance.inList = Math.max(glance.inList, items.length)
  for (const item of items) {
    if (typeof item === 'string' && roleOf(item) !== null) glance.shipped += 1
    else glance.contexts += 1
    glance.terms += membersIn(item, limits.contextTerms)
  }
  const roles = items.map((item) => (typeof item === 'string' ? roleOf(item) : null))
  if (roles.includes('earlier')) glance.ambiguous = true
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
 * The only arrangement that plain reading trusts: the W3C data model first, then in any order at most one vocabulary of
 * achievements, at most one of records, whose terms all belong to classes that the other does not have, and support contexts.
 * Anything else may rename and is compared.
 */
function inKnownOrder(roles: readonly (ContextRole | null)[], depth: number): boolean {
  if (roles.some((role) => role === null || role === 'other' || role === 'earlier')) return false
  if (roles.filter((role) => role === 'vocabulary').length > 1) return false
  if (roles.filter((role) => role === 'record').length > 1) return false
  const credentials = roles.filter((role) => role === 'credentials').length
  if (depth === 0) return credentials === 1 && roles[0] === 'credentials'
  return credentials === 0 || (credentials === 1 && roles[0] === 'credentials')
}
