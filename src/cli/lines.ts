import { joined } from '../core/encoding/bytes.ts'

/** One line of a stream, without its line break; null when it is longer than allowed. */
export interface Line {
  readonly number: number
  readonly bytes: Uint8Array | null
}

const newline = 10
const carriageReturn = 13

/**
 * Cuts a stream of bytes into lines, each given out as soon as its line break arrives; a last line without one counts.
 * A line longer than `limit` is skipped without being held, and said so.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let number = 0
  let held: Uint8Array[] = []
  let size = 0
  const keep = (part: Uint8Array) => {
    size += part.length
    if (size > limit) held = []
    else if (part.length > 0) held.push(part)
  }
  const take = (): Line => {
    const line = { number: ++number, bytes: size > limit ? null : withoutReturn(joined(held)) }
    held = []
    size = 0
    return line
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      keep(chunk.subarray(start, end))
      yield take()
      start = end + 1
    }
    keep(chunk.subarray(start))
  }
  if (size > 0) yield take()
}

/** All bytes of a stream; null when there are more than `limit`. */
export async function bytesOf(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > limit) return null
    parts.push(chunk)
  }
  return joined(parts)
}

function withoutReturn(line: Uint8Array): Uint8Array {
  return line.at(-1) === carriageReturn ? line.subarray(0, -1) : line
}
