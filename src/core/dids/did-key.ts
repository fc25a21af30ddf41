import { fail } from '../problem.ts'
import type { DidMethod } from './did.ts'
import { readMultikey } from './keys.ts'

/** `did:key`: the DID is the key; nothing is fetched. Its only method is `did:key:<mb>#<mb>`, for every signature purpose. */
export const didKey: DidMethod = {
  name: 'key',
  resolve(did) {
    const multibase = did.slice('did:key:'.length)
    const key = readMultikey(multibase)
    if (key.kind !== 'multikey' || key.multibase !== multibase) fail('did_malformed', { facts: { did } })
    const relationships = key.curve === 'X25519' ? ([] as const) : (['assertionMethod', 'authentication'] as const)
    const method = { id: `${did}#${multibase}`, controller: did, key: { ok: true, value: key }, relationships } as const
    return { id: did, listsKeys: true, methods: [method], witnesses: [] }
  },
}
