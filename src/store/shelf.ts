import type { VaultKeys } from './crypto.ts'
import { unsealJson } from './crypto.ts'
import type { Database } from './database.ts'
import { transact } from './database.ts'
import type { SealedRecord } from './schema.ts'
import type { Card, RecordId } from './types.ts'

/**
 * The cards as last read: opened once, and again only what changed since. Opening thousands takes a fifth of a second,
 * and a wallet is listed after every change.
 */
export interface Shelf {
  /** Every card, newest first, and the ids of entries whose card is missing or cannot be opened. Fails with `store_*`. */
  list(): Promise<{ readonly cards: readonly Card[]; readonly damaged: readonly RecordId[] }>
  /** These have changed, in this tab or another. */
  changed(ids: readonly RecordId[]): void
}

/** What lies on disk of some entries: an id with neither card nor source is no entry. */
interface Found {
  readonly id: RecordId
  readonly card: SealedRecord | undefined
  readonly hasSource: boolean
}

/** A card as earlier releases kept it: they knew nothing of parts and versions. */
type KeptCard = Omit<Card, 'parts' | 'credentialId'> & Partial<Pick<Card, 'parts' | 'credentialId'>>

function completedCard(card: KeptCard): Card {
  return { parts: 0, credentialId: '', ...card }
}

/** An empty shelf: the first listing reads every card. */
export function createShelf(database: Database, keys: VaultKeys): Shelf {
  /** Null stands for an entry that is damaged. */
  const shelf = new Map<RecordId, Card | null>()
  let stale: Set<RecordId> | 'all' = 'all'
  let reading: Promise<void> = Promise.resolve()

  /** One after the other, or an older reading could arrive after a newer one. */
  function refresh(): Promise<void> {
    reading = reading.catch(() => undefined).then(readStale)
    return reading
  }

  async function readStale(): Promise<void> {
    const wanted = stale
    // What changes from here on is read next time.
    stale = new Set()
    try {
      await place(wanted === 'all' ? await findAll(database) : await find(database, [...wanted]))
    } catch (error) {
      stale = wanted === 'all' ? 'all' : new Set([...wanted, ...stale])
      throw error
    }
  }

  async function place(found: readonly Found[]): Promise<void> {
    await Promise.all(
      found.map(async ({ id, card, hasSource }) => {
        if (card === undefined && !hasSource) shelf.delete(id)
        else
          shelf.set(
            id,
            card === undefined ? null : await unsealJson<KeptCard>(keys, 'cards', card).then(completedCard, () => null),
          )
      }),
    )
  }

  return {
    async list() {
      await refresh()
      const cards = [...shelf.values()].filter((card) => card !== null).sort(newestFirst)
      return { cards, damaged: [...shelf].flatMap(([id, card]) => (card === null ? id : [])).sort() }
    },
    changed(ids) {
      if (stale === 'all') return
      for (const id of ids) stale.add(id)
    },
  }
}

function findAll(database: Database): Promise<readonly Found[]> {
  return transact(database, ['cards', 'sources'], 'readonly', async (transaction) => {
    const [cards, keys] = await Promise.all([
      transaction.objectStore('cards').getAll(),
      transaction.objectStore('sources').getAllKeys(),
    ])
    const sources = new Set(keys)
    const found = cards.map((card) => ({ id: card.id, card, hasSource: sources.delete(card.id) }))
    return [...found, ...[...sources].map((id) => ({ id, card: undefined, hasSource: true }))]
  })
}

/** Also for no ids at all: a store that was closed or erased must not go on answering from memory. */
function find(database: Database, ids: readonly RecordId[]): Promise<readonly Found[]> {
  return transact(database, ['cards', 'sources'], 'readonly', (transaction) =>
    Promise.all(
      ids.map(async (id) => {
        const [card, source] = await Promise.all([
          transaction.objectStore('cards').get(id),
          transaction.objectStore('sources').getKey(id),
        ])
        return { id, card, hasSource: source !== undefined }
      }),
    ),
  )
}

function newestFirst(a: Card, b: Card): number {
  if (a.addedAt !== b.addedAt) return a.addedAt < b.addedAt ? 1 : -1
  return a.id < b.id ? -1 : 1
}
