import { fromBase64url, toBase64url } from '../core/encoding/base64url.ts'
import { hexOf } from '../core/encoding/bytes.ts'
import { fail } from '../core/problem.ts'
import { dataKeyLength, unsealJson } from './crypto.ts'
import { type Database, transact } from './database.ts'
import { dataKeyPayload, type Keyring, keyringOf } from './keys.ts'
import type { Basis, Beside, Ledger } from './ledger.ts'
import { jsonChange } from './records.ts'
import { clearStaged, headPlace, methodsId, methodsVersion, type NextKey, openHead, rekey } from './rekey.ts'
import { databaseName, type PersonalKeyRecord } from './schema.ts'
import type { Hearing, MethodInfo, NewMethod, Secret, Ways } from './types.ts'
import { newWay, type Stretch, type Unlocked, unlockOne, unwrapWith, type Way, waysOf, wrapFor } from './ways.ts'
import { sweeping } from './wipe.ts'

/** What is being protected, and what is to be done once its keys are others. */
export interface Protected {
  readonly database: Database
  readonly stretch: Stretch
  keyring(): Keyring
  ledger(): Ledger
  /** From now on these are the keys: every id is another one. */
  replace(keyring: Keyring): Promise<void>
  /** The ways are others. */
  changed(): void
}

/** A way as the sealed list knows it. Whoever writes to the disk may put keys of their own there: those here are ours. */
interface Listed extends MethodInfo {
  /** In hexadecimal. */
  readonly publicKey: string
  /** See `Binding`; in base64url. */
  readonly binding: string
}
interface Methods {
  readonly methods: readonly Listed[]
}

/** Ways for the next data key, and the list that they were taken from. */
interface NextWays {
  readonly ways: readonly { readonly way: Way; readonly info: Listed }[]
  readonly basis: Basis
}

/** How far the work is, and how to end it. */
type Course = readonly [hearing?: Hearing | undefined, signal?: AbortSignal | undefined]

/** `Security` of types.ts, before it is made to answer with attempts. */
export interface SecurityWork {
  methods(): Promise<readonly MethodInfo[]>
  ways(but?: string): Promise<Ways>
  secure(methods: readonly NewMethod[], ...course: Course): Promise<void>
  check(secret: Secret): Promise<MethodInfo>
  add(method: NewMethod, proof: Secret): Promise<MethodInfo>
  rename(id: string, name: string): Promise<void>
  remove(id: string, proof: Secret, ...course: Course): Promise<void>
  replace(id: string, by: NewMethod, proof: Secret, ...course: Course): Promise<void>
  rotate(...course: Course): Promise<void>
  interrupted(): Promise<Ways | null>
  resume(secret: Secret, ...course: Course): Promise<void>
  /** Goes on at once when the way that was just used is one of the new ways too. */
  resumeWith(unlocked: Omit<Unlocked, 'payload'>): Promise<void>
  abandon(): Promise<void>
}

