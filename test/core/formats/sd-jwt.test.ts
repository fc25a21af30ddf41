import { describe, expect, test } from 'vitest'
import { recognise } from '../../../src/core/formats/index.ts'
import type { Credential } from '../../../src/core/model/credential.ts'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { credentialOf } from '../../issuer/content.ts'
import { issuerOf } from '../../issuer/issuers.ts'
import {
  badgeClaims,
  bound,
  digestOf,
  disclosing,
  disclosure,
  issueSdJwt,
  kestrel,
  sdJwt,
  TOKEN_LIST,
  tokenList,
  tokenStatus,
} from '../../issuer/sd-jwt.ts'
import { jws } from '../../issuer/sign.ts'

async function read(text: string): Promise<Credential> {
  const all = await recognise({ text, container: 'text', notices: [] })
  if (!all.ok) throw new Error(all.problem.code)
  const [credential] = all.value
  if (!credential || all.value.length > 1) throw new Error(`${all.value.length} credentials`)
  return credential
}

const sdJwtOf = ({ securing }: Credential) => (securing.kind === 'sd-jwt' ? securing.sdJwt : null)
const troubleOf = (credential: Credential) => sdJwtOf(credential)?.trouble?.code

describe('an SD-JWT VC reads', () => {
  test('like a badge when it carries one', async () => {
    const credential = await read(await issueSdJwt())
    expect(credential).toMatchObject({
      format: 'sd-jwt-vc',
      dataModel: null,
      types: ['https://kestrel.example/types/open-badge'],
      title: [{ value: 'Data Literacy' }],
      issuer: { id: kestrel.id },
      validFrom: '2026-01-15T00:00:00Z',
      validUntil: '2036-01-15T00:00:00Z',
    })
    expect(credential.subjects).toMatchObject([
      {
        achievement: {
          name: [{ value: 'Data Literacy' }],
          criteria: { narrative: [{ value: 'Pass the final exam.' }] },
          creditsAvailable: 5,
        },
        results: [{ value: 'A' }],
        identities: [
          { type: 'name', hashed: false, value: 'Pat Learner' },
          { type: 'emailAddress', hashed: false, value: 'pat@learner.example' },
        ],
        otherMembers: { languages: ['en', 'es', 'fr'] },
      },
    ])
  })

  test('with no more than is disclosed, and the number of what is kept back', async () => {
    const credential = await read(disclosing(await issueSdJwt(), 'result', 'es'))
    expect(credential.subjects).toMatchObject([
      { results: [{ value: 'A' }], identities: [], otherMembers: { languages: ['es'] } },
    ])
    expect(JSON.stringify(credential.document)).not.toMatch(/_sd|\.\.\.|Learner/)
    expect(sdJwtOf(credential)).toMatchObject({ withheld: 6, trouble: null, keyBinding: null })
  })

  test('about a person, whose name is no title', async () => {
    const claims = {
      iss: kestrel.id,
      vct: 'urn:eudi:pid:1',
      sub: 'did:example:pat',
      given_name: 'Pat',
      name: 'Pat L.',
      address: { a: 1 },
    }
    expect(await read(await sdJwt(claims))).toMatchObject({
      title: [{ value: 'pid' }],
      subjects: [{ id: 'did:example:pat', otherMembers: { given_name: 'Pat', name: 'Pat L.', address: { a: 1 } } }],
    })
    const other = { iss: kestrel.id, vct: 'https://kestrel.example/types/lab_access?v=1', name: 'Lab access', floor: 2 }
    expect(await read(await sdJwt(other))).toMatchObject({
      title: [{ value: 'Lab access' }],
      subjects: [{ otherMembers: { floor: 2 } }],
    })
    const { name: _, ...nameless } = other
    expect(await read(await sdJwt(nameless))).toMatchObject({ title: [{ value: 'lab access' }] })
  })

  test('with the name that its issuer gives itself, and never as somebody else', async () => {
    const claims = (id: string) => ({ ...badgeClaims(), issuer: { id, name: 'Westbridge College' } })
    expect(await read(await sdJwt(claims(kestrel.id)))).toMatchObject({
      issuer: { id: kestrel.id, name: [{ value: 'Westbridge College' }] },
    })
    expect(await read(await sdJwt(claims('https://westbridge.example/issuer')))).toMatchObject({
      issuer: { id: kestrel.id, name: [] },
    })
  })

  test('with its status, also of a kind that is not known', async () => {
    const status = tokenStatus(7)
    expect((await read(await sdJwt({ ...badgeClaims(), status }))).statusEntries).toEqual([
      { type: 'TokenStatusList', members: { idx: 7, uri: TOKEN_LIST } },
    ])
    const both = { ...status, identifier_list: { id: '1' } }
    expect((await read(await sdJwt({ ...badgeClaims(), status: both }))).statusEntries).toHaveLength(2)
    for (const odd of [{}, 'revoked', []])
      expect((await read(await sdJwt({ ...badgeClaims(), status: odd }))).statusEntries).toHaveLength(1)
  })

  test('as a plain JWT with nothing to disclose', async () => {
    const text = await jws(badgeClaims(), { typ: 'dc+sd-jwt', kid: kestrel.methodId }, kestrel)
    expect(await read(text)).toMatchObject({ format: 'sd-jwt-vc', securing: { sdJwt: { disclosures: [], trouble: null } } })
  })

  test('whatever word its type is, as no presentation and no list', async () => {
    for (const vct of [
      'VerifiablePresentation',
      'BitstringStatusListCredential',
      'TokenStatusList',
      'EnvelopedVerifiableCredential',
    ])
      expect((await read(await sdJwt({ ...badgeClaims(), vct, type: vct }))).types).toEqual([])
  })

  test('inside an enveloped credential', async () => {
    const envelope = { type: 'EnvelopedVerifiableCredential', id: `data:application/dc+sd-jwt,${await issueSdJwt()}` }
    expect((await read(JSON.stringify(envelope))).format).toBe('sd-jwt-vc')
  })
})

