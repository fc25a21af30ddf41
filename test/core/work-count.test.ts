import { beforeAll, describe, expect, test, vi } from 'vitest'
import { work as contexts } from '../../src/core/jsonld/resolver.ts'
import type { VerifyContext } from '../../src/core/model/context.ts'
import { attempt, problem } from '../../src/core/problem.ts'
import { cryptoKey, work as keys } from '../../src/core/proofs/crypto-keys.ts'
import { inspect } from '../../src/core/verify.ts'
import { type Issued, issue } from '../issuer/issue.ts'
import { issuerOf } from '../issuer/issuers.ts'

// The real libraries, counted on their way through: time is noise on a shared machine, work is not.
const counted = vi.hoisted(() => ({ canonizations: 0, hashes: 0 }))
vi.mock('rdf-canonize', async (original) => {
  const library = await original<typeof import('rdf-canonize')>()
  const canonize: typeof library.canonize = (...given) => {
    counted.canonizations++
    return library.canonize(...given)
  }
  return { ...library, canonize }
})
vi.mock('@noble/hashes/sha2.js', async (original) => {
  const library = await original<typeof import('@noble/hashes/sha2.js')>()
  const sha256 = Object.assign((bytes: Uint8Array) => {
    counted.hashes++
    return library.sha256(bytes)
  }, library.sha256)
  return { ...library, sha256 }
})

const context: VerifyContext = {
  now: new Date('2026-11-23T00:00:00Z'),
  open: async () => problem('fetch_offline'),
  audience: 'holder',
  identities: [],
}

interface Work {
  readonly contexts: number
  readonly imports: number
  readonly canonizations: number
  readonly hashes: number
}

/** What one verification costs, in countable things. */
async function workOf({ text }: Issued): Promise<Work> {
  const before = { contexts: contexts.processed, imports: keys.imports, ...counted }
  const [inspection] = await inspect({ name: 'badge.json', bytes: new TextEncoder().encode(text) }, context)
  expect(inspection?.report.verdict).toBe('verified')
  return {
    contexts: contexts.processed - before.contexts,
    imports: keys.imports - before.imports,
    canonizations: counted.canonizations - before.canonizations,
    hashes: counted.hashes - before.hashes,
  }
}

describe('the work of verifying one badge after another', () => {
  let first: Work

  // the issuer of the test signs with the same libraries: what it counts is before, not between
  const badge = issue({ issuer: issuerOf('westbridge') })
  const another = issue({ issuer: issuerOf('westbridge'), id: 'urn:uuid:5a3ad5b8-8d4c-4f0e-9c1e-000000000001' })
  const elsewhere = issue({ issuer: issuerOf('kestrel') })
  const elliptic = issue({ issuer: issuerOf('westbridge', { key: 'P-256' }) })
  beforeAll(async () => {
    await Promise.all([another, elsewhere, elliptic])
    first = await workOf(await badge)
    // document and proof are put into canonical form side by side, and the first time each makes contexts of its own
    await workOf(await badge)
  })

  test('processes contexts the first time, and imports one key', () => {
    expect(first.contexts).toBeGreaterThan(0)
    expect(first.imports).toBe(1)
  })

  test('puts the document and the options of its proof into canonical form, once each', () => {
    expect(first.canonizations).toBe(2)
  })

  test('processes no context and imports no key for the same badge again', async () => {
    expect(await workOf(await badge)).toEqual({ ...first, contexts: 0, imports: 0 })
  })

  test('processes no context and imports no key for another badge of the same issuer', async () => {
    expect(await workOf(await another)).toMatchObject({ contexts: 0, imports: 0, canonizations: 2 })
  })

  test('imports one key for a badge of another issuer, whose contexts it knows', async () => {
    expect(await workOf(await elsewhere)).toMatchObject({ contexts: 0, imports: 1, canonizations: 2 })
  })

  test('imports an elliptic-curve key once as well', async () => {
    const { contexts: processed, imports } = await workOf(await elliptic)
    expect([processed, imports]).toEqual([0, 1])
    expect((await workOf(await elliptic)).imports).toBe(0)
  })

  test('hashes no more than the graph demands, and as much each time', async () => {
    // one for each blank node's own quads, and one for each neighbour looked at where those do not tell nodes apart
    expect(first.hashes).toBeGreaterThan(0)
    expect((await workOf(await badge)).hashes).toBe(first.hashes)
  })
})

describe('keys that are kept', () => {
  // With the exponent 1 anyone can sign: were such a key kept under the modulus of an issuer, it would pass for the issuer's.
  test('are told apart by all that makes them: a stranger’s exponent never answers for an issuer', async () => {
    const { n } = issuerOf('westbridge', { key: 'RSA', identity: 'did:web' }).key.publicJwk
    const imported = (e: string) =>
      attempt(() => cryptoKey({ kind: 'jwk', curve: 'RSA', jwk: { kty: 'RSA', n: String(n), e } }, 'RSASSA-PKCS1-v1_5/SHA-256'))
    await imported('AQ')
    const own = await imported('AQAB')
    expect(own.ok && own.value?.algorithm).toMatchObject({ publicExponent: new Uint8Array([1, 0, 1]) })
  })
})
