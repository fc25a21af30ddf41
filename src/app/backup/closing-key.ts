import { readRecoveryCode } from '../../core/recovery-code.ts'
import type { Secret, Vault } from '../../store/types.ts'
import { passphraseTyped } from '../secure/typed.ts'

/** What closes or opens a file: a recovery code as it is printed, else the passphrase as the wallet would take it. Empty when nothing was typed. */
export function fileKey(typed: string): string {
  const code = readRecoveryCode(typed)
  return code.ok ? code.value : passphraseTyped(typed)
}

/** Whether what was typed is a way into this wallet: then the person knows it, and need not type it twice. */
export async function opensWallet(
  { isSecured, security }: Pick<Vault, 'isSecured' | 'security'>,
  typed: string,
): Promise<boolean> {
  if (!isSecured()) return false
  const code = readRecoveryCode(typed)
  const secret: Secret = code.ok
    ? { method: 'recovery', code: code.value }
    : { method: 'passphrase', passphrase: passphraseTyped(typed) }
  return (await security.check(secret)).ok
}
