import type { Vault } from '../../src/store/types.ts'
import {
  type Disk,
  type Look,
  type Seen,
  type Settling,
  type State,
  type Told,
  type Trial,
  type WayName,
  wayNames,
} from './protocol.ts'
import { digestOf } from './steps.ts'
import { opened, valueIn, vaultBy, ways } from './ways.ts'

/** Opens the wallet by every way there may be, settles what broke off, and says what is there. */
export async function lookAt({ order, settling }: Look, tell: (told: Told) => void): Promise<Seen> {
  const found = await diskNow()
  tell({ kind: 'looking' })
  const wrong: string[] = []
  let settled: Settling | null = null
  const first = await trialsOf(order, async (vault) => {
    wrong.push(...(await wrongIn(vault)))
    tell({ kind: 'settling' })
    settled = await settle(vault, settling)
  })
  const trials = await trialsOf(order, async (vault) => void wrong.push(...(await wrongIn(vault))))
  const opens = wayNames.filter((way) => trials.some((trial) => trial.way === way && trial.code === null))
  const vault = await vaultBy(opens[0] ?? null)
  const state = await stateOf(vault, opens)
  vault.close()
  tell({ kind: 'looked' })
  wrong.push(...[...first, ...trials].filter(({ code }) => code !== null && code !== 'unlock_wrong').map(saying))
  return { found, trials: first, settled, disk: await diskNow(), state, wrong }
}

/** Tries every way; the first that opens is used. Nothing is tried of a wallet that needs none of them. */
async function trialsOf(order: readonly WayName[], use: (vault: Vault) => Promise<void>): Promise<Trial[]> {
  const trials: Trial[] = []
  let isUsed = false
  for (const way of order) {
    const found = await opened()
    if (found.state === 'open') {
      await use(found.vault)
      found.vault.close()
      return []
    }
    const unlocked = await found.gate.unlock(ways[way])
    trials.push({ way, code: unlocked.ok ? null : unlocked.problem.code })
    if (unlocked.ok) {
      if (!isUsed) await use(unlocked.value)
      isUsed = true
      unlocked.value.close()
    } else found.gate.close()
  }
  return trials
}

async function settle({ security }: Vault, settling: Settling): Promise<Settling | null> {
  const waiting = valueIn(await security.interrupted())
  if (waiting === null) return null
  if (settling === 'abandon') valueIn(await security.abandon())
  if (settling === 'resume') await resumeByAny(security)
  return settling
}

async function resumeByAny(security: Vault['security']): Promise<void> {
  for (const way of wayNames) {
    const resumed = await security.resume(ways[way])
    if (resumed.ok) return
    if (resumed.problem.code !== 'unlock_wrong') throw new Error(`to resume: ${resumed.problem.code}`)
  }
  throw new Error('nothing opens what is to be resumed')
}

async function wrongIn(vault: Vault): Promise<readonly string[]> {
  const { damaged } = valueIn(await vault.cards())
  const [first] = damaged
  return [
    ...(first === undefined ? [] : [`${damaged.length} damaged, such as ${first.id}, which is ${first.kind}`]),
    ...(vault.wasMended() ? ['the ledger was mended'] : []),
  ]
}

async function stateOf(vault: Vault, opens: readonly WayName[]): Promise<State> {
  const { cards } = valueIn(await vault.cards())
  const trust = valueIn(await vault.trust())
  const { stacks, pathways } = valueIn(await vault.stacks())
  const disk = await diskNow()
  return {
    credentials: (await Promise.all(cards.map(({ id }) => credentialIn(vault, id)))).sort(),
    opens,
    methods: valueIn(await vault.security.methods())
      .map(({ method, name }) => `${method} ${name}` as const)
      .sort(),
    generation: disk.generation ?? -1,
    language: valueIn(await vault.settings()).language,
    pins: trust.pins.map(({ issuer }) => issuer).sort(),
    lists: trust.lists.map(({ id }) => id).sort(),
    vocabularies: valueIn(await vault.vocabularies())
      .map(({ url }) => url)
      .sort(),
    stacks: stacks.map(({ name }) => name).sort(),
    pathways: pathways.map(({ id }) => id).sort(),
    pictures: valueIn(await vault.pictures())
      .map(({ url }) => url)
      .sort(),
    holderKeys: valueIn(await vault.holder.pairs())
      .map(({ did }) => did)
      .sort(),
  }
}

/** By its bytes as they lie there, which its reading must agree with. */
async function credentialIn(vault: Vault, id: string): Promise<string> {
  const [source, entry] = [valueIn(await vault.source(id)), valueIn(await vault.entry(id))]
  if (source === null || entry === null) throw new Error(`${id} has a card and nothing else`)
  const digest = await digestOf(source.bytes)
  if ((await digestOf(entry.source.bytes)) !== digest || entry.report.digest !== digest)
    throw new Error(`${id} is of another source`)
  return `${digest} ${entry.addedAt} ${source.name}`
}

/** The disk without the vault, and without making a database where there is none. */
export async function diskNow(): Promise<Disk> {
  const known = (await indexedDB.databases()).find(({ name }) => name === 'satchel')
  if (known === undefined) return { version: 0, generation: null, entries: 0, staged: 0, hasDeviceKey: false, personalKeys: 0 }
  const database = await patiently(() => answerOf(indexedDB.open('satchel')))
  try {
    const has = (store: string) => database.objectStoreNames.contains(store)
    const inside = (store: string) => database.transaction(store).objectStore(store)
    const root = has('ledger') ? await answerOf(inside('ledger').get('root')) : undefined
    const keys: readonly { readonly method: string }[] = has('keys') ? await answerOf(inside('keys').getAll()) : []
    return {
      version: database.version,
      generation: root?.generation ?? null,
      entries: has('sources') ? await answerOf(inside('sources').count()) : 0,
      staged: has('next') ? await answerOf(inside('next').count()) : 0,
      hasDeviceKey: keys.some(({ method }) => method === 'device'),
      personalKeys: keys.filter(({ method }) => method !== 'device').length,
    }
  } finally {
    database.close()
  }
}

/** A busy system may not have let go yet of the files of the browser that was killed; a person would reload. What is lost stays lost. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let turn = 1; turn < 10; turn += 1) {
    const answer = await work().catch(() => null)
    if (answer !== null) return answer
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return work()
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function saying({ way, code }: Trial): string {
  return `${way} ends with ${code}`
}
