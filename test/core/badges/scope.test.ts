import { describe, expect, test } from 'vitest'
import { isWebAddress, sameDocument, sameResource } from '../../../src/core/badges/addresses.ts'
import { scopeOf } from '../../../src/core/badges/scope.ts'
import type { JsonObject } from '../../../src/core/model/json.ts'

const ISSUER = 'https://good.example/issuer'
const within = (verification: JsonObject | undefined, ...addresses: readonly string[]) =>
  scopeOf(verification === undefined ? {} : { verification }, ISSUER, addresses)

describe('without a stated scope, a badge lies on the host of its issuer', () => {
  test.for([
    ['https://good.example/a', 'inside'],
    ['http://good.example/a', 'inside'],
    ['https://GOOD.example/a', 'inside'],
    ['https://good.example:443/a', 'inside'],
    ['https://good.example:8443/a', 'outside'],
    ['https://www.good.example/a', 'outside'],
    ['https://good.example.evil.example/a', 'outside'],
    ['https://evil.example/good.example/a', 'outside'],
    ['https://good.example@evil.example/a', 'outside'],
    ['https://evil.example@good.example/a', 'outside'],
    ['https://good.example\\@evil.example/a', 'inside'],
    ['https://good%2Eexample/a', 'inside'],
    ['https://good.example%2f.evil.example/a', 'outside'],
    ['urn:uuid:1', 'outside'],
    ['', 'outside'],
  ] as const)('%s: %s', ([address, scope]) => expect(within(undefined, address)).toBe(scope))
})

describe('`allowedOrigins`', () => {
  test.for([
    ['other.example', 'https://other.example/a', 'inside'],
    [['other.example', 'third.example'], 'https://third.example/a', 'inside'],
    ['Other.Example', 'https://other.example/a', 'inside'],
    ['https://other.example', 'https://other.example/a', 'inside'],
    ['https://other.example/', 'https://other.example/a', 'inside'],
    ['other.example', 'https://good.example/a', 'outside'],
    ['other.example', 'https://sub.other.example/a', 'outside'],
    ['other.example', 'https://other.example:444/a', 'outside'],
    ['other.example:444', 'https://other.example:444/a', 'inside'],
    ['example', 'https://other.example/a', 'outside'],
    ['user@other.example', 'https://other.example/a', 'outside'],
    ['other.example/path', 'https://other.example/a', 'outside'],
    ['', 'https://good.example/a', 'outside'],
    [[], 'https://good.example/a', 'outside'],
    [7, 'https://good.example/a', 'outside'],
  ] as const)('%j: %s is %s', ([allowedOrigins, address, scope]) =>
    expect(within({ allowedOrigins: allowedOrigins as string }, address)).toBe(scope),
  )
})

describe('`startsWith`', () => {
  test.for([
    ['https://good.example/badges/', 'https://good.example/badges/1', 'inside'],
    ['http://good.example/badges/', 'https://good.example/badges/1', 'inside'],
    ['https://good.example/badges/?id=', 'https://good.example/badges/?id=1', 'inside'],
    [['https://a.example/', 'https://b.example/'], 'https://b.example/1', 'inside'],
    ['https://good.example', 'https://good.example/badges/1', 'inside'],
    ['https://good.example', 'https://good.example.evil.example/1', 'outside'],
    ['https://good.example', 'https://good.example@evil.example/1', 'outside'],
    ['https://good.example', 'https://good.example:8443/1', 'outside'],
    ['https://good.example/badges/', 'https://good.example/others/1', 'outside'],
    ['https://good.example/badges/', 'https://good.example/Badges/1', 'outside'],
    ['https://good.example/badges/', 'https://good.example/badges/../users/evil', 'outside'],
    ['https://good.example/badges/', 'https://good.example/badges/%2e%2e/users/evil', 'outside'],
    ['https://good.example/badges/', 'https://good.example/badges/..%2fusers%2fevil', 'outside'],
    ['https://good.example/badges/', 'https://good.example/badges/..%5cusers%5cevil', 'outside'],
    ['https://good.example/badges/', 'https://good.example/badges/..;/users/evil', 'outside'],
    ['https://good.example/badges/', 'https://good.example/badges/..%3Bx/users/evil', 'outside'],
    ['https://good.example/badges/', 'https://good.example/badges/%252e%252e/1', 'inside'],
    ['https://good.example/badges/', 'https://good.example/x?https://good.example/badges/1', 'outside'],
    ['https:', 'https://evil.example/1', 'outside'],
    ['', 'https://good.example/1', 'outside'],
    [[], 'https://good.example/1', 'outside'],
    [null, 'https://good.example/1', 'outside'],
  ] as const)('%j: %s is %s', ([startsWith, address, scope]) =>
    expect(within({ startsWith: startsWith as string }, address)).toBe(scope),
  )
})

describe('several rules', () => {
  test('hold together', () => {
    const both = { startsWith: 'https://good.example/badges/', allowedOrigins: 'other.example' }
    expect(within(both, 'https://good.example/badges/1')).toBe('outside')
    expect(within({ ...both, allowedOrigins: 'good.example' }, 'https://good.example/badges/1')).toBe('inside')
  })

  test('and for every address that answered', () => {
    const scope = { startsWith: 'https://good.example/badges/' }
    expect(within(scope, 'https://good.example/badges/1', 'https://good.example/users/evil')).toBe('outside')
  })

  test('a property other than `id` is none that we can apply', () => {
    expect(within({ verificationProperty: 'id' }, 'https://good.example/1')).toBe('inside')
    expect(within({ verificationProperty: 'url' }, 'https://good.example/1')).toBe('unreadable')
  })

  test('a scope that is no object is unreadable', () => {
    expect(scopeOf({ verification: 'https://good.example/' }, ISSUER, ['https://good.example/1'])).toBe('unreadable')
  })
})

describe('two addresses', () => {
  test('lead to one document in http and https', () => {
    expect(sameDocument('http://a.example/x', 'https://A.example/x')).toBe(true)
    expect(sameDocument('https://a.example/x', 'https://a.example/x/')).toBe(false)
    expect(sameDocument('https://a.example/x', 'https://a.example/x.json')).toBe(false)
  })

  test('name one resource with and without the ending that its server adds', () => {
    expect(sameResource('http://a.example/x', 'https://a.example/x.json')).toBe(true)
    expect(sameResource('https://a.example/x.json', 'https://b.example/x.json')).toBe(false)
    expect(sameResource('https://a.example/x', 'https://a.example/y.json')).toBe(false)
    expect(sameResource('https://a.example/?of=x', 'https://a.example/?of=x.json')).toBe(false)
    expect(sameResource('https://a.example/#x', 'https://a.example/#x.json')).toBe(false)
  })

  test('only web addresses without userinfo are asked', () => {
    expect(isWebAddress('https://a.example/x')).toBe(true)
    for (const address of ['https://u@a.example/', 'https://u:p@a.example/', 'ftp://a.example/', 'urn:x', '//a.example/', '', 7])
      expect(isWebAddress(address)).toBe(false)
  })
})
