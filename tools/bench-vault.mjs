// The vault in Chromium, for `npm run bench`: how long securing and unlocking take, beside a database that is only encrypted.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { build, loadConfigFromFile } from 'vite'
import { chromiumArgs, chromiumPath } from './chromium.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Builds the page into a folder, with the worker that stretches passphrases as the app has it. */
export async function buildVaultPage(folder) {
  const { config } = await loadConfigFromFile({ command: 'build', mode: 'production' }, join(root, 'vite.config.ts'), root)
  await build({
    root: join(root, 'bench'),
    base: './',
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    worker: config.worker,
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: config.build.target,
      modulePreload: false,
      rollupOptions: { input: join(root, 'bench/vault.html') },
    },
  })
}

/**
 * Fills a wallet on disk, secures it and unlocks it again and again, each time in a new page. Turns are taken with the database that is
 * only encrypted, so that whatever else the machine does meets both.
 */
export async function benchVault(url, { credentials, samples }) {
  const profile = await mkdtemp(join(tmpdir(), 'satchel-bench-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await chromiumPath(),
    args: [...chromiumArgs],
  })
  const onPage = async (work, given) => {
    const page = await context.newPage()
    try {
      await page.goto(`${url}vault.html`)
      await page.waitForFunction(() => 'vaultBench' in window)
      return await page.evaluate(work, given)
    } finally {
      await page.close()
    }
  }
  try {
    await onPage((count) => window.vaultBench.fill(count), credentials)
    const resealed = await onPage(() => window.vaultBench.floor('reseal'))
    const secured = await onPage(() => window.vaultBench.secure())
    const taken = { recovery: [], passphrase: [], floor: [], stretch: [] }
    for (let sample = 0; sample < samples; sample += 1) {
      taken.floor.push(await onPage(() => window.vaultBench.floor('list')))
      taken.stretch.push(await onPage(() => window.vaultBench.stretch()))
      for (const method of ['recovery', 'passphrase']) {
        taken[method].push(await onPage((given) => window.vaultBench.unlock(given), method))
      }
    }
    const listed = (method) => median(taken[method].map((each) => each.listed))
    const row = (what, ours, floor, unlocked) => ({ what, ours, floor, timesFloor: ours / floor, unlocked })
    const floor = median(taken.floor)
    const opened = (method) => median(taken[method].map((each) => each.unlocked))
    return {
      credentials,
      rows: [
        row('unlock by code, to the list', listed('recovery'), floor, opened('recovery')),
        row('unlock by passphrase, to the list', listed('passphrase'), floor + median(taken.stretch), opened('passphrase')),
        row('secure: a new data key', secured, resealed),
      ],
    }
  } finally {
    await context.close()
    await rm(profile, { recursive: true, force: true })
  }
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}
