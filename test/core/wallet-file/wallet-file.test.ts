import { CompactEncrypt, GeneralEncrypt } from 'jose'
import { describe, expect, test } from 'vitest'
import { parseJson } from '../../../src/core/encoding/json.ts'
import { bytesOf, textOf } from '../../../src/core/encoding/utf8.ts'
import type { Credential, Source } from '../../../src/core/model/credential.ts'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { attempt } from '../../../src/core/problem.ts'
import { readSource } from '../../../src/core/read.ts'
import { openLockedWallet, writeWallet } from '../../../src/core/wallet-file/index.ts'
import { issueBadge } from '../../issuer/badges.ts'
import { bakePng } from '../../issuer/bake.ts'
import { issueClr1 } from '../../issuer/clr1.ts'
import { issue } from '../../issuer/issue.ts'
import { badgePng } from '../../issuer/pictures.ts'
import { issuedSdJwt } from '../../issuer/sd-jwt.ts'

const now = new Date('2026-11-23T12:00:00.500Z')
const passphrase = 'correct horse battery staple'

const source = (text: string, name = 'a.json'): Source => ({ bytes: bytesOf(text), name })
const json = (value: unknown) => bytesOf(JSON.stringify(value))
const written = async (sources: readonly Source[]) => textOf(await writeWallet(sources, null, now))
const object = (bytes: Uint8Array) => parseJson(textOf(bytes)) as JsonObject

const ob3 = (await issue()).text
const jwt = (await issue({ jwt: {} })).text
const sdJwt = (await issuedSdJwt()).text
const badge = (await issueBadge()).text
const badgeJws = (await issueBadge({ signed: 'RSA' })).text
const clr1 = (await issueClr1({ form: 'hosted' })).text
const address = 'https://westbridge.example/assertions/1'

/** What our reader finds in a wallet: each credential, as text, or the code of its problem. */
async function found(wallet: Uint8Array): Promise<readonly string[]> {
  const read = await readSource({ bytes: wallet, name: 'wallet.json' })
  if (!read.ok) return [read.problem.code]
  return read.value.map(({ result }) => (result.ok ? textFor(result.value) : result.problem.code))
}

function textFor({ securing, document }: Credential): string {
  if (securing.kind === 'jose' || securing.kind === 'badge-jws') return securing.jws.text
  return securing.kind === 'sd-jwt' ? securing.sdJwt.text : JSON.stringify(document)
}

describe('a wallet file that we write', () => {
  test('is read by our reader, each credential as it was', async () => {
    const wallet = await writeWallet(
      [ob3, jwt, sdJwt, badge, badgeJws, clr1].map((text) => source(text)),
      null,
      now,
    )
    expect(await found(wallet)).toEqual([
      JSON.stringify(JSON.parse(ob3)),
      jwt,
      sdJwt,
      JSON.stringify(JSON.parse(badge)),
      badgeJws,
      JSON.stringify(JSON.parse(clr1)),
    ])
  })

  test('is a Universal Wallet 2020 without keys, with an id of its own each time', async () => {
    const [one, two] = [object(await writeWallet([], null, now)), object(await writeWallet([], null, now))]
    expect(one).toEqual({
      '@context': ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/wallet/v1'],
      id: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
      type: 'UniversalWallet2020',
      status: 'UNLOCKED',
      contents: [],
    })
    expect(one['id']).not.toBe(two['id'])
  })

  test('keeps the JSON of a credential as it was written, numbers too', async () => {
    const text = ob3.replace('{', '{ "odd": 1.00, "large": 12345678901234567890,')
    expect(await written([source(text)])).toContain(text)
  })

  test('takes a credential out of its picture', async () => {
    const picture = { bytes: bakePng(badgePng(), ob3), name: 'badge.png' }
    expect(await found(await writeWallet([picture], null, now))).toEqual([JSON.stringify(JSON.parse(ob3))])
  })

  test('loses nothing that it cannot hold as JSON: its bytes lie in it whole', async () => {
    const picture = { bytes: bakePng(badgePng(), address), name: 'badge.png' }
    const wallet = object(await writeWallet([picture, source(ob3)], null, now))
    const [held] = wallet['contents'] as readonly { readonly id: string }[]
    expect(Buffer.from(held!.id.replace('data:application/octet-stream;base64,', ''), 'base64')).toEqual(
      Buffer.from(picture.bytes),
    )
    expect(await found(json(wallet))).toEqual(['member_invalid', JSON.stringify(JSON.parse(ob3))])
  })

  test('is no larger than what we read', async () => {
    const many = Array.from({ length: 2001 }, () => source(badge))
    expect(await attempt(() => writeWallet(many, null, now))).toMatchObject({ problem: { code: 'backup_too_large' } })
  })
})

