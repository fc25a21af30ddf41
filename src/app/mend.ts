import type { Damage } from '../store/types.ts'
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
    if (hasSource && (await readAnew(services, id))) mended += 1
    else if (await putAside(services, id)) moved += 1
  }
  const aside = (await countAside(services)) - before
  return { mended, aside, gone: moved - aside }
}

/** The vault keeps what it can still read of an entry that is added again: since when it is there, and what replaced it. */
async function readAnew({ vault, verifier, settings, online, keepEntries }: Powers, id: string): Promise<boolean> {
  const source = await vault.source(id)
  if (!source.ok || source.value === null) return false
  const options = { audience: 'holder', identities: settings().identities, offline: !online() } as const
  const inspections = await verifier.inspect(source.value, options)
  const addedAt = new Date().toISOString()
  const entries = inspections.flatMap(({ source: read, credential, report, parts, endorsements }) =>
    credential && report.error === null
      ? [{ source: read, credential, report, parts, endorsements, addedAt, example: false }]
      : [],
  )
  if (entries.length === 0) return false
  const kept = await keepEntries(entries)
  return kept.ok && kept.value.some((entry) => entry.id === id)
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
