import type { CompactJws, Securing } from '../model/credential.ts'
import { isObject, type Json, type JsonObject, memberOf } from '../model/json.ts'
import { dataModelOf, isCredential, isPresentation } from './types.ts'

type Form = Extract<Securing, { kind: 'jose' }>['form']

/** What the payload of a JWT states, before anything is filled in. */
interface Claimed {
  readonly form: Form
  readonly document: JsonObject
}

/** Claims of RFC 7519 and of keys that stand beside a credential without being part of it. */
const registered: ReadonlySet<string> = new Set(['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'nonce', 'cnf', 'vc', 'vp'])

/**
 * The credential or presentation in the payload of a JWT: in its `vc` or `vp` claim (VCDM 1.1 §6.3.1), or the payload
 * itself (OB3 §8.2, VC-JOSE-COSE §3.1; `typ` tells which). Null when there is none.
 */
export function claimedIn({ header, payload }: CompactJws): Claimed | null {
  const isFlat = isCredential(payload) || isPresentation(payload)
  const byJose = /^(?:application\/)?v[cp](?:-ld|\+ld\+json|-ld\+json)?\+jwt$/i.test(typeOf(header))
  if (isFlat && byJose) return { form: 'vc+jwt', document: withoutClaims(payload) }
  const claim = [memberOf(payload, 'vc'), memberOf(payload, 'vp')].find(isObject)
  if (claim !== undefined) return { form: byJose ? 'vc+jwt' : 'vc-claim', document: claim }
  return isFlat ? { form: 'flat', document: withoutClaims(payload) } : null
}

/**
 * A claimed credential with the members that it leaves to the claims of the JWT filled in (VCDM 1.1 §6.3.1, OB3 §8.2.4):
 * `iss`, `jti`, `sub`, `nbf` and `exp`. What is stated is never changed, so a claim that disagrees stays visible.
 * Where VC-JOSE-COSE rules, claims speak of the signature and fill nothing.
 */
export function filledFromClaims({ form, document }: Claimed, payload: JsonObject): JsonObject {
  if (form === 'vc+jwt') return document
  const [from, until] = dataModelOf(document) === '2.0' ? ['validFrom', 'validUntil'] : ['issuanceDate', 'expirationDate']
  const missing: Record<string, Json | undefined> = {
    id: stringClaim(payload, 'jti'),
    issuer: stringClaim(payload, 'iss'),
    [from]: dateClaim(payload, 'nbf'),
    [until]: dateClaim(payload, 'exp'),
  }
  const added = Object.entries(missing).filter(([name, value]) => value !== undefined && memberOf(document, name) === undefined)
  return withSubjectId(withIssuerId({ ...Object.fromEntries(added), ...document }, payload), payload)
}

/** A presentation with `holder` and `id` from the claims, where it leaves them out. */
export function filledPresentation({ form, document }: Claimed, payload: JsonObject): JsonObject {
  if (form === 'vc+jwt') return document
  const missing = Object.entries({ id: stringClaim(payload, 'jti'), holder: stringClaim(payload, 'iss') })
  return { ...Object.fromEntries(missing.filter(([, value]) => value !== undefined)), ...document }
}

function typeOf(header: JsonObject): string {
  const typ = memberOf(header, 'typ')
  return typeof typ === 'string' ? typ : ''
}

function withoutClaims(payload: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !registered.has(name)))
}

function withIssuerId(document: JsonObject, payload: JsonObject): JsonObject {
  const issuer = memberOf(document, 'issuer')
  const id = stringClaim(payload, 'iss')
  return id !== undefined && isObject(issuer) && memberOf(issuer, 'id') === undefined
    ? { ...document, issuer: { id, ...issuer } }
    : document
}

/** `sub` names the subject only where there is one. */
function withSubjectId(document: JsonObject, payload: JsonObject): JsonObject {
  const stated = memberOf(document, 'credentialSubject')
  const subject = Array.isArray(stated) && stated.length === 1 ? stated[0] : stated
  const id = stringClaim(payload, 'sub')
  if (id === undefined || !isObject(subject) || memberOf(subject, 'id') !== undefined) return document
  const named = { id, ...subject }
  return { ...document, credentialSubject: Array.isArray(stated) ? [named] : named }
}

/** A claim that is text. */
export function stringClaim(payload: JsonObject, name: string): string | undefined {
  const value = memberOf(payload, name)
  return typeof value === 'string' ? value : undefined
}

/** A NumericDate (RFC 7519 §2) as ISO 8601 in whole seconds. */
export function dateClaim(payload: JsonObject, name: string): string | undefined {
  const value = memberOf(payload, name)
  if (typeof value !== 'number' || Math.abs(value) > 8.64e12) return undefined
  return new Date(Math.trunc(value) * 1000).toISOString().replace('.000Z', 'Z')
}
