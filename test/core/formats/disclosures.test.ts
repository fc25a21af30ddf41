import { describe, expect, test } from 'vitest'
import { disclose } from '../../../src/core/formats/disclosures.ts'
import { limits } from '../../../src/core/limits.ts'
import type { Json, JsonObject } from '../../../src/core/model/json.ts'
import { claimsByLibrary, digestOf, disclosing, disclosure, issueSdJwt } from '../../issuer/sd-jwt.ts'
import { bytesOf, describeVectors } from '../../vectors/vectors.ts'

const name = disclosure('salt1', 'given_name', 'Ada')
const level = disclosure('salt2', 'level', 3)
const nothing = { withheld: 0, trouble: null }

/** What is said against a payload with these disclosures. */
async function troubleOf(payload: JsonObject, ...disclosures: readonly string[]): Promise<string> {
  const { trouble } = await disclose(payload, disclosures)
  return trouble ? [trouble.code, ...Object.values(trouble.facts ?? {})].join(' ') : 'none'
}

const payloadIn = (text: string) =>
  JSON.parse(Buffer.from(text.split('~')[0]?.split('.')[1] ?? '', 'base64url').toString()) as JsonObject
const disclosuresIn = (text: string) => text.split('~').slice(1, -1)

describe('a disclosure is laid where its digest stands (RFC 9901 §7.1)', () => {
  test('by the digest over its base64url text, sha-256 unless `_sd_alg` says otherwise', async () => {
    const own = 'WyJjMkZzZEMweE1qTTBOVFkzT0RrdyIsImdpdmVuX25hbWUiLCJBZGEiXQ'
    const payload = { iss: 'x', _sd: ['OSglNMQ4QUwdAVyN9ZGYiWMIsHfTXjaxd1MJZmSk0O4'] }
    expect(await disclose(payload, [own])).toEqual({ ...nothing, claims: { iss: 'x', given_name: 'Ada' } })
    for (const hash of ['sha-256', 'sha-384', 'sha-512']) {
      const hashed = { _sd_alg: hash, _sd: [digestOf(name, hash)] }
      expect(await disclose(hashed, [name])).toEqual({ ...nothing, claims: { given_name: 'Ada' } })
    }
  })

  test('however the JSON inside it is written', async () => {
    const spaced = Buffer.from('["salt",  "given_name",\n"Ada" ]').toString('base64url')
    expect((await disclose({ _sd: [digestOf(spaced)] }, [spaced])).claims).toEqual({ given_name: 'Ada' })
  })

  test('as an element of a list, in its place', async () => {
    const second = disclosure('salt', 'US')
    const payload = { nationalities: ['DE', { '...': digestOf(second) }, 'FR'] }
    expect((await disclose(payload, [second])).claims).toEqual({ nationalities: ['DE', 'US', 'FR'] })
  })

  test('inside what another discloses, at any depth', async () => {
    const street = disclosure('salt3', 'street', 'Main St')
    const element = disclosure('salt6', 'x')
    const line = disclosure('salt4', [{ '...': digestOf(element) }, { _sd: [digestOf(street)] }])
    const address = disclosure('salt5', 'address', { lines: [{ '...': digestOf(line) }] })
    expect(await disclose({ _sd: [digestOf(address)] }, [element, street, line, address])).toEqual({
      ...nothing,
      claims: { address: { lines: [['x', { street: 'Main St' }]] } },
    })
  })

  test('and what is not disclosed leaves no trace but its number', async () => {
    const payload = {
      _sd: [digestOf(name), digestOf('decoy')],
      _sd_alg: 'sha-256',
      languages: [{ '...': digestOf(level) }, 'en'],
      inner: { _sd: ['unknown'], a: 1 },
    }
    expect(await disclose(payload, [name])).toEqual({
      claims: { given_name: 'Ada', languages: ['en'], inner: { a: 1 } },
      withheld: 3,
      trouble: null,
    })
  })

  test('a member called `__proto__` stays a member of its own', async () => {
    const hidden = disclosure('salt', '__proto__', { admin: true })
    const { claims } = await disclose({ _sd: [digestOf(hidden)] }, [hidden])
    expect(Object.keys(claims)).toEqual(['__proto__'])
    expect((claims as { admin?: boolean }).admin).toBeUndefined()
  })
})

