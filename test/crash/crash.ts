import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomOf } from '../fuzz/random.ts'
import { issueCorpus } from './corpus.ts'
import { type Life, live, type Prepared } from './life.ts'
import { createMachine, type Machine } from './machine.ts'
import { statesOf } from './model.ts'
import { timed } from './moment.ts'
import { type Phase, type PhaseName, phasesOf, type TemplateName } from './phases.ts'
import { openSite } from './site.ts'
import { createTemplates, lookedAt } from './templates.ts'
import { judged } from './verdict.ts'

export interface CrashTest {
  /** How long each phase takes when nobody dies, in milliseconds. */
  readonly usual: ReadonlyMap<PhaseName, number>
  /** The same seed and index draw the same moments; how far the machine has come by then is its own affair. */
  live(name: PhaseName, index: number): Promise<Life>
  close(): Promise<void>
}

export interface CrashOptions {
  readonly seed: number
  readonly phases: readonly PhaseName[]
  /** Stretch passphrases with Argon2id, as the app does. */
  readonly isReal?: boolean
}

/** Builds the page, issues the credentials, makes the wallets to begin with, and goes through each phase once without a crash. */
export async function createCrashTest({ seed, phases, isReal = false }: CrashOptions): Promise<CrashTest> {
  const folder = await mkdtemp(join(tmpdir(), 'satchel-crash-'))
  const site = await openSite(join(folder, 'site'))
  const corpus = await issueCorpus()
  await site.supply({ corpus, holderKeys: [], isReal })
  const holderKeys = await onProfile(join(folder, 'keys'), async (machine) =>
    (await machine.page()).evaluate(() => window.crash.makeHolderKeys()),
  )
  await site.supply({ corpus, holderKeys, isReal })
  const templates = createTemplates(folder, site.url, corpus)
  const prepared = new Map<PhaseName, Prepared>()
  for (const phase of phasesOf(randomOf(seed, -1)).filter(({ name }) => phases.includes(name))) {
    const base = await templates.base(phase.on)
    const dids = holderKeys.map(({ did }) => did)
    prepared.set(phase.name, await rehearsed(phase, statesOf(base, phase.steps, corpus, dids)))
  }

  /** The phase as it goes when nobody dies, which must end as it should. */
  function rehearsed(phase: Phase, states: Prepared['states']): Promise<Prepared> {
    return onCopy(phase.on, async (machine) => {
      const page = await machine.page()
      const work = { steps: phase.steps, from: 0, way: states[0]?.opens[0] ?? null }
      const working = await timed(machine, () => page.evaluate((given) => window.crash.work(given), work))
      const looking = await timed(machine, async () => {
        const { wrong } = judged(states, phase.steps.length, await lookedAt(machine))
        if (wrong.length > 0) throw new Error(`${phase.name} without a crash: ${wrong.join('; ')}`)
      })
      return { phase, states, working, looking }
    })
  }

  async function onCopy<T>(name: TemplateName, use: (machine: Machine) => Promise<T>): Promise<T> {
    const profile = await templates.copy(name)
    try {
      return await onProfile(profile, use)
    } finally {
      await rm(profile, { recursive: true, force: true })
    }
  }

  async function onProfile<T>(profile: string, use: (machine: Machine) => Promise<T>): Promise<T> {
    const machine = createMachine(profile, site.url)
    try {
      return await use(machine)
    } finally {
      await machine.kill('browser')
    }
  }

  return {
    usual: new Map([...prepared].map(([name, { working }]) => [name, Math.round(working.at(-1)?.time ?? 0)])),
    async live(name, index) {
      const found = prepared.get(name)
      if (found === undefined) throw new Error(`${name} was not prepared`)
      return onCopy(found.phase.on, (machine) => live(machine, found, randomOf(seed, index)))
    },
    async close() {
      await site.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
