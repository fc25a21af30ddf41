// `npm run verify`: the headless verifier (src/cli) from a bundle, which is built first when its sources have changed.
// Nothing but reports goes to standard output.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { readyBundle } from './verify/bundle.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

if (!existsSync(join(root, 'node_modules/vite/package.json'))) install()
const bundle = await readyBundle(root)
await import(pathToFileURL(join(bundle, 'entry.js')).href)

/** A fresh clone: the dependencies first, their chatter on standard error. */
function install() {
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (status !== 0) process.exit(2)
}
