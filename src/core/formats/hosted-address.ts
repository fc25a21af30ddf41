import { fail } from '../problem.ts'
import { readBadge } from './badge-parts.ts'
import type { Format } from './format.ts'
import { addressIn } from './glances.ts'

/**
 * An address alone, which is all that many older pictures hold (formats.md §3 and §4): a badge that states nothing, to be asked
 * for at that address. What is served there is then read as what it is.
 */
export const hostedAddress: Format = {
  name: 'address',
  recognizes: (payload) => addressIn(payload) !== null,
  read(payload) {
    const address = addressIn(payload) ?? fail('input_not_credential', { facts: { found: 'json' } })
    return readBadge(
      { assertion: {}, badge: null, issuer: null },
      { format: 'ob1', securing: { kind: 'hosted', address }, notices: payload.notices },
    )
  },
}
