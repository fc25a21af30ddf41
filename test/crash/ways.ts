import { lazy } from '../../src/core/lazy.ts'
import { type Attempt, done } from '../../src/core/problem.ts'
import type { NewMethod, Opened, OpenVaultOptions, Secret, Vault } from '../../src/store/types.ts'
import { openVault } from '../../src/store/vault.ts'
import { createSafe } from '../../src/worker/safe-client.ts'
import type { Supplies, WayName } from './protocol.ts'

/** What a person would bring for each of the ways. */
export const ways: Readonly<Record<WayName, NewMethod & Secret>> = {
  passphrase: { name: 'passphrase', method: 'passphrase', passphrase: 'correct horse battery staple' },
  'other passphrase': { name: 'other passphrase', method: 'passphrase', passphrase: 'quite another sentence' },
  code: { name: 'code', method: 'recovery', code: 'AAAAA-BBBBB-CCCCC' },
  'other code': { name: 'other code', method: 'recovery', code: 'DDDDD-EEEEE-FFFFF' },
  passkey: {
    name: 'passkey',
    method: 'passkey',
    credentialId: 'cGFzc2tleQ',
    salt: new Uint8Array(32).fill(7),
    transports: ['internal'],
    prf: new Uint8Array(32).fill(9),
  },
}

/** Stands in for Argon2id where most of a second for each passphrase would only be spent waiting. */
const quick: OpenVaultOptions['stretch'] = async (passphrase, salt) => {
  const bytes = new Uint8Array([...new TextEncoder().encode(passphrase), 0, ...salt])
  return done(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

const safe = createSafe()

/** What the test has put beside this page. */
export const supplies = lazy(async (): Promise<Supplies> => (await fetch('supplies.json')).json())

export async function opened(): Promise<Opened> {
  const { isReal } = await supplies()
  return valueIn(await openVault({ stretch: isReal ? safe.stretch : quick }))
}

/** The open vault: by one of the ways, or (null) by the device key. */
export async function vaultBy(way: WayName | null): Promise<Vault> {
  const found = await opened()
  if (found.state === 'open') {
    if (way !== null) throw new Error(`open without ${way}`)
    return found.vault
  }
  if (way === null) throw new Error('locked')
  return valueIn(await found.gate.unlock(ways[way]))
}

export function valueIn<T>(attempt: Attempt<T>): T {
  if (!attempt.ok) throw new Error(`${attempt.problem.code} ${JSON.stringify(attempt.problem.facts ?? {})}`)
  return attempt.value
}
