import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupsOf, typedBack } from '../../../src/app/secure/recovery.view.ts'
import { recoveryCodeOf } from '../../../src/core/recovery-code.ts'

const codes = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(recoveryCodeOf)

describe('a recovery code that is typed back', () => {
  test('is right in any case and spacing', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(typedBack(code, code)).toBe('right')
        expect(typedBack(` ${code.toLowerCase().replaceAll('-', ' ')} `, code)).toBe('right')
        expect(typedBack(code.replaceAll('0', 'o').replaceAll('1', 'l'), code)).toBe('right')
      }),
    )
  })

  test('is told which group differs, whichever character is wrong', () => {
    fc.assert(
      fc.property(codes, fc.nat(29), (code, at) => {
        const plain = code.replaceAll('-', '')
        const wrong = plain[at] === '7' ? '8' : '7'
        const typed = plain.slice(0, at) + wrong + plain.slice(at + 1)
        expect(typedBack(typed, code)).toEqual({ group: Math.floor(at / 5) + 1 })
      }),
    )
  })

  test('is not right when a part is missing, or something is added', () => {
    const code = recoveryCodeOf(new Uint8Array(16).fill(3))
    expect(typedBack('', code)).toBe('short')
    expect(typedBack(code.slice(0, 20), code)).toBe('short')
    expect(typedBack(`${code}A`, code)).toEqual({ group: 6 })
  })

  test('is shown in six groups', () => {
    expect(groupsOf(recoveryCodeOf(new Uint8Array(16)))).toHaveLength(6)
  })
})
