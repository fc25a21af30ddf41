import { fail } from '../core/problem.ts'
import { idOfAddress, type VaultKeys } from './crypto.ts'
import type { Ledger } from './ledger.ts'
import { bytesOfText } from './pack.ts'
import { jsonChange, openAll } from './records.ts'
import type { KeptPathway, KeptStack, KeptStacks } from './types.ts'

const version = 1

/** Ceilings of what a person may keep: what is over them is cut where that loses nothing they would miss, and refused otherwise. */
export const stackLimits = Object.freeze({
  /** Most groupings, and most credentials in one. */
  stacks: 500,
  members: 5_000,
  /** Longest name and description, in characters. */
  name: 200,
  description: 5_000,
  /** Most pathways, and the largest document of one, in bytes. */
  pathways: 100,
  pathway: 2 * 1024 * 1024,
})

/** What the learner arranged, and the pathways that were added. Fails with `store_*`. */
export interface StackRecords {
  /** Oldest first, each of them. */
  read(): Promise<KeptStacks>
  /** Keeps one in place of the one with the same id. Fails with `stacks_full` when there is no room for a new one. */
  keepStack(stack: KeptStack): Promise<void>
  dropStack(id: string): Promise<void>
  /** The same; fails with `json_too_large` for a document beyond what is kept. */
  keepPathway(pathway: KeptPathway): Promise<void>
  dropPathway(id: string): Promise<void>
}

/** The records of one open database. */
export function createStackRecords(ledger: Ledger, keys: VaultKeys): StackRecords {
  async function keep(store: 'stacks' | 'pathways', id: string, value: object): Promise<void> {
    const { view } = await ledger.read([], async () => undefined)
    const limit = stackLimits[store]
    if (!view.has(store, id) && view.ids(store).length >= limit) fail('stacks_full', { facts: { limit } })
    await ledger.commit([jsonChange(store, id, version, value)])
  }

  function drop(store: 'stacks' | 'pathways', id: string): Promise<unknown> {
    return ledger.commit([jsonChange(store, id, version, null)])
  }

  return {
    async read() {
      // One that cannot be opened is left out, and the others stand.
      const { stacks, pathways } = await openAll<{ stacks: KeptStack; pathways: KeptPathway }>(ledger, keys, [
        'stacks',
        'pathways',
      ])
      return {
        stacks: stacks.toSorted((a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id)),
        pathways: pathways.toSorted((a, b) => compare(a.addedAt, b.addedAt) || compare(a.id, b.id)),
      }
    },
    keepStack: (stack) => keep('stacks', stack.id, bounded(stack)),
    async dropStack(id) {
      await drop('stacks', id)
    },
    async keepPathway(pathway) {
      if (bytesOfText(pathway.text).length > stackLimits.pathway) fail('json_too_large')
      await keep('pathways', await idOfAddress(keys, 'pathways', pathway.id), pathway)
    },
    async dropPathway(id) {
      await drop('pathways', await idOfAddress(keys, 'pathways', id))
    },
  }
}

function bounded(stack: KeptStack): KeptStack {
  const { name, description, members } = stack
  return {
    ...stack,
    name: name.slice(0, stackLimits.name),
    description: description.slice(0, stackLimits.description),
    members: members.slice(0, stackLimits.members),
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
