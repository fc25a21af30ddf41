import type { Credential } from '../model/credential.ts'
import { idOf, type JsonObject, listOf, memberOf } from '../model/json.ts'
import { parseDateTime } from './datetime.ts'
import { type Violation, violation } from './violation.ts'

/** What a registered claim of a JWT must equal in the credential that it carries. */
interface ClaimRule {
  readonly claim: string
  readonly stated: (document: JsonObject) => string | undefined
  readonly equal: (claim: unknown, stated: string) => boolean
}

const sameText = (claim: unknown, stated: string): boolean => claim === stated

/** NumericDate seconds beside an ISO instant; a fraction of a second may be cut off (OB3 §8.2.4). */
function sameInstant(claim: unknown, stated: string): boolean {
  const time = parseDateTime(stated)
  return typeof claim === 'number' && time !== null && Math.floor(claim) === Math.floor(time / 1000)
}

const rules: readonly ClaimRule[] = [
  { claim: 'iss', stated: (document) => idOf(memberOf(document, 'issuer') ?? memberOf(document, 'holder')), equal: sameText },
  { claim: 'jti', stated: (document) => textMember(document, 'id'), equal: sameText },
  { claim: 'sub', stated: subjectId, equal: sameText },
  { claim: 'nbf', stated: (document) => textMember(document, 'validFrom', 'issuanceDate'), equal: sameInstant },
  { claim: 'exp', stated: (document) => textMember(document, 'validUntil', 'expirationDate'), equal: sameInstant },
]

/** The rules where `nbf` and `exp` speak of the signature. */
const ofSignature = rules.filter(({ claim }) => claim !== 'nbf' && claim !== 'exp')

function textMember(document: JsonObject, ...names: readonly string[]): string | undefined {
  return names.map((name) => memberOf(document, name)).find((value) => typeof value === 'string')
}

function subjectId(document: JsonObject): string | undefined {
  const subjects = listOf(memberOf(document, 'credentialSubject'))
  return subjects.length === 1 ? idOf(subjects[0]) : undefined
}

/**
 * The registered claims of a JWT say the same as the credential in it (OB3 §8.2.4, VCDM 1.1 §6.3.1). One that is missing is no
 * violation: Open Badges 3.0 demands them, VC-JOSE-COSE discourages them. In a `vc+jwt`, `nbf` and `exp` speak of the signature,
 * and a `vc` or `vp` claim may not be there (VC-JOSE-COSE §3.1). In an SD-JWT only what is disclosed can be compared.
 */
export function claimViolations({ format, securing, document }: Credential): readonly Violation[] {
  if (securing.kind === 'sd-jwt' && format === 'sd-jwt-vcdm')
    return ofSignature.flatMap((rule) => compare(rule, securing.sdJwt.claims, document))
  if (securing.kind !== 'jose') return []
  const { payload } = securing.jws
  const compared = securing.form === 'vc+jwt' ? ofSignature : rules
  const mixed = securing.form === 'vc+jwt' && (Object.hasOwn(payload, 'vc') || Object.hasOwn(payload, 'vp'))
  return [...(mixed ? [violation('jwt_form_mixed', '/vc')] : []), ...compared.flatMap((rule) => compare(rule, payload, document))]
}

function compare({ claim, stated, equal }: ClaimRule, payload: JsonObject, document: JsonObject): readonly Violation[] {
  const value = memberOf(payload, claim)
  const text = stated(document)
  if (value === undefined || text === undefined || equal(value, text)) return []
  return [violation('jwt_claim_mismatch', `/${claim}`, text.slice(0, 200))]
}
