import type { ResolvePowers } from '../dids/did.ts'
import { keyName } from '../dids/keys.ts'
import { resolveKey } from '../dids/resolve-key.ts'
import type { FetchedContext } from '../jsonld/allowed.ts'
import { limits } from '../limits.ts'
import type { AllowedContext, Audience } from '../model/context.ts'
import { isObject, type JsonObject, listOf, memberOf, stringsOf, wordOf } from '../model/json.ts'
import type { FindingDetail } from '../model/report.ts'
import type { Facts, Problem, ProblemCode } from '../problem.ts'
import { problems } from '../problems.ts'
import { parseDateTime } from '../structure/datetime.ts'
import { coverageOf, crowding, glanceAt } from './coverage.ts'
import { suiteOf } from './index.ts'
import type { ProofOutcome, ProofSuite, ProofsOutcome, ProofTask } from './proof.ts'
import { fetchedFor, textsOf, verifyUnderTexts } from './texts.ts'

/** What checking embedded proofs takes beyond the document itself. */
export interface EmbeddedContext extends ResolvePowers {
  readonly now: Date
  /** What the proofs must have been made for: `assertionMethod` for a credential, `authentication` for a presentation. */
  readonly purpose: 'assertionMethod' | 'authentication'
  /** Who looks: a base proof is for its holder only. */
  readonly audience: Audience
  /** Contexts from elsewhere that the person allowed. */
  readonly contexts?: readonly AllowedContext[]
}

/**
 * Checks every embedded proof of a document on its own (VC Data Integrity §4.4, proof sets §4.5, chains §4.6). A set
 * counts only when each member does; that sum is drawn by the check `proof.signature`.
 */
export async function verifyEmbedded(document: JsonObject, context: EmbeddedContext): Promise<ProofsOutcome> {
  const stated = listOf(memberOf(document, 'proof'))
  if (stated.length > limits.proofs) return { proofs: [refused('proof_too_many', { count: stated.length })] }
  const proofs = stated.filter(isObject)
  const odd = stated.filter((proof) => !isObject(proof)).map(() => refused('proof_malformed', {}))
  const unsecured = withoutProof(document)
  const outcomes = await Promise.all(proofs.map((proof) => verifyOne(proof, proofs, unsecured, context)))
  return { proofs: [...outcomes, ...odd] }
}

function withoutProof(document: JsonObject): JsonObject {
  const { proof: _, ...rest } = document
  return rest
}

async function verifyOne(
  proof: JsonObject,
  all: readonly JsonObject[],
  unsecured: JsonObject,
  context: EmbeddedContext,
): Promise<ProofOutcome> {
  const facts = factsOf(proof)
  if (!namesItsKind(proof)) return refused('proof_malformed', facts)
  const suite = suiteOf(proof)
  if (!suite) return unsupported(facts)
  const document = withPrevious(proof, all, unsecured)
  if (!document) return refused('proof_previous_missing', facts)
  const early = optionTrouble(proof, context)
  if (early) return refused(early.code, { ...facts, ...early.facts })
  const method = proof.verificationMethod
  const id = typeof method === 'string' ? method : isObject(method) && typeof method.id === 'string' ? method.id : null
  if (id === null) return refused('method_invalid', facts)
  const key = await resolveKey(id, context)
  if (!key.ok) return withoutKey(key.problem, facts)
  const { audience, signal, contexts } = context
  const fetched = suite.rdf ? await fetchedFor({ document, proof }, contexts) : []
  const texts = textsOf(fetched)
  const task = { document, proof, key: key.value, audience, texts, ...(signal && { signal }) }
  return checkSignature(suite, task, { ...facts, ...factsOfFetched(fetched) }, context.now)
}

/** Which context from elsewhere a proof was checked with, and which text of it. */
function factsOfFetched([first, ...more]: readonly FetchedContext[]): Facts {
  if (!first) return {}
  return { context: first.url.slice(0, 200), digest: first.digest, ...(more.length > 0 && { more: more.length }) }
}

/** A proof has a type, and one of type `DataIntegrityProof` names its cryptosuite (Data Integrity §3.1). */
function namesItsKind({ type, cryptosuite }: JsonObject): boolean {
  if (typeof type !== 'string' || type === '') return false
  return type !== 'DataIntegrityProof' || (typeof cryptosuite === 'string' && cryptosuite !== '')
}

