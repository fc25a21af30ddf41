// `npm run verify`: the headless verifier (src/cli) from a bundle, which is built first when its sources have changed.
// Nothing but reports goes to standard output.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { readyBundle } from './verify/bundle.mjs'
import { withLock } from './verify/lock.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

const isInstalled = () => existsSync(join(root, 'node_modules/.package-lock.json')) // npm writes it last

const bundle = await ready().catch((error) => {
  console.error(error.message)
  process.exit(2) // nothing was verified, and nothing was found wanting either
})
await import(pathToFileURL(join(bundle, 'entry.js')).href)

async function ready() {
  if (!isInstalled()) await installOnce()
  return readyBundle(root)
}

/** A fresh clone: the dependencies first, by one of those who come at the same time; npm's chatter goes to standard error. */
async function installOnce() {
  await mkdir(join(root, '.cache'), { recursive: true })
  await withLock(join(root, '.cache/install-lock'), async () => {
    if (isInstalled()) return
    const [status] = await once(
      spawn('npm', ['ci', '--include=dev', '--ignore-scripts'], { cwd: root, stdio: ['ignore', 2, 2] }),
      'close',
    )
    if (status !== 0) throw new Error('The dependencies could not be installed.')
  })
}
