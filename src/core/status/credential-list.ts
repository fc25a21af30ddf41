import { type Compression, inflate } from '../encoding/inflate.ts'
import { recognise } from '../formats/index.ts'
import { limits } from '../limits.ts'
import type { Credential } from '../model/credential.ts'
import type { JsonObject } from '../model/json.ts'
import { isObject, memberOf, stringsOf } from '../model/json.ts'
import { fail } from '../problem.ts'
import type { ListForm } from './list.ts'
import type { ListContent } from './method.ts'

/** How a list that is a W3C credential is written; the kinds that we read differ in nothing else. */
interface CredentialList {
  /** The type that the list credential must have. */
  readonly credentialType: string
  /** The type that its subject must have. */
  readonly subjectType: string
  /** The purposes of a list whose subject states none. */
  readonly purposes?: readonly string[]
  /** The compressed bits inside `encodedList`, or null when it is not written as it must be. */
  decode(encodedList: string): Uint8Array | null
  /** How they are compressed; gzip unless told otherwise. */
  compression?(compressed: Uint8Array): Compression
}

/** The form of a list that is a W3C credential with its bits in `encodedList` (Bitstring Status List §3.2 and its forerunners). */
export function credentialList(form: CredentialList): ListForm {
  return {
    name: form.credentialType,
    accept: 'application/vc, application/vc+jwt, application/json;q=0.9, */*;q=0.1',
    async read(text) {
      const subject = subjectOf(await credentialIn(text), form)
      const ttl = memberOf(subject.members, 'ttl')
      const content = await contentOf(subject, form)
      return { content, ...(typeof ttl === 'number' && ttl >= 0 && { ttl }) }
    },
  }
}

/** The one credential that a text holds, read as any other: JSON, a compact JWS, or an envelope around either. */
async function credentialIn(text: string): Promise<Credential> {
  const read = await recognise({ text, container: 'text', notices: [] })
  if (!read.ok) return fail('status_list_invalid', { facts: { reason: read.problem.code } })
  const [credential, ...others] = read.value
  if (credential === undefined || others.length > 0)
    return fail('status_list_invalid', { facts: { credentials: read.value.length } })
  // Credentials inside a list would have lists of their own, which would have credentials inside.
  if (credential.nested.length > 0) return fail('status_list_invalid', { facts: { credentials: credential.nested.length } })
  return credential
}

/** The subject of a list credential, and who keeps the list. */
interface ListSubject {
  readonly issuer: string
  readonly members: JsonObject
}

function subjectOf({ types, document, issuer }: Credential, form: CredentialList): ListSubject {
  if (!types.includes(form.credentialType)) {
    return fail('status_list_invalid', { facts: { member: 'type', expected: form.credentialType } })
  }
  const members = memberOf(document, 'credentialSubject')
  if (!isObject(members) || !stringsOf(memberOf(members, 'type')).includes(form.subjectType)) {
    return fail('status_list_invalid', { facts: { member: 'credentialSubject.type', expected: form.subjectType } })
  }
  return { issuer: issuer.id, members }
}

async function contentOf({ issuer, members }: ListSubject, form: CredentialList): Promise<ListContent> {
  const encoded = memberOf(members, 'encodedList')
  const compressed = typeof encoded === 'string' ? form.decode(encoded) : null
  if (compressed === null) return fail('status_list_invalid', { facts: { member: 'encodedList', reason: 'encoding' } })
  const compression = form.compression?.(compressed) ?? 'gzip'
  const bits = await inflate(compressed, compression, limits.statusListBytes)
  if (bits === null || bits === 'too-large') {
    return fail('status_list_invalid', { facts: { member: 'encodedList', reason: bits ?? compression } })
  }
  const purposes = stringsOf(memberOf(members, 'statusPurpose') ?? form.purposes)
  return { issuer, purposes, bits }
}
