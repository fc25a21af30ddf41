import { argon2id } from '@noble/hashes/argon2.js'
import { bytesOf } from './encoding/utf8.ts'
import { type Attempt, attempt, fail } from './problem.ts'

/** How much work it may be (RFC 9106 §3.1): parameters are read from the store, and could ask for more than a phone has. */
const bounds = { memory: 262_144, passes: 16, lanes: 4 } as const

/** Bytes of salt: RFC 9106 §3.1 asks for 8 at least and recommends 16. */
const salts = { least: 8, most: 64 } as const

/**
 * Argon2id (RFC 9106, version 0x13) of a passphrase in NFKC, so that it is the same whichever keyboard it is typed on; 32 bytes.
 * Memory in KiB, from 8 for each lane to 262,144; 1 to 16 passes; 1 to 4 lanes. Fails with `store_corrupt` for anything else.
 */
export function stretch(
  passphrase: string,
  salt: Uint8Array,
  stretching: { readonly memory: number; readonly passes: number; readonly lanes: number },
): Promise<Attempt<Uint8Array<ArrayBuffer>>> {
  return attempt(() => {
    const { memory, passes, lanes } = stretching
    const fits =
      isWithin(lanes, 1, bounds.lanes) &&
      isWithin(passes, 1, bounds.passes) &&
      isWithin(memory, 8 * lanes, bounds.memory) &&
      isWithin(salt.length, salts.least, salts.most)
    if (!fits) fail('store_corrupt')
    const typed = bytesOf(passphrase.normalize('NFKC'))
    try {
      return new Uint8Array(argon2id(typed, salt, { m: memory, t: passes, p: lanes, dkLen: 32 }))
    } finally {
      typed.fill(0)
    }
  })
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}
