import { lazy } from '../../core/lazy.ts'
import { type Attempt, done, problem } from '../../core/problem.ts'
import type { NewMethod, Ways } from '../../store/types.ts'
import type { SecurityText } from '../../text/security.ts'

export type NewPasskey = Extract<NewMethod, { method: 'passkey' }>

const maker = lazy(async () => ({ ...(await import('../passkeys.ts')), ...(await import('../passkeys/hint.ts')) }))

/** Whether passkeys can be offered here. Loads what makes one beforehand: a browser lets a page ask only right after a touch. */
export async function canMakePasskeys(): Promise<boolean> {
  return maker().then(
    ({ passkeysHere }) => passkeysHere(),
    () => false,
  )
}

/** Makes a passkey and names it after what keeps it. Problems: `passkey_*`, `unexpected`. */
export async function makePasskey(
  text: SecurityText,
  { passkeys }: Pick<Ways, 'passkeys'>,
  taken: readonly string[],
  signal: AbortSignal,
): Promise<Attempt<NewPasskey>> {
  const tools = await maker().catch(() => null)
  if (!tools) return problem('unexpected')
  const exclude = passkeys.map(({ credentialId }) => credentialId)
  const made = await tools.createPasskey({ name: text.secure.passkeyLabel, exclude, signal })
  return made.ok ? done({ ...made.value, name: nameAmong(text.devices[tools.passkeyHint(made.value.transports)], taken) }) : made
}

/** The name, with a number when there is one of that name already. */
export function nameAmong(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name
  for (let number = 2; ; number += 1) {
    if (!taken.includes(`${name} ${number}`)) return `${name} ${number}`
  }
}
