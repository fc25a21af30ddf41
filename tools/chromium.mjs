// Which Chromium the tests drive: `$CHROMIUM`, one on the PATH, the bundled one if this machine has the libraries it needs.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Arguments that every start needs; anything that weakens the web's own rules is left to the test that wants it. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let found

/**
 * The path of a Chromium that starts here. Rejects with one sentence that says what to type when there is none.
 * @returns {Promise<string>}
 */
export function chromiumPath() {
  found ??= find()
  return found
}

/** Like `chromiumPath`, but as root on a Debian machine it installs what is missing. */
export async function installedChromium() {
  for (const packages of [[], ['libnss3', 'libnspr4'], ['chromium']]) {
    if (packages.length > 0 && !aptInstall(packages)) break
    const path = await find().catch(() => null)
    if (path) return path
  }
  return chromiumPath()
}

async function find() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  const installed = onPath(['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'])
  if (installed) return installed
  const bundled = await unpacked()
  if (starts(bundled)) return bundled
  throw new Error('The browser tests need Chromium: type `apt-get install -y chromium` as root, or name one in $CHROMIUM.')
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file))
}

/** A program whose libraries are missing does not get as far as telling its version. */
const starts = (path) => spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0

function aptInstall(packages) {
  if (process.getuid?.() !== 0 || !onPath(['apt-get'])) return false
  console.log(`Installing ${packages.join(' ')} for the browser tests`)
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  const run = (...args) => spawnSync('apt-get', args, options).status === 0
  return run('-q', 'update') && run('-q', 'install', '-y', '--no-install-recommends', ...packages)
}

/** Unpacks the bundled Chromium once, into a folder of this checkout; several processes may come here at the same time. */
async function unpacked() {
  const manifest = fileURLToPath(new URL('../node_modules/@sparticuz/chromium/package.json', import.meta.url))
  const { version } = JSON.parse(await readFile(manifest, 'utf8'))
  const target = fileURLToPath(new URL(`../.cache/chromium-${version}`, import.meta.url))
  if (!existsSync(target)) await unpack(target)
  // Without fonts of its own a bare machine would draw no text.
  if (!existsSync('/usr/share/fonts')) process.env.FONTCONFIG_PATH ??= join(target, 'fonts')
  return join(target, 'chromium')
}

async function unpack(target) {
  await mkdir(dirname(target), { recursive: true })
  const draft = await mkdtemp(`${target}-`)
  const before = process.env.TMPDIR
  process.env.TMPDIR = draft // the package unpacks into the folder for temporary files, and takes what it finds there for whole
  try {
    const { default: bundled } = await import('@sparticuz/chromium')
    await bundled.executablePath()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }))
}
