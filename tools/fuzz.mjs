// `npm run fuzz`: mutants of every kind of file through the whole verifier, for a bounded time.
//   npm run fuzz -- [--time SECONDS] [--seed NUMBER] [--case NUMBER] [--only PATTERN] [--keep DIR]
// --time: 300 unless told otherwise. --seed: a new one each day; the same seed makes the same cases. --case: that case alone.
// --only: samples whose names match. --keep: writes the file of each case that went wrong. Exit 1 when something did.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'

/** A case that takes longer is ended from outside, and the run with it. */
const hangSeconds = 20

const { values: options } = parseArgs({
  options: {
    time: { type: 'string', default: '300' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 86_400_000)) },
    case: { type: 'string' },
    only: { type: 'string' },
    keep: { type: 'string' },
  },
})
const current = new Int32Array(new SharedArrayBuffer(4)).fill(-1)
const work = {
  seconds: Number(options.time),
  seed: Number(options.seed),
  only: options.only ?? null,
  case: options.case === undefined ? null : Number(options.case),
  current,
}
if (![work.seconds, work.seed, work.case ?? 0].every(Number.isFinite)) {
  process.stderr.write('Give numbers: npm run fuzz -- [--time SECONDS] [--seed NUMBER] [--case NUMBER]\n')
  process.exit(2)
}

process.stdout.write(`Seed ${work.seed}, ${work.seconds} seconds\n`)
const thread = new Worker(new URL('./fuzz-thread.mjs', import.meta.url), { workerData: work })
let wrong = 0

function wentWrong({ index, name, trouble, bytes }) {
  wrong += 1
  process.stdout.write(`✗ case ${index} (${name}): ${trouble.join('; ')}\n`)
  if (options.keep === undefined) return
  mkdirSync(options.keep, { recursive: true })
  writeFileSync(join(options.keep, `${work.seed}-${index}.bin`), bytes)
}

thread.on('message', (told) => {
  if (told.kind === 'trouble') wentWrong(told)
  else process.stdout.write(`${told.text}\n`)
})
thread.on('error', (error) => {
  wrong += 1
  process.stdout.write(`✗ case ${current[0]}: ${error.stack ?? error}\n`)
})
thread.on('exit', (code) => {
  process.exitCode = wrong > 0 || code !== 0 ? 1 : 0
  clearInterval(watch)
})

let last = -1
let since = Date.now()
const watch = setInterval(() => {
  if (current[0] !== last) {
    last = current[0]
    since = Date.now()
  } else if (last >= 0 && Date.now() - since > hangSeconds * 1_000) {
    process.stdout.write(`✗ case ${last}: no answer in ${hangSeconds} seconds\n`)
    wrong += 1
    void thread.terminate()
  }
}, 500)
