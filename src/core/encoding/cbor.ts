import { decode } from 'cborg'

/** Typed byte strings (RFC 8746 §2.1): some encoders put this tag before plain bytes. */
const typedBytes: ((inner: unknown) => unknown)[] = []
typedBytes[64] = (inner) => inner

/** One CBOR data item (RFC 8949), maps as `Map`; null when the bytes are not exactly that. No tags but that of typed bytes. */
export function fromCbor(bytes: Uint8Array): unknown {
  try {
    return decode(bytes, { useMaps: true, rejectDuplicateMapKeys: true, tags: typedBytes })
  } catch {
    return null
  }
}
