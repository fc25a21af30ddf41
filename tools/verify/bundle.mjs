// The bundle of the headless verifier: where it lies, whether it is current, and how it is built.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './lock.mjs'

/** What the bundle is made from; a change of any of these makes another one. */
const sources = [
  'src/core',
  'src/net',
  'src/cli',
  'src/text',
  'schemas',
  'package-lock.json',
  'tools/verify',
  'tools/vite/selective-disclosure.mjs',
]
/** Bundles kept: a verifier that runs still loads chunks from the one it started with. */
const kept = 3

/**
 * The folder of the bundle for the sources as they are now, built when there is none.
 * @param {string} root the checkout
 * @returns {Promise<string>}
 */
export async function readyBundle(root) {
  const cache = join(root, 'node_modules/.cache/satchel/verify')
  const folder = join(cache, fingerprintOf(root))
  if (existsSync(folder)) return folder
  await mkdir(cache, { recursive: true })
  await withLock(join(cache, 'lock'), async () => {
    if (existsSync(folder)) return
    // a draft of its own, moved as a whole: should the lock ever fail, two builders still do each other no harm
    const draft = join(cache, `draft-${process.pid}`)
    await runBuild(root, draft)
    await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }))
    await dropOld(cache)
  })
  return folder
}

/** In a process of its own: whatever the tools say goes to standard error, since standard output belongs to the reports. */
async function runBuild(root, draft) {
  const build = fileURLToPath(new URL('build.mjs', import.meta.url))
  const [status] = await once(spawn(process.execPath, [build, root, draft], { stdio: ['ignore', 2, 2] }), 'close')
  if (status !== 0) throw new Error('The verifier could not be built.')
}

/** Name, size and time of every source, in one hash: also a file that was removed or became older is a change. */
function fingerprintOf(root) {
  const hash = createHash('sha256').update(process.version)
  const add = (path) => {
    const entry = statSync(join(root, path), { throwIfNoEntry: false })
    if (!entry) return
    if (entry.isDirectory()) for (const name of readdirSync(join(root, path)).sort()) add(`${path}/${name}`)
    else hash.update(`${path}\0${entry.size}\0${entry.mtimeMs}\n`)
  }
  for (const path of sources) add(path)
  return hash.digest('hex').slice(0, 16)
}

/** Bundles of earlier sources, and drafts of builders that died. */
async function dropOld(cache) {
  const names = (await readdir(cache)).filter((name) => name !== 'lock')
  const dated = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(cache, name))).mtimeMs })))
  const old = dated.sort((a, b) => b.at - a.at).slice(kept)
  await Promise.all(old.map(({ name }) => rm(join(cache, name), { recursive: true, force: true })))
}
