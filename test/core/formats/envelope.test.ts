import { describe, expect, test } from 'vitest'
import { bytesOf } from '../../../src/core/encoding/utf8.ts'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { readSource } from '../../../src/core/read.ts'
import { issueBadge } from '../../issuer/badges.ts'
import { issueClr1 } from '../../issuer/clr1.ts'
import { issue } from '../../issuer/issue.ts'
import { issuedSdJwt } from '../../issuer/sd-jwt.ts'

/** The format of each credential in a document, or the code of its problem. */
async function formats(document: unknown): Promise<readonly string[]> {
  const read = await readSource({ bytes: bytesOf(JSON.stringify(document)), name: 'a.json' })
  if (!read.ok) return [read.problem.code]
  return read.value.map(({ result }) => (result.ok ? result.value.format : result.problem.code))
}

const ob3 = (await issue({ content: 'minimal' })).credential
const jwt = (await issue({ content: 'minimal', jwt: {} })).text
const ob2 = (await issueBadge()).assertion
const ob2Jws = (await issueBadge({ signed: 'RSA' })).text
const clr1 = (await issueClr1({ form: 'hosted' })).record
const sdJwt = (await issuedSdJwt()).text

describe('what interfaces answer is opened', () => {
  test.for([
    ['Open Badges 3.0', { credential: [ob3], compactJwsString: [jwt] }, ['ob3', 'ob3-jwt']],
    ['Open Badges 3.0, as its sample writes it', { compactJwsStrings: [jwt, jwt] }, ['ob3-jwt', 'ob3-jwt']],
    ['CLR 1.0', { clrs: [clr1], signedClrs: [] }, ['clr1']],
    ['OID4VCI', { credentials: [{ credential: jwt }, { credential: sdJwt }] }, ['ob3-jwt', 'sd-jwt-vc']],
    ['VC-API', { verifiableCredential: ob3 }, ['ob3']],
    ['Badge Connect', { status: { statusCode: 200 }, results: [ob2, ob2Jws] }, ['ob2', 'ob2-jws']],
    ['Badge Connect, by another name', { assertions: [ob2] }, ['ob2']],
    ['Badge Connect, one', { assertion: ob2 }, ['ob2']],
    ['addresses', ['https://a.example/1', 'https://a.example/2'], ['ob1', 'ob1']],
  ] as const)('%s', async ([, document, inside]) => {
    expect(await formats(document)).toEqual(inside)
  })

  test('but not what only uses the same words', async () => {
    expect(await formats({ results: [{ score: 4 }] })).toEqual(['input_not_credential'])
    expect(await formats({ assertions: ['some', 'words'] })).toEqual(['input_not_credential'])
    expect(await formats({ ...clr1, results: [ob2], assertion: ob2 })).toEqual(['clr1'])
  })
})

describe('a Universal Wallet export', () => {
  const wallet = (contents: unknown, more: JsonObject = {}) => ({
    '@context': ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/wallet/v1'],
    id: 'http://example.gov/wallet/3732',
    type: 'UniversalWallet2020',
    status: 'UNLOCKED',
    contents,
    ...more,
  })
  const jwe = { protected: 'e30', recipients: [], iv: 'AA', ciphertext: 'AA', tag: 'AA' }

  test('gives its credentials of every generation, and no keys or notes', async () => {
    const key = { id: 'did:example:1#k', type: 'Ed25519VerificationKey2018', privateKeyBase58: '2' }
    const note = { type: 'ProfileMetadata', data: { profileName: 'Ana' } }
    const contents = [key, ob3, note, 'words', jwt, sdJwt, ob2, clr1, { credential: ob3 }, { didDocument: {} }]
    expect(await formats(wallet(contents))).toEqual(['ob3', 'ob3-jwt', 'sd-jwt-vc', 'ob2', 'clr1', 'ob3'])
  })

  test('without credentials holds nothing', async () => {
    expect(await formats(wallet([]))).toEqual(['nothing_inside'])
    expect(await formats(wallet([{ type: 'ProfileMetadata' }]))).toEqual(['nothing_inside'])
  })

  test.for([
    ['by its status', wallet([ob3], { status: 'LOCKED' })],
    ['by what is in it', wallet([{ id: 'urn:1', jwe }, jwe])],
    [
      'as the specification writes it',
      { type: ['VerifiableCredential', 'EncryptedWallet'], credentialSubject: { contents: [{ id: 'urn:1', jwe }] } },
    ],
  ] as const)('that is locked is named so: %s', async ([, document]) => {
    expect(await formats(document)).toEqual(['wallet_locked'])
  })
})
