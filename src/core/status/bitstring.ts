import { fromBase64url } from '../encoding/base64url.ts'
import type { BitListRules } from './bit-lists.ts'
import { readBitEntry } from './bit-lists.ts'
import { credentialList } from './credential-list.ts'
import type { StatusMethod } from './method.ts'

const rules: BitListRules = {
  list: credentialList({
    credentialType: 'BitstringStatusListCredential',
    subjectType: 'BitstringStatusList',
    // Multibase, and only its letter for base64url without padding.
    decode: (encodedList) => (encodedList.startsWith('u') ? fromBase64url(encodedList.slice(1)) : null),
  }),
  shortest: 131_072,
  foreign: 'warning',
  wide: true,
}

/** W3C Bitstring Status List 1.0. */
export const bitstringStatus: StatusMethod = {
  types: ['BitstringStatusListEntry'],
  read: (entry, deps) => readBitEntry(entry, rules, deps),
}
