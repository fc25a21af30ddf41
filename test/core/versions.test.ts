import { describe, expect, test } from 'vitest'
import type { Credential } from '../../src/core/model/credential.ts'
import { isLater, isSameCredential, refreshAddressOf, type Versioned, versionDateOf } from '../../src/core/versions.ts'

function version(issuer: string, id?: string, dates: Pick<Versioned, 'validFrom' | 'awardedDate'> = {}): Versioned {
  return { issuer: { id: issuer, name: [], otherIdentifiers: [] }, ...(id !== undefined && { id }), ...dates }
}

describe('credential equality (OB 3.0)', () => {
  test.each([
    ['the same id', 'urn:uuid:1', 'urn:uuid:1'],
    ['white space round it', ' urn:uuid:1\n', 'urn:uuid:1'],
    ['needless percent-encoding', 'https://college.example/%61na', 'https://college.example/ana'],
    ['an encoding that is none', 'https://college.example/%', 'https://college.example/%'],
  ])('holds for %s by the same issuer', (_, one, other) => {
    expect(isSameCredential(version('did:example:a', one), version('did:example:a', other))).toBe(true)
  })

  test('holds for an issuer whose address is written otherwise', () => {
    const [one, other] = [version('HTTPS://College.example/issuer', 'urn:1'), version('https://college.example/issuer', 'urn:1')]
    expect(isSameCredential(one, other)).toBe(true)
  })

  test('does not hold for another issuer, another id, or without any id', () => {
    const one = version('did:example:a', 'urn:1')
    expect(isSameCredential(one, version('did:example:b', 'urn:1'))).toBe(false)
    expect(isSameCredential(one, version('did:example:a', 'URN:1'))).toBe(false)
    expect(isSameCredential(version('did:example:a'), version('did:example:a'))).toBe(false)
    expect(isSameCredential(version('', 'urn:1'), version('', 'urn:1'))).toBe(false)
  })
})

describe('a later version', () => {
  const from = (validFrom: string) => version('did:example:a', 'urn:1', { validFrom })
  test('is valid from a later instant, wherever that was written down', () => {
    expect(isLater(from('2026-01-01T12:00:00Z'), from('2026-01-01T12:30:00+01:00'))).toBe(true)
    expect(isLater(from('2026-01-01T12:00:00Z'), from('2026-01-01T12:00:00Z'))).toBe(false)
  })
  test('is told by when it was awarded where it has no start', () => {
    const awarded = version('did:example:a', 'urn:1', { awardedDate: '2026-03-01T00:00:00Z' })
    expect(isLater(awarded, from('2026-01-01T00:00:00Z'))).toBe(true)
    expect(versionDateOf(awarded)).toBe('2026-03-01T00:00:00Z')
  })
  test('is not guessed from a date that cannot be read', () => {
    expect(isLater(from('tomorrow'), from('2026-01-01T00:00:00Z'))).toBe(false)
    expect(isLater(from('2026-01-01T00:00:00Z'), version('did:example:a', 'urn:1'))).toBe(false)
  })
})

describe('where a newer version may be had', () => {
  const at = (...refreshServices: Credential['refreshServices']) => refreshAddressOf({ refreshServices })
  test('is the address of the service that the standard defines', () => {
    expect(
      at({ id: 'urn:x', type: '1EdTechCredentialRefresh' }, { id: 'https://a.example/', type: ['1EdTechCredentialRefresh'] }),
    ).toBe('https://a.example/')
  })
  test('is nowhere for another kind of service, or one without a web address', () => {
    expect(at({ id: 'https://a.example/', type: 'ManualRefreshService2018' }, { type: '1EdTechCredentialRefresh' })).toBeNull()
    expect(at({ id: 'javascript:alert(1)', type: '1EdTechCredentialRefresh' })).toBeNull()
  })
})
