import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CrashTest, createCrashTest } from '../crash/crash.ts'
import { phaseNames } from '../crash/phases.ts'

// Few and always the same; `npm run crash` is for many.
describe('a browser that is killed loses nothing that was acknowledged, and the wallet opens', () => {
  let crashes: CrashTest
  beforeAll(async () => {
    crashes = await createCrashTest({ seed: 1, phases: phaseNames })
  }, 120_000)
  afterAll(() => crashes?.close())

  test.for(phaseNames)('during %s', async (name) => {
    const { hits, wrong } = await crashes.live(name, phaseNames.indexOf(name))
    expect(wrong).toEqual([])
    expect(hits.length).toBeGreaterThan(0)
  })
})
