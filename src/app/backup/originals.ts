import { credentialPath } from '../../core/backup/names.ts'
import type { Source } from '../../core/model/credential.ts'
import { type Attempt, done, problem } from '../../core/problem.ts'
import { digestOf } from '../../core/report.ts'
import type { Vault } from '../../store/types.ts'
import type { Working } from './make-backup.ts'

type Powers = Pick<Vault, 'cards' | 'source'>

/** Everything of one's own, as it was given. */
export interface Originals {
  readonly sources: readonly Source[]
  /** How many damaged records cannot be among them. */
  readonly leftOut: number
}

/** The bytes of every credential as they were given, examples left out. Problems: those of the store, `cancelled`. */
export async function originals(vault: Powers, { hearing, signal }: Working = {}): Promise<Attempt<Originals>> {
  const listed = await vault.cards()
  if (!listed.ok) return listed
  const { cards, damaged } = listed.value
  const ids = [...cards.filter(({ example }) => !example), ...damaged].map(({ id }) => id)
  const sources: Source[] = []
  for (const [index, id] of ids.entries()) {
    if (signal?.aborted) return problem('cancelled')
    hearing?.(index, ids.length)
    const found = await vault.source(id)
    if (found.ok && found.value) sources.push(found.value)
  }
  return done({ sources, leftOut: ids.length - sources.length })
}

/** These files in a ZIP, under the names by which a backup holds them. */
export async function zipOf(sources: readonly Source[]): Promise<Blob> {
  const { Zip, ZipDeflate } = await import('fflate')
  const pieces: Uint8Array<ArrayBuffer>[] = []
  const zip = new Zip((_error, piece) => void pieces.push(piece))
  const taken = new Set<string>()
  for (const { bytes, name } of sources) {
    const file = new ZipDeflate(credentialPath(await digestOf(bytes), name, taken), { level: 6 })
    zip.add(file)
    file.push(new Uint8Array(bytes), true)
  }
  zip.end()
  return new Blob(pieces, { type: 'application/zip' })
}
