// `npm run crash`: kills the browser in the middle of whatever changes the wallet, and looks whether anything is lost.
//   npm run crash -- [--runs NUMBER] [--seed NUMBER] [--phase NAME] [--run NUMBER] [--argon2]
// --runs: 60 unless told otherwise, spread over the phases. --seed: a new one each day; the same seed draws the same moments.
// --phase: import, securing, rotation, re-wrap, migration or restore alone. --run: that run alone, of the same phases. --argon2:
// passphrases are stretched as in the app, instead of by something quick. Exit 1 when something was lost, or a wallet did not open.
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createServer } from 'vite'
import { selectiveDisclosure } from './vite/selective-disclosure.mjs'

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 86_400_000)) },
    phase: { type: 'string' },
    run: { type: 'string' },
    argon2: { type: 'boolean', default: false },
  },
})
const work = {
  runs: Number(options.runs),
  seed: Number(options.seed),
  phase: options.phase ?? null,
  run: options.run === undefined ? null : Number(options.run),
  isReal: options.argon2,
}
if (![work.runs, work.seed, work.run ?? 0].every(Number.isFinite)) {
  process.stderr.write(
    'Give numbers: npm run crash -- [--runs NUMBER] [--seed NUMBER] [--run NUMBER] [--phase NAME] [--argon2]\n',
  )
  process.exit(2)
}

// The test is TypeScript, which Node 20 does not read by itself: Vite loads it.
const server = await createServer({
  root: fileURLToPath(new URL('..', import.meta.url)),
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  plugins: [selectiveDisclosure()],
  ssr: {
    noExternal: [/di-sd-primitives/, /ecdsa-sd-2023-cryptosuite/, /bbs-2023-cryptosuite/],
    external: ['@digitalcredentials/dcc-context'],
  },
})
try {
  const { run } = await server.ssrLoadModule('/tools/crash.ts')
  process.exitCode = (await run(work, (text) => process.stdout.write(`${text}\n`))) ? 0 : 1
} finally {
  await server.close()
}