describe('a rule of disclosure that is broken is trouble, and what broke it is not shown', () => {
  test('a disclosure that no digest names', async () => {
    expect(await troubleOf({ _sd: [] }, name)).toBe('disclosure_unsigned')
    expect((await disclose({ _sd: [] }, [name])).claims).toEqual({})
  })

  test('one whose parent is not disclosed', async () => {
    const address = disclosure('salt', 'address', { _sd: [digestOf(name)] })
    expect(await troubleOf({ _sd: [digestOf(address)] }, name)).toBe('disclosure_unsigned')
  })

  test.for([
    ['twice in one list', { _sd: [digestOf(name), digestOf(name)] }],
    ['in two places', { _sd: [digestOf(name)], inner: { _sd: [digestOf(name)] } }],
  ] as const)('a digest that stands %s', async ([, payload]) => {
    expect(await troubleOf(payload, name)).toBe('disclosure_repeated')
    expect(await troubleOf(payload)).toBe('disclosure_repeated')
  })

  test('a disclosure that is given twice', async () => {
    expect(await troubleOf({ _sd: [digestOf(name)] }, name, name)).toBe('disclosure_repeated')
  })

  test('a name that is there already, in clear or disclosed', async () => {
    const payload = { given_name: 'Eve', _sd: [digestOf(name)] }
    expect(await disclose(payload, [name])).toMatchObject({
      claims: { given_name: 'Eve' },
      trouble: { code: 'disclosure_repeated', facts: { member: 'given_name' } },
    })
    const other = disclosure('salt9', 'given_name', 'Eve')
    expect(await troubleOf({ _sd: [digestOf(name), digestOf(other)] }, name, other)).toBe('disclosure_repeated given_name')
  })

  test.for(['_sd', '...'])('the reserved name %s', async (reserved) => {
    const wrong = disclosure('salt', reserved, ['x'])
    expect(await troubleOf({ _sd: [digestOf(wrong)] }, wrong)).toBe(`sd_jwt_malformed ${reserved}`)
  })

  test.for(['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'status', '_sd_alg'])(
    '%s, which its holder may not be free to leave out',
    async (claim) => {
      const wrong = disclosure('salt', claim, 'x')
      expect(await troubleOf({ _sd: [digestOf(wrong)] }, wrong)).toBe(`disclosure_forbidden ${claim}`)
      const inside = { [claim]: { status_list: [{ '...': 'digest' }] } }
      if (claim !== '_sd_alg') expect(await troubleOf(inside)).toBe(`disclosure_forbidden ${claim}`)
      // deeper down the name is anybody's
      expect(await troubleOf({ inner: { _sd: [digestOf(wrong)] } }, wrong)).toBe('none')
    },
  )

  test.for([
    ['not base64url', 'WyJ='],
    ['not JSON', Buffer.from('salt').toString('base64url')],
    ['no list', Buffer.from('{"a":1}').toString('base64url')],
    ['a list of one', disclosure('salt')],
    ['a list of four', disclosure('salt', 'name', 'value', 'more')],
    ['without a salt', disclosure(1, 'name', 'value')],
    ['with a name that is none', disclosure('salt', 1, 'value')],
    ['of a member named twice', Buffer.from('["salt","a",{"b":1,"b":2}]').toString('base64url')],
    ['empty', ''],
  ] as const)('a disclosure that is %s', async ([, wrong]) => {
    expect(await troubleOf({ _sd: [digestOf(wrong)] }, wrong)).toBe('sd_jwt_malformed disclosure')
  })

  test.for([
    ['a member where an element stands', { list: [{ '...': digestOf(name) }] }, name],
    ['an element where a member stands', { _sd: [digestOf(disclosure('s', 1))] }, disclosure('s', 1)],
  ] as const)('%s', async ([, payload, wrong]) => {
    expect(await troubleOf(payload as JsonObject, wrong)).toBe('sd_jwt_malformed disclosure')
  })

  test.for([
    ['digests that are no list', { _sd: 'x' }],
    ['digests that are no text', { _sd: [1] }],
    ['a place in a list that says more than its digest', { list: [{ '...': 'x', a: 1 }] }],
    ['a place in a list without a digest', { list: [{ '...': 1 }] }],
    ['a place that is in no list', { '...': 'x' }],
    ['a hash that is no name', { _sd_alg: 1 }],
  ] as const)('%s', async ([, payload]) => {
    expect(await troubleOf(payload as JsonObject)).toContain('sd_jwt_malformed')
  })

  test.for(['md5', 'sha-1', 'sha3-256', 'constructor'])('the hash %s, which is not one that we trust', async (hash) => {
    const payload = { _sd_alg: hash, _sd: [digestOf(name)], iss: 'x' }
    expect(await troubleOf(payload, name)).toBe(`sd_hash_unsupported ${hash}`)
    expect((await disclose(payload, [name])).claims).toEqual({ iss: 'x' })
  })

  test('more disclosures than any credential needs, and none of them is looked at', async () => {
    const many = Array.from({ length: limits.disclosures + 1 }, (_, index) => disclosure(`salt${index}`, index))
    const list = many.map((each) => ({ '...': digestOf(each) }))
    expect(await disclose({ list }, many)).toMatchObject({ claims: { list: [] }, trouble: { code: 'disclosures_too_many' } })
    expect(await troubleOf({ list: list.slice(1) }, ...many.slice(1))).toBe('none')
  })

  test('disclosures that lie in one another without end', async () => {
    const chain: string[] = []
    let inside: Json = 'end'
    for (let depth = 0; depth <= limits.jsonDepth; depth++) {
      const each = disclosure(`salt${depth}`, inside)
      chain.push(each)
      inside = [{ '...': digestOf(each) }]
    }
    expect(await troubleOf({ inside }, ...chain)).toContain('json_too_deep')
  })
})

describe('what the library @sd-jwt/core discloses is read as the library reads it', () => {
  test('all of it, some of it and nothing of it', async () => {
    const text = await issueSdJwt()
    for (const shown of [text, disclosing(text, 'result', 'es', 'credits'), disclosing(text)]) {
      const { claims, trouble } = await disclose(payloadIn(shown), disclosuresIn(shown))
      expect(trouble).toBeNull()
      expect(claims).toEqual(await claimsByLibrary(shown))
    }
  })
})

describeVectors('the published cases of sd-jwt-js', () => {
  const cases = ['array_of_nulls', 'array_recursive_sd', 'no_sd', 'recursions']
  test.each(cases)('%s', async (file) => {
    const { claims, disclosureFrame } = JSON.parse(new TextDecoder().decode(bytesOf(`sd-jwt/sd-jwt-js/cases/${file}.json`))) as {
      claims: JsonObject
      disclosureFrame?: JsonObject
    }
    const text = await issueSdJwt({ claims, ...(disclosureFrame && { frame: disclosureFrame }) })
    const given = disclosuresIn(text)
    const all = await disclose(payloadIn(text), given)
    expect(all).toMatchObject({ withheld: 0, trouble: null })
    expect(sorted(all.claims)).toEqual(sorted(claims))
    const none = await disclose(payloadIn(text), [])
    expect(none.claims).toEqual(await claimsByLibrary(`${text.split('~')[0]}~`))
  })
})

/** The order in which members stand says nothing. */
function sorted(value: Json | undefined): Json {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value ?? null
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(members.map(([member, inside]) => [member, sorted(inside)]))
}
