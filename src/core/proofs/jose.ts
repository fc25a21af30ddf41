import type { ResolvePowers } from '../dids/did.ts'
import { keyName, type ResolvedKey, readJwk, sameKey } from '../dids/keys.ts'
import { keyByKid } from '../dids/resolve-key.ts'
import type { Credential, Securing } from '../model/credential.ts'
import { isObject, type JsonObject, listOf, memberOf, wordOf } from '../model/json.ts'
import type { FindingDetail } from '../model/report.ts'
import { type Attempt, attempt, attemptNow, type Facts, fail, type Problem, problems } from '../problem.ts'
import { algorithmOf, verifyJws } from './jws-algorithms.ts'
import type { ProofOutcome, ProofsOutcome } from './proof.ts'

type Jose = Extract<Securing, { kind: 'jose' }>

/** Header parameters that we understand when `crit` lists them: none (RFC 7515 §4.1.11). */
const understood: readonly string[] = []

/**
 * Checks the JWS around a credential or presentation: header, key and signature (Open Badges 3.0 §8.2, VC-JOSE-COSE §3). The
 * whole payload is signed, so coverage follows from that. Whether its claims agree is a matter of structure.
 */
export async function verifyJose(credential: Credential, securing: Jose, powers: ResolvePowers): Promise<ProofsOutcome> {
  const { header } = securing.jws
  const facts: Facts = { suite: 'JWT', alg: wordOf(header.alg, 'none', 40) }
  const problem = headerTrouble(header)
  if (problem) return { proofs: [trouble(problem, facts)] }
  const key = await headerKey(header, issuerOf(credential), powers)
  if (!key.ok) return { proofs: [trouble(key.problem, facts)] }
  return { proofs: [await checkSignature(credential, securing, key.value, facts)] }
}

function issuerOf(credential: Credential): string {
  return credential.issuer.id || (credential.holder ?? '')
}

async function checkSignature(credential: Credential, securing: Jose, key: ResolvedKey, facts: Facts): Promise<ProofOutcome> {
  const said = { ...facts, key: keyName(key.key), ...(key.origin === 'self-asserted' && { selfAsserted: true }) }
  const coverage = coverageOfText(credential.document)
  const signature = await attempt(
    () => verifyJws(securing.jws.text, wordOf(securing.jws.header.alg, 'none'), key.key),
    'proof_malformed',
  )
  if (!signature.ok) return { ...trouble(signature.problem, said), key, coverage }
  if (!signature.value) return { status: 'failed', code: 'proof_signature_wrong', facts: said, key, coverage }
  return { status: 'passed', code: null, facts: said, key, coverage }
}

/** Everything in a JWT is signed as text; only a member that JSON readers drop could be shown otherwise than signed. */
function coverageOfText(document: JsonObject): FindingDetail {
  return JSON.stringify(document).includes('"__proto__"')
    ? { status: 'failed', code: 'member_hidden', facts: { term: '__proto__' } }
    : { status: 'passed', code: null }
}

function headerTrouble(header: JsonObject): Problem | null {
  const algorithm = attemptNow(() => algorithmOf(header.alg))
  if (!algorithm.ok) return algorithm.problem
  const crit = memberOf(header, 'crit')
  if (crit !== undefined && !(Array.isArray(crit) && crit.length > 0 && crit.every((name) => understood.includes(String(name)))))
    return { code: 'crit_unknown', facts: { crit: listOf(crit).map(String).join(' ').slice(0, 80) } }
  if (memberOf(header, 'b64') === false) return { code: 'crit_unknown', facts: { crit: 'b64' } }
  const typ = memberOf(header, 'typ')
  if (typ !== undefined && (typeof typ !== 'string' || !acceptedTypes.includes(typ.toLowerCase().replace(/^application\//, ''))))
    return { code: 'proof_malformed', facts: { member: 'typ' } }
  return null
}

const acceptedTypes = ['jwt', 'vc+jwt', 'vp+jwt', 'vc+ld+jwt', 'vp+ld+jwt', 'jose', 'vc+ld+json+jwt', 'vp+ld+json+jwt']

/**
 * The key that the header names (OB3 §8.2.3): `jwk`, `kid`, or both when they are the same key. A `jwk` proves only that the
 * bytes are unchanged. Without either there is no way to find the key.
 */
function headerKey(header: JsonObject, issuer: string, powers: ResolvePowers): Promise<Attempt<ResolvedKey>> {
  return attempt(async () => {
    const { kid } = header
    const carried = isObject(header.jwk) ? carriedKey(header.jwk, issuer) : null
    if (typeof kid !== 'string') return carried ?? fail('jwt_key_missing')
    const named = await keyByKid(kid, issuer, powers)
    if (!named.ok) {
      if (carried) return carried
      fail(named.problem.code, { facts: named.problem.facts ?? {} })
    }
    if (carried && !sameKey(carried.key, named.value.key)) fail('jwt_key_conflict')
    return named.value
  }, 'key_unavailable')
}

function carriedKey(jwk: JsonObject, issuer: string): ResolvedKey {
  return {
    id: typeof jwk.kid === 'string' ? jwk.kid : '',
    controller: issuer,
    key: readJwk(jwk),
    origin: 'self-asserted',
    witnesses: [],
  }
}

/** What cannot be found or is not supported is unknown; what contradicts itself has failed. */
function trouble(problem: Problem, facts: Facts): ProofOutcome {
  const { type } = problems[problem.code]
  const unknown =
    type === 'UNSUPPORTED' ||
    type === 'RETRIEVAL_ERROR' ||
    ['jwt_key_missing', 'key_unavailable', 'controller_document_invalid'].includes(problem.code)
  const said = { ...facts, ...problem.facts }
  const status = unknown ? 'unknown' : 'failed'
  return { status, code: problem.code, facts: said, coverage: { status: 'unknown', code: 'coverage_unknown', facts: said } }
}