describe('what is wrong with the parts is trouble, never a refusal to show the rest', () => {
  test.for([
    ['the last part is no key binding JWT, for the last tilde is missing', (text: string) => text.slice(0, -1)],
    ['a part is empty', (text: string) => `${text}~`],
    ['a disclosure is garbled', (text: string) => `${text}AAAA~`],
    ['the key binding JWT is cut', (text: string) => `${text}eyJ0eXAiOiJrYitqd3QifQ.e30`],
  ] as const)('%s', async ([, change]) => {
    const credential = await read(change(await issueSdJwt()))
    expect(troubleOf(credential)).toBe('sd_jwt_malformed')
    expect(credential.title).toEqual([{ value: 'Data Literacy' }])
    expect(sdJwtOf(credential)?.keyBinding).toBeNull()
  })

  test('the key binding JWT is taken off', async () => {
    const credential = await read(await bound(await issueSdJwt()))
    expect(sdJwtOf(credential)).toMatchObject({ trouble: null, keyBinding: { header: { typ: 'kb+jwt' } } })
  })

  test('a claim that may not be disclosed is not read', async () => {
    const { exp: _, ...claims } = badgeClaims()
    const late = disclosure('salt', 'exp', 4_000_000_000)
    const credential = await read(await sdJwt({ ...claims, _sd: [digestOf(late)] }, [late]))
    expect(credential.validUntil).toBeUndefined()
    expect(troubleOf(credential)).toBe('disclosure_forbidden')
  })
})

describe('a W3C credential as SD-JWT reads', () => {
  const issuer = issuerOf('kestrel', { identity: 'did:web', key: 'P-256' })
  const badge = credentialOf(issuer, { content: 'minimal' })

  test('as what it is, with what is disclosed in its place', async () => {
    const { name: _, ...achievement } = (badge.credentialSubject as JsonObject).achievement as JsonObject
    const name = disclosure('salt', 'name', 'Data Literacy')
    const subject = { ...(badge.credentialSubject as JsonObject), achievement: { ...achievement, _sd: [digestOf(name)] } }
    const text = await sdJwt({ ...badge, credentialSubject: subject }, [name], { issuer, header: { typ: 'vc+sd-jwt' } })
    const credential = await read(text)
    expect(credential).toMatchObject({
      format: 'sd-jwt-vcdm',
      dataModel: '2.0',
      id: badge.id,
      title: [{ value: 'Data Literacy' }],
      securing: { kind: 'sd-jwt', sdJwt: { withheld: 0, trouble: null } },
    })
    const [token] = text.split('~')
    expect((await read(`${token}~`)).title).toEqual([])
  })

  test('in a `vc` claim, with the members that it leaves to the claims', async () => {
    const { issuer: _, ...rest } = credentialOf(issuer, { content: 'minimal', dataModel: '1.1' })
    const text = await sdJwt({ iss: issuer.id, vc: rest }, [], { issuer, header: { typ: 'JWT' } })
    expect(await read(text)).toMatchObject({ format: 'sd-jwt-vcdm', dataModel: '1.1', issuer: { id: issuer.id } })
  })

  test('but not a presentation, whose holder would have to be asked in another way', async () => {
    const shown = { '@context': badge['@context'], type: ['VerifiablePresentation'], verifiableCredential: [badge] }
    for (const payload of [shown, { vp: shown }, { ...badge, type: ['VerifiableCredential', 'VerifiablePresentation'] }])
      await expect(sdJwt(payload as JsonObject, [], { issuer }).then(read)).rejects.toThrow('format_not_yet')
  })
})

test('a Token Status List is read as a list about nobody', async () => {
  const credential = await read(await tokenList())
  expect(credential).toMatchObject({
    format: 'status-list-jwt',
    types: ['TokenStatusList'],
    id: TOKEN_LIST,
    issuer: { id: kestrel.id },
    subjects: [],
    statusEntries: [],
  })
  const did = issuerOf('kestrel', { identity: 'did:web', key: 'P-256' })
  expect((await read(await tokenList({ by: did, claims: { iss: undefined } }))).issuer.id).toBe(did.id)
  expect((await read(await tokenList({ claims: { iss: undefined } }))).issuer.id).toBe('')
})
