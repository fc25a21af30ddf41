import { expose } from 'comlink'
import { afterEach, describe, expect, test } from 'vitest'
import { openBackup } from '../../src/core/backup/open.ts'
import type { BackupCredential, BackupLock } from '../../src/core/backup/types.ts'
import type { Attempt } from '../../src/core/problem.ts'
import { stretch } from '../../src/core/stretch.ts'
import { openLockedWallet } from '../../src/core/wallet-file/index.ts'
import { createSafe, type SafePowers } from '../../src/worker/safe-client.ts'
import type { Safe } from '../../src/worker/safe-types.ts'
import { at, backedUp, backupRest, nothingElse } from '../issuer/backups.ts'

const open = new Set<Safe>()
afterEach(() => {
  for (const safe of open) safe.end()
  open.clear()
})

/** A safe that counts the workers it starts, and those that were ended. */
function safeWith(powers: SafePowers = {}) {
  const workers = { started: 0, ended: 0 }
  const safe = createSafe({
    ...powers,
    start() {
      const worker = powers.start?.() ?? realWorker()
      workers.started += 1
      return {
        postMessage: worker.postMessage.bind(worker),
        addEventListener: worker.addEventListener.bind(worker),
        removeEventListener: worker.removeEventListener.bind(worker),
        terminate() {
          workers.ended += 1
          worker.terminate()
        },
      }
    },
  })
  open.add(safe)
  return { safe, workers }
}

function realWorker(): Worker {
  return new Worker(new URL('../../src/worker/safe-host.ts', import.meta.url), { type: 'module' })
}

/** A worker that runs this text. */
function workerOf(script: string): Worker {
  return new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })))
}

function must<T>(outcome: Attempt<T>): T {
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return outcome.value
}

const lock = { kind: 'passphrase', passphrase: 'correct horse battery staple' } as const
const about = { madeAt: at, madeBy: '0.1.0' }
const salt = Uint8Array.from({ length: 16 }, (_each, index) => index)
const small = { memory: 64, passes: 1, lanes: 1 }
const some = (count: number): readonly BackupCredential[] =>
  Array.from({ length: count }, (_each, index) =>
    backedUp(new TextEncoder().encode(`{"number":${index}}`), `badge ${index}.json`),
  )

async function written(safe: Safe, credentials: readonly BackupCredential[], by: BackupLock = lock): Promise<Blob> {
  const writing = must(await safe.writeBackup(by, about))
  must(await writing.add(credentials))
  return must(await writing.finish(nothingElse))
}

describe('the safe worker', () => {
  test('that the app starts makes a key of a passphrase', async () => {
    const safe = createSafe()
    open.add(safe)
    const [one, two] = [await safe.stretch('passphrase', salt, small), await safe.stretch('passphrase', salt, small)]
    expect(one).toEqual(await stretch('passphrase', salt, small))
    expect(two).toEqual(one)
    expect(await safe.stretch('other', salt, small)).not.toEqual(one)
    expect(await safe.stretch('passphrase', salt, { ...small, passes: 99 })).toEqual({
      ok: false,
      problem: { code: 'store_corrupt' },
    })
  })

  test('writes a backup as credentials come, and opens it', async () => {
    const { safe } = safeWith()
    const [credentials, rest] = [some(5), backupRest()]
    const writing = must(await safe.writeBackup(lock, about))
    for (const credential of credentials) must(await writing.add([credential]))
    const file = must(await writing.finish(rest))
    const backup = must(await safe.openBackup(file, lock))
    const here = await openBackup(file, lock)
    expect(backup.summary).toEqual(here.summary)
    expect(backup.summary).toMatchObject({ ...about, credentials: 5, holderKeys: 2 })
    expect(backup.rest).toEqual(rest)
    expect(must(await backup.credentials(0, 3))).toEqual(credentials.slice(0, 3))
    expect(must(await backup.credentials(3, 3))).toEqual(credentials.slice(3))
    backup.close()
    expect(await backup.credentials(0, 1)).toEqual({ ok: false, problem: { code: 'cancelled' } })
  })

  test('says in codes why a backup does not open', async () => {
    const { safe } = safeWith()
    const file = await written(safe, some(1))
    expect(await safe.openBackup(file, { kind: 'passphrase', passphrase: 'no' })).toMatchObject({
      problem: { code: 'backup_wrong_key' },
    })
    expect(await safe.openBackup(new Blob(['no']), lock)).toEqual({ ok: false, problem: { code: 'backup_unrecognized' } })
    expect(await safe.openBackup(file.slice(0, -9), lock)).toEqual({ ok: false, problem: { code: 'backup_damaged' } })
  })

  test('moves a wallet by a key that the other device shows', async () => {
    const [from, to] = [safeWith().safe, safeWith().safe]
    const { identity, recipient } = must(await to.moveKey())
    const file = await written(from, some(2), { kind: 'recipient', recipient })
    expect(must(await to.openBackup(file, { kind: 'identity', identity })).summary.credentials).toBe(2)
  })

  test('writes and opens wallets for others', async () => {
    const { safe } = safeWith()
    const credential = { name: 'a.json', bytes: new TextEncoder().encode('{"type":"VerifiableCredential"}') }
    const wallet = must(await safe.writeWallet([credential], 'passphrase'))
    expect(await safe.openLockedWallet(wallet, 'other')).toEqual({ ok: false, problem: { code: 'wallet_wrong_key' } })
    const opened = [must(await safe.openLockedWallet(wallet, 'passphrase')), await openLockedWallet(wallet, 'passphrase')]
    for (const each of opened)
      expect(JSON.parse(new TextDecoder().decode(each))).toMatchObject({
        type: 'UniversalWallet2020',
        contents: [{ type: 'VerifiableCredential' }],
      })
  })
})

