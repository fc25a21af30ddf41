import { passphraseTyped } from './typed.ts'

/** What is still wrong with a new passphrase: nothing typed, not the words drawn, not yet typed again, or typed otherwise. */
export type Mismatch = 'none' | 'not-drawn' | 'not-again' | 'differs'

/** Whether what was typed is what was meant; null when it is. Words that were drawn are typed once, from the screen. */
export function mismatch(typed: string, again: string, drawn: string | null): Mismatch | null {
  const meant = passphraseTyped(typed)
  if (meant === '') return 'none'
  if (drawn !== null) return meant.toLowerCase() === drawn ? null : 'not-drawn'
  if (again.trim() === '') return 'not-again'
  return passphraseTyped(again) === meant ? null : 'differs'
}
