import { charactersOf, readRecoveryCode } from '../../core/recovery-code.ts'

/** How a code was typed back: right, with a group (from 1) that differs, or not all of it. */
export type TypedBack = 'right' | 'short' | { readonly group: number }

/** Compares what was typed with the code, group by group, as `readRecoveryCode` reads it. */
export function typedBack(typed: string, code: string): TypedBack {
  const read = readRecoveryCode(typed)
  if (read.ok && read.value === code) return 'right'
  const characters = charactersOf(typed)
  const wanted = charactersOf(code)
  const different = [...characters].findIndex((character, index) => character !== wanted[index])
  if (different >= 0) return { group: Math.min(Math.floor(different / 5), wanted.length / 5 - 1) + 1 }
  return 'short'
}

/** The groups that a code is written in. */
export function groupsOf(code: string): readonly string[] {
  return code.split('-')
}
