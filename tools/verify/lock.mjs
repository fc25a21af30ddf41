// One builder at a time, also across processes.
import { mkdir, rm, stat, utimes } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

const beat = 1_000
/** A lock whose owner has not touched it for so long was left behind by a process that died. */
const stale = 10_000

/**
 * Runs work while holding a lock: a folder, since making one either succeeds or fails as a whole.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, work) {
  while (!(await taken(path))) {
    if (await isStale(path)) await rm(path, { recursive: true, force: true })
    else await pause(100)
  }
  const heart = setInterval(() => utimes(path, new Date(), new Date()).catch(() => {}), beat)
  try {
    return await work()
  } finally {
    clearInterval(heart)
    await rm(path, { recursive: true, force: true })
  }
}

async function taken(path) {
  try {
    await mkdir(path)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

async function isStale(path) {
  const entry = await stat(path).catch(() => null)
  return entry !== null && Date.now() - entry.mtimeMs > stale
}
