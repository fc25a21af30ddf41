import 'fake-indexeddb/auto'
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { beforeEach, describe, expect, test } from 'vitest'
import { resolveDid } from '../../src/core/dids/index.ts'
import type { HolderKey, HolderKeyKind } from '../../src/store/types.ts'
import { everything, freshDisk, tab, valueIn } from './disk.ts'

beforeEach(freshDisk)

const data = new TextEncoder().encode('what is presented')
const kinds: readonly HolderKeyKind[] = ['Ed25519', 'P-256']

/** Whether somebody else's library takes the signature for one of the key that the DID names. */
async function isSignedBy({ did, kind }: HolderKey, signature: Uint8Array): Promise<boolean> {
  const multikey = { type: 'Multikey', id: did, controller: did, publicKeyMultibase: did.slice('did:key:'.length) }
  const library = kind === 'Ed25519' ? Ed25519Multikey : EcdsaMultikey
  const key = await library.from(multikey)
  return key.verifier().verify({ data, signature })
}

describe.each(kinds)('a %s key', (kind) => {
  test('is made when first needed, signs as its did:key says, and stays the same', async () => {
    const { holder } = await tab()
    expect(valueIn(await holder.keys())).toEqual([])
    const key = valueIn(await holder.key(kind))
    const signature = valueIn(await holder.sign(key.id, data))
    expect(await isSignedBy(key, signature)).toBe(true)
    expect(await isSignedBy(key, signature.toReversed())).toBe(false)
    expect(valueIn(await (await tab()).holder.key(kind))).toEqual(key)
  })

  test('is the same key as did:jwk', async () => {
    const { holder } = await tab()
    const key = valueIn(await holder.key(kind))
    const powers = {} as Parameters<typeof resolveDid>[1]
    const [one, other] = [await resolveDid(key.did, powers), await resolveDid(key.didJwk, powers)]
    expect([one, other]).toMatchObject([{ ok: true }, { ok: true }])
    const jwk = JSON.parse(Buffer.from(key.didJwk.slice('did:jwk:'.length), 'base64url').toString())
    expect(Object.keys(jwk).toSorted()).toEqual(kind === 'P-256' ? ['crv', 'kty', 'x', 'y'] : ['crv', 'kty', 'x'])
  })

  test('that is replaced is retired, and still signs for what is bound to it', async () => {
    const { holder } = await tab()
    const old = valueIn(await holder.key(kind))
    const fresh = valueIn(await holder.replace(kind))
    expect(fresh.did).not.toBe(old.did)
    expect(valueIn(await holder.key(kind))).toEqual(fresh)
    expect(valueIn(await holder.keys())).toContainEqual({ ...old, retiredAt: expect.any(String) })
    expect(await isSignedBy(old, valueIn(await holder.sign(old.id, data)))).toBe(true)
  })

  test('comes back from a backup once, beside the one in use', async () => {
    const { holder } = await tab()
    const kept = valueIn(await holder.key(kind))
    const pairs = valueIn(await holder.pairs())
    freshDisk()
    const fresh = await tab()
    const inUse = valueIn(await fresh.holder.key(kind))
    expect(valueIn(await fresh.holder.restore(pairs))).toBe(1)
    expect(valueIn(await fresh.holder.restore(pairs))).toBe(0)
    expect(valueIn(await fresh.holder.key(kind))).toEqual(inUse)
    const restored = valueIn(await fresh.holder.keys()).find(({ did }) => did === kept.did)
    expect(restored?.retiredAt).not.toBeNull()
    expect(await isSignedBy(kept, valueIn(await fresh.holder.sign(restored?.id ?? '', data)))).toBe(true)
  })

  test('whose private side is not its own is not restored', async () => {
    const { holder } = await tab()
    valueIn(await holder.key(kind))
    valueIn(await holder.replace(kind))
    const [one, other] = valueIn(await holder.pairs())
    if (!one || !other) throw new Error('two keys')
    freshDisk()
    const fresh = await tab()
    const forged = [
      { ...one, jwk: { ...one.jwk, d: other.jwk['d'] ?? '' } },
      { ...one, did: other.did },
      { ...one, jwk: { kty: 'oct', k: 'AAAA' } },
    ]
    for (const pair of forged) expect(await fresh.holder.restore([pair])).toMatchObject({ problem: { code: 'backup_damaged' } })
    expect(valueIn(await fresh.holder.keys())).toEqual([])
  })

  test('is not readable on disk', async () => {
    const { holder } = await tab()
    const { did } = valueIn(await holder.key(kind))
    const [pair] = valueIn(await holder.pairs())
    const disk = (await everything()).map(({ value }) =>
      Buffer.from((value as { data?: ArrayBuffer }).data ?? new ArrayBuffer(0)),
    )
    for (const secret of [did, pair?.jwk['d'] ?? '']) expect(disk.some((bytes) => bytes.includes(secret))).toBe(false)
  })
})
