import type { PathwayPlace } from '../../core/pathway/fetch.ts'
import { pathwayLimits } from '../../core/pathway/limits.ts'
import type { Pathway } from '../../core/pathway/types.ts'
import { type Attempt, done, problem } from '../../core/problem.ts'
import type { KeptPathway } from '../../store/types.ts'
import type { Services } from '../services.ts'

/** What reading and keeping a pathway takes. */
export type AddPowers = Pick<Services, 'vault' | 'verifier'>

/**
 * Reads what is at a place and keeps every pathway in it, each in place of the one with the same id. What was kept; there is at least
 * one. Problems: those of reading (`pathway_missing`, those of JSON and the door) and of the store.
 * @param isWanted keeps only these
 */
export async function addPathways(
  place: PathwayPlace,
  { vault, verifier }: AddPowers,
  signal?: AbortSignal,
  isWanted: (pathway: Pathway) => boolean = () => true,
): Promise<Attempt<readonly Pathway[]>> {
  const found = await verifier.readPathway(place, signal)
  if (!found.ok) return found
  const pathways = found.value.pathways.filter(isWanted)
  if (pathways.length === 0) return problem('pathway_missing')
  const { text } = found.value
  const addedAt = new Date().toISOString()
  for (const { id } of pathways) {
    const kept = await vault.keepPathway({ id, origin: originOf(place), text, addedAt })
    if (!kept.ok) return kept
  }
  return done(pathways)
}

/** A file as a place to read from. One that is larger than any that is taken is not read whole. */
export async function placeOf(file: File): Promise<PathwayPlace> {
  return { bytes: new Uint8Array(await file.slice(0, pathwayLimits.bytes + 1).arrayBuffer()), name: file.name }
}

function originOf(place: PathwayPlace): KeptPathway['origin'] {
  return 'url' in place ? { kind: 'address', url: place.url } : { kind: 'file', name: place.name }
}
