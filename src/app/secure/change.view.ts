import { type Attempt, done } from '../../core/problem.ts'
import type { Hearing, MethodInfo, NewMethod, Secret, Security, UnlockMethod } from '../../store/types.ts'
import type { SecurityText } from '../../text/security.ts'

/** What is to change about the ways into a guarded wallet. */
export type Change =
  | { readonly kind: 'add'; readonly method: UnlockMethod }
  | { readonly kind: 'replace'; readonly method: UnlockMethod; readonly id: string }
  | { readonly kind: 'remove'; readonly id: string; readonly name: string }
  | { readonly kind: 'rotate' }

/** The passphrase and the code are there once: a new one takes the place of the old. Passkeys are several. */
export function changeFor(method: UnlockMethod, methods: readonly MethodInfo[]): Change {
  const old = method === 'passkey' ? undefined : methods.find((info) => info.method === method)
  return old ? { kind: 'replace', method, id: old.id } : { kind: 'add', method }
}

/** What a way is called: as the person named it, or by its kind. */
export function nameOf({ name, method }: Pick<MethodInfo, 'name' | 'method'>, text: SecurityText): string {
  return name || text.kinds[method]
}

/** The heading over a change. */
export function titleOf(change: Change, { settings }: SecurityText): string {
  switch (change.kind) {
    case 'remove':
      return settings.removeTitle(change.name)
    case 'rotate':
      return settings.locksTitle
    case 'add':
      return { passkey: settings.addPasskey, passphrase: settings.addPassphrase, recovery: settings.addRecovery }[change.method]
    case 'replace':
      return change.method === 'passphrase' ? settings.changePassphrase : settings.changeRecovery
  }
}

/** What to say once it is made. @param name of the way that was added */
export function doneWords(change: Change, name: string, { settings }: SecurityText): string {
  switch (change.kind) {
    case 'remove':
      return settings.removed(change.name)
    case 'rotate':
      return settings.locksChanged
    case 'add':
      return settings.added(name)
    case 'replace':
      return change.method === 'passphrase' ? settings.passphraseChanged : settings.recoveryChanged
  }
}

/** Whether something new must be made for it. */
export function needsNew(change: Change): change is Extract<Change, { method: UnlockMethod }> {
  return change.kind === 'add' || change.kind === 'replace'
}

/** Makes the change. Everything but adding encrypts the wallet anew; see `Security`. */
export async function makeChange(
  security: Security,
  change: Change,
  proof: Secret,
  made: NewMethod | null,
  hearing: Hearing,
  signal: AbortSignal,
): Promise<Attempt<unknown>> {
  if (change.kind === 'remove') return security.remove(change.id, proof, hearing, signal)
  if (change.kind === 'rotate') return security.rotate(hearing, signal)
  if (made === null) return done(undefined)
  return change.kind === 'add' ? security.add(made, proof) : security.replace(change.id, made, proof, hearing, signal)
}
