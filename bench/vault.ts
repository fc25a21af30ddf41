import type { Attempt } from '../src/core/problem.ts'
import { cardOf } from '../src/store/card.ts'
import { bytesOfText, pack } from '../src/store/pack.ts'
import type { NewMethod, Opened, Secret, WalletEntry } from '../src/store/types.ts'
import { openVault } from '../src/store/vault.ts'
import { createSafe } from '../src/worker/safe-client.ts'
import { credential, entry, report, text } from '../test/store/sample.ts'
import { openFloor } from './vault-floor.ts'

/** Milliseconds from the secret to the list of cards: all of it, and the part until the vault is open. */
export interface Unlocking {
  readonly unlocked: number
  readonly listed: number
}

/** Each is asked of a page that has done nothing else yet. */
export interface VaultBench {
  /** A new wallet with so many credentials, and the same records in a database that is only encrypted. */
  fill(count: number): Promise<void>
  /** Milliseconds. */
  secure(): Promise<number>
  unlock(method: 'recovery' | 'passphrase'): Promise<Unlocking>
  /** Milliseconds to list, and to encrypt anew, what is only encrypted. */
  floor(work: 'list' | 'reseal'): Promise<number>
  /** Milliseconds that Argon2id takes, with its worker. */
  stretch(): Promise<number>
}

declare global {
  interface Window {
    vaultBench: VaultBench
  }
}

const methods: readonly (NewMethod & Secret)[] = [
  { name: 'code', method: 'recovery', code: 'AAAAA-BBBBB-CCCCC' },
  { name: 'passphrase', method: 'passphrase', passphrase: 'correct horse battery staple' },
]
const batch = 250
const safe = createSafe()

window.vaultBench = {
  async fill(count) {
    const vault = opened(await open())
    const floor = await openFloor()
    for (let start = 0; start < count; start += batch) {
      const entries = Array.from({ length: Math.min(batch, count - start) }, (_each, index) => badge(start + index))
      const added = valueIn(await vault.add(entries))
      for (const [index, { source, ...reading }] of entries.entries()) {
        const id = added[index]?.id ?? ''
        await floor.write('cards', id, bytesOfText(JSON.stringify(cardOf({ id, ...reading }))))
        await floor.write('sources', id, pack(source))
        await floor.write('readings', id, pack(reading))
      }
    }
  },
  async secure() {
    const vault = opened(await open())
    const started = performance.now()
    valueIn(await vault.security.secure(methods))
    return performance.now() - started
  },
  async unlock(method) {
    const found = await open()
    if (found.state !== 'locked') throw new Error('open')
    const secret = methods.find((each) => each.method === method)
    if (secret === undefined) throw new Error(`no ${method}`)
    const started = performance.now()
    const vault = valueIn(await found.gate.unlock(secret))
    const unlocked = performance.now() - started
    const { damaged } = valueIn(await vault.cards())
    if (damaged.length > 0) throw new Error('damaged')
    return { unlocked, listed: performance.now() - started }
  },
  async floor(work) {
    const floor = await openFloor()
    const started = performance.now()
    await floor[work]()
    return performance.now() - started
  },
  async stretch() {
    const started = performance.now()
    valueIn(await safe.stretch('correct horse battery staple', new Uint8Array(32), { memory: 64 * 1024, passes: 2, lanes: 1 }))
    return performance.now() - started
  },
}

async function open(): Promise<Opened> {
  return valueIn(await openVault({ stretch: safe.stretch }))
}

function opened(found: Opened) {
  if (found.state !== 'open') throw new Error('locked')
  return found.vault
}

/** As large as they usually are: 4 kB, a reading of about as much, and a card that half a page of text can be found by. */
function badge(index: number): Omit<WalletEntry, 'id'> {
  const description = text('Designs, builds and publishes accessible pages. '.repeat(20))
  const source = `${index} ${'It was signed like this. '.repeat(160)}`
  const document = { type: ['VerifiableCredential'], source }
  return entry(source, { credential: credential({ title: text(`Badge ${index}`), description, document }), report: report() })
}

function valueIn<T>(attempt: Attempt<T>): T {
  if (!attempt.ok) throw new Error(attempt.problem.code)
  return attempt.value
}
