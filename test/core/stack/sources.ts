import { stackSourceOf } from '../../../src/app/stacks/stack-source.ts'
import { closedDoor } from '../../../src/cli/resolve-map.ts'
import type { Open } from '../../../src/core/model/context.ts'
import { analyse } from '../../../src/core/stack/analysis.ts'
import { buildGraph } from '../../../src/core/stack/graph.ts'
import type { StackAnalysis, StackGraph, StackSource } from '../../../src/core/stack/types.ts'
import { inspect } from '../../../src/core/verify.ts'

/** A file as a learner adds it. */
export interface Given {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What stacks are made of in files as they lie in a wallet: each verified, without a network unless a door is given. */
export async function sourcesIn(files: readonly Given[], open: Open = closedDoor): Promise<readonly StackSource[]> {
  const context = { now: new Date('2026-11-23T12:00:00Z'), open, audience: 'holder', identities: [] } as const
  const inspections = (await Promise.all(files.map((file) => inspect(file, context)))).flat()
  return inspections.flatMap(({ source, credential, report, parts, endorsements }) => {
    if (credential === null) return []
    const entry = { id: `entry of ${source.name}`, source, credential, report, parts, endorsements }
    return [stackSourceOf({ ...entry, addedAt: report.at, example: false })]
  })
}

/** The graph of some files, and what it amounts to. */
export async function stackOf(
  files: readonly Given[],
  open?: Open,
): Promise<{ readonly graph: StackGraph; readonly analysis: StackAnalysis }> {
  const graph = buildGraph({ sources: await sourcesIn(files, open), pathways: [], own: [] })
  return { graph, analysis: analyse(graph) }
}
