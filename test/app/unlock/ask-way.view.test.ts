import { describe, expect, test } from 'vitest'
import { methodsIn, secretTyped, wrongGroup } from '../../../src/app/unlock/ask-way.view.ts'
import { done, problem } from '../../../src/core/problem.ts'
import { recoveryCodeOf } from '../../../src/core/recovery-code.ts'

const passkey = { credentialId: 'a', salt: new Uint8Array(32), transports: [] }

describe('the ways that a locked wallet offers', () => {
  test('are those there are, the quickest first', () => {
    expect(methodsIn({ passkeys: [passkey], passphrase: true, recovery: true })).toEqual(['passkey', 'passphrase', 'recovery'])
    expect(methodsIn({ passkeys: [], passphrase: false, recovery: true })).toEqual(['recovery'])
  })
})

describe('what is typed', () => {
  const code = recoveryCodeOf(new Uint8Array(16).fill(7))

  test('as a passphrase may have the blanks that a phone adds', () => {
    expect(secretTyped('passphrase', ' tapir  gondola ')).toEqual(done({ method: 'passphrase', passphrase: 'tapir gondola' }))
  })

  test('as a recovery code is read in any case and spacing', () => {
    expect(secretTyped('recovery', code.toLowerCase().replaceAll('-', '  '))).toEqual(done({ method: 'recovery', code }))
  })

  test('as a recovery code is told which group cannot be right, when one cannot', () => {
    const strange = secretTyped('recovery', `${code.slice(0, 12)}U${code.slice(13)}`)
    expect(strange.ok ? null : wrongGroup(strange.problem)).toBe(3)
    const swapped = secretTyped('recovery', code.replace(code.slice(0, 5), '00000'))
    expect(swapped.ok ? 0 : wrongGroup(swapped.problem)).toBeNull()
    expect(wrongGroup(problem('unlock_wrong', { facts: { group: 2 } }).problem)).toBeNull()
  })
})
