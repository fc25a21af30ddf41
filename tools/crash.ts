import { createCrashTest } from '../test/crash/crash.ts'
import type { Hit, Life } from '../test/crash/life.ts'
import { type PhaseName, phaseNames } from '../test/crash/phases.ts'

interface Work {
  readonly runs: number
  readonly seed: number
  readonly phase: string | null
  /** One run alone. */
  readonly run: number | null
  readonly isReal: boolean
}

/** Runs them, and tells of each that went wrong and where the kills fell. True when nothing was lost. */
export async function run({ runs, seed, phase, run, isReal }: Work, say: (text: string) => void): Promise<boolean> {
  const phases = phaseNames.filter((name) => phase === null || name === phase)
  if (phases.length === 0) throw new Error(`there is no phase ${phase}`)
  say(`Seed ${seed}`)
  const test = await createCrashTest({ seed, phases, isReal })
  for (const [name, time] of test.usual) say(`${name} takes ${time} ms when nobody dies`)
  const lives: Life[] = []
  let isGood = true
  try {
    for (let index = run ?? 0; index < (run === null ? runs : run + 1); index += 1) {
      const name = phases[index % phases.length] as PhaseName
      const life = await test.live(name, index).catch((error: unknown) => lost(name, error))
      lives.push(life)
      if (life.wrong.length > 0) isGood = false
      for (const what of life.wrong) say(`✗ run ${index} (${name}): ${what}`)
    }
  } finally {
    await test.close()
  }
  for (const name of phases) {
    const ofPhase = lives.filter((life) => life.phase === name)
    say(summary(name, ofPhase))
  }
  const kills = lives.reduce((sum, { hits, relapses }) => sum + hits.length + relapses, 0)
  say(`${kills} kills, ${isGood ? 'and nothing was lost' : 'and not all is well'}`)
  return isGood
}

/** A wallet that could not even be looked at. */
function lost(phase: PhaseName, error: unknown): Life {
  return { phase, hits: [], relapses: 0, wrong: [error instanceof Error ? error.message : String(error)] }
}

/** Where the kills fell; what there was none of is left out. */
function summary(name: PhaseName, lives: readonly Life[]): string {
  const hits = lives.flatMap((life) => life.hits)
  const relapses = lives.reduce((sum, life) => sum + life.relapses, 0)
  const kinds: readonly (readonly [string, (hit: Hit) => boolean])[] = [
    ['of the page alone', ({ how }) => how === 'page'],
    ['before the database was there', ({ met }) => met.version === 0],
    ['before it was of today', ({ met }) => met.version === 3],
    ['before there was a ledger', ({ met }) => met.version > 3 && met.generation === null],
    ['with some steps done and others not', ({ acknowledged, steps }) => acknowledged > 0 && acknowledged < steps],
    ['within a step', ({ isInStep }) => isInStep],
    ['with a new data key half made', ({ met }) => met.staged > 0],
    ['done though not acknowledged, or gone on with', ({ isAhead }) => isAhead],
    ['resumed by hand', ({ settled }) => settled === 'resume'],
    ['abandoned', ({ settled }) => settled === 'abandon'],
    ['left, and begun anew', ({ settled }) => settled === 'leave'],
  ]
  const counts = kinds.map(([what, isOne]) => [what, hits.filter(isOne).length] as const)
  const parts = [...counts, ['more while recovering', relapses] as const].filter(([, count]) => count > 0)
  return `${name}: ${hits.length} kills in ${lives.length} runs: ${parts.map(([what, count]) => `${count} ${what}`).join(', ')}`
}
