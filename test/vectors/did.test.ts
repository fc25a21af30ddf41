import { describe, expect, test } from 'vitest'
import type { ControllerDocument } from '../../src/core/dids/controller-document.ts'
import { resolveDid } from '../../src/core/dids/index.ts'
import { keyName, readVerificationKey } from '../../src/core/dids/keys.ts'
import type { Opened, OpenRequest } from '../../src/core/model/context.ts'
import { isObject, type JsonObject, listOf } from '../../src/core/model/json.ts'
import { done, problem } from '../../src/core/problem.ts'
import { bytesOf, describeVectors, entriesOf, jsonOf } from './vectors.ts'

interface DidCase {
  readonly did: string
  readonly url?: string
  readonly didDocument?: JsonObject
}

const cases = () =>
  entriesOf('did')
    .filter(({ file }) => file.startsWith('did/generated/did-') || file.startsWith('did/did-key-spec/'))
    .map(({ file }) => ({ file, value: jsonOf(file) as unknown as DidCase & JsonObject }))

/** Everything that was asked, each answered by one document. */
function doorTo(bytes: Uint8Array | null) {
  const asked: string[] = []
  const open = async ({ url }: OpenRequest) => {
    asked.push(url)
    if (!bytes) return problem('fetch_offline')
    const opened: Opened = {
      url,
      finalUrl: url,
      bytes,
      mediaType: 'application/did+json',
      fetchedAt: '2026-11-23T00:00:00Z',
      kept: false,
    }
    return done(opened)
  }
  return { asked, open }
}

async function resolved(did: string, bytes: Uint8Array | null = null): Promise<ControllerDocument> {
  const answer = await resolveDid(did, doorTo(bytes))
  if (!answer.ok) throw new Error(`${did}: ${JSON.stringify(answer.problem)}`)
  return answer.value
}

/** Each method of a published document with the key it holds: how it is written does not matter. */
function published(document: JsonObject): readonly string[] {
  const methods = [...listOf(document.verificationMethod), ...listOf(document.assertionMethod)].filter(isObject)
  return methods.map((method) => `${absolute(method.id, document.id)} ${keyName(readVerificationKey(method))}`)
}
const absolute = (id: unknown, base: unknown) => (String(id).startsWith('#') ? String(base) + String(id) : String(id))
const ours = (document: ControllerDocument) =>
  document.methods.map(({ id, key }) => `${id} ${key.ok ? keyName(key.value) : key.problem.code}`)

describeVectors('DID documents', () => {
  test('have cases of all three methods', () => {
    const methods = new Set(cases().map(({ value }) => (value.did ?? String(value.id)).split(':')[1]))
    expect(methods).toEqual(new Set(['jwk', 'key', 'web']))
  })

  describe('of a DID that is its own key list the key that is published for it', () => {
    for (const { file, value } of cases().filter(({ value }) => value.url === undefined)) {
      const document = value.didDocument ?? value
      // a document may list a second key for encryption, which signs nothing and is not ours to know
      test(file, async () => {
        const found = ours(await resolved(String(document.id)))
        expect(found).toHaveLength(1)
        expect(published(document)).toContain(found[0])
      })
      test(`${file}: for signing claims`, async () => {
        const [method] = (await resolved(String(document.id))).methods
        expect(method?.relationships).toContain('assertionMethod')
      })
    }
  })

  describe('of did:web lie at the address that the DID spells', () => {
    for (const { file, value } of cases().filter(({ value }) => value.url !== undefined))
      test(`${file}: ${value.did}`, async () => {
        const door = doorTo(null)
        await resolveDid(value.did, door)
        expect(door.asked).toEqual([value.url])
      })
  })

  describe('of did:web as other issuers publish them list their keys', () => {
    const served = ['did/vc-test-fixtures/legacy/did.json', 'did/vc-test-fixtures/oidf/did.json']
    for (const file of served)
      test(file, async () => {
        const document = jsonOf(file) as JsonObject
        const found = await resolved(String(document.id), bytesOf(file))
        expect(ours(found)).toEqual([...new Set(published(document))])
        expect(found.methods.some(({ relationships }) => relationships?.includes('assertionMethod'))).toBe(true)
      })

    test('a document that names another DID is refused', async () => {
      const answer = await resolveDid('did:web:other.example', doorTo(bytesOf('did/vc-test-fixtures/oidf/did.json')))
      expect(answer).toMatchObject({ ok: false, problem: { code: 'controller_document_invalid' } })
    })
  })

  describe('hold the same key in whichever form it is written', () => {
    for (const form of ['base58', 'jwk', 'multibase'])
      test(form, () => {
        const document = jsonOf(`did/walt-id/key-forms/${form}/document.json`) as JsonObject
        const method = [...listOf(document.verificationMethod), ...listOf(document.assertionMethod)].filter(isObject)[0] ?? {}
        const jwk = jsonOf(`did/walt-id/key-forms/${form}/publicKeyJwk.json`) as JsonObject
        expect(keyName(readVerificationKey(method))).toBe(keyName(readVerificationKey({ type: 'JsonWebKey', publicKeyJwk: jwk })))
      })
  })
})