describe('work that is not wanted any more', () => {
  test('is answered at once, and its worker is gone with all it held', async () => {
    const { safe, workers } = safeWith()
    const writing = must(await safe.writeBackup(lock, about))
    const under = writing.add(some(3000))
    writing.cancel()
    expect(await under).toEqual({ ok: false, problem: { code: 'cancelled' } })
    expect(workers).toEqual({ started: 1, ended: 1 })
    expect(await writing.finish(nothingElse)).toEqual({ ok: false, problem: { code: 'cancelled' } })
    expect(must(await safe.stretch('p', salt, small))).toHaveLength(32)
    expect(workers.started).toBe(2)
  })

  test('is dropped by itself when the worker has other work', async () => {
    const { safe, workers } = safeWith()
    const other = must(await safe.writeBackup(lock, about))
    const writing = must(await safe.writeBackup(lock, about))
    must(await writing.add(some(3)))
    writing.cancel()
    expect(await writing.add(some(1))).toEqual({ ok: false, problem: { code: 'cancelled' } })
    must(await other.add(some(2)))
    expect(must(await other.finish(nothingElse)).size).toBeGreaterThan(0)
    expect(workers).toEqual({ started: 1, ended: 1 })
  })

  test('is an opening too', async () => {
    const { safe, workers } = safeWith()
    const file = await written(safe, some(1))
    const leaving = new AbortController()
    const opening = safe.openBackup(file, lock, leaving.signal)
    leaving.abort()
    expect(await opening).toEqual({ ok: false, problem: { code: 'cancelled' } })
    expect(workers.ended).toBe(2)
    expect(await safe.openBackup(file, lock, leaving.signal)).toEqual({ ok: false, problem: { code: 'cancelled' } })
    expect(workers.started).toBe(2)
  })

  test('and a safe that is ended answers all that waits', async () => {
    const { safe } = safeWith()
    const writing = must(await safe.writeBackup(lock, about))
    const waiting = [writing.add(some(2000)), safe.stretch('p', salt, { memory: 65_536, passes: 3, lanes: 1 })]
    safe.end()
    for (const answer of await Promise.all(waiting)) expect(answer).toEqual({ ok: false, problem: { code: 'cancelled' } })
    expect(await writing.add(some(1))).toEqual({ ok: false, problem: { code: 'cancelled' } })
  })
})

describe('the life of the worker', () => {
  test('ends some time after its last work, and begins with the next', async () => {
    const { safe, workers } = safeWith({ idle: 50 })
    expect(workers.started).toBe(0)
    await safe.stretch('p', salt, small)
    await expect.poll(() => workers).toEqual({ started: 1, ended: 1 })
    await safe.stretch('p', salt, small)
    expect(workers.started).toBe(2)
  })

  test('goes on for as long as a backup is at hand', async () => {
    const { safe, workers } = safeWith({ idle: 1 })
    const backup = must(await safe.openBackup(await written(safe, some(2)), lock))
    const { started, ended } = workers
    await safe.stretch('p', salt, small)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(must(await backup.credentials(0, 2))).toHaveLength(2)
    expect(workers).toEqual({ started, ended })
    backup.close()
    expect(workers).toEqual({ started, ended: ended + 1 })
  })

  test.for([
    ['does not load', 'importScripts("/nowhere.js")'],
    ['crashes', 'onmessage = () => { throw new Error("poison") }'],
    [
      'answers with an error',
      'onmessage = ({ data }) => postMessage({ id: data.id, type: "HANDLER", name: "throw", value: { isError: true, value: { message: "no", name: "Error" } } })',
    ],
  ])('that %s is a problem, and the next call has a new one', async ([, script]) => {
    const scripts = [workerOf(script!)]
    const { safe } = safeWith({ start: () => scripts.shift() ?? realWorker() })
    expect(await safe.stretch('p', salt, small)).toEqual({ ok: false, problem: { code: 'safe_failed' } })
    if (script!.includes('throw"')) safe.end()
    expect(must(await safe.stretch('p', salt, small))).toHaveLength(32)
  })

  test('that breaks off in the middle of a backup is a problem of everything about it', async () => {
    const { port1, port2 } = new MessageChannel()
    expose({ beginBackup: () => ({ ok: true, value: undefined }), addToBackup: () => new Promise(() => undefined) }, port2)
    port1.start()
    const broken = Object.assign(port1, { terminate: () => port1.close() })
    const { safe } = safeWith({ start: () => broken })
    const writing = must(await safe.writeBackup(lock, about))
    const under = writing.add(some(1))
    port1.dispatchEvent(new Event('error'))
    expect(await under).toEqual({ ok: false, problem: { code: 'safe_failed' } })
    expect(await writing.finish(nothingElse)).toMatchObject({ ok: false })
  })

  test('that cannot be started is a problem', async () => {
    const { safe } = safeWith({
      start() {
        throw new Error('refused')
      },
    })
    for (const answer of [safe.stretch('p', salt, small), safe.writeBackup(lock, about), safe.openBackup(new Blob(), lock)]) {
      expect(await answer).toEqual({ ok: false, problem: { code: 'safe_failed' } })
    }
  })
})
