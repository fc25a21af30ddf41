import { base64urlnopad } from '@scure/base'
import { gzipSync } from 'fflate'
import type { JsonObject } from '../../src/core/model/json.ts'
import { VALID_FROM } from './content.ts'
import { OB_EXTENSIONS, STATUS_LIST_2021, VC1, VC2 } from './contexts.ts'
import { type Documents, institutions, json, type Served, type TestIssuer, utf8 } from './issuers.ts'
import { signed, signedJwt } from './sign.ts'

/** The ways in which a test issuer says that a credential no longer holds. */
export const statusMethods = [
  'bitstring-revocation',
  'bitstring-suspension',
  '2021-revocation',
  '2021-suspension',
  '1edtech',
] as const
export type StatusMethod = (typeof statusMethods)[number]

/** Entries of a list: the least that Bitstring Status List §3.2 allows. */
const ENTRIES = 131_072
/** The one entry that is set in every list, and one that is not. */
export const SET_INDEX = 94_567
export const CLEAR_INDEX = 42

export interface ListOptions {
  /** Entries of the list, for lists that are too short. */
  readonly entries?: number
  readonly ttl?: number
  readonly validUntil?: string
}

/** The `credentialStatus` of a credential: one whose entry is set, or is not. */
export function statusEntry(issuer: TestIssuer, method: StatusMethod, set: boolean): JsonObject {
  const list = listAddress(issuer, method)
  if (method === '1edtech') return { id: list, type: '1EdTechRevocationList' }
  return {
    id: `${list}#${set ? SET_INDEX : CLEAR_INDEX}`,
    type: is2021(method) ? 'StatusList2021Entry' : 'BitstringStatusListEntry',
    statusPurpose: purposeOf(method),
    statusListIndex: String(set ? SET_INDEX : CLEAR_INDEX),
    statusListCredential: list,
  }
}

/** The context that defines the entry, where the credential's own contexts do not. */
export function statusContext(method: StatusMethod): string | undefined {
  if (method === '1edtech') return OB_EXTENSIONS
  return is2021(method) ? STATUS_LIST_2021 : undefined
}

/** The list that an entry of the issuer points to, as its host serves it: signed, except that of 1EdTech. */
export async function statusDocuments(
  issuer: TestIssuer,
  method: StatusMethod,
  revokedId: string,
  options: ListOptions = {},
): Promise<Documents> {
  const address = listAddress(issuer, method)
  const served =
    method === '1edtech' ? revocationList(issuer, address, revokedId) : await listCredential(issuer, method, address, options)
  return new Map([[address, served]])
}

function revocationList(issuer: TestIssuer, id: string, revokedId: string): Served {
  return json({
    id,
    issuer: issuer.id,
    revokedCredential: [{ id: revokedId, revoked: true, revocationReason: 'Issued in error' }],
  })
}

async function listCredential(issuer: TestIssuer, method: StatusMethod, id: string, options: ListOptions): Promise<Served> {
  const list = is2021(method) ? list2021(issuer, method, id, options) : bitstringList(issuer, method, id, options)
  if (issuer.key.kind === 'RSA')
    return { bytes: utf8(await signedJwt(list, issuer, { form: 'vc+jwt' })), mediaType: 'application/vc+jwt' }
  return json(await signed(list, issuer), 'application/vc')
}

function bitstringList(issuer: TestIssuer, method: StatusMethod, id: string, options: ListOptions): JsonObject {
  return {
    '@context': [VC2],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuer.id,
    validFrom: VALID_FROM,
    ...(options.validUntil === undefined ? {} : { validUntil: options.validUntil }),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purposeOf(method),
      ...(options.ttl === undefined ? {} : { ttl: options.ttl }),
      encodedList: `u${encoded(options)}`,
    },
  }
}

function list2021(issuer: TestIssuer, method: StatusMethod, id: string, options: ListOptions): JsonObject {
  return {
    '@context': [VC1, STATUS_LIST_2021],
    id,
    type: ['VerifiableCredential', 'StatusList2021Credential'],
    issuer: issuer.id,
    issuanceDate: VALID_FROM,
    credentialSubject: {
      id: `${id}#list`,
      type: 'StatusList2021',
      statusPurpose: purposeOf(method),
      encodedList: encoded(options),
    },
  }
}

/** Bit 0 is the left-most bit of byte 0 (Bitstring Status List §3.2); no time stamp, so that the same list has the same bytes. */
function encoded(options: ListOptions): string {
  const bits = new Uint8Array((options.entries ?? ENTRIES) / 8)
  const at = SET_INDEX >> 3
  if (at < bits.length) bits[at] = 0x80 >> (SET_INDEX & 7)
  return base64urlnopad.encode(gzipSync(bits, { mtime: 0 }))
}

const is2021 = (method: StatusMethod) => method.startsWith('2021')
const purposeOf = (method: StatusMethod) => (method.endsWith('suspension') ? 'suspension' : 'revocation')

function listAddress(issuer: TestIssuer, method: StatusMethod): string {
  const holder = `${issuer.identity}-${issuer.key.kind}`.toLowerCase().replace(':', '-')
  return `https://${institutions[issuer.institution].host}/status/${holder}/${method}`
}
