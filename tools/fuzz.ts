import { type Case, createFuzzer, type Fuzzer } from '../test/fuzz/fuzz.ts'

interface Work {
  readonly seconds: number
  readonly seed: number
  readonly only: string | null
  /** One case alone. */
  readonly case: number | null
  /** Where the number of the case under way is seen from outside. */
  readonly current: Int32Array
}

interface Powers {
  tell(told: object): void
  /** Collects garbage. */
  collect(): void
}

/** Longest that a case may take, in milliseconds, when it takes as long again. */
const longest = 1_000

/** Most that the heap may grow from the first fifth of a run to its end, in bytes. */
const mostGrowth = 32 * 1024 * 1024

/** Runs cases until the time is over, and tells of each that went wrong. */
export async function run(work: Work, { tell, collect }: Powers): Promise<void> {
  const fuzzer = await createFuzzer(work.seed, work.only === null ? undefined : new RegExp(work.only))
  const say = (text: string) => tell({ kind: 'text', text })
  const wrong = (index: number, { name, bytes }: Case, trouble: readonly string[]) =>
    tell({ kind: 'trouble', index, name, trouble, bytes })
  if (work.case !== null) {
    const given = fuzzer.caseOf(work.case)
    const { trouble, took } = await timed(fuzzer, given)
    wrong(work.case, given, [...trouble, `${Math.round(took)} ms`])
    return
  }
  const heap = () => {
    collect()
    return process.memoryUsage().heapUsed
  }
  const started = performance.now()
  const elapsed = () => (performance.now() - started) / 1_000
  let settled: number | null = null
  let slowest = { index: -1, took: 0 }
  let index = 0
  for (; elapsed() < work.seconds; index += 1) {
    work.current[0] = index
    const given = fuzzer.caseOf(index)
    const { trouble, took } = await timed(fuzzer, given)
    if (took > slowest.took) slowest = { index, took }
    if (trouble.length > 0) wrong(index, given, trouble)
    if (settled === null && elapsed() > work.seconds / 5) settled = heap()
    if (index % 10_000 === 9_999) say(`${index + 1} cases`)
  }
  const rate = Math.round(index / elapsed())
  const grown = heap() - (settled ?? heap())
  const mebibytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1)
  say(`${index} cases, ${rate} a second; the slowest took ${Math.round(slowest.took)} ms (case ${slowest.index})`)
  say(`The heap grew by ${mebibytes(grown)} MiB after the first fifth`)
  if (grown > mostGrowth)
    wrong(index, { name: 'memory', bytes: new Uint8Array(), documents: new Map(), hostsChanged: false }, ['it grows'])
}

/** What became of a case. One that was slow has another chance: the machine may have been busy, or the code not yet warm. */
async function timed(fuzzer: Fuzzer, given: Case): Promise<{ trouble: readonly string[]; took: number }> {
  const first = await once(fuzzer, given)
  if (first.took < longest) return first
  const again = await once(fuzzer, given)
  const took = Math.min(first.took, again.took)
  return { trouble: took < longest ? first.trouble : [...first.trouble, `took ${Math.round(took)} ms`], took }
}

async function once(fuzzer: Fuzzer, given: Case) {
  const started = performance.now()
  const trouble = await fuzzer.run(given)
  return { trouble, took: performance.now() - started }
}