async function checkSignature(suite: ProofSuite, task: ProofTask, facts: Facts, now: Date): Promise<ProofOutcome> {
  const { key, proof } = task
  const said = { ...facts, key: keyName(key.key), ...(key.origin === 'self-asserted' && { selfAsserted: true }) }
  const created = typeof proof.created === 'string' && { created: proof.created }
  const glance = glanceAt(task.document, proof, task.texts)
  const crowded = suite.rdf ? crowding(glance) : null
  if (crowded !== null)
    return { facts: said, key, stated: proof, ...created, status: 'unknown', code: crowded, coverage: uncovered(crowded, said) }
  const { signature, texts, variant } = await verifyUnderTexts(suite, task)
  const partial = suite.isPartial?.(proof) === true && { partial: true as const }
  const common = { facts: { ...said, ...(variant && { variant }) }, key, stated: proof, ...created, ...partial }
  const coverage = await coverageOf({ ...task, texts }, suite, signature, glance)
  if (!signature.ok)
    return { ...common, ...statusOf(signature.problem), facts: { ...said, ...signature.problem.facts }, coverage }
  if (!signature.value) return { ...common, status: 'failed', code: 'proof_signature_wrong', coverage }
  if (texts.fetched.size > 0) return { ...common, status: 'warning', code: 'context_fetched', coverage }
  if (suite.obsolete) return { ...common, status: 'warning', code: 'proof_suite_obsolete', coverage }
  if (isAhead(proof, now)) return { ...common, status: 'warning', code: 'proof_created_in_future', coverage }
  return { ...common, status: 'passed', code: partial ? 'proof_selective' : null, coverage }
}

/** A proof that says it was made later than now: a clock is wrong, here or there. */
function isAhead({ created }: JsonObject, now: Date): boolean {
  const time = typeof created === 'string' ? parseDateTime(created) : null
  return time !== null && time > now.getTime() + limits.clockSkew
}

/** A proof that cannot be checked is unknown; one that says something impossible has failed. */
function statusOf(problem: Problem): { status: 'failed' | 'unknown'; code: ProblemCode } {
  const { type } = problems[problem.code]
  const cannotBeChecked = type === 'UNSUPPORTED' || type === 'PROOF_TRANSFORMATION_ERROR' || type === 'RETRIEVAL_ERROR'
  const failed = !cannotBeChecked || problem.code === 'proof_context_mismatch'
  return { status: failed ? 'failed' : 'unknown', code: problem.code }
}

/** Data Integrity §2.1 and §4.4: what the proof says of itself, before any arithmetic. */
function optionTrouble(proof: JsonObject, { purpose, now }: EmbeddedContext): { code: ProblemCode; facts: Facts } | null {
  if (proof.proofPurpose !== purpose)
    return { code: 'proof_purpose_wrong', facts: { purpose: wordOf(proof.proofPurpose), expected: purpose } }
  for (const name of ['created', 'expires'] as const) {
    const date = memberOf(proof, name)
    if (date !== undefined && (typeof date !== 'string' || parseDateTime(date) === null))
      return { code: 'proof_malformed', facts: { member: name } }
  }
  const expires = typeof proof.expires === 'string' ? parseDateTime(proof.expires) : null
  if (expires !== null && expires < now.getTime()) return { code: 'proof_expired', facts: { date: wordOf(proof.expires) } }
  return null
}

/**
 * Proof chains (Data Integrity §4.6): the proofs that this one names are part of what it signs. Null when one that it
 * names is not there or names are not unique.
 */
function withPrevious(proof: JsonObject, all: readonly JsonObject[], unsecured: JsonObject): JsonObject | null {
  const stated = memberOf(proof, 'previousProof')
  if (stated === undefined) return unsecured
  const names = stringsOf(stated)
  if (names.length === 0 || names.length !== listOf(stated).length) return null
  const matching = names.map((name) => all.filter((other) => other !== proof && other.id === name))
  if (matching.some((found) => found.length !== 1)) return null
  return { ...unsecured, proof: matching.flat() }
}

function factsOf(proof: JsonObject): Facts {
  const name = proof.type === 'DataIntegrityProof' ? proof.cryptosuite : proof.type
  const suite = typeof name === 'string' ? name.slice(0, 80) : 'unknown'
  return { suite, ...(typeof proof.created === 'string' && { created: proof.created.slice(0, 40) }) }
}

const uncovered = (code: ProblemCode, facts: Facts): FindingDetail => ({ status: 'unknown', code, facts })

function refused(code: ProblemCode, facts: Facts): ProofOutcome {
  return { status: 'failed', code, facts, coverage: uncovered('coverage_unknown', facts) }
}

function unsupported(facts: Facts): ProofOutcome {
  return { status: 'unknown', code: 'proof_type_unsupported', facts, coverage: uncovered('proof_type_unsupported', facts) }
}

function withoutKey(problem: Problem, facts: Facts): ProofOutcome {
  const said = { ...facts, ...problem.facts }
  const malformed = ['method_invalid', 'key_malformed', 'did_malformed', 'jwt_private_key', 'key_not_listed'].includes(
    problem.code,
  )
  if (malformed) return refused(problem.code, said)
  return { status: 'unknown', code: problem.code, facts: said, coverage: uncovered('coverage_unknown', said) }
}
