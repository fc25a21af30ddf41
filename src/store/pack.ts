import { joined } from '../core/encoding/bytes.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Where a run of bytes belongs in the plain value, and how long it is. */
interface Part {
  readonly at: readonly (string | number)[]
  readonly length: number
}

export function bytesOfText(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text)
}

export function textOfBytes(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}

/** The same bytes, over memory that WebCrypto and IndexedDB take (never shared between threads). */
export function exactBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes)
}

/**
 * Packs plain data, and byte arrays anywhere in it, as one run of bytes: the length of a JSON text (32 bits), that
 * text, then the byte arrays one after another. Members that are undefined are left out.
 */
export function pack(value: object): Uint8Array<ArrayBuffer> {
  const parts: Part[] = []
  const runs: Uint8Array[] = []
  const plain = withoutBytes(value, [], (at, bytes) => {
    parts.push({ at, length: bytes.byteLength })
    runs.push(bytes)
  })
  const text = bytesOfText(JSON.stringify({ plain, parts }))
  const head = new Uint8Array(4)
  new DataView(head.buffer).setUint32(0, text.byteLength)
  return joined([head, text, ...runs])
}

/** The reverse of `pack`; whoever calls vouches for the type, since only what was sealed here is ever opened here. */
export function unpack<T extends object>(packed: Uint8Array<ArrayBuffer>): T {
  const textEnd = 4 + new DataView(packed.buffer, packed.byteOffset).getUint32(0)
  const { plain, parts } = JSON.parse(textOfBytes(packed.subarray(4, textEnd))) as { plain: T; parts: readonly Part[] }
  let start = textEnd
  for (const { at, length } of parts) {
    place(plain, at, packed.slice(start, start + length))
    start += length
  }
  return plain
}

function withoutBytes(value: unknown, at: (string | number)[], found: (at: Part['at'], bytes: Uint8Array) => void): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Uint8Array) {
    found([...at], value)
    return null
  }
  const inner = (key: string | number, member: unknown) => {
    at.push(key)
    const plain = withoutBytes(member, at, found)
    at.pop()
    return plain
  }
  if (Array.isArray(value)) return value.map((member, index) => inner(index, member))
  // Not by assignment: a member named `__proto__` is a member like any other.
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inner(key, member)]))
}

function place(root: object, at: Part['at'], bytes: Uint8Array): void {
  const holder = at.slice(0, -1).reduce((inner, key) => (inner as Record<string | number, object>)[key] ?? inner, root)
  Object.defineProperty(holder, at.at(-1) ?? '', { value: bytes, writable: true, enumerable: true, configurable: true })
}
