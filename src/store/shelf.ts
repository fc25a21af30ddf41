import { unsealJson, type VaultKeys } from './crypto.ts'
import type { Ledger } from './ledger.ts'
import type { SealedRecord } from './schema.ts'
import type { View } from './shards.ts'
import type { Card, Damage, RecordId } from './types.ts'

/**
 * The cards as last read: opened once, and again only what changed since. Opening thousands takes a fifth of a second,
 * and a wallet is listed after every change.
 */
export interface Shelf {
  /** Every card, newest first, and entries that are not as they were left. Fails with `store_*`. */
  list(): Promise<{ readonly cards: readonly Card[]; readonly damaged: readonly Damage[] }>
  /** These have changed, in this tab or another. */
  changed(ids: readonly RecordId[]): void
  /** What is behind this card cannot be opened. False when that is known, or there is no such card. */
  spoil(id: RecordId): boolean
}

/** What lies on disk of some entries: an id with neither card nor source, and of which nothing is expected, is no entry. */
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
export function createShelf(ledger: Ledger, keys: VaultKeys): Shelf {
  const shelf = new Map<RecordId, Card | Damage>()
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
      const { found, view } = wanted === 'all' ? await findAll(ledger) : await find(ledger, [...wanted])
      await place(found, view)
    } catch (error) {
      stale = wanted === 'all' ? 'all' : new Set([...wanted, ...stale])
      throw error
    }
  }

  async function place(found: readonly Found[], view: View): Promise<void> {
    await Promise.all(
      found.map(async (each) => {
        const isEntry = each.card !== undefined || each.hasSource || view.has('cards', each.id) || view.has('sources', each.id)
        if (isEntry) shelf.set(each.id, await opened(each, view))
        else shelf.delete(each.id)
      }),
    )
  }

  async function opened({ id, card, hasSource }: Found, view: View): Promise<Card | Damage> {
    const damaged = (kind: Damage['kind']): Damage => ({ id, kind, hasSource: hasSource && view.has('sources', id) })
    if (hasSource && !view.has('sources', id)) return damaged('foreign')
    const damage = view.damageOf('cards', id, card)
    if (damage !== null || card === undefined) return damaged(damage ?? 'missing')
    if (!hasSource) return damaged('missing')
    return unsealJson<KeptCard>(keys, 'cards', card).then(completedCard, () => damaged('unreadable'))
  }

  return {
    async list() {
      await refresh()
      const all = [...shelf.values()]
      const cards = all.filter(isCard).sort(newestFirst)
      const damaged = all.filter((one): one is Damage => !isCard(one))
      return { cards, damaged: damaged.sort((a, b) => (a.id < b.id ? -1 : 1)) }
    },
    spoil(id) {
      const card = shelf.get(id)
      if (card === undefined || !isCard(card)) return false
      shelf.set(id, { id, kind: 'unreadable', hasSource: true })
      return true
    },
    changed(ids) {
      if (stale === 'all') return
      for (const id of ids) stale.add(id)
    },
  }
}

function isCard(one: Card | Damage): one is Card {
  return 'title' in one
}

async function findAll(ledger: Ledger): Promise<{ readonly found: readonly Found[]; readonly view: View }> {
  const { found, view } = await ledger.read(['cards', 'sources'], async (transaction) => {
    const [cards, sources] = await Promise.all([
      transaction.objectStore('cards').getAll(),
      transaction.objectStore('sources').getAllKeys(),
    ])
    return { cards, sources }
  })
  const cards = new Map(found.cards.map((card) => [card.id, card]))
  const sources = new Set(found.sources)
  const ids = new Set([...cards.keys(), ...sources, ...view.ids('cards'), ...view.ids('sources')])
  return { view, found: [...ids].map((id) => ({ id, card: cards.get(id), hasSource: sources.has(id) })) }
}

/** Also for no ids at all: a store that was closed or erased must not go on answering from memory. */
function find(ledger: Ledger, ids: readonly RecordId[]): Promise<{ readonly found: readonly Found[]; readonly view: View }> {
  return ledger.read(['cards', 'sources'], (transaction) =>
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
