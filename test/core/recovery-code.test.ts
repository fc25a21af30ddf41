import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newRecoveryCode, readRecoveryCode, recoveryCodeOf } from '../../src/core/recovery-code.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const bits = fc.uint8Array({ minLength: 16, maxLength: 16 })
const mistyped = { ok: false, problem: { code: 'recovery_code_mistyped' } }

/** What is printed today must open the wallet for ever: these never change. */
const vectors: readonly (readonly [hex: string, code: string])[] = [
  ['00000000000000000000000000000000', '00000-00000-00000-00000-00000-0XC5Y'],
  ['ffffffffffffffffffffffffffffffff', 'ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-W4EZZ'],
  ['000102030405060708090a0b0c0d0e0f', '000G4-0R40M-30E20-9185G-R38E1-W8P06'],
  ['6a09e667bb67ae853c6ef372a54ff53a', 'D84YC-SXVCY-Q8AF3-EYDSA-AKZN7-8ERGK'],
]

describe('a recovery code', () => {
  test.for(vectors)('of %s is what it has always been', ([hex, code]) => {
    expect(recoveryCodeOf(Buffer.from(hex, 'hex'))).toBe(code)
    expect(readRecoveryCode(code)).toEqual({ ok: true, value: code })
  })

  test('is six groups of five that hold 128 new bits each time', () => {
    const codes = Array.from({ length: 200 }, newRecoveryCode)
    expect(new Set(codes).size).toBe(200)
    for (const code of codes) {
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$/)
      expect(readRecoveryCode(code)).toEqual({ ok: true, value: code })
    }
    // Every place but the one with the spare bits takes more values than a dull draw would.
    for (let at = 0; at < 25; at += 1) {
      expect(new Set(codes.map((code) => code.replaceAll('-', '')[at])).size).toBeGreaterThan(20)
    }
  })

  test('is read however it is spaced, in any case, with letters for the digits that they look like', () => {
    fc.assert(
      fc.property(
        bits,
        fc.array(fc.constantFrom(' ', '-', '–', '\n', '\u200b', ''), { minLength: 30, maxLength: 30 }),
        (bits, gaps) => {
          const code = recoveryCodeOf(bits)
          const typed = [...code.replaceAll('-', '')].map((character, at) => `${character}${gaps[at]}`).join('')
          const alike = typed.replaceAll('0', 'o').replaceAll('1', 'l')
          for (const way of [typed, typed.toLowerCase(), alike, typed.replaceAll('1', 'I')]) {
            expect(readRecoveryCode(way)).toEqual({ ok: true, value: code })
          }
        },
      ),
    )
  })
})

describe('a mistyped recovery code', () => {
  test('is found whichever one character is wrong, and whichever two neighbours changed places', () => {
    for (const [hex] of vectors) {
      const right = recoveryCodeOf(Buffer.from(hex, 'hex')).replaceAll('-', '')
      const wrong = [...substitutions(right), ...swaps(right)]
      expect(wrong.length).toBeGreaterThanOrEqual(30 * 31)
      for (const typed of wrong) expect(readRecoveryCode(typed), typed).toEqual(mistyped)
    }
  })

  test('is found whatever is wrong with it, but for one in a million', () => {
    const random = fc.sample(fc.array(fc.constantFrom(...alphabet), { minLength: 30, maxLength: 30 }), {
      numRuns: 20_000,
      seed: 4,
    })
    expect(random.filter((characters) => readRecoveryCode(characters.join('')).ok)).toEqual([])
  })

  test('names the group that has a character of no code', () => {
    const code = recoveryCodeOf(new Uint8Array(16))
    const typed = `${code.slice(0, 12)}U${code.slice(13)}`
    expect(readRecoveryCode(typed)).toEqual({ ok: false, problem: { code: 'recovery_code_mistyped', facts: { group: 3 } } })
  })

  test('is one that is too short, too long or not there', () => {
    const code = recoveryCodeOf(new Uint8Array(16))
    for (const typed of ['', '-', code.slice(0, -1), `${code}0`, code.repeat(2), ' '.repeat(100_000)]) {
      expect(readRecoveryCode(typed)).toEqual(mistyped)
    }
  })

  test('never breaks the reader', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        expect(readRecoveryCode(typed)).toMatchObject({ ok: false })
      }),
    )
  })
})

function substitutions(right: string): string[] {
  return [...right].flatMap((character, at) =>
    [...alphabet].filter((other) => other !== character).map((other) => right.slice(0, at) + other + right.slice(at + 1)),
  )
}

function swaps(right: string): string[] {
  return [...right]
    .map((character, at) => right.slice(0, at) + (right[at + 1] ?? '') + character + right.slice(at + 2))
    .filter((typed) => typed !== right)
}
