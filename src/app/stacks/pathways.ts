import type { Pathway } from '../../core/pathway/types.ts'
import { type Attempt, done } from '../../core/problem.ts'
import type { KeptPathway } from '../../store/types.ts'

/** Reads the pathways that a document describes: off the page, for a stranger's document may take seconds. */
export type ReadPathways = (text: string) => Promise<Attempt<readonly Pathway[]>>

/** The pathways that were added, read from the documents that are kept of them: each once. */
export interface PathwayReader {
  /** Problems: `worker_failed` and `cancelled`, when nobody came to read them. */
  read(
    kept: readonly KeptPathway[],
  ): Promise<Attempt<{ readonly pathways: readonly Pathway[]; readonly unread: readonly string[] }>>
}

interface Known {
  readonly text: string
  /** Null for a document that cannot be read. */
  readonly pathway: Pathway | null
}

/** @param readPathways reads one document */
export function createPathwayReader(readPathways: ReadPathways): PathwayReader {
  let known: ReadonlyMap<string, Known> = new Map()

  async function knownOf({ id, text }: KeptPathway): Promise<Attempt<Known>> {
    const before = known.get(id)
    if (before?.text === text) return done(before)
    const read = await readPathways(text)
    if (!read.ok && (read.problem.code === 'worker_failed' || read.problem.code === 'cancelled')) return read
    return done({ text, pathway: pathwayIn(read, id) })
  }

  return {
    async read(kept) {
      const found = new Map<string, Known>()
      for (const each of kept) {
        const now = await knownOf(each)
        if (!now.ok) return now
        found.set(each.id, now.value)
      }
      known = found
      const all = [...found]
      return done({
        pathways: all.flatMap(([, { pathway }]) => pathway ?? []),
        unread: all.flatMap(([id, { pathway }]) => (pathway === null ? [id] : [])),
      })
    },
  }
}

/** The one by that id: a document may describe several. */
function pathwayIn(read: Attempt<readonly Pathway[]>, id: string): Pathway | null {
  return (read.ok && read.value.find((pathway) => pathway.id === id)) || null
}
