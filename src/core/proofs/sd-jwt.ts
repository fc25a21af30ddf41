import type { ResolvePowers } from '../dids/did.ts'
import { keyPlacesOf } from '../dids/issuer-documents.ts'
import { type ResolvedKey, readJwk } from '../dids/keys.ts'
import { keyByKid, onlyKeyOf } from '../dids/resolve-key.ts'
import { lazy } from '../lazy.ts'
import type { VerifyContext } from '../model/context.ts'
import type { Credential, SdJwt } from '../model/credential.ts'
import { type JsonObject, memberOf, wordOf } from '../model/json.ts'
import { type Attempt, attempt, type Facts, fail } from '../problem.ts'
import { algorithmOf } from './jws-algorithms.ts'
import { carriedKey, headerTrouble, namedKey, signatureOutcome, trouble } from './jws-proof.ts'
import type { ProofOutcome, ProofsOutcome } from './proof.ts'

const loadJose = lazy(() => import('jose'))

/** Largest certificate that is read, in characters of base64. */
const longestCertificate = 32_768

/**
 * Checks an SD-JWT: the issuer's signature, and that all that is disclosed was signed by digest (RFC 9901 §7.1). Who shows it is
 * asked elsewhere (`identity.holder`). A broken rule of disclosure fails the proof whatever the signature says.
 */
export async function verifySdJwt(credential: Credential, sdJwt: SdJwt, context: VerifyContext): Promise<ProofsOutcome> {
  const { jws, disclosures } = sdJwt
  const facts: Facts = { suite: 'SD-JWT', alg: wordOf(jws.header.alg, 'none', 40), disclosed: disclosures.length }
  const signature = await issuerSignature(credential, sdJwt, facts, context)
  return { proofs: [withDisclosures(signature, sdJwt)] }
}

async function issuerSignature(
  credential: Credential,
  { jws, claims }: SdJwt,
  facts: Facts,
  powers: ResolvePowers,
): Promise<ProofOutcome> {
  const problem = headerTrouble(jws.header, isSdJwtType)
  if (problem) return trouble(problem, facts)
  const key = await issuerKey(jws.header, credential, powers)
  if (!key.ok) return trouble(key.problem, facts)
  return signatureOutcome(jws, claims, key.value, facts)
}

/** `dc+sd-jwt`, `vc+sd-jwt` or whatever else an application calls its SD-JWTs (RFC 9901 §9.11); many older ones say `JWT`. */
function isSdJwtType(typ: string): boolean {
  return typ === 'jwt' || typ === 'sd-jwt' || typ.endsWith('+sd-jwt')
}

/** What the signature says, and what the disclosures add to it. */
function withDisclosures(signature: ProofOutcome, { trouble: broken, withheld }: SdJwt): ProofOutcome {
  if (broken && signature.status !== 'failed') {
    const said = trouble(broken, signature.facts)
    return { ...signature, ...said, coverage: { status: said.status, code: broken.code, facts: said.facts } }
  }
  if (withheld === 0 || signature.coverage.status !== 'passed') return signature
  return { ...signature, coverage: { ...signature.coverage, code: 'facts_withheld', facts: { count: withheld } } }
}

/**
 * The key that the header names: `kid` among the keys of the issuer, or a key that it carries (`x5c`, `jwk`), which proves only
 * that the bytes are unchanged. Without either, the only key that the issuer lists (SD-JWT VC §3.5).
 */
function issuerKey(header: JsonObject, credential: Credential, powers: ResolvePowers): Promise<Attempt<ResolvedKey>> {
  return attempt(async () => {
    const { issuer } = credential
    const places = keyPlacesOf(credential)
    const carried = (await certifiedKey(header, issuer.id)) ?? carriedKey(header, issuer.id)
    const kid = memberOf(header, 'kid')
    if (typeof kid === 'string') return namedKey(keyByKid(kid, issuer.id, powers, places), carried)
    return carried ?? namedKey(onlyKeyOf(issuer.id, algorithmOf(header.alg).curve, powers, places), null)
  }, 'key_unavailable')
}

/**
 * The key of the first certificate of `x5c` (RFC 7515 §4.1.6). No authority is configured that could vouch for the chain, so it
 * is as good as a key that calls itself so. Null without certificates; fails with `key_malformed`.
 */
async function certifiedKey(header: JsonObject, issuer: string): Promise<ResolvedKey | null> {
  const chain = memberOf(header, 'x5c')
  if (chain === undefined) return null
  const [leaf] = Array.isArray(chain) ? chain : []
  if (typeof leaf !== 'string' || leaf.length > longestCertificate || !/^[A-Za-z0-9+/]+={0,2}$/.test(leaf))
    fail('key_malformed', { facts: { found: 'x5c' } })
  const { importX509, exportJWK } = await loadJose()
  const pem = `-----BEGIN CERTIFICATE-----\n${leaf}\n-----END CERTIFICATE-----`
  const jwk = await attempt(
    async () => exportJWK(await importX509(pem, wordOf(header.alg, 'none'), { extractable: true })),
    'key_malformed',
  )
  if (!jwk.ok) fail('key_malformed', { facts: { found: 'x5c' } })
  return { id: '', controller: issuer, key: readJwk(jwk.value), origin: 'self-asserted', witnesses: [] }
}
