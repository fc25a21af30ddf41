import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { areEntangled } from '../../../src/core/proofs/entangled.ts'

const learner = 'did:key:learner'
const issuer = { id: 'https://college.example', type: 'Profile', name: 'College' }

function part(id: string, achievement: string, more: JsonObject = {}, subject: JsonObject = {}): JsonObject {
  return {
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer,
    credentialSubject: {
      id: learner,
      type: 'AchievementSubject',
      achievement: { id: achievement, type: 'Achievement', name: achievement },
      ...subject,
    },
    ...more,
  }
}

const signed = { proof: { type: 'DataIntegrityProof' } }

function record(parts: readonly JsonObject[], subject: JsonObject = {}): JsonObject {
  return {
    id: 'urn:record',
    issuer,
    credentialSubject: { id: learner, type: 'ClrSubject', verifiableCredential: parts, ...subject },
  }
}

describe('what the proof of a record leaves open about parts without a proof', () => {
  test('is nothing where there is no such part', () => {
    expect(areEntangled(record([part('urn:1', 'a', signed), part('urn:2', 'b', signed)]))).toBe(false)
  })

  test('is nothing where one such part is alone', () => {
    expect(areEntangled(record([part('urn:1', 'a')]))).toBe(false)
  })

  test('is which of two awards to one learner has which result', () => {
    expect(areEntangled(record([part('urn:1', 'a'), part('urn:2', 'b')]))).toBe(true)
  })

  test('is whether an award to the same learner that is signed beside it lent it something', () => {
    expect(areEntangled(record([part('urn:1', 'a'), part('urn:2', 'b', signed)]))).toBe(true)
  })

  test('is nothing where the parts name the learner by an identity and not by an id', () => {
    const nameless = { id: undefined, identifier: [{ type: 'IdentityObject', identityHash: 'a@b.example' }] }
    const parts = [part('urn:1', 'a', {}, nameless), part('urn:2', 'b', {}, nameless)]
    expect(areEntangled(JSON.parse(JSON.stringify(record(parts))))).toBe(false)
  })

  test('is what belongs to which of two parts with one id', () => {
    const nameless = (id: string) => part('urn:same', id, {}, { id: `did:key:${id}` })
    expect(areEntangled(record([nameless('a'), nameless('b')]))).toBe(true)
  })

  test('is what an achievement is that is described in two ways', () => {
    const one = part('urn:1', 'a', {}, { id: 'did:key:1' })
    const two = part('urn:2', 'a', signed, { id: 'did:key:2', achievement: { id: 'a', type: 'Achievement', name: 'Another' } })
    expect(areEntangled(record([one, two]))).toBe(true)
    expect(areEntangled(record([one, part('urn:2', 'a', signed, { id: 'did:key:2' })]))).toBe(false)
  })

  test('is whose a member is that stands on the subject of the record but is said of awards', () => {
    expect(areEntangled(record([part('urn:1', 'a')], { creditsEarned: 5 }))).toBe(true)
    expect(areEntangled(record([part('urn:1', 'a')], { type: ['ClrSubject', 'AchievementSubject'] }))).toBe(true)
    expect(areEntangled(record([part('urn:1', 'a', {}, { association: [] })]))).toBe(true)
  })

  test('is asked of parts inside parts as well', () => {
    const inner = record([part('urn:1', 'a'), part('urn:2', 'b')])
    expect(areEntangled(record([{ ...inner, id: 'urn:inner' }]))).toBe(true)
  })
})
