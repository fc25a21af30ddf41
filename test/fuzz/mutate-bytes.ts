import { concat } from '../issuer/png.ts'
import type { Random } from './random.ts'

/** Bytes that parsers take for something: ends, signs, limits, quotes, brackets, tags. */
const telling = [0, 1, 0x0a, 0x20, 0x22, 0x26, 0x2c, 0x2e, 0x3a, 0x3c, 0x3e, 0x5b, 0x5c, 0x5d, 0x7b, 0x7d, 0x7e, 0x7f, 0x80, 0xff]

type Edit = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array

const edits: readonly Edit[] = [
  function flip(bytes, random) {
    return changed(bytes, random, (byte) => byte ^ (1 << random.below(8)))
  },
  function set(bytes, random) {
    return changed(bytes, random, () => random.pick(telling))
  },
  function noise(bytes, random) {
    const at = random.below(bytes.length + 1)
    return concat([bytes.subarray(0, at), random.bytes(random.below(64)), bytes.subarray(at)])
  },
  function cut(bytes, random) {
    const [start, end] = rangeIn(bytes, random)
    return concat([bytes.subarray(0, start), bytes.subarray(end)])
  },
  function repeat(bytes, random) {
    const [start, end] = rangeIn(bytes, random)
    return concat([bytes.subarray(0, end), bytes.subarray(start, end), bytes.subarray(end)])
  },
  function truncate(bytes, random) {
    return bytes.slice(0, random.below(bytes.length))
  },
  function splice(bytes, random, other) {
    const [start, end] = rangeIn(other, random)
    const at = random.below(bytes.length + 1)
    return concat([bytes.subarray(0, at), other.subarray(start, end), bytes.subarray(random.chance(0.5) ? at : end)])
  },
  function nothingButNoise(_, random) {
    return random.bytes(random.below(2_000))
  },
]

/** One change to some bytes that knows nothing of what they are. */
export function mutateBytes(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  return random.pick(edits)(bytes, random, other)
}

function changed(bytes: Uint8Array, random: Random, change: (byte: number) => number): Uint8Array {
  const copy = bytes.slice()
  for (let count = 1 + random.below(3); count > 0 && copy.length > 0; count -= 1) {
    const at = random.below(copy.length)
    copy[at] = change(copy[at] as number)
  }
  return copy
}

function rangeIn(bytes: Uint8Array, random: Random): readonly [number, number] {
  const start = random.below(bytes.length + 1)
  return [start, Math.min(bytes.length, start + random.below(random.chance(0.5) ? 8 : 400))]
}