/** The ways into one open wallet. Every function may fail with a problem, and then has changed nothing. */
export function createSecurity(wallet: Protected): SecurityWork {
  const { database, stretch } = wallet

  async function known(): Promise<{ readonly methods: readonly Listed[]; readonly basis: Basis }> {
    const { found, view } = await wallet
      .ledger()
      .read(['settings'], (transaction) => transaction.objectStore('settings').get(methodsId))
    if (view.damageOf('settings', methodsId, found) !== null) fail('store_corrupt')
    const kept = found === undefined ? null : await unsealJson<Methods>(wallet.keyring().keys, 'settings', found)
    const basis = { store: 'settings', id: methodsId, revision: view.revisionOf('settings', methodsId) } as const
    return { methods: kept?.methods ?? [], basis }
  }

  async function listed(): Promise<readonly Listed[]> {
    return (await known()).methods
  }

  /** Writes the list, unless another tab was first. */
  async function keepList(methods: readonly Listed[], basis: Basis, beside?: Beside): Promise<void> {
    const change = jsonChange('settings', methodsId, methodsVersion, { methods })
    if ((await wallet.ledger().commit([change], [basis], beside)) === 'changed') fail('store_busy')
    wallet.changed()
  }

  async function records(): Promise<readonly PersonalKeyRecord[]> {
    const kept = await transact(database, ['keys'], 'readonly', (transaction) => transaction.objectStore('keys').getAll())
    return kept.filter((record) => record.method !== 'device')
  }

  /** Opens one of the ways that the list knows. */
  async function proven(secret: Secret): Promise<Unlocked & { readonly info: Listed }> {
    const opened = await unlockOne(await records(), secret, stretch)
    const info = (await listed()).find(({ id }) => id === opened.record.id)
    if (info?.publicKey !== pointOf(opened.record)) {
      opened.payload.fill(0)
      return fail('unlock_wrong')
    }
    return { ...opened, info }
  }

  /** The ways that stay, as they are: only with the keys that the list knows. */
  async function staying(but?: string): Promise<NextWays> {
    const [{ methods, basis }, kept] = await Promise.all([known(), records()])
    const ways = methods
      .filter(({ id }) => id !== but)
      .map((info) => {
        const way = kept.find(({ id }) => id === info.id)
        if (way === undefined || pointOf(way) !== info.publicKey) return fail('store_corrupt')
        return { way, info }
      })
    return { ways, basis }
  }

  async function made(given: NewMethod): Promise<{ readonly way: Way; readonly info: Listed }> {
    const { way, binding } = await newWay(given, stretch)
    const about = { name: given.name, addedAt: new Date().toISOString(), binding: toBase64url(binding) }
    return { way, info: { id: way.id, method: way.method, publicKey: pointOf(way), ...about } }
  }

  /** A new data key for these, and everything re-encrypted with it. */
  async function renew({ ways, basis }: NextWays, course: Course): Promise<void> {
    if (ways.length === 0) fail('unlock_last')
    const generation = wallet.keyring().generation + 1
    const dataKey = crypto.getRandomValues(new Uint8Array(dataKeyLength))
    const payload = dataKeyPayload(dataKey)
    dataKey.fill(0)
    const records = await Promise.all(ways.map(({ way, info }) => wrapFor(way, bindingOf(info), payload, generation)))
    const methods: Methods = { methods: ways.map(({ info }) => info) }
    await become({ keyring: await keyringOf(payload, generation), records, methods, basis }, course)
  }

  async function become(next: NextKey, [hearing, signal]: Course): Promise<void> {
    const task = { database, keyring: wallet.keyring(), ledger: wallet.ledger(), next, hearing, signal }
    // The old data key opens nothing any more; nor need it, or what it opened, stay on the disk.
    await sweeping(databaseName, async () => {
      await rekey(task)
      // At once: whoever looks meanwhile would find that the keys they have are no longer those in use.
      await wallet.replace(next.keyring)
    })
  }

  /** What lies ready for the next data key; null when there is nothing, or nothing for the key in use and the ways that there are. */
  async function staged(): Promise<{ readonly records: readonly PersonalKeyRecord[]; readonly basis: Basis } | null> {
    const { head, rows } = await transact(database, ['next'], 'readonly', async (transaction) => {
      const next = transaction.objectStore('next')
      return { head: await next.get(headPlace), rows: await next.getAll(IDBKeyRange.bound('keys/', 'keys0', false, true)) }
    })
    if (head === undefined) return null
    const [begun, { basis }] = await Promise.all([openHead(wallet.keyring().keys, head), known()])
    if (begun === null || begun.methods !== basis.revision) {
      // Of another key than that in use, so nobody can go on; or a way was added since, which would be lost.
      await wallet.ledger().write(['next'], (transaction) => transaction.objectStore('next').clear())
      return null
    }
    return { records: rows.map(({ value }) => value as PersonalKeyRecord), basis }
  }

  async function goOn(keyring: Keyring, waiting: Pick<NextKey, 'records' | 'basis'>, course: Course): Promise<void> {
    const row = await transact(database, ['next'], 'readonly', (transaction) =>
      transaction.objectStore('next').get(`settings/${methodsId}`),
    )
    if (row === undefined) return fail('store_corrupt')
    const methods = await unsealJson<Methods>(keyring.keys, 'settings', row.value as never)
    await become({ ...waiting, keyring, methods }, course)
  }

  return {
    methods: async () => (await listed()).map(infoOf),
    async ways(but) {
      const [all, kept] = await Promise.all([listed(), records()])
      return waysOf(kept.filter(({ id }) => id !== but && all.some((info) => info.id === id)))
    },
    async secure(methods, ...course) {
      const { methods: present, basis } = await known()
      if (present.length > 0) fail('store_busy')
      await renew({ ways: await Promise.all(methods.map(made)), basis }, course)
    },
    async check(secret) {
      const { info, payload } = await proven(secret)
      payload.fill(0)
      return infoOf(info)
    },
    async add(method, proof) {
      const { payload } = await proven(proof)
      const { way, info } = await made(method)
      const record = await wrapFor(way, bindingOf(info), payload, wallet.keyring().generation)
      payload.fill(0)
      const { methods, basis } = await known()
      await keepList([...methods, info], basis, {
        stores: ['keys'],
        write: async (transaction) => void (await transaction.objectStore('keys').put(record)),
      })
      return infoOf(info)
    },
    async rename(id, name) {
      const { methods, basis } = await known()
      await keepList(
        methods.map((info) => (info.id === id ? { ...info, name } : info)),
        basis,
      )
    },
    async remove(id, proof, ...course) {
      const { info, payload } = await proven(proof)
      payload.fill(0)
      if (info.id === id) fail('unlock_last')
      await renew(await staying(id), course)
    },
    async replace(id, by, proof, ...course) {
      const { payload } = await proven(proof)
      payload.fill(0)
      const { ways, basis } = await staying(id)
      await renew({ ways: [...ways, await made(by)], basis }, course)
    },
    rotate: async (...course) => renew(await staying(), course),
    async interrupted() {
      const waiting = await staged()
      return waiting === null ? null : waysOf(waiting.records)
    },
    async resume(secret, ...course) {
      const waiting = await staged()
      if (waiting === null) return
      const { payload, record } = await unlockOne(waiting.records, secret, stretch)
      await goOn(await keyringOf(payload, record.generation), waiting, course)
    },
    async resumeWith({ record, ...opened }) {
      const waiting = await staged()
      const mine = waiting?.records.find(({ id }) => id === record.id)
      if (waiting === null || mine === undefined) return
      await goOn(await keyringOf(await unwrapWith(opened, mine), mine.generation), waiting, [])
    },
    abandon: () => clearStaged(database),
  }
}

function infoOf({ id, method, name, addedAt }: Listed): MethodInfo {
  return { id, method, name, addedAt }
}

/** Fails with `store_corrupt` for a list that is none of ours. */
function bindingOf({ binding }: Listed): Uint8Array {
  return fromBase64url(binding) ?? fail('store_corrupt')
}

function pointOf({ publicKey }: Pick<PersonalKeyRecord, 'publicKey'>): string {
  return hexOf(new Uint8Array(publicKey))
}
