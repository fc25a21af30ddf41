import { calculateJwkThumbprint } from 'jose'
import { expect, test } from 'vitest'
import { readJwk, readMultikey } from '../../../src/core/dids/keys.ts'
import { thumbprintOf } from '../../../src/core/trust/thumbprint.ts'
import { keyKinds, keyPair } from '../../issuer/keys.ts'

/** RFC 7638 §3.1. */
const example = {
  kty: 'RSA',
  n: '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw',
  e: 'AQAB',
  alg: 'RS256',
  kid: '2011-04-29',
}

test('is that of the example in RFC 7638', async () => {
  expect(await thumbprintOf(readJwk(example))).toBe('NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs')
})

test.for(keyKinds)('of a key on %s is that of its JSON Web Key, however the key is written', async (kind) => {
  const { publicJwk, multibase } = keyPair('westbridge', kind)
  const expected = await calculateJwkThumbprint(publicJwk)
  expect(await thumbprintOf(readJwk(publicJwk))).toBe(expected)
  if (multibase !== undefined) expect(await thumbprintOf(readMultikey(multibase))).toBe(expected)
})

test('of a key on secp256k1 has both coordinates', async () => {
  const jwk = {
    kty: 'EC',
    crv: 'secp256k1',
    x: 'eb5mfvncu6xVoGKVzocLBwKb_NstzijZWfKBWxb4F5g',
    y: 'SDradyajxGVdpPv8DhEIqP0XtEimhVQZnEfQj_sQ1Lg',
  }
  expect(await thumbprintOf(readJwk(jwk))).toBe(await calculateJwkThumbprint(jwk))
})

test('takes zeros before a number for nothing', async () => {
  const padded = Buffer.concat([Buffer.from([0]), Buffer.from(example.n, 'base64url')]).toString('base64url')
  expect(await thumbprintOf(readJwk({ ...example, n: padded }))).toBe('NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs')
})
