import { describe, expect, test } from 'vitest'
import { mismatch } from '../../../src/app/secure/new-passphrase.view.ts'

describe('a new passphrase', () => {
  test('of one’s own is typed twice alike, but for blanks', () => {
    expect(mismatch('', '', null)).toBe('none')
    expect(mismatch('  ', '', null)).toBe('none')
    expect(mismatch('tapir gondola', ' ', null)).toBe('not-again')
    expect(mismatch('tapir gondola', 'tapir gondole', null)).toBe('differs')
    expect(mismatch('tapir gondola', 'Tapir gondola', null)).toBe('differs')
    expect(mismatch('tapir gondola ', 'tapir  gondola', null)).toBeNull()
  })

  test('that was drawn is typed once from the screen, and a phone may begin it with a capital', () => {
    const drawn = 'stuff year trumpet belt ghost tree'
    expect(mismatch('', '', drawn)).toBe('none')
    expect(mismatch('stuff year trumpet belt ghost', '', drawn)).toBe('not-drawn')
    expect(mismatch('Stuff year trumpet belt ghost tree ', '', drawn)).toBeNull()
  })
})
