// `npm run bench`: our verification beside the stock library and the bare signature check, in Node and in Chromium; and the vault
// beside a database that is only encrypted; and where the things of a stack stand, beside plain dagre.
//   npm run bench -- [--json] [--node] [--chromium] [--vault] [--stacks] [--quick]
// Records are verified by @digitalcredentials/verifier-core too where it is found; it brings 150 packages, so it is no dependency:
//   npm install --prefix bench --no-save --ignore-scripts @digitalcredentials/verifier-core@1.0.0-beta.11
// --json prints one JSON object and nothing else; --node, --chromium, --vault or --stacks runs that alone; --quick takes few samples.

import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { cpus } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build, loadConfigFromFile } from 'vite'
import { table } from '../bench/table.mjs'
import { libraryAliases } from './verify/libraries.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const output = join(root, 'node_modules/.cache/satchel/bench')
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' },
    node: { type: 'boolean' },
    chromium: { type: 'boolean' },
    vault: { type: 'boolean' },
    stacks: { type: 'boolean' },
    quick: { type: 'boolean' },
  },
})
const everywhere = !options.node && !options.chromium && !options.vault && !options.stacks
const sizes = options.quick ? { warmUp: 100, rounds: 10, batch: 5, colds: 1 } : { warmUp: 400, rounds: 60, batch: 5, colds: 5 }
const credentials = options.quick ? 100 : 1_000

const verifierCore = (() => {
  const folder = join(root, 'bench/node_modules/@digitalcredentials/verifier-core')
  if (!existsSync(folder)) return null
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return pathToFileURL(join(folder, exports['.'].default)).href
})()

const say = (text) => void process.stderr.write(`${text}\n`)

const result = { at: new Date().toISOString(), processor: cpus()[0]?.model ?? '', stock: '@digitalbazaar/vc 7.3.0', engines: {} }
if (everywhere || options.node || options.chromium) await benchVerifying()
if (everywhere || options.vault) {
  say('Unlocking in Chromium')
  result.vault = await runVault()
}
if (everywhere || options.stacks) {
  say('Laying out in Node')
  result.stacks = await runStacks()
}
process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : table(result))

async function benchVerifying() {
  say('Building')
  const { makeFixtures, runInNode } = await nodeBundle()
  say(`Signing ${credentials} credentials`)
  const fixtures = await makeFixtures(credentials)
  if (everywhere || options.node) {
    say('Verifying in Node')
    result.engines[`Node ${process.versions.node}`] = await runInNode(fixtures, sizes)
  }
  if (everywhere || options.chromium) {
    say('Verifying in Chromium')
    const { version, rows } = await runInChromium(fixtures)
    result.engines[`Chromium ${version}`] = rows
  }
}

async function runVault() {
  const { benchVault, buildVaultPage } = await import('./bench-vault.mjs')
  const folder = join(output, 'vault')
  await buildVaultPage(folder)
  const server = await serveIsolated(folder)
  try {
    const size = options.quick ? { credentials: 500, samples: 3 } : { credentials: 5_000, samples: 7 }
    return await benchVault(`http://localhost:${server.address().port}/`, size)
  } finally {
    server.close()
  }
}

async function runStacks() {
  const { benchStacks } = await nodeBuild('stacks', { stacks: 'bench/stacks.ts' })
  return options.quick ? benchStacks([50, 200, 500], 3) : benchStacks([50, 200, 500, 2_000], 5)
}

function nodeBundle() {
  return nodeBuild('node', { node: 'bench/node.ts', 'node-thread': 'bench/node-thread.ts' })
}

/** Builds what runs in Node into a folder; gives the module that is named like the folder. */
async function nodeBuild(name, inputs) {
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    plugins: [libraryAliases()],
    define: { VERIFIER_CORE: JSON.stringify(verifierCore) },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir: join(output, name),
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: {
        input: Object.fromEntries(Object.entries(inputs).map(([each, path]) => [each, join(root, path)])),
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  })
  return import(pathToFileURL(join(output, name, `${name}.js`)).href)
}

async function runInChromium(fixtures) {
  const [{ chromium }, { chromiumArgs, chromiumPath }] = await Promise.all([import('playwright'), import('./chromium.mjs')])
  const folder = await webBundle()
  const server = await serveIsolated(folder)
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: [...chromiumArgs] })
  try {
    const page = await browser.newPage()
    await page.goto(`http://localhost:${server.address().port}/index.html`)
    await page.waitForFunction(() => 'runBench' in window)
    const rows = await page.evaluate(([given, counts]) => window.runBench(given, counts), [fixtures, sizes])
    return { version: browser.version(), rows }
  } finally {
    await browser.close()
    server.close()
  }
}

/** A page, and two builds of the worker: as the app's own configuration builds its worker, and with the libraries whole. */
async function webBundle() {
  const folder = join(output, 'web')
  const { config } = await loadConfigFromFile({ command: 'build', mode: 'production' }, join(root, 'vite.config.ts'), root)
  const bundle = (input, outDir, plugins, emptyOutDir) =>
    build({
      root: join(root, 'bench'),
      base: './',
      configFile: false,
      logLevel: 'silent',
      publicDir: false,
      plugins,
      define: { VERIFIER_CORE: 'null' },
      build: {
        outDir,
        emptyOutDir,
        target: config.build.target,
        modulePreload: false,
        rollupOptions: {
          input: join(root, 'bench', input),
          output: { entryFileNames: input.endsWith('.ts') ? 'worker.js' : 'page.js' },
        },
      },
    })
  await bundle('index.html', folder, [], true)
  await bundle('browser-worker.ts', join(folder, 'ours'), config.worker.plugins(), false)
  await bundle('browser-worker.ts', join(folder, 'others'), [], false)
  return folder
}

/** Serves a folder to an isolated page: only there the browser's clock is finer than a tenth of a millisecond. */
async function serveIsolated(folder) {
  const types = { '.html': 'text/html', '.js': 'text/javascript' }
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const body = await readFile(join(folder, path)).catch(() => null)
    response.writeHead(body ? 200 : 404, {
      'Content-Type': types[extname(path)] ?? 'application/octet-stream',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'same-origin',
    })
    response.end(body)
  })
  await new Promise((ready) => server.listen(0, 'localhost', ready))
  return server
}
