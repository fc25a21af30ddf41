import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { scatteredMember } from '../../../src/core/proofs/scattered.ts'
import { verifyInput } from '../../../src/core/verify.ts'
import { doorTo, FETCHED_AT } from '../../issuer/door.ts'
import { type Issued, issue } from '../../issuer/issue.ts'
import { utf8 } from '../../issuer/issuers.ts'

async function verdictOn(document: JsonObject, { documents }: Issued): Promise<string> {
  const context = { now: new Date(FETCHED_AT), open: doorTo(documents), audience: 'verifier', identities: [] } as const
  const { verdict, checks } = await verifyInput({ bytes: utf8(JSON.stringify(document)), name: 'moved' }, context)
  return `${verdict} ${checks.find(({ id }) => id === 'proof.coverage')?.code}`
}

const withSubject = (document: JsonObject, more: JsonObject): JsonObject => ({
  ...document,
  credentialSubject: { ...(document.credentialSubject as JsonObject), ...more },
})

describe('canonical RDF does not notice, and we do', () => {
  test('an end date and a status entry that move to something else with the id of the credential', async () => {
    const self = (more: JsonObject) => (badge: JsonObject) => ({
      ...badge,
      evidence: [{ id: String(badge.id), type: ['Evidence'], name: 'Itself', ...more }],
    })
    const issued = await issue({
      content: 'minimal',
      status: { method: 'bitstring-revocation', set: true },
      change: (badge) => self({})({ ...badge, validUntil: '2025-06-01T00:00:00Z' }),
    })
    expect(await verdictOn(issued.credential, issued)).toBe('not-verified null')
    const { validUntil, credentialStatus, ...rest } = issued.credential
    const hidden = { type: ['Evidence', ...(rest.type as string[])], validUntil, credentialStatus } as JsonObject
    expect(await verdictOn(self(hidden)(rest), issued)).toBe('not-verified meaning_changed')
  })

  test('a failed result that is torn in two by a label', async () => {
    const issued = await issue({
      content: 'minimal',
      change: (badge) => withSubject(badge, { result: [{ type: ['Result'], value: '12', status: 'Failed' }] }),
    })
    expect(await verdictOn(issued.credential, issued)).toBe('verified null')
    const torn = [
      { id: '_:r', type: ['Result'], value: '12' },
      { id: '_:r', type: ['Result'], status: 'Failed' },
    ]
    expect(await verdictOn(withSubject(issued.credential, { result: torn }), issued)).toBe('not-verified meaning_changed')
  })

  test('a failed result that is torn in two by its own id', async () => {
    const id = 'urn:uuid:0b9c7f9e-4a1e-4f64-9a0e-4b7a6fa2d777'
    const issued = await issue({
      content: 'minimal',
      change: (badge) => withSubject(badge, { result: [{ id, type: ['Result'], value: '12', status: 'Failed' }] }),
    })
    expect(await verdictOn(issued.credential, issued)).toBe('verified null')
    const torn = [
      { id, type: ['Result'], value: '12' },
      { id, type: ['Result'], status: 'Failed' },
    ]
    expect(await verdictOn(withSubject(issued.credential, { result: torn }), issued)).toBe('not-verified meaning_changed')
  })
})

describe('everything is in its place', () => {
  test('when issuer, creator and what is endorsed have an id in common', () => {
    const profile = { id: 'https://college.example', type: ['Profile'], name: 'College' }
    const comment = { id: 'urn:x:1', type: ['EndorsementSubject'], endorsementComment: 'Good.' }
    const endorsement = [{ id: 'urn:x:2', issuer: profile, validFrom: '2024-01-01T00:00:00Z', credentialSubject: comment }]
    const achievement = { id: 'urn:x:3', creator: { ...profile, url: 'https://college.example/' } }
    expect(
      scatteredMember({ id: 'urn:x:1', issuer: profile, endorsement, credentialSubject: { id: 'did:x:1', achievement } }),
    ).toBeNull()
  })

  test('when the same evidence is named twice', () => {
    const evidence = [
      { id: 'https://portfolio.example', name: 'First' },
      { id: 'https://portfolio.example', name: 'Second' },
    ]
    expect(scatteredMember({ id: 'urn:x:1', evidence })).toBeNull()
  })

  test('when a credential inside a presentation, a graph of its own, has the id of the presentation', () => {
    const inside = [{ id: 'urn:x:1', issuer: 'did:x:1' }]
    expect(scatteredMember({ id: 'urn:x:1', type: ['VerifiablePresentation'], verifiableCredential: inside })).toBeNull()
  })

  test('when each credential inside a record awards something to the subject of the record', () => {
    const award = (id: string) => ({ id, credentialSubject: { id: 'did:x:1', achievement: { id: `${id}:a` }, creditsEarned: 3 } })
    const credentialSubject = { id: 'did:x:1', type: 'ClrSubject', verifiableCredential: [award('urn:x:1'), award('urn:x:2')] }
    expect(scatteredMember({ id: 'urn:x:0', type: ['ClrCredential'], credentialSubject })).toBeNull()
  })
})

describe('a record puts what is inside into its own graph', () => {
  test.each<[string, JsonObject]>([
    ['type', { type: ['ClrSubject', 'AchievementSubject'] }],
    ['creditsEarned', { creditsEarned: 3 }],
    ['result', { result: [{ value: 'A' }] }],
  ])('so its subject may not borrow the %s of an award', (member, more) => {
    const credentialSubject = { id: 'did:x:1', type: ['ClrSubject'], verifiableCredential: [], ...more }
    expect(scatteredMember({ id: 'urn:x:0', type: ['ClrCredential'], credentialSubject })).toBe(member)
  })

  test.each(['validUntil', 'credentialStatus', 'issuer'])('so its %s may not stand on a credential inside', (member) => {
    const inside = { id: 'urn:x:0', type: 'VerifiableCredential', [member]: '2020-01-01T00:00:00Z' }
    const credentialSubject = { id: 'did:x:1', type: 'ClrSubject', verifiableCredential: [inside] }
    expect(scatteredMember({ id: 'urn:x:0', type: ['ClrCredential'], credentialSubject })).toBe(member)
  })
})
