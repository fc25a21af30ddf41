import type { Dated } from './axis.ts'
import { grouped } from './scene.ts'

/** A term as it is stated, and when things were earned in it. */
export interface Term {
  readonly name: string
  /** Milliseconds since 1970; `to` is no longer in it. */
  readonly from: number
  readonly to: number
}

/**
 * The terms that are stretches of time: between the first and the last thing of one, nothing was earned that states another term or none.
 * Others are no bands.
 * @param dated in order of time
 */
export function termsOf(dated: readonly Dated[]): readonly Term[] {
  const runs: { name: string; nodes: Dated[] }[] = []
  for (const node of dated) {
    const run = runs.at(-1)
    if (run?.name === node.term) run.nodes.push(node)
    else runs.push({ name: node.term, nodes: [node] })
  }
  const stretches = runs.map(({ name, nodes }) => ({ name, from: nodes[0]?.earned ?? 0, to: (nodes.at(-1)?.earned ?? 0) + 1 }))
  const byName = grouped(stretches, ({ name }) => name)
  return stretches.filter(({ name, from, to }, place) => {
    const [before, after] = [stretches[place - 1], stretches[place + 1]]
    const isAlone = (before === undefined || before.to <= from) && (after === undefined || to <= after.from)
    return name !== '' && byName.get(name)?.length === 1 && isAlone
  })
}
