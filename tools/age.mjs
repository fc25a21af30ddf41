// The stock `age` program, which opens our backups in a test that uses nothing of ours: `$AGE`, or one on the PATH.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * The path of `age`; as root on a Debian machine it is installed when it is missing. Null when there is none.
 * @returns {string | null}
 */
export function installedAge() {
  const found = process.env.AGE ?? onPath('age')
  if (found) return found
  return aptInstall() ? onPath('age') : null
}

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null
}

function aptInstall() {
  if (process.getuid?.() !== 0 || onPath('apt-get') === null) return false
  const options = { stdio: 'ignore', timeout: 120_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  const run = (...args) => spawnSync('apt-get', args, options).status === 0
  const install = () => run('-q', 'install', '-y', '--no-install-recommends', 'age')
  return install() || (run('-q', 'update') && install())
}
