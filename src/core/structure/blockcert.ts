import { isObject, type JsonObject, memberOf, stringsOf } from '../model/json.ts'

/**
 * The type of the Merkle receipt that a Blockcert of the second generation carries in `signature`; null for any other badge.
 * It extends Open Badges 2.0 with a way of verification of its own, and writes dates as it likes.
 */
export function merkleReceipt(document: JsonObject): string | null {
  const receipt = memberOf(document, 'signature')
  if (!isObject(receipt)) return null
  return stringsOf(memberOf(receipt, 'type')).find((type) => type.startsWith('MerkleProof')) ?? null
}
