import { type PublicKey, readJwk, sameKey } from '../dids/keys.ts'
import { resolveKey } from '../dids/resolve-key.ts'
import { sdHash } from '../encoding/sd-hash.ts'
import { limits } from '../limits.ts'
import type { VerifyContext } from '../model/context.ts'
import type { CompactJws, SdJwt } from '../model/credential.ts'
import { isObject, type JsonObject, memberOf, wordOf } from '../model/json.ts'
import { type Attempt, attempt, fail } from '../problem.ts'
import { verifyJws } from '../proofs/jws-algorithms.ts'
import { headerTrouble } from '../proofs/jws-proof.ts'
import type { Answer, Session } from './check.ts'

/**
 * Who shows an SD-JWT (RFC 9901 §7.3): the key binding JWT after its disclosures is signed with the key that the issuer bound it to
 * (`cnf`), over exactly this selection, and answers our challenge and domain. One that nobody asked for is a warning, since a
 * copy would look the same. A bound credential without one shows nobody; asked for an answer, it gives none.
 */
export async function keyBindingAnswer(sdJwt: SdJwt, { context, ...session }: Session): Promise<Answer> {
  const { keyBinding, jws } = sdJwt
  const isAsked = context.challenge !== undefined || context.domain !== undefined
  const isBound = memberOf(jws.payload, 'cnf') !== undefined
  if (keyBinding === null) return isAsked && isBound ? wrong : unproven
  const trouble =
    (await formTrouble(keyBinding, sdJwt, context.now)) ??
    requestTrouble(keyBinding.payload, context) ??
    (await signatureTrouble(keyBinding, sdJwt, context))
  if (trouble) return trouble
  // a key that somebody else named as the holder's proves nothing
  const { proofs } = await session.proofs()
  if (!proofs.every(({ status }) => status === 'passed' || status === 'warning')) return unproven
  const facts = { created: new Date(Number(keyBinding.payload['iat']) * 1000).toISOString() }
  return context.challenge === undefined
    ? { status: 'warning', code: 'holder_not_asked', facts }
    : { status: 'passed', code: null, facts }
}

/** Whether the issuer bound an SD-JWT to a key. */
export async function isBoundTo({ jws }: SdJwt, key: PublicKey, context: VerifyContext): Promise<boolean> {
  const bound = await boundKey(jws.payload, context)
  return bound.ok && sameKey(bound.value, key)
}

const wrong: Answer = { status: 'failed', code: 'holder_proof_wrong' }
const unproven: Answer = { status: 'unknown', code: 'holder_unproven' }

async function formTrouble({ header, payload }: CompactJws, sdJwt: SdJwt, now: Date): Promise<Answer | null> {
  if (memberOf(header, 'typ') === undefined || headerTrouble(header, (typ) => typ === 'kb+jwt')) return wrong
  return isWellFormed(payload) && isNow(payload, now) && (await isOver(sdJwt, payload)) ? null : wrong
}

async function signatureTrouble({ header, text }: CompactJws, sdJwt: SdJwt, context: VerifyContext): Promise<Answer | null> {
  const key = await boundKey(sdJwt.jws.payload, context)
  if (!key.ok) return key.problem.code === 'holder_proof_wrong' ? wrong : { ...unproven, code: key.problem.code }
  const signature = await attempt(() => verifyJws(text, wordOf(header.alg, 'none'), key.value), 'proof_malformed')
  return signature.ok && signature.value ? null : wrong
}

/** RFC 9901 §4.3: each of these claims is required. */
function isWellFormed(payload: JsonObject): boolean {
  const texts = ['nonce', 'aud', 'sd_hash'].map((name) => memberOf(payload, name))
  const issued = memberOf(payload, 'iat')
  return (
    texts.every((text) => typeof text === 'string' && text !== '') && typeof issued === 'number' && Math.abs(issued) < 8.64e12
  )
}

function isNow(payload: JsonObject, now: Date): boolean {
  const end = memberOf(payload, 'exp')
  const seconds = (now.getTime() + limits.clockSkew) / 1000
  const hasEnded = end !== undefined && !(typeof end === 'number' && end > (now.getTime() - limits.clockSkew) / 1000)
  return Number(payload['iat']) <= seconds && !hasEnded
}

/** `sd_hash` is over all that stands before the key binding JWT, the last `~` included (RFC 9901 §4.3.1). */
async function isOver({ text, jws }: SdJwt, payload: JsonObject): Promise<boolean> {
  const hash = sdHash(memberOf(jws.payload, '_sd_alg'))
  return hash !== null && (await hash(text.slice(0, text.lastIndexOf('~') + 1))) === payload['sd_hash']
}

/**
 * The key in `cnf` (RFC 7800 §3.2 and §3.4): a `jwk`, or a `kid` that is the address of one. Fails with `holder_proof_wrong` when
 * the credential is bound to no key, and with `key_type_unsupported` or the key's own trouble when it cannot be had.
 */
function boundKey(payload: JsonObject, context: VerifyContext): Promise<Attempt<PublicKey>> {
  return attempt(async () => {
    const cnf = memberOf(payload, 'cnf')
    if (!isObject(cnf)) fail('holder_proof_wrong')
    const jwk = memberOf(cnf, 'jwk')
    if (isObject(jwk)) return readJwk(jwk)
    const kid = memberOf(cnf, 'kid')
    if (typeof kid !== 'string' || !kid.startsWith('did:')) fail('key_type_unsupported', { facts: { type: 'cnf' } })
    const resolved = await resolveKey(kid, context)
    return resolved.ok ? resolved.value.key : fail(resolved.problem.code, { facts: resolved.problem.facts ?? {} })
  }, 'holder_proof_wrong')
}

function requestTrouble(payload: JsonObject, { challenge, domain }: VerifyContext): Answer | null {
  if (challenge !== undefined && payload['nonce'] !== challenge) return { status: 'failed', code: 'challenge_wrong' }
  if (domain !== undefined && payload['aud'] !== domain) return { status: 'failed', code: 'domain_wrong' }
  return null
}