describe('a locked wallet', () => {
  test('is an encrypted wallet to others, and opened by its passphrase', async () => {
    const wallet = await writeWallet([source(ob3), source(jwt)], passphrase, now)
    expect(textOf(wallet)).not.toContain('Westbridge')
    const { credentialSubject, ...outside } = object(wallet)
    expect(outside).toMatchObject({ type: ['VerifiableCredential', 'EncryptedWallet'], issuanceDate: '2026-11-23T12:00:00Z' })
    const [content] = (credentialSubject as { readonly contents: readonly { readonly jwe: { readonly protected: string } }[] })
      .contents
    expect(JSON.parse(Buffer.from(content!.jwe.protected, 'base64url').toString())).toMatchObject({
      alg: 'PBES2-HS512+A256KW',
      enc: 'A256GCM',
      p2c: 600_000,
    })
    expect(await found(wallet)).toEqual(['wallet_locked'])
    expect(await found(await openLockedWallet(wallet, passphrase))).toEqual([JSON.stringify(JSON.parse(ob3)), jwt])
  })

  test('stays shut for another passphrase', async () => {
    const wallet = await writeWallet([source(ob3)], passphrase, now)
    for (const wrong of ['correct horse battery stable', '']) {
      expect(await attempt(() => openLockedWallet(wallet, wrong))).toEqual({ ok: false, problem: { code: 'wallet_wrong_key' } })
    }
  })

  async function jwe(plain: unknown, alg = 'PBES2-HS512+A256KW', p2c = 1000): Promise<unknown> {
    const encrypt = new GeneralEncrypt(json(plain)).setProtectedHeader({ alg, enc: 'A256GCM' })
    encrypt.addRecipient(bytesOf(passphrase)).setKeyManagementParameters({ p2c })
    return encrypt.encrypt()
  }
  const credential = JSON.parse(ob3) as JsonObject
  const key = { type: 'Ed25519VerificationKey2020', id: 'did:example:1#k', privateKeyMultibase: 'zSecret' }

  test('is opened in every form that wallets write, and gives credentials but never keys', async () => {
    const unlocked = { type: 'UniversalWallet2020', status: 'UNLOCKED', contents: [key, credential] }
    const forms = [
      {
        type: ['VerifiableCredential', 'EncryptedWallet'],
        credentialSubject: {
          contents: [
            { id: 'a', jwe: await jwe(key) },
            { id: 'b', jwe: await jwe(credential) },
          ],
        },
      },
      { type: ['VerifiableCredential', 'EncryptedWallet'], credentialSubject: { encryptedWalletContents: await jwe(unlocked) } },
      { type: 'UniversalWallet2020', status: 'LOCKED', contents: [await jwe([credential, key], 'PBES2-HS256+A128KW')] },
      [{ type: 'UniversalWallet2020', status: 'LOCKED', contents: [await jwe(unlocked)] }],
      await jwe(unlocked),
    ]
    for (const form of forms) {
      const opened = await openLockedWallet(json(form), passphrase)
      expect(await found(opened)).toEqual([JSON.stringify(credential)])
      expect(textOf(opened)).not.toContain('zSecret')
    }
  })

  test('that is a flattened JWE is opened too', async () => {
    const [header, encrypted_key, iv, ciphertext, tag] = (
      await new CompactEncrypt(json([credential]))
        .setProtectedHeader({ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM' })
        .setKeyManagementParameters({ p2c: 1000 })
        .encrypt(bytesOf(passphrase))
    ).split('.')
    const flat = { protected: header, encrypted_key, iv, ciphertext, tag }
    expect(await found(await openLockedWallet(json(flat), passphrase))).toEqual([JSON.stringify(credential)])
  })

  test.for([
    ['another kind of key', { alg: 'ECDH-ES+A256KW' }, 'ECDH-ES+A256KW'],
    ['a key and no passphrase', { alg: 'dir' }, 'dir'],
    ['more hashing than is reasonable', { alg: 'PBES2-HS512+A256KW', p2c: 2_000_001 }, 'PBES2-HS512+A256KW'],
    ['hashing that is no number', { alg: 'PBES2-HS512+A256KW', p2c: '9' }, 'PBES2-HS512+A256KW'],
    ['less than no hashing', { alg: 'PBES2-HS512+A256KW', p2c: -1 }, 'PBES2-HS512+A256KW'],
    ['nothing that it names', {}, 'unknown'],
  ] as const)('that takes %s is refused before any work', async ([, header, alg]) => {
    const wallet = {
      contents: [{ jwe: { ciphertext: 'AAAA', iv: 'AAAA', tag: 'AAAA', recipients: [{ header, encrypted_key: 'AAAA' }] } }],
    }
    expect(await attempt(() => openLockedWallet(json(wallet), passphrase))).toEqual({
      ok: false,
      problem: { code: 'wallet_lock_unsupported', facts: { alg } },
    })
  })

  test('that asks for too much work in all is refused', async () => {
    const header = { alg: 'PBES2-HS512+A256KW', p2c: 2_000_000 }
    const locked = { ciphertext: 'AAAA', recipients: [{ header }] }
    const many = { contents: Array.from({ length: 51 }, () => locked) }
    expect(await attempt(() => openLockedWallet(json(many), passphrase))).toMatchObject({ problem: { code: 'backup_too_large' } })
    const keys = { contents: [{ ...locked, recipients: Array.from({ length: 9 }, () => ({ header })) }] }
    expect(await attempt(() => openLockedWallet(json(keys), passphrase))).toMatchObject({
      problem: { code: 'wallet_lock_unsupported' },
    })
  })

  test('without a credential says so', async () => {
    expect(await attempt(async () => openLockedWallet(json(await jwe([key])), passphrase))).toMatchObject({
      problem: { code: 'nothing_inside' },
    })
    expect(await attempt(() => openLockedWallet(json({ contents: [] }), passphrase))).toMatchObject({
      problem: { code: 'nothing_inside' },
    })
  })
})
