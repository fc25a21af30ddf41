import { createHash } from 'node:crypto'
import { base64urlnopad } from '@scure/base'
import { SDJwtInstance } from '@sd-jwt/core'
import { zlibSync } from 'fflate'
import type { Json, JsonObject } from '../../src/core/model/json.ts'
import type { Issued } from './issue.ts'
import { type Documents, institutions, issuerOf, json, type Served, type TestIssuer, utf8 } from './issuers.ts'
import { type KeyKind, keyPair } from './keys.ts'
import { algOf, jws } from './sign.ts'

/** The holder of the SD-JWTs made here. */
export const holder = { ...issuerOf('stranger', { key: 'P-256' }), key: keyPair('holder', 'P-256') }

/** Kestrel University as an issuer of SD-JWT VC: known by its address, with keys in its issuer metadata. */
export const kestrel = sdIssuer('P-256')

export function sdIssuer(key: KeyKind): TestIssuer {
  return { ...issuerOf('kestrel', { identity: 'https', key }), methodId: `sd-${key.toLowerCase()}` }
}

const METADATA = `https://${institutions.kestrel.host}/.well-known/jwt-vc-issuer/issuer`

/** The issuer metadata of Kestrel University (SD-JWT VC §3.5) with the keys of these issuers; members replace or add, `undefined` removes. */
export function metadata(issuers: readonly TestIssuer[] = [kestrel], more: JsonObject = {}): Documents {
  const keys = issuers.map(({ key, methodId }) => ({ ...key.publicJwk, kid: methodId, use: 'sig' }))
  return new Map<string, Served>([[METADATA, json({ issuer: kestrel.id, jwks: { keys }, ...more })]])
}

/** The claims of a badge as SD-JWT VC, bound to the holder's key. */
export function badgeClaims(issuer: TestIssuer = kestrel): JsonObject {
  return {
    iss: issuer.id,
    iat: 1_768_467_600,
    nbf: 1_768_435_200,
    exp: 2_083_968_000,
    vct: 'https://kestrel.example/types/open-badge',
    cnf: { jwk: holder.key.publicJwk },
    achievement: { name: 'Data Literacy', criteria: 'Pass the final exam.', credits: 5 },
    result: 'A',
    given_name: 'Pat',
    family_name: 'Learner',
    email: 'pat@learner.example',
    languages: ['en', 'es', 'fr'],
  }
}

/** What of the badge its holder may keep back. */
const badgeFrame: JsonObject = {
  _sd: ['result', 'given_name', 'family_name', 'email'],
  achievement: { _sd: ['credits'] },
  languages: { _sd: [0, 1, 2] },
}

export interface SdJwtOptions {
  readonly issuer?: TestIssuer
  readonly claims?: JsonObject
  /** What may be kept back, as the library has it. */
  readonly frame?: JsonObject
  readonly header?: JsonObject
  readonly hash?: 'sha-256' | 'sha-384' | 'sha-512'
}

/** An SD-JWT as issued, with all of its disclosures, made by `@sd-jwt/core`. The same options give the same bytes. */
export async function issueSdJwt(options: SdJwtOptions = {}): Promise<string> {
  const { issuer = kestrel, claims = badgeClaims(issuer), frame = badgeFrame, header, hash = 'sha-256' } = options
  let salts = 0
  const library = new SDJwtInstance<Record<string, unknown>>({
    omitTyp: true,
    hashAlg: hash,
    hasher: (data, name) => digestBytes(name, data as string),
    saltGenerator: () => `salt-${++salts}`,
    signAlg: algOf[issuer.key.kind],
    signer: (data) => base64urlnopad.encode(issuer.key.sign(utf8(data))),
  })
  // the library wants a frame to be typed after the claims
  return library.issue<Record<string, unknown>>({ ...claims }, frame as never, {
    header: { typ: 'dc+sd-jwt', kid: issuer.methodId, ...header },
  })
}

/** An SD-JWT with all that a verifier would have to fetch. */
export async function issuedSdJwt(options: SdJwtOptions = {}): Promise<Issued> {
  const { issuer = kestrel, claims = badgeClaims(issuer) } = options
  return { text: await issueSdJwt(options), credential: claims, issuer, documents: metadata([issuer]) }
}

/** The claims of an SD-JWT as the library reads them: a second opinion. */
export async function claimsByLibrary(text: string): Promise<unknown> {
  const library = new SDJwtInstance({ hasher: (data, name) => digestBytes(name, data as string) })
  return library.getClaims(text)
}

