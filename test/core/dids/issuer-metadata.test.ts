import { describe, expect, test } from 'vitest'
import { issuerDocuments } from '../../../src/core/dids/issuer-documents.ts'
import { issuerMetadata, metadataAddress } from '../../../src/core/dids/issuer-metadata.ts'
import type { Open } from '../../../src/core/model/context.ts'
import type { Json } from '../../../src/core/model/json.ts'
import { done, problem } from '../../../src/core/problem.ts'
import { kestrel } from '../../issuer/sd-jwt.ts'

const issuer = 'https://college.example/tenants/1'
const address = 'https://college.example/.well-known/jwt-vc-issuer/tenants/1'
const jwks = { keys: [{ ...kestrel.key.publicJwk, kid: 'one' }] }

/** A network of these documents; a value that is text is where its address leads to. */
function powersFor(served: Readonly<Record<string, Json>>, asked: string[] = []): { readonly open: Open } {
  return {
    async open({ url }) {
      asked.push(url)
      const found = served[url]
      if (found === undefined) return problem('fetch_failed')
      const finalUrl = typeof found === 'string' ? found : url
      const bytes = new TextEncoder().encode(JSON.stringify(typeof found === 'string' ? served[found] : found))
      return done({ url, finalUrl, bytes, mediaType: 'application/json', fetchedAt: '2026-11-23T00:00:00Z', kept: false })
    },
  }
}

const codeOf = async (metadata: Json, more: Readonly<Record<string, Json>> = {}) => {
  const answer = await issuerMetadata(issuer, powersFor({ [address]: metadata, ...more }))
  return answer.ok ? `${answer.value.methods.length} keys` : answer.problem.code
}

describe('the metadata of an issuer lies (SD-JWT VC §3.5)', () => {
  test.for([
    ['https://college.example', 'https://college.example/.well-known/jwt-vc-issuer'],
    ['https://college.example/', 'https://college.example/.well-known/jwt-vc-issuer'],
    [issuer, address],
    [`${issuer}/`, address],
    ['https://college.example:8443/a', 'https://college.example:8443/.well-known/jwt-vc-issuer/a'],
    ['http://college.example', null],
    ['https://college.example/?tenant=1', null],
    ['https://college.example/#tenant', null],
    ['https://college.example@elsewhere.example/', null],
    ['did:web:college.example', null],
    ['', null],
  ] as const)('of %s', ([given, expected]) => {
    expect(metadataAddress(given)).toBe(expected)
  })
})

describe('the metadata of an issuer', () => {
  test('lists its keys itself, or says where they are', async () => {
    expect(await codeOf({ issuer, jwks })).toBe('1 keys')
    const uri = 'https://keys.example/set'
    expect(await codeOf({ issuer, jwks_uri: uri }, { [uri]: jwks })).toBe('1 keys')
  })

  test.for([
    ['names somebody else', { issuer: 'https://elsewhere.example', jwks }],
    ['names the issuer in other words', { issuer: `${issuer}/`, jwks }],
    ['names nobody', { jwks }],
    ['has no keys', { issuer }],
    ['has keys in two places', { issuer, jwks, jwks_uri: 'https://keys.example/set' }],
    ['has keys that are no key set', { issuer, jwks: kestrel.key.publicJwk }],
    ['has keys at an address that is none', { issuer, jwks_uri: 'http://keys.example/set' }],
    ['is no object', [issuer]],
  ] as const)('counts for nothing when it %s', async ([, metadata]) => {
    expect(await codeOf(metadata as Json)).toBe('controller_document_invalid')
  })

  test('counts for nothing when another origin answers for it', async () => {
    const elsewhere = 'https://elsewhere.example/metadata'
    expect(await codeOf(elsewhere, { [elsewhere]: { issuer, jwks } })).toBe('document_moved')
    const uri = 'https://keys.example/set'
    expect(await codeOf({ issuer, jwks_uri: uri }, { [uri]: elsewhere, [elsewhere]: jwks })).toBe('document_moved')
    expect(await codeOf({ issuer, jwks_uri: uri })).toBe('fetch_failed')
  })

  test('stands alone once it was read, and is asked for only where it is meant', async () => {
    const asked: string[] = []
    const served = { [address]: { issuer, jwks } }
    const found = await issuerDocuments(issuer, powersFor(served, asked), undefined, { metadata: true })
    expect(found.read).toHaveLength(1)
    expect(asked).toEqual([address])
    const others: string[] = []
    await issuerDocuments(issuer, powersFor(served, others))
    expect(others).not.toContain(address)
    expect(others).toHaveLength(3)
  })

  test('leaves the issuer’s other documents to speak where there is none', async () => {
    const found = await issuerDocuments(issuer, powersFor({ 'https://college.example/.well-known/jwks.json': jwks }), undefined, {
      metadata: true,
    })
    expect(found).toMatchObject({ read: [{ listsKeys: true }], trouble: { code: 'fetch_failed' } })
  })
})
