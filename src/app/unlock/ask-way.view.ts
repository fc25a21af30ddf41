import { type Attempt, done, type Problem } from '../../core/problem.ts'
import { readRecoveryCode } from '../../core/recovery-code.ts'
import type { Secret, UnlockMethod, Ways } from '../../store/types.ts'
import { passphraseTyped } from '../secure/typed.ts'

/** What somebody types. */
export type TypedMethod = Exclude<UnlockMethod, 'passkey'>

/** After how many refusals the person is told that there is no hurry. Nobody is ever locked out: a thief tries elsewhere anyway. */
export const patienceAfter = 3

/** The ways there are, the quickest first. */
export function methodsIn(ways: Ways): readonly UnlockMethod[] {
  const there: Readonly<Record<UnlockMethod, boolean>> = {
    passkey: ways.passkeys.length > 0,
    passphrase: ways.passphrase,
    recovery: ways.recovery,
  }
  return (['passkey', 'passphrase', 'recovery'] as const).filter((method) => there[method])
}

/** What was typed, as a secret. Problem: `recovery_code_mistyped`. */
export function secretTyped(method: TypedMethod, typed: string): Attempt<Secret> {
  if (method === 'passphrase') return done({ method, passphrase: passphraseTyped(typed) })
  const code = readRecoveryCode(typed)
  return code.ok ? done({ method, code: code.value }) : code
}

/** Which group of a recovery code cannot be right (from 1); null when nobody can tell. */
export function wrongGroup({ code, facts }: Problem): number | null {
  const group = facts?.['group']
  return code === 'recovery_code_mistyped' && typeof group === 'number' ? group : null
}
