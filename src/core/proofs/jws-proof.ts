import { keyName, type ResolvedKey, readJwk, sameKey } from '../dids/keys.ts'
import { isObject, type JsonObject, listOf, memberOf, wordOf } from '../model/json.ts'
import type { FindingDetail } from '../model/report.ts'
import { type Attempt, attempt, attemptNow, type Facts, fail, type Problem } from '../problem.ts'
import { problems } from '../problems.ts'
import { algorithmOf, verifyJws } from './jws-algorithms.ts'
import type { ProofOutcome } from './proof.ts'

/*
 * What the proofs that are a compact JWS have in common: rules of the header, the signature, and what trouble with them means.
 */

/** Header parameters that we understand when `crit` lists them: none (RFC 7515 §4.1.11). */
const understood: readonly string[] = []

/** What a JWT that is a credential, a presentation or a status list may call itself. */
const jwtTypes: readonly string[] = [
  'jwt',
  'vc+jwt',
  'vp+jwt',
  'vc+ld+jwt',
  'vp+ld+jwt',
  'jose',
  'vc+ld+json+jwt',
  'vp+ld+json+jwt',
  'statuslist+jwt',
]

/** What is wrong with a header before any key is looked for (RFC 8725 §3.1 and §3.11); null when nothing is. */
export function headerTrouble(
  header: JsonObject,
  isOurType: (typ: string) => boolean = (typ) => jwtTypes.includes(typ),
): Problem | null {
  const algorithm = attemptNow(() => algorithmOf(header.alg))
  if (!algorithm.ok) return algorithm.problem
  const crit = memberOf(header, 'crit')
  if (crit !== undefined && !(Array.isArray(crit) && crit.length > 0 && crit.every((name) => understood.includes(String(name)))))
    return { code: 'crit_unknown', facts: { crit: listOf(crit).map(String).join(' ').slice(0, 80) } }
  if (memberOf(header, 'b64') === false) return { code: 'crit_unknown', facts: { crit: 'b64' } }
  const typ = memberOf(header, 'typ')
  if (typ !== undefined && (typeof typ !== 'string' || !isOurType(typ.toLowerCase().replace(/^application\//, ''))))
    return { code: 'proof_malformed', facts: { member: 'typ' } }
  return null
}

/** The key that a header carries itself: it proves only that the bytes are unchanged. Null when it carries none. */
export function carriedKey({ jwk }: JsonObject, issuer: string): ResolvedKey | null {
  if (!isObject(jwk)) return null
  return {
    id: typeof jwk.kid === 'string' ? jwk.kid : '',
    controller: issuer,
    key: readJwk(jwk),
    origin: 'self-asserted',
    witnesses: [],
  }
}

/**
 * The key that a `kid` names, which must be the carried one where both are there. A key that cannot be had leaves the carried
 * one. Fails with `jwt_key_conflict` or with what stood in the way.
 */
export async function namedKey(named: Promise<Attempt<ResolvedKey>>, carried: ResolvedKey | null): Promise<ResolvedKey> {
  const found = await named
  if (!found.ok) return carried ?? fail(found.problem.code, { facts: found.problem.facts ?? {} })
  if (carried && !sameKey(carried.key, found.value.key)) fail('jwt_key_conflict')
  return found.value
}

/** Whether a compact JWS was signed with a key. Everything in it is signed as text, which is what `coverage` says of `shown`. */
export async function signatureOutcome(
  jws: { readonly text: string; readonly header: JsonObject },
  shown: JsonObject,
  key: ResolvedKey,
  facts: Facts,
): Promise<ProofOutcome> {
  const said = { ...facts, key: keyName(key.key), ...(key.origin === 'self-asserted' && { selfAsserted: true }) }
  const coverage = coverageOfText(shown)
  const signature = await attempt(() => verifyJws(jws.text, wordOf(jws.header.alg, 'none'), key.key), 'proof_malformed')
  if (!signature.ok) return { ...trouble(signature.problem, said), key, coverage }
  if (!signature.value) return { status: 'failed', code: 'proof_signature_wrong', facts: said, key, coverage }
  return { status: 'passed', code: null, facts: said, key, coverage }
}

/** Only a member that JSON readers drop could be shown otherwise than signed. */
function coverageOfText(document: JsonObject): FindingDetail {
  return JSON.stringify(document).includes('"__proto__"')
    ? { status: 'failed', code: 'member_hidden', facts: { term: '__proto__' } }
    : { status: 'passed', code: null }
}

/** What cannot be found or is not supported is unknown; what contradicts itself has failed. */
export function trouble(problem: Problem, facts: Facts): ProofOutcome {
  const { type } = problems[problem.code]
  const unknown =
    type === 'UNSUPPORTED' ||
    type === 'RETRIEVAL_ERROR' ||
    ['jwt_key_missing', 'key_unavailable', 'controller_document_invalid'].includes(problem.code)
  const said = { ...facts, ...problem.facts }
  const status = unknown ? 'unknown' : 'failed'
  return { status, code: problem.code, facts: said, coverage: { status: 'unknown', code: 'coverage_unknown', facts: said } }
}
