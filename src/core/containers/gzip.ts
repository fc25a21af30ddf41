import { inflate } from '../encoding/inflate.ts'
import { limits } from '../limits.ts'
import { done, fail } from '../problem.ts'
import type { Archive } from './container.ts'
import { isGzip } from './glance.ts'

/** How many times its size a deflated text can come to (RFC 1951: 258 bytes for two bits). */
const mostInflated = 1_032

/** A gzip file: one file, named as it is without the ending. */
export const gzip: Archive = {
  name: 'gzip',
  recognizes: isGzip,
  async unpack({ name, bytes }, room) {
    const most = Math.min(limits.inputBytes, room.bytes)
    const out = await inflate(bytes, 'gzip', most)
    // what came to nothing has been inflated as well
    room.bytes -= typeof out === 'object' && out !== null ? out.length : Math.min(most, bytes.length * mostInflated)
    if (out === 'too-large') fail('archive_too_large', { facts: { limit: most } })
    if (out === null) fail('archive_file_damaged', { facts: { reason: 'gzip' } })
    return [{ name: name.replace(/\.gz(?:ip)?$/i, ''), bytes: done(out) }]
  },
}
