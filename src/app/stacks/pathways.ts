import { lazy } from '../../core/lazy.ts'
import type { Pathway } from '../../core/pathway/types.ts'
import { type Attempt, attempt, done } from '../../core/problem.ts'
import type { KeptPathway } from '../../store/types.ts'

/** Reads the pathways that a document describes. */
export type ReadPathways = (text: string) => Attempt<readonly Pathway[]>

/** Loaded with the first document: most wallets hold none. */
const reading = lazy(async () => (await import('../../core/pathway/read.ts')).readPathways)

/** The pathways that were added, read from the documents that are kept of them: each once. */
export interface PathwayReader {
  /** Problems: `worker_failed` when the code to read them did not come. */
  read(
    kept: readonly KeptPathway[],
  ): Promise<Attempt<{ readonly pathways: readonly Pathway[]; readonly unread: readonly string[] }>>
}

/** @param given reads a document, if not the one of the app */
export function createPathwayReader(given?: ReadPathways): PathwayReader {
  let known: ReadonlyMap<string, { readonly text: string; readonly pathway: Pathway | null }> = new Map()

  return {
    async read(kept) {
      if (kept.length === 0) return done({ pathways: [], unread: [] })
      const loaded = given ? done(given) : await attempt(reading, 'worker_failed')
      if (!loaded.ok) return loaded
      known = new Map(
        kept.map(({ id, text }) => {
          const before = known.get(id)
          const pathway = before?.text === text ? before.pathway : pathwayIn(loaded.value(text), id)
          return [id, { text, pathway }]
        }),
      )
      const all = [...known]
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
