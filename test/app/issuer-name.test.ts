import { describe, expect, test } from 'vitest'
import { issuerName } from '../../src/app/issuer-name.ts'
import { interfaceText as en } from '../../src/text/en/interface.ts'
import { card } from './wallet/cards.ts'

const questions = { integrity: 'passed', validity: 'passed', authority: 'warning', identity: 'unknown' } as const
const named = (part: Parameters<typeof card>[0]) => issuerName(card({ issuer: 'Westbridge College', questions, ...part }), en)

describe('the name of an issuer in a list', () => {
  test('is a fact when a web address stands behind it', () => {
    expect(named({ issuerId: 'did:web:westbridge.example' })).toBe('Westbridge College')
    expect(named({ issuerId: 'https://westbridge.example/issuer' })).toBe('Westbridge College')
  })

  test('is quoted when all that is known is a key, unless a list knows it', () => {
    expect(named({ issuerId: 'did:key:z6Mk' })).toBe('“Westbridge College”')
    expect(named({ issuerId: 'did:jwk:eyJ' })).toBe('“Westbridge College”')
    expect(named({ issuerId: 'did:key:z6Mk', questions: { ...questions, authority: 'passed' } })).toBe('Westbridge College')
  })

  test('is quoted when the key could not be found, or the credential was changed', () => {
    expect(named({ questions: { ...questions, authority: 'unknown' } })).toBe('“Westbridge College”')
    expect(named({ questions: { ...questions, authority: 'failed' } })).toBe('“Westbridge College”')
    expect(named({ questions: { ...questions, integrity: 'failed' } })).toBe('“Westbridge College”')
  })

  test('is not stated when there is none', () => {
    expect(named({ issuer: '' })).toBe('Issuer not known')
  })
})

describe('where the report said whether the name is known', () => {
  test('that decides: an issuer on a list for tests is quoted, whatever its address', () => {
    expect(named({ issuerId: 'did:web:westbridge.example', isIssuerKnown: false })).toBe('“Westbridge College”')
    expect(named({ issuerId: 'did:key:z6Mk', isIssuerKnown: true })).toBe('Westbridge College')
    expect(named({ isIssuerKnown: true, questions: { ...questions, integrity: 'failed' } })).toBe('“Westbridge College”')
  })
})
