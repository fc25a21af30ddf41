import { matchEach, matchMany, type Row, type Sizes, type Start } from './match.ts'
import type { Fixture } from './protocol.ts'

export interface Fixtures {
  readonly each: readonly Fixture[]
  readonly many: readonly Fixture[]
}

/** All rows of one engine: one credential of each suite, then many distinct ones. */
export async function runAll(fixtures: Fixtures, start: Start, sizes: Sizes): Promise<readonly Row[]> {
  const rows = await matchEach(fixtures.each, start, sizes)
  return [...rows, await matchMany(fixtures.many, start, { ...sizes, batch: 20 })]
}