/** One disclosure in base64url: `[salt, name, value]` or `[salt, value]`, or whatever else is given. */
export function disclosure(...parts: readonly Json[]): string {
  return base64urlnopad.encode(utf8(JSON.stringify(parts)))
}

/** The digest of a disclosure as issuers embed it. */
export function digestOf(text: string, hash = 'sha-256'): string {
  return base64urlnopad.encode(digestBytes(hash, text))
}

function digestBytes(hash: string, text: string): Uint8Array {
  return new Uint8Array(createHash(hash.replace('-', '')).update(text).digest())
}

/** An SD-JWT made by hand, for payloads and disclosures that no library would make. */
export async function sdJwt(
  claims: JsonObject,
  disclosures: readonly string[] = [],
  { issuer = kestrel, header = {} }: Pick<SdJwtOptions, 'issuer' | 'header'> = {},
): Promise<string> {
  const token = await jws(claims, { typ: 'dc+sd-jwt', kid: issuer.methodId, ...header }, issuer)
  return [token, ...disclosures, ''].join('~')
}

/** The same SD-JWT with only the disclosures of these names (of list elements: these values). */
export function disclosing(text: string, ...names: readonly Json[]): string {
  const [token, ...disclosures] = text.split('~').slice(0, -1)
  const shown = disclosures.filter((each) => {
    const parts = JSON.parse(new TextDecoder().decode(base64urlnopad.decode(each))) as readonly Json[]
    return names.includes(parts[1] as Json)
  })
  return [token, ...shown, ''].join('~')
}

/** When the holder answers, in seconds. */
export const ANSWERED_AT = 1_795_392_000
/** What the verifier asks. */
export const asked = { challenge: 'n-0S6_WzA2Mj', domain: 'https://office.example' }

export interface BindOptions {
  readonly by?: TestIssuer
  readonly header?: JsonObject
  /** Claims that replace or add; `undefined` removes. */
  readonly claims?: JsonObject
  readonly hash?: string
}

/** The SD-JWT with a key binding JWT after it (RFC 9901 §4.3), by the holder and in answer to `asked` unless told otherwise. */
export async function bound(text: string, { by = holder, header = {}, claims = {}, hash }: BindOptions = {}): Promise<string> {
  const payload = {
    iat: ANSWERED_AT,
    aud: asked.domain,
    nonce: asked.challenge,
    sd_hash: digestOf(text, hash),
    ...claims,
  }
  return text + (await jws(payload, { typ: 'kb+jwt', ...header }, by))
}

/** Where the Token Status List of Kestrel University lies. */
export const TOKEN_LIST = `https://${institutions.kestrel.host}/status/token-list`

export interface TokenListOptions {
  readonly by?: TestIssuer
  readonly bits?: 1 | 2 | 4 | 8
  /** Statuses by index; all others are 0. */
  readonly statuses?: Readonly<Record<number, number>>
  readonly entries?: number
  readonly header?: JsonObject
  /** Claims that replace or add; `undefined` removes. */
  readonly claims?: JsonObject
}

/** A Token Status List as a JWT (TSL §5.1). */
export function tokenList(options: TokenListOptions = {}): Promise<string> {
  const { by = kestrel, bits = 1, statuses = {}, entries = 1024, header = {}, claims = {} } = options
  const payload = {
    sub: TOKEN_LIST,
    iss: by.id,
    iat: ANSWERED_AT - 3600,
    exp: ANSWERED_AT + 86_400,
    ttl: 43_200,
    status_list: { bits, lst: packed(statuses, bits, entries) },
    ...claims,
  }
  return jws(payload, { typ: 'statuslist+jwt', kid: by.methodId, ...header }, by)
}

/** Statuses as a list has them (TSL §4.1 and §4.2): bytes filled from the right, zlib, base64url. */
export function packed(statuses: Readonly<Record<number, number>>, bits: number, entries: number): string {
  const bytes = new Uint8Array(Math.ceil((entries * bits) / 8))
  for (const [index, status] of Object.entries(statuses)) {
    const start = Number(index) * bits
    const at = Math.floor(start / 8)
    bytes[at] = (bytes[at] ?? 0) | (status << (start % 8))
  }
  return base64urlnopad.encode(zlibSync(bytes))
}

/** The `status` claim of a token whose status stands at this place of the list. */
export function tokenStatus(index: number, uri = TOKEN_LIST): JsonObject {
  return { status_list: { idx: index, uri } }
}

/** The list as its host serves it. */
export function servedList(text: string, address = TOKEN_LIST): Documents {
  return new Map<string, Served>([[address, { bytes: utf8(text), mediaType: 'application/statuslist+jwt' }]])
}
