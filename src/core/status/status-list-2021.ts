import { fromAnyBase64 } from '../encoding/base64url.ts'
import type { BitListRules } from './bit-lists.ts'
import { readBitEntry } from './bit-lists.ts'
import { credentialList } from './credential-list.ts'
import type { StatusMethod } from './method.ts'

const rules: BitListRules = {
  list: credentialList({
    credentialType: 'StatusList2021Credential',
    subjectType: 'StatusList2021',
    decode: fromAnyBase64,
  }),
  shortest: 131_072,
  foreign: 'unknown',
  wide: false,
}

/** W3C StatusList2021: the list before it was called Bitstring, kept by the credential's own issuer. */
export const statusList2021: StatusMethod = {
  types: ['StatusList2021Entry'],
  read: (entry, deps) => readBitEntry(entry, rules, deps),
}
