import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createMachine, type Machine } from './machine.ts'
import { credentialsOf } from './model.ts'
import { inTemplate, inVersion3, type TemplateName, templateSteps } from './phases.ts'
import { type Given, type Seen, type State, wayNames } from './protocol.ts'

/** Wallets to begin with: made once, and copied for each life. */
export interface Templates {
  /** What is in it. */
  base(name: TemplateName): Promise<State>
  /** A new profile with such a wallet in it, and nothing else. */
  copy(name: TemplateName): Promise<string>
}

/** Within a profile. */
const databases = 'Default/IndexedDB'

export function createTemplates(folder: string, url: string, corpus: readonly Given[]): Templates {
  const made = new Map<TemplateName, Promise<State>>()
  let copies = 0

  async function make(name: TemplateName): Promise<State> {
    await mkdir(join(folder, name, databases), { recursive: true })
    if (name !== 'empty') {
      const machine = createMachine(join(folder, name), url)
      const page = await machine.page()
      if (name === 'version 3') await page.evaluate((count) => window.crash.writeVersion3(count), inVersion3)
      else await page.evaluate((steps) => window.crash.work({ steps, from: 0, way: null }), templateSteps[name])
      await machine.close()
    }
    return baseOf(name)
  }

  /** By looking at a copy: to look at a wallet of an earlier version is to take it to today's. */
  async function baseOf(name: TemplateName): Promise<State> {
    const machine = createMachine(await copyOf(name), url)
    const { state, wrong } = await lookedAt(machine)
    await machine.close()
    const expected = credentialsOf(corpus, 0, inTemplate[name])
    const missing = expected.filter((credential) => !state.credentials.includes(credential))
    if (missing.length > 0 || wrong.length > 0) throw new Error(`to begin with: ${[...missing, ...wrong].join('; ')}`)
    return state
  }

  /** The database alone: the rest of a profile is large and says nothing. */
  async function copyOf(name: TemplateName): Promise<string> {
    copies += 1
    const profile = join(folder, `copy ${copies}`)
    await mkdir(join(profile, 'Default'), { recursive: true })
    await cp(join(folder, name, databases), join(profile, databases), { recursive: true })
    return profile
  }

  const base = (name: TemplateName) => {
    const state = made.get(name) ?? make(name)
    made.set(name, state)
    return state
  }
  return {
    base,
    async copy(name) {
      await base(name)
      return copyOf(name)
    },
  }
}

/** What is there, when nothing is expected to have broken off. */
export async function lookedAt(machine: Machine): Promise<Seen> {
  const page = await machine.page()
  return page.evaluate((order) => window.crash.look({ order, settling: 'resume' }), wayNames)
}
