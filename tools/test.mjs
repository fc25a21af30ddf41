// `npm test`: everything that must hold, in the order in which it fails soonest. Stops at the first failure.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { install } from './install.mjs'
import { step } from './step.mjs'

const results = { unit: 'test-results/unit.json', endToEnd: 'test-results/e2e.json' }

/** Adds up the counts that the test runs left behind; a run that never started left none. */
function counts() {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const file of Object.values(results)) {
    if (!existsSync(file)) continue
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8'))
    sum.passed += numPassedTests
    sum.failed += numFailedTests
    sum.skipped += numPendingTests
  }
  return sum
}

/** The closing line. A step that is no test run counts as one failure when it fails. */
function close({ stepFailed }) {
  const { passed, failed, skipped } = counts()
  if (skipped > 0) console.log(`\n${skipped} skipped, each with its reason above`)
  console.log(`\n${passed} passed, ${stepFailed ? Math.max(failed, 1) : failed} failed`)
}

const run = (name, ...command) =>
  step(name, `node_modules/.bin/${command[0]}`, command.slice(1), { onFailure: () => close({ stepFailed: true }) })

const vitest = (outputFile, ...projects) => [
  'vitest',
  'run',
  ...projects.map((project) => `--project=${project}`),
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${outputFile}`,
]

const started = performance.now()
install()
mkdirSync('test-results', { recursive: true })
for (const file of Object.values(results)) rmSync(file, { force: true })

const { installedChromium } = await import('./chromium.mjs')
try {
  process.env.CHROMIUM = await installedChromium()
} catch (error) {
  console.error(`\n✗ ${error.message}`)
  close({ stepFailed: true })
  process.exit(1)
}

run('Format and lint', 'biome', 'check', '--error-on-warnings')
run('Lint with types', 'oxlint', '--type-aware', '--deny-warnings')
run('Types', 'tsc', '-p', '.')
run('Types of the core, without a page', 'tsc', '-p', 'src/core')
run('Dead code', 'knip')
run('Unit, property and component tests', ...vitest(results.unit, 'node', 'browser'))
run('Production build', 'vite', 'build', '--logLevel', 'warn')
run('The built app in Chromium', ...vitest(results.endToEnd, 'e2e'))
run('Size budgets', 'size-limit')

console.log(`\nAll in ${Math.round((performance.now() - started) / 1000)} s`)
close({ stepFailed: false })
