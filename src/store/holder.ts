import { toBase64url } from '../core/encoding/base64url.ts'
import { joined } from '../core/encoding/bytes.ts'
import { encodeMultibase } from '../core/encoding/multibase.ts'
import { fail } from '../core/problem.ts'
import { randomId, type VaultKeys } from './crypto.ts'
import type { Ledger } from './ledger.ts'
import { bytesOfText, exactBytes } from './pack.ts'
import { jsonChange, openAll, openOne } from './records.ts'
import type { Change } from './shards.ts'
import type { HolderKey, HolderKeyKind, HolderKeyPair } from './types.ts'

const store = 'holders'
const version = 1

/** What WebCrypto makes and signs with, and the multicodec of the public key (Multikey §2.1), of each kind. */
const kinds = {
  Ed25519: { make: { name: 'Ed25519' }, sign: { name: 'Ed25519' }, codec: [0xed, 0x01] },
  'P-256': {
    make: { name: 'ECDSA', namedCurve: 'P-256' },
    sign: { name: 'ECDSA', hash: 'SHA-256' },
    codec: [0x80, 0x24],
  },
} as const

/** The learner's own keys in one open wallet. Fails with `store_*`. */
export interface HolderKeys {
  pairs(): Promise<readonly HolderKeyPair[]>
  key(kind: HolderKeyKind): Promise<HolderKey>
  sign(id: string, data: Uint8Array): Promise<Uint8Array>
  replace(kind: HolderKeyKind): Promise<HolderKey>
  restore(pairs: readonly HolderKeyPair[]): Promise<number>
}

/** @param now the clock */
export function createHolderKeys(ledger: Ledger, keys: VaultKeys, now: () => Date): HolderKeys {
  async function pairs(): Promise<readonly HolderKeyPair[]> {
    const { holders } = await openAll<{ holders: HolderKeyPair }>(ledger, keys, [store])
    return holders.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  }

  async function inUse(kind: HolderKeyKind): Promise<HolderKeyPair | undefined> {
    return (await pairs()).find((pair) => pair.kind === kind && pair.retiredAt === null)
  }

  async function change(pair: HolderKeyPair): Promise<Change> {
    return jsonChange(store, pair.id, version, pair)
  }

  /** A new key in use; those that were are retired. */
  async function renew(kind: HolderKeyKind): Promise<HolderKey> {
    const at = now().toISOString()
    const made = await newPair(kind, at)
    const old = (await pairs()).filter((pair) => pair.kind === kind && pair.retiredAt === null)
    const retired = await Promise.all(old.map((pair) => change({ ...pair, retiredAt: at })))
    await ledger.commit([...retired, await change(made)])
    return publicOf(made)
  }

  return {
    pairs,
    async key(kind) {
      const pair = await inUse(kind)
      return pair === undefined ? renew(kind) : publicOf(pair)
    },
    async sign(id, data) {
      const pair = await openOne<HolderKeyPair>(ledger, keys, store, id)
      if (pair === null) return fail('store_corrupt')
      const { make, sign } = kinds[pair.kind]
      const key = await crypto.subtle.importKey('jwk', pair.jwk, make, false, ['sign'])
      return new Uint8Array(await crypto.subtle.sign(sign, key, exactBytes(data)))
    },
    replace: renew,
    async restore(given) {
      const known = await pairs()
      const fresh = new Map(given.filter(({ did }) => !known.some((pair) => pair.did === did)).map((pair) => [pair.did, pair]))
      const checked = await Promise.all([...fresh.values()].map(checkedPair))
      const taken = new Set(known.filter(({ retiredAt }) => retiredAt === null).map(({ kind }) => kind))
      const changes = await Promise.all(
        checked.map((pair) => {
          const retiredAt = pair.retiredAt ?? (taken.has(pair.kind) ? now().toISOString() : null)
          // One of each kind is in use, whatever a file says.
          if (retiredAt === null) taken.add(pair.kind)
          return change({ ...pair, id: randomId(), retiredAt })
        }),
      )
      if (changes.length > 0) await ledger.commit(changes)
      return changes.length
    },
  }
}

/** The public side. */
export function publicOf({ id, kind, did, didJwk, createdAt, retiredAt }: HolderKeyPair): HolderKey {
  return { id, kind, did, didJwk, createdAt, retiredAt }
}

async function newPair(kind: HolderKeyKind, createdAt: string): Promise<HolderKeyPair> {
  const pair = (await crypto.subtle.generateKey(kinds[kind].make, true, ['sign', 'verify'])) as CryptoKeyPair
  const { kty = '', crv = '', x = '', y, d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey)
  const jwk = { kty, crv, x, ...(y !== undefined && { y }), d }
  return { id: randomId(), kind, ...(await didsOf(kind, jwk)), createdAt, retiredAt: null, jwk }
}

/** A key from outside: its names are worked out anew, from the key itself. Fails with `backup_damaged` when it is none. */
async function checkedPair(pair: HolderKeyPair): Promise<HolderKeyPair> {
  const dids = await didsOf(pair.kind, pair.jwk).catch(() => fail('backup_damaged', { facts: { file: 'holder-keys.json' } }))
  if (dids.did !== pair.did) fail('backup_damaged', { facts: { file: 'holder-keys.json' } })
  return { ...pair, ...dids }
}

/** `did:key` and `did:jwk` of the public key. Fails when the private key is not its own. */
async function didsOf(
  kind: HolderKeyKind,
  { kty, crv, x, y, d }: HolderKeyPair['jwk'],
): Promise<Pick<HolderKeyPair, 'did' | 'didJwk'>> {
  const { make, sign, codec } = kinds[kind]
  const publicJwk = { kty, crv, x, ...(y !== undefined && { y }) } as JsonWebKey
  const [mine, key] = await Promise.all([
    crypto.subtle.importKey('jwk', { ...publicJwk, d } as JsonWebKey, make, false, ['sign']),
    crypto.subtle.importKey('jwk', publicJwk, make, true, ['verify']),
  ])
  const said = bytesOfText('the key of a holder')
  if (!(await crypto.subtle.verify(sign, key, await crypto.subtle.sign(sign, mine, said), said))) fail('backup_damaged')
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', key))
  const point = kind === 'P-256' ? compressed(raw) : raw
  return {
    did: `did:key:${encodeMultibase(joined([Uint8Array.from(codec), point]))}`,
    didJwk: `did:jwk:${toBase64url(bytesOfText(JSON.stringify(publicJwk)))}`,
  }
}

/** SEC 1 §2.3.3: the parity of y, then x. */
function compressed(point: Uint8Array): Uint8Array {
  return joined([Uint8Array.of(2 + ((point.at(-1) ?? 0) & 1)), point.subarray(1, 33)])
}
