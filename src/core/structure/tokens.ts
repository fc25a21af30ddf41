import { fromBase64url } from '../encoding/base64url.ts'
import type { Credential } from '../model/credential.ts'
import { type JsonObject, memberOf } from '../model/json.ts'
import { isUrl, objectThat, optional, required, type ValueRule, type Violation, violation } from './violation.ts'

/*
 * The rules of credentials and lists whose members are the claims of a token, not those of the W3C data model.
 */

const text: ValueRule = (value, at) =>
  typeof value === 'string' && value !== '' ? [] : [violation('member_invalid', at, 'text')]
const numericDate: ValueRule = (value, at) => (typeof value === 'number' ? [] : [violation('member_invalid', at, 'NumericDate')])
const positive: ValueRule = (value, at) =>
  typeof value === 'number' && value > 0 ? [] : [violation('member_invalid', at, 'positive number')]
const url: ValueRule = (value, at) => (isUrl(value) ? [] : [violation('member_invalid', at, 'url')])
const object = objectThat(() => [])

/** What a credential or list that is a token breaks of its rules; null for one that is no such token. */
export function tokenViolations({ format, types, securing }: Credential): readonly Violation[] | null {
  if (format === 'sd-jwt-vc' && securing.kind === 'sd-jwt')
    return sdJwtVcViolations(securing.sdJwt.jws.header, securing.sdJwt.claims)
  if (types.includes('TokenStatusList') && securing.kind === 'jose')
    return tokenListViolations(securing.jws.header, securing.jws.payload)
  return null
}

/** SD-JWT VC §2.2.1 and §2.2.2. `iss` may be left out; without it nobody can be tied to the key. */
function sdJwtVcViolations(header: JsonObject, claims: JsonObject): readonly Violation[] {
  return [
    ...typed(header, 'dc+sd-jwt', 'vc+sd-jwt'),
    ...required(claims, 'vct', '', text),
    ...optional(claims, 'vct#integrity', '', text),
    ...optional(claims, 'iss', '', text),
    ...optional(claims, 'sub', '', text),
    ...optional(claims, 'iat', '', numericDate),
    ...optional(claims, 'nbf', '', numericDate),
    ...optional(claims, 'exp', '', numericDate),
    ...optional(claims, 'cnf', '', object),
    ...optional(claims, 'status', '', object),
  ]
}

/** TSL §5.1 and §4.2. */
function tokenListViolations(header: JsonObject, claims: JsonObject): readonly Violation[] {
  return [
    ...typed(header, 'statuslist+jwt'),
    ...required(claims, 'sub', '', url),
    ...required(claims, 'iat', '', numericDate),
    ...optional(claims, 'exp', '', numericDate),
    ...optional(claims, 'ttl', '', positive),
    ...required(claims, 'status_list', '', statusList),
  ]
}

const statusList = objectThat((list, at) => [
  ...required(list, 'bits', at, (value, place) =>
    [1, 2, 4, 8].some((bits) => bits === value) ? [] : [violation('member_invalid', place, '1, 2, 4 or 8')],
  ),
  ...required(list, 'lst', at, (value, place) =>
    typeof value === 'string' && fromBase64url(value) !== null ? [] : [violation('member_invalid', place, 'base64url')],
  ),
])

function typed(header: JsonObject, ...names: readonly string[]): readonly Violation[] {
  const typ = memberOf(header, 'typ')
  const name = typeof typ === 'string' ? typ.toLowerCase().replace(/^application\//, '') : ''
  return names.includes(name) ? [] : [violation('member_invalid', '/typ', names.join(' '))]
}
