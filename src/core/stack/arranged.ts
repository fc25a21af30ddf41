import type { Pathway, Requirement } from '../pathway/types.ts'
import type { Description } from './descriptions.ts'
import type { EdgeBook } from './edges.ts'
import type { Nodes } from './nodes.ts'
import type { OwnStack, Statement } from './types.ts'

/** The steps of published pathways: what each asks for leads to it (trust.md §5). */
export function addPathways(
  pathways: readonly Pathway[],
  steps: ReadonlyMap<string, ReadonlyMap<string, Description>>,
  nodes: Nodes,
  book: EdgeBook,
): void {
  for (const { id: source, steps: all } of pathways) {
    const described = steps.get(source)
    const nodeId = (step: string) => {
      const description = described?.get(step)
      return description ? nodes.of(description).id : null
    }
    for (const { id, requires, after } of all) {
      const to = nodeId(id)
      const link = (step: string, type: string) => {
        const from = nodeId(step)
        // Two steps of one pathway may stand for one thing: that is no step from it to itself.
        if (from === null || to === null || from === to) return
        book.add(from, to, 'vertical', { basis: 'pathway', strength: 4, type, reversed: false, by: [], source })
      }
      for (const step of requires ? stepsIn(requires) : []) link(step, 'requires')
      for (const step of after) link(step, 'precedes')
    }
  }
}

function stepsIn(requirement: Requirement): readonly string[] {
  return requirement.kind === 'step' ? [requirement.id] : requirement.of.flatMap(stepsIn)
}

/** What the learner put together: in order, each leads to the next; else they lie side by side, linked in a row. */
export function addOwn(own: readonly OwnStack[], descriptions: readonly Description[], nodes: Nodes, book: EdgeBook): void {
  const places = new Map<string, string>()
  for (const each of descriptions) {
    if (each.presence !== 'awarded') continue
    const place = JSON.stringify([each.award.digest, each.award.part])
    // Of several awards in one place the first stands for it.
    if (!places.has(place)) places.set(place, nodes.of(each).id)
  }
  for (const { id: source, isOrdered, members } of own) {
    const statement: Statement = { basis: 'learner', strength: 1, type: 'stack', reversed: false, by: [], source }
    const inRow = members.map(({ digest, part }) => places.get(JSON.stringify([digest, part])))
    for (const [index, to] of inRow.entries()) {
      const from = inRow[index - 1]
      // Over a gap nothing leads: what was between the two is not in the wallet any more.
      if (from !== undefined && to !== undefined && from !== to)
        book.add(from, to, isOrdered ? 'vertical' : 'horizontal', statement)
    }
  }
}
