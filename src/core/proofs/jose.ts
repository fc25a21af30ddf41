import type { ResolvePowers } from '../dids/did.ts'
import { keyPlacesOf } from '../dids/issuer-documents.ts'
import type { ResolvedKey } from '../dids/keys.ts'
import { keyByKid } from '../dids/resolve-key.ts'
import type { Credential, Securing } from '../model/credential.ts'
import { type JsonObject, wordOf } from '../model/json.ts'
import { type Attempt, attempt, type Facts, fail } from '../problem.ts'
import { carriedKey, headerTrouble, namedKey, signatureOutcome, trouble } from './jws-proof.ts'
import type { ProofsOutcome } from './proof.ts'

type Jose = Extract<Securing, { kind: 'jose' }>

/**
 * Checks the JWS around a credential or presentation: header, key and signature (Open Badges 3.0 §8.2, VC-JOSE-COSE §3). The
 * whole payload is signed, so coverage follows from that. Whether its claims agree is a matter of structure.
 */
export async function verifyJose(credential: Credential, { jws }: Jose, powers: ResolvePowers): Promise<ProofsOutcome> {
  const facts: Facts = { suite: 'JWT', alg: wordOf(jws.header.alg, 'none', 40) }
  const problem = headerTrouble(jws.header)
  if (problem) return { proofs: [trouble(problem, facts)] }
  const key = await headerKey(jws.header, credential, powers)
  if (!key.ok) return { proofs: [trouble(key.problem, facts)] }
  return { proofs: [await signatureOutcome(jws, credential.document, key.value, facts)] }
}

function issuerOf(credential: Credential): string {
  return credential.issuer.id || (credential.holder ?? '')
}

/**
 * The key that the header names (OB3 §8.2.3): `jwk`, `kid`, or both when they are the same key. A `jwk` proves only that the
 * bytes are unchanged. Without either there is no way to find the key.
 */
function headerKey(header: JsonObject, credential: Credential, powers: ResolvePowers): Promise<Attempt<ResolvedKey>> {
  return attempt(async () => {
    const { kid } = header
    const issuer = issuerOf(credential)
    const carried = carriedKey(header, issuer)
    if (typeof kid !== 'string') return carried ?? fail('jwt_key_missing')
    return namedKey(keyByKid(kid, issuer, powers, keyPlacesOf(credential)), carried)
  }, 'key_unavailable')
}
