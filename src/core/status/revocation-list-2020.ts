import { fromAnyBase64 } from '../encoding/base64url.ts'
import type { BitListRules } from './bit-lists.ts'
import { readBitEntry } from './bit-lists.ts'
import { credentialList } from './credential-list.ts'
import type { StatusMethod } from './method.ts'

const rules: BitListRules = {
  list: credentialList({
    credentialType: 'RevocationList2020Credential',
    subjectType: 'RevocationList2020',
    purposes: ['revocation'],
    decode: fromAnyBase64,
    // The specification says zlib; some wrote gzip, which begins otherwise.
    compression: ([first, second]) => (first === 0x1f && second === 0x8b ? 'gzip' : 'deflate'),
  }),
  shortest: 131_072,
  foreign: 'unknown',
  wide: false,
  names: { index: 'revocationListIndex', list: 'revocationListCredential' },
  purpose: 'revocation',
}

/** W3C-CCG Revocation List 2020: the list before StatusList2021, about nothing but revocation. */
export const revocationList2020: StatusMethod = {
  types: ['RevocationList2020Status'],
  read: (entry, deps) => readBitEntry(entry, rules, deps),
}
