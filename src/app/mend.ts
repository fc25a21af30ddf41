import type { Problem } from '../core/problem.ts'
import type { Damage } from '../store/types.ts'
import { entriesOf, holderOptions, refusalOf } from './inspected.ts'
import type { Services } from './services.ts'

export interface Mended {
  /** How many are as they were, read anew from their original bytes. */
  readonly mended: number
  /** How many were moved out of the way of the others, with what is left of them. */
  readonly aside: number
  /** How many of which nothing was left; they are no longer missed. */
  readonly gone: number
}

type Powers = Pick<Services, 'vault' | 'verifier' | 'settings' | 'online' | 'keepEntries' | 'tell'>

/** Reads what is damaged anew from its original bytes; what cannot be is set aside, with all that is kept of it. */
export async function mend(services: Powers, damaged: readonly Damage[]): Promise<Mended> {
  const before = await countAside(services)
  let mended = 0
  let moved = 0
  for (const { id, hasSource } of damaged) {
    const outcome = hasSource ? await readAnew(services, id) : 'beyond-mending'
    if (outcome === 'mended') mended += 1
    else if (outcome === 'beyond-mending' && (await putAside(services, id))) moved += 1
  }
  const aside = (await countAside(services)) - before
  return { mended, aside, gone: moved - aside }
}

/**
 * The vault keeps what it can still read of an entry that is added again: since when it is there, and what replaced it. `later`: its bytes
 * are whole, and only this time nothing came of it; it stays where it is.
 */
async function readAnew(services: Powers, id: string): Promise<'mended' | 'later' | 'beyond-mending'> {
  const source = await services.vault.source(id)
  if (!source.ok || source.value === null) return 'beyond-mending'
  const inspections = await services.verifier.inspect(source.value, holderOptions(services))
  const entries = entriesOf(inspections, { addedAt: new Date().toISOString(), example: false })
  if (entries.length === 0) return isPassing(refusalOf(inspections)) ? 'later' : 'beyond-mending'
  const kept = await services.keepEntries(entries)
  if (!kept.ok) return 'later'
  return kept.value.some((entry) => entry.id === id) ? 'mended' : 'beyond-mending'
}

function isPassing({ code }: Problem): boolean {
  return code === 'worker_failed' || code === 'cancelled'
}

async function putAside({ vault, tell }: Powers, id: string): Promise<boolean> {
  const moved = await vault.setAside(id)
  if (!moved.ok) tell(moved.problem)
  return moved.ok
}

async function countAside({ vault }: Powers): Promise<number> {
  const aside = await vault.aside()
  return aside.ok ? aside.value.length : 0
}
