import { describe, expect, test } from 'vitest'
import { hexOf } from '../../src/core/encoding/bytes.ts'
import { bytesOf } from '../../src/core/encoding/utf8.ts'
import { stretch } from '../../src/core/stretch.ts'

const salt = bytesOf('somesalt')
const small = { memory: 64, passes: 2, lanes: 1 }

async function hex(passphrase: string, stretching = small): Promise<string> {
  const key = await stretch(passphrase, salt, stretching)
  return key.ok ? hexOf(key.value) : key.problem.code
}

describe('a passphrase made into a key', () => {
  test('is what the reference implementation of Argon2id makes of it', async () => {
    // phc-winner-argon2, test.c, version 0x13: hashtest(version, 2, 8, 1, "password", "somesalt", …) and (2, 8, 2, …)
    expect(await hex('password', { memory: 256, passes: 2, lanes: 1 })).toBe(
      '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe',
    )
    expect(await hex('password', { memory: 256, passes: 2, lanes: 2 })).toBe(
      '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037',
    )
  })

  test('is the same whichever way its letters are composed', async () => {
    expect(await hex('\u212bngstro\u0308m \ufb01n')).toBe(await hex('\u00c5ngstr\u00f6m fin'))
    expect(await hex('angstrom')).not.toBe(await hex('Angstrom'))
  })

  test.for([
    { memory: 7, passes: 1, lanes: 1 },
    { memory: 15, passes: 1, lanes: 2 },
    { memory: 262_145, passes: 1, lanes: 1 },
    { memory: 64, passes: 0, lanes: 1 },
    { memory: 64, passes: 17, lanes: 1 },
    { memory: 64, passes: 1, lanes: 0 },
    { memory: 64, passes: 1, lanes: 5 },
    { memory: 64.5, passes: 1, lanes: 1 },
    { memory: Number.NaN, passes: 1, lanes: 1 },
  ])('is not made with %o', async (stretching) => {
    expect(await hex('password', stretching)).toBe('store_corrupt')
  })

  test('is not made with a salt that is too short or too long', async () => {
    for (const length of [0, 7, 65]) {
      expect(await stretch('password', new Uint8Array(length), small)).toEqual({ ok: false, problem: { code: 'store_corrupt' } })
    }
  })
})
