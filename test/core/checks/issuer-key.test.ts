import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { verifyInput } from '../../../src/core/verify.ts'
import { credentialOf } from '../../issuer/content.ts'
import { doorTo, FETCHED_AT } from '../../issuer/door.ts'
import { documents, issue } from '../../issuer/issue.ts'
import { issuerOf, utf8 } from '../../issuer/issuers.ts'
import { jws, signed } from '../../issuer/sign.ts'

const westbridge = issuerOf('westbridge', { identity: 'did:web' })
const stranger = issuerOf('stranger')

function reportOn(text: string) {
  const context = { now: new Date(FETCHED_AT), open: doorTo(documents()), audience: 'verifier', identities: [] } as const
  return verifyInput({ bytes: utf8(text), name: 'posing' }, context)
}

/** A badge in the name of Westbridge that also calls itself something else. */
function posing(type: string, more: JsonObject = {}): JsonObject {
  const badge = credentialOf(westbridge)
  return { ...badge, type: [...(badge.type as string[]), type], ...more }
}

describe('a badge that a stranger signs in the name of another is never verified', () => {
  const header = { jwk: stranger.key.publicJwk }
  for (const type of ['EnvelopedVerifiableCredential', 'EnvelopedVerifiablePresentation']) {
    test(`by calling itself an ${type} as well, in a vc+jwt`, async () => {
      const report = await reportOn(await jws(posing(type, { id: 'data:,' }), { ...header, typ: 'vc+jwt' }, stranger))
      expect(report.verdict).toBe('not-verified')
      expect(report.checks.find(({ id }) => id === 'issuer.key')).toMatchObject({ status: 'failed', code: 'key_not_listed' })
    })

    test(`by calling itself an ${type} as well, in a vc claim`, async () => {
      const report = await reportOn(await jws({ vc: posing(type, { id: 'data:,' }) }, { ...header, typ: 'JWT' }, stranger))
      expect(report.verdict).toBe('not-verified')
    })
  }

  test('nor by calling itself a presentation as well: it carries nothing', async () => {
    const report = await reportOn(
      JSON.stringify(await signed(posing('VerifiablePresentation'), stranger, { purpose: 'authentication' })),
    )
    expect(report.verdict).toBe('not-verified')
    expect(report.summary).toEqual({ title: '', issuer: '', recipient: '', issued: '', expires: '' })
  })
})

test('an address that reads as one host and leads to another is no address of an issuer', async () => {
  const id = 'https://westbridge.example@stranger.example/'
  const signer = issuerOf('stranger', { identity: 'jwks' })
  const badge = { ...credentialOf(signer), issuer: { ...signer.profile, id } }
  const report = await reportOn(JSON.stringify(await signed(badge, signer, { method: `${id}#${signer.key.multibase}` })))
  expect(report.verdict).toBe('cannot-tell')
  expect(report.checks.find(({ id: check }) => check === 'issuer.key')).toMatchObject({ status: 'unknown', code: 'key_not_tied' })
})

test('a presentation lends its own words to none of the credentials in it', async () => {
  const { credential } = await issue({ content: 'minimal' })
  const report = await reportOn(
    JSON.stringify({ ...posing('VerifiablePresentation'), name: 'Doctor of Medicine', verifiableCredential: [credential] }),
  )
  expect(report.summary).toEqual({ title: '', issuer: '', recipient: '', issued: '', expires: '' })
})

describe('a key that its issuer lists twice', () => {
  const controller = 'https://westbridge.example/issuer'
  const signer = { ...westbridge, id: controller, profile: { ...westbridge.profile, id: controller } }
  const method = (id: string, more: JsonObject = {}) => ({
    id: `${controller}#${id}`,
    type: 'Multikey',
    controller,
    publicKeyMultibase: westbridge.key.multibase,
    ...more,
  })

  async function reportWith(...methods: readonly JsonObject[]) {
    const named = `${controller}#${westbridge.key.multibase}`
    const list = { id: controller, verificationMethod: methods, assertionMethod: methods.map(({ id }) => id) } as JsonObject
    const served = new Map([[controller, { bytes: utf8(JSON.stringify(list)), mediaType: 'application/json' }]])
    const context = { now: new Date(FETCHED_AT), open: doorTo(served), audience: 'verifier', identities: [] } as const
    const text = JSON.stringify(await signed(credentialOf(signer), signer, { method: named }))
    const { checks } = await verifyInput({ bytes: utf8(text), name: 'twice' }, context)
    return checks.find(({ id }) => id === 'issuer.key')
  }

  const ended = { revoked: '2020-01-01T00:00:00Z' }
  const own = String(westbridge.key.multibase)

  test('has ended when the listing that the proof names has ended, in whichever order they stand', async () => {
    for (const methods of [
      [method(own, ended), method('other')],
      [method('other'), method(own, ended)],
    ])
      expect(await reportWith(...methods)).toMatchObject({ status: 'failed', code: 'key_revoked' })
  })

  test('is judged by the listing of its own controller, not by one that names another', async () => {
    const foreign = method('foreign', { controller: 'https://elsewhere.example/' })
    expect(await reportWith(foreign, method('kept', ended))).toMatchObject({ status: 'failed', code: 'key_revoked' })
    expect(await reportWith(method(own))).toMatchObject({ status: 'passed' })
  })
})
