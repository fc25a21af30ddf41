import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, loadConfigFromFile } from 'vite'
import { type Served, serve } from '../../tools/serve.mjs'
import type { Supplies } from './protocol.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Site extends Served {
  /** Puts what the steps are made of beside the page. */
  supply(supplies: Supplies): Promise<void>
}

/** Builds the test's page as the app is built, and serves it with the app's headers. */
export async function openSite(folder: string): Promise<Site> {
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, join(root, 'vite.config.ts'), root)
  if (loaded === null) throw new Error('no configuration of the app')
  const { worker, build: built } = loaded.config
  await mkdir(folder, { recursive: true })
  await build({
    root: join(root, 'test/crash'),
    base: './',
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ...(worker && { worker }),
    build: { ...built, outDir: folder, emptyOutDir: true },
  })
  const served = await serve({ root: folder })
  return { ...served, supply: (supplies) => writeFile(join(folder, 'supplies.json'), JSON.stringify(supplies)) }
}
