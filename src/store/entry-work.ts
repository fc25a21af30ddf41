import { lazy } from '../core/lazy.ts'
import { attempt, fail } from '../core/problem.ts'
import type { Database } from './database.ts'
import type { Added } from './entries.ts'
import type { Events } from './events.ts'
import type { Live, Parts } from './parts.ts'
import { embeddedPicture, placeOfPicture } from './picture.ts'
import type { KeptPicture, RecordId, Vault } from './types.ts'

/** What a vault does with entries and pictures. */
export function entryWork(
  live: Live,
  events: Events,
): Pick<Vault, 'add' | 'update' | 'revise' | 'cards' | 'entry' | 'source' | 'remove' | 'picture' | 'keepPicture' | 'pictures'> {
  const entries = () => live.parts.entries
  return {
    add: (given) =>
      attempt(async () => {
        const added = await entries().add(given)
        const [fresh, again] = [idsOf(added, true), idsOf(added, false)]
        if (fresh.length > 0) events.tell({ kind: 'added', ids: fresh })
        if (again.length > 0) events.tell({ kind: 'changed', ids: again })
        return added
      }, 'store_aborted'),
    update: (id, reading) =>
      attempt(async () => {
        if (await entries().update(id, reading)) events.tell({ kind: 'changed', ids: [id] })
      }, 'store_aborted'),
    revise: (id, change) =>
      attempt(async () => {
        if (await entries().revise(id, change)) events.tell({ kind: 'changed', ids: [id] })
      }, 'store_aborted'),
    cards: () => attempt(() => live.parts.shelf.list(), 'store_aborted'),
    async entry(id) {
      const entry = await attempt(() => entries().entry(id), 'store_aborted')
      // Its card may be whole: from now on the list knows better.
      if (!entry.ok && entry.problem.code === 'store_corrupt' && live.parts.shelf.spoil(id)) {
        events.tellHere({ kind: 'changed', ids: [] })
      }
      return entry
    },
    source: (id) => attempt(() => entries().source(id), 'store_aborted'),
    remove: (id) =>
      attempt(async () => {
        const removed = await entries().remove(id)
        events.tell({ kind: 'removed', ids: [id] })
        return removed
      }, 'store_aborted'),
    picture: (url) => attempt(() => pictureOf(live.parts, url), 'store_aborted'),
    keepPicture: (picture) => attempt(() => live.parts.pictures.keep(picture), 'store_aborted'),
    pictures: () => attempt(() => live.parts.pictures.all(), 'store_aborted'),
  }
}

function idsOf(added: Added, isNew: boolean): readonly RecordId[] {
  return [...new Set(added.filter((one) => one.isNew === isNew).map(({ id }) => id))]
}

async function pictureOf({ entries, pictures }: Parts, url: string): Promise<KeptPicture | null> {
  const place = placeOfPicture(url)
  if (place === null) return pictures.recall(url)
  const entry = await entries.entry(place.id)
  return entry === null ? null : embeddedPicture(entry, place.part)
}

/** What a vault does with records that could not be mended. */
export function asideWork(
  live: Live,
  database: Database,
  events: Events,
): Pick<Vault, 'setAside' | 'aside' | 'asideFile' | 'dropAside'> {
  const work = lazy(() => import('./aside.ts'))
  return {
    setAside: (id) =>
      attempt(async () => {
        await (await work()).setAside(live.parts.ledger, id, new Date())
        events.tell({ kind: 'removed', ids: [id] })
      }, 'store_aborted'),
    aside: () => attempt(async () => (await work()).listAside(database), 'store_aborted'),
    asideFile: (id) =>
      attempt(async () => (await (await work()).asideFile(database, id)) ?? fail('store_corrupt'), 'store_aborted'),
    dropAside: (id) =>
      attempt(async () => {
        await (await work()).dropAside(database, id)
        events.tell({ kind: 'removed', ids: [] })
      }, 'store_aborted'),
  }
}
