// `npm run crash`: kills the browser in the middle of whatever changes the wallet, and looks whether anything is lost.
//   npm run crash -- [--runs NUMBER] [--seed NUMBER] [--phase NAME] [--run NUMBER] [--argon2]
// --runs: 60 unless told otherwise, spread over the phases. --seed: a new one each day; the same seed draws the same moments.
// --phase: import, securing, rotation, re-wrap, migration or restore alone. --run: that run alone, of the same phases. --argon2:
// passphrases are stretched as in the app, instead of by something quick. Exit 1 when something was lost, or a wallet did not open.
import { parseArgs } from 'node:util'
import { withModule } from './typescript.mjs'

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

const isWhole = await withModule('/tools/crash.ts', ({ run }) => run(work, (text) => process.stdout.write(`${text}\n`)))
process.exitCode = isWhole ? 0 : 1
