import { progressOn } from '../pathway/progress.ts'
import { pathwaysOfGraph } from '../pathway/record.ts'
import { analyse } from './analysis.ts'
import { buildGraph } from './graph.ts'
import type { Stacked, StackInput } from './types.ts'

/** The whole of a wallet as a stack: what builds on what, what that amounts to, and how far this person is on each pathway. */
export function stackUp(input: StackInput): Stacked {
  const graph = buildGraph(input)
  const pathways = [...input.pathways, ...pathwaysOfGraph(graph)]
  return {
    graph,
    analysis: analyse(graph),
    pathways: pathways.map((pathway) => ({ pathway, progress: progressOn(pathway, graph) })),
  }
}
