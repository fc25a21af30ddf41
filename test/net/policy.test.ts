import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkAddress, checkFinalAddress } from '../../src/net/policy.ts'

const refusals: Record<string, readonly string[]> = {
  malformed: ['', 'issuer', '/relative', 'https://', 'https://[::1', 'https://256.256.256.256/', 'https://exa mple.org/'],
  scheme: [
    'ftp://issuer.example/',
    'data:text/plain,x',
    'blob:https://issuer.example/1',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'did:web:issuer.example',
  ],
  userinfo: ['https://user@issuer.example/', 'https://user:secret@issuer.example/', 'http://:secret@issuer.example/'],
  port: ['https://issuer.example:0/'],
  private: [
    'https://localhost/',
    'https://LOCALHOST./',
    'https://app.localhost/',
    'https://printer.local/',
    'https://db.internal/',
    'https://router.home.arpa/',
    'https://intranet/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://0x7f.0.0.1/',
    'https://2130706433/',
    'https://0177.0.0.1/',
    'https://１２７.0.0.1/',
    'https://127.0.0.1./',
    'https://0.0.0.0/',
    'https://0/',
    'https://10.1.2.3/',
    'https://100.64.0.1/',
    'https://100.127.255.255/',
    'https://169.254.169.254/latest/meta-data',
    'https://172.16.0.1/',
    'https://172.31.255.255/',
    'https://192.168.1.1/',
    'https://192.0.0.8/',
    'https://198.19.0.1/',
    'https://224.0.0.251/',
    'https://239.255.255.255/',
    'https://255.255.255.255/',
    'https://[::]/',
    'https://[::1]/',
    'https://[0:0:0:0:0:0:0:1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[::ffff:0:10.0.0.1]/',
    'https://[::127.0.0.1]/',
    'https://[64:ff9b::10.0.0.1]/',
    'https://[64:ff9b:1::1]/',
    'https://[2002:7f00:1::]/',
    'https://[2002:c0a8:101::1]/',
    'https://[2001:0:1:2::3]/',
    'https://[fc00::1]/',
    'https://[fd12:3456::1]/',
    'https://[fe80::1]/',
    'https://[febf::1]/',
    'https://[fec0::1]/',
    'https://[ff02::1]/',
    'https://[100::1]/',
  ],
}

describe('an address is refused', () => {
  for (const [reason, addresses] of Object.entries(refusals)) {
    test.each(addresses)(`as ${reason}: %s`, (address) => {
      expect(checkAddress(address)).toMatchObject({ ok: false, problem: { code: 'fetch_address_refused', facts: { reason } } })
    })
  }

  test('in whatever spelling a private IPv4 address comes', () => {
    const part = fc.integer({ min: 0, max: 255 })
    const inPrivateBlock = fc.oneof(
      fc.tuple(fc.constantFrom(0, 10, 127), part, part, part),
      fc.tuple(fc.constant(192), fc.constant(168), part, part),
      fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), part, part),
      fc.tuple(fc.constant(169), fc.constant(254), part, part),
      fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), part, part),
      fc.tuple(fc.integer({ min: 224, max: 255 }), part, part, part),
    )
    const spellings: readonly ((parts: readonly number[]) => string)[] = [
      (parts) => parts.join('.'),
      (parts) => String(parts.reduce((sum, each) => sum * 256 + each, 0)),
      (parts) => parts.map((each) => `0x${each.toString(16)}`).join('.'),
      (parts) => parts.map((each) => `0${each.toString(8)}`).join('.'),
      (parts) => `[::ffff:${parts.join('.')}]`,
      (parts) => `[64:ff9b::${parts.join('.')}]`,
    ]
    fc.assert(
      fc.property(inPrivateBlock, fc.constantFrom(...spellings), (parts, spell) => {
        expect(checkAddress(`https://${spell(parts)}/`).ok).toBe(false)
      }),
    )
  })
})

describe('an address is asked', () => {
  test.each([
    ['https://issuer.example/did.json', 'https://issuer.example/did.json'],
    ['http://issuer.example/did.json', 'https://issuer.example/did.json'],
    ['http://issuer.example:8080/', 'https://issuer.example:8080/'],
    ['https://issuer.example:8443/list#94567', 'https://issuer.example:8443/list'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['https://localhost.example/', 'https://localhost.example/'],
    ['https://notlocal/../'.replace('notlocal', 'mylocal.example'), 'https://mylocal.example/'],
    ['https://8.8.8.8/', 'https://8.8.8.8/'],
    ['https://172.32.0.1/', 'https://172.32.0.1/'],
    ['https://100.63.0.1/', 'https://100.63.0.1/'],
    ['https://[2606:4700::1111]/', 'https://[2606:4700::1111]/'],
    ['https://[::ffff:8.8.8.8]/', 'https://[::ffff:808:808]/'],
  ])('%s as %s', (address, asked) => {
    const checked = checkAddress(address)
    expect(checked.ok && checked.value.href).toBe(asked)
  })
})

test('an answer that came over http in the end is refused, not read as if it had been https', () => {
  expect(checkFinalAddress('http://issuer.example/')).toMatchObject({ problem: { facts: { reason: 'scheme' } } })
  expect(checkFinalAddress('https://192.168.0.1/')).toMatchObject({ problem: { facts: { reason: 'private' } } })
  expect(checkFinalAddress('https://issuer.example/').ok).toBe(true)
})
