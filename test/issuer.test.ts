import { readFile } from 'node:fs/promises'
import { gunzipSync, inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { examples as examplesOfApp } from '../src/app/examples/index.ts'
import type { JsonObject } from '../src/core/model/json.ts'
import { bakePng, bakeSvg, pngChunkKinds } from './issuer/bake.ts'
import { broken } from './issuer/broken/index.ts'
import { contents, credentialOf } from './issuer/content.ts'
import { documentLoader } from './issuer/contexts.ts'
import { endorsement } from './issuer/endorse.ts'
import { examples } from './issuer/examples.ts'
import { documents, issue } from './issuer/issue.ts'
import { identities, issuerOf, kindsOf } from './issuer/issuers.ts'
import { keyPair } from './issuer/keys.ts'
import { cryptosuites, DataIntegrityProof, verifyCredential } from './issuer/libraries.ts'
import { badgePng, badgeSvg } from './issuer/pictures.ts'
import { chunksOf } from './issuer/png.ts'
import { samples, versions } from './issuer/samples.ts'
import { signatureHolds } from './issuer/second-opinion.ts'
import { issueWithChain, issueWithSet } from './issuer/several.ts'
import { jwtForms, type SuiteName, suiteKeys } from './issuer/sign.ts'
import { CLEAR_INDEX, SET_INDEX, statusMethods } from './issuer/status.ts'

const westbridge = issuerOf('westbridge')
const suites = Object.keys(suiteKeys) as SuiteName[]

describe('what the test issuer signs is accepted by the libraries of others', () => {
  for (const [dataModel, openBadges] of versions)
    for (const content of contents)
      test(`VC ${dataModel}, Open Badges ${openBadges}, ${content}`, async () => {
        const { text, documents } = await issue({ dataModel, openBadges, content })
        expect(await signatureHolds(text, documents)).toBe(true)
      })

  for (const suite of suites)
    for (const key of suiteKeys[suite])
      for (const dataModel of ['1.1', '2.0'] as const)
        test(`${suite} with ${key} in VC ${dataModel}`, async () => {
          const issuer = issuerOf('westbridge', { key })
          const { text, documents } = await issue({ issuer, dataModel, proof: { suite } })
          expect(await signatureHolds(text, documents)).toBe(true)
        })

  test('VC 2.0 does not go with Open Badges 3.0.0 and 3.0.1', () => {
    expect(() => credentialOf(westbridge, { openBadges: '3.0.0' })).toThrow('3.0.0')
    expect(() => credentialOf(westbridge, { openBadges: '3.0.1' })).toThrow('3.0.1')
  })

  for (const dataModel of ['1.1', '2.0'] as const)
    test(`the whole credential passes vc.verifyCredential in VC ${dataModel}`, async () => {
      const { credential, issuer } = await issue({ dataModel })
      const controller = {
        '@context': 'https://w3id.org/security/v2',
        id: issuer.id,
        assertionMethod: [issuer.methodId],
      }
      const method = {
        '@context': 'https://w3id.org/security/multikey/v1',
        id: issuer.methodId,
        type: 'Multikey',
        controller: issuer.id,
        publicKeyMultibase: issuer.key.multibase,
      }
      const answer = await verifyCredential({
        credential,
        suite: new DataIntegrityProof({ cryptosuite: cryptosuites['eddsa-rdfc-2022'].verify }),
        documentLoader: documentLoader(
          new Map<string, unknown>([
            [issuer.id, controller],
            [issuer.methodId, method],
          ]),
        ),
        now: '2026-11-23T00:00:00Z',
      })
      expect(answer.error).toBeUndefined()
      expect(answer.verified).toBe(true)
    })

  for (const form of jwtForms)
    for (const key of kindsOf('kestrel'))
      for (const keyPlace of ['kid', 'jwk'] as const)
        test(`JWT as ${form} with ${key}, key by ${keyPlace}`, async () => {
          const { text, documents } = await issue({
            issuer: issuerOf('kestrel', { identity: 'jwks', key }),
            dataModel: form === 'vc-claim' ? '1.1' : '2.0',
            jwt: { form, keyPlace },
          })
          expect(await signatureHolds(text, documents)).toBe(true)
        })

  for (const identity of identities)
    test(`an issuer known by ${identity} publishes the key that it signs with`, async () => {
      for (const key of kindsOf('kestrel')) {
        if (key === 'RSA' && identity === 'did:key') continue
        const { text, documents } = await issue({ issuer: issuerOf('kestrel', { identity, key }), jwt: {} })
        expect(await signatureHolds(text, documents)).toBe(true)
      }
    })

  test('every host serves its own documents, at https addresses under .example', () => {
    const served = [...documents()]
    expect(served.every(([address]) => /^https:\/\/[a-z]+\.example\//.test(address))).toBe(true)
    for (const [address, { bytes }] of served) expect(new TextDecoder().decode(bytes)).toContain(new URL(address).host)
  })

  test('a proof set of two issuers and three suites', async () => {
    const { text, documents } = await issueWithSet([
      { issuer: westbridge },
      { issuer: issuerOf('kestrel', { identity: 'did:web', key: 'P-384' }) },
      { issuer: westbridge, suite: 'eddsa-jcs-2022' },
    ])
    expect(await signatureHolds(text, documents)).toBe(true)
  })

  test('a proof chain over two issuers', async () => {
    const { text, documents, credential } = await issueWithChain([
      { issuer: westbridge },
      { issuer: issuerOf('kestrel', { key: 'P-256' }) },
    ])
    expect(await signatureHolds(text, documents)).toBe(true)
    const [, second] = credential.proof as readonly JsonObject[]
    expect(second?.previousProof).toBe('urn:proof:1')
  })

  for (const dataModel of ['1.1', '2.0'] as const)
    test(`an endorsement, alone and within a credential of VC ${dataModel}`, async () => {
      const about = await endorsement(westbridge.id, issuerOf('kestrel'), dataModel)
      expect(await signatureHolds(JSON.stringify(about), new Map())).toBe(true)
      const { text } = await issue({
        dataModel,
        change: (credential) => ({ ...credential, issuer: { ...(credential.issuer as JsonObject), endorsement: [about] } }),
      })
      expect(await signatureHolds(text, new Map())).toBe(true)
    })
})

describe('status lists', () => {
  for (const method of statusMethods)
    for (const key of ['Ed25519', 'P-256'] as const)
      test(`${method}, list signed with ${key}`, async () => {
        const issuer = issuerOf('kestrel', { identity: 'did:web', key })
        const dataModel = method.startsWith('2021') ? '1.1' : '2.0'
        const { text, credential, documents } = await issue({ issuer, dataModel, status: { method, set: true } })
        expect(await signatureHolds(text, documents)).toBe(true)
        const entry = credential.credentialStatus as JsonObject
        const list = new TextDecoder().decode(documents.get(String(entry.statusListCredential ?? entry.id))?.bytes)
        if (method === '1edtech') {
          expect(JSON.parse(list).revokedCredential).toMatchObject([{ id: credential.id, revoked: true }])
        } else {
          expect(await signatureHolds(list, documents)).toBe(true)
          const bits = gunzipSync(Buffer.from(JSON.parse(list).credentialSubject.encodedList.replace(/^u/, ''), 'base64url'))
          expect(bits.length).toBe(131_072 / 8)
          const bitAt = (index: number) => ((bits[index >> 3] ?? 0) >> (7 - (index & 7))) & 1
          expect([bitAt(SET_INDEX), bitAt(CLEAR_INDEX)]).toEqual([1, 0])
        }
      })

  test('an issuer with an RSA key serves its list as a JWT', async () => {
    const issuer = issuerOf('kestrel', { identity: 'did:web', key: 'RSA' })
    const { credential, documents } = await issue({ issuer, jwt: {}, status: { method: 'bitstring-revocation' } })
    const served = documents.get(String((credential.credentialStatus as JsonObject).statusListCredential))
    expect(served?.mediaType).toBe('application/vc+jwt')
    expect(await signatureHolds(new TextDecoder().decode(served?.bytes), documents)).toBe(true)
  })
})

describe('broken credentials', () => {
  test('each has a name of its own', () => {
    expect(new Set(broken.map(({ name }) => name)).size).toBe(broken.length)
  })

  for (const { name, says, make, signatureHolds: holds = false } of broken)
    test(`${name}: ${says}`, async () => {
      const { text, documents } = await make()
      expect(await signatureHolds(text, documents)).toBe(holds)
    })
})

describe('the same options give the same bytes', () => {
  for (const suite of suites)
    test(suite, async () => {
      const options = { issuer: issuerOf('westbridge', { key: suiteKeys[suite][0] }), proof: { suite } }
      expect((await issue(options)).text).toBe((await issue(options)).text)
    })

  test('JWTs with RSA', async () => {
    const options = { issuer: issuerOf('kestrel', { identity: 'jwks', key: 'RSA' }), jwt: {} } as const
    expect((await issue(options)).text).toBe((await issue(options)).text)
  })

  test('a name without a kept RSA key throws', () => {
    expect(() => keyPair('alameda', 'RSA')).toThrow('alameda')
  })
})

describe('pictures', () => {
  test('a badge is a PNG whose pixels inflate to its size', () => {
    const chunks = chunksOf(badgePng({ size: 48 }))
    const named = chunks.map((chunk) => new TextDecoder().decode(chunk.slice(4, 8)))
    expect(named).toEqual(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])
    expect(inflateSync(chunks[3]?.slice(8, -4) ?? new Uint8Array()).length).toBe(48 * 25)
  })

  for (const kind of pngChunkKinds)
    test(`a credential baked as ${kind} keeps the picture and comes first`, () => {
      const picture = badgePng()
      const baked = chunksOf(bakePng(picture, '{"a":"b"}', { kind }))
      expect(new TextDecoder().decode(baked[1]?.slice(4, 8))).toBe(kind.slice(0, 4))
      expect(baked.filter((_, index) => index !== 1)).toEqual(chunksOf(picture))
    })

  test('an SVG carries JSON as CDATA and a JWT in an attribute', () => {
    expect(bakeSvg(badgeSvg(), '{"a":"]]>"}')).toContain(
      '<openbadges:credential><![CDATA[{"a":"]]]]><![CDATA[>"}]]></openbadges:credential>',
    )
    expect(bakeSvg(badgeSvg(), 'a.b.c', 'open-badges-2')).toContain('<openbadges:assertion verify="a.b.c"/>')
  })
})

describe('the examples of the app', () => {
  const folder = new URL('../src/app/examples/', import.meta.url)
  const kept = (name: string) => readFile(new URL(name, folder), 'utf8')

  for (const { name, make } of examples) {
    test(`${name} is what the test issuer makes`, async () => {
      const { text } = await make()
      expect(await kept(name)).toBe(text)
    })

    test(`${name} needs no network`, async () => {
      expect(await signatureHolds(await kept(name), new Map())).toBe(name !== 'conflict-mediation.json')
    })

    test(`${name} does not run out before 2040`, async () => {
      const { credential } = await make()
      const end = credential.validUntil ?? credential.expirationDate ?? '9999'
      expect(String(end) > '2040').toBe(name !== 'cloud-foundations.json')
    })
  }

  test('the app offers these and no others, and together they are small', async () => {
    const shown = await examplesOfApp()
    expect(shown.map(({ name }) => name).sort()).toEqual(examples.map(({ name }) => name).sort())
    expect(shown.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(85_000)
  })
})

test('each sample of the command line has a file of its own', () => {
  expect(new Set(samples.map(({ file }) => file)).size).toBe(samples.length)
})
