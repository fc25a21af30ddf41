import { describe, expect, test } from 'vitest'
import { type PasskeyHint, passkeyHint } from '../../src/app/passkeys/hint.ts'

const agents: readonly (readonly [PasskeyHint, string])[] = [
  ['windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0'],
  [
    'mac',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
  ],
  ['iphone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148'],
  ['android', 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36'],
  ['linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'],
  [
    'chromebook',
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  ],
  ['device', 'something new'],
]

describe('what keeps a passkey', () => {
  test.for(agents)('is %s by its user agent', ([hint, userAgent]) => {
    expect(passkeyHint(['internal'], { userAgent, maxTouchPoints: 0 })).toBe(hint)
  })

  test('is what the browser says of its platform before what its user agent says', () => {
    const platform = { userAgent: 'X11; Linux x86_64', maxTouchPoints: 0, userAgentData: { platform: 'Chrome OS' } }
    expect(passkeyHint(['internal'], platform)).toBe('chromebook')
  })

  test('is an iPad when a Mac has a touch screen', () => {
    expect(passkeyHint(['hybrid', 'internal'], { userAgent: 'Macintosh; Intel Mac OS X', maxTouchPoints: 5 })).toBe('ipad')
  })

  test('is a security key or another phone, wherever the browser runs', () => {
    const platform = { userAgent: 'Windows NT 10.0', maxTouchPoints: 0 }
    expect(passkeyHint(['usb', 'nfc'], platform)).toBe('key')
    expect(passkeyHint(['hybrid'], platform)).toBe('phone')
    expect(passkeyHint([], platform)).toBe('windows')
  })
})
