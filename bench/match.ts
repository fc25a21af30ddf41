import { type Answer, type Ask, type Contender, contendersFor, type Fixture } from './protocol.ts'

/** A realm with its own modules and its own heap: a worker. */
export interface Realm {
  ask(ask: Ask): Promise<Answer>
  end(): void
}

/** Gives a fresh realm for a contender. */
export type Start = (contender: Contender) => Realm

/** Milliseconds per verification. */
export interface Figures {
  readonly median: number
  readonly p95: number
  /** From a fresh realm: loading the code, preparing, the first verification. Median of several. */
  readonly cold?: number
}

/** One line of the result: each contender's figures, and how many times slower than ours the other library is. */
export interface Row {
  readonly suite: string
  readonly content: Fixture['content']
  /** Credentials inside it, when it is a record. */
  readonly nested?: number
  readonly credentials: number
  readonly figures: Readonly<Partial<Record<Contender, Figures>>>
  /** Median of the other library's time divided by ours. */
  readonly ratio: number
  /** The same of `@digitalcredentials/verifier-core`, where it was there. */
  readonly coreRatio?: number
  /** The same for the first verification. */
  readonly coldRatio?: number
  /** Our median divided by the bare signature check. */
  readonly timesFloor: number
}

export interface Sizes {
  readonly warmUp: number
  readonly rounds: number
  readonly batch: number
  readonly colds: number
}

/**
 * Lets the contenders verify the same credentials in turns, so that whatever else the machine does meets all of them.
 */
export async function matchEach(fixtures: readonly Fixture[], start: Start, sizes: Sizes): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const fixture of fixtures) {
    const names = contendersFor(fixture)
    const { colds, rounds, batch, warmUp } = sizesFor(fixture, sizes)
    const cold = await coldOf(fixture, names, start, colds)
    const turns = Array.from({ length: rounds }, () => Array<number>(batch).fill(0))
    const durations = await interleaved([fixture], names, start, turns, warmUp)
    rows.push(rowOf(fixture, 1, durations, cold))
  }
  return rows
}

/** A record is as much work as the credentials in it: fewer of it warm as much code up, and measure as well. */
function sizesFor({ nested = 0 }: Fixture, { warmUp, rounds, batch, colds }: Sizes): Sizes {
  const part = 1 + nested / 4
  return {
    warmUp: Math.ceil(warmUp / part),
    rounds: Math.max(Math.min(rounds, 8), Math.ceil(rounds / part)),
    batch: Math.ceil(batch / part),
    colds: Math.ceil(colds / part),
  }
}

/** The same for many credentials, each verified once. */
export async function matchMany(fixtures: readonly Fixture[], start: Start, sizes: Sizes): Promise<Row> {
  const [first] = fixtures
  if (!first) throw new Error('nothing to verify')
  const turns: number[][] = []
  for (let i = 0; i < fixtures.length; i += sizes.batch) {
    turns.push(fixtures.slice(i, i + sizes.batch).map((_, j) => i + j))
  }
  const durations = await interleaved(fixtures, contendersFor(first), start, turns, sizes.warmUp)
  return rowOf(first, fixtures.length, durations, new Map())
}

type Durations = ReadonlyMap<Contender, readonly number[]>

async function interleaved(
  fixtures: readonly Fixture[],
  names: readonly Contender[],
  start: Start,
  turns: readonly (readonly number[])[],
  warmUp: number,
): Promise<Durations> {
  const realms = new Map(names.map((name) => [name, start(name)]))
  const durations = new Map(names.map((name) => [name, [] as number[]]))
  try {
    for (const [contender, realm] of realms) {
      await told(realm, { do: 'prepare', contender, fixtures })
      await told(realm, { do: 'run', indexes: Array<number>(warmUp).fill(0) })
    }
    for (const [round, indexes] of turns.entries()) {
      // whoever goes first changes from round to round
      const first = round % realms.size
      const order = [...[...realms].slice(first), ...[...realms].slice(0, first)]
      for (const [name, realm] of order) durations.get(name)?.push(...(await told(realm, { do: 'run', indexes })))
    }
  } finally {
    for (const realm of realms.values()) realm.end()
  }
  return durations
}

async function coldOf(fixture: Fixture, names: readonly Contender[], start: Start, times: number): Promise<Durations> {
  const durations = new Map(names.map((name) => [name, [] as number[]]))
  for (let i = 0; i < times; i++) {
    for (const contender of names.filter((name) => name !== 'floor')) {
      const realm = start(contender)
      durations.get(contender)?.push(...(await told(realm, { do: 'first', contender, fixture })))
      realm.end()
    }
  }
  return durations
}

async function told(realm: Realm, ask: Ask): Promise<readonly number[]> {
  const { durations, error } = await realm.ask(ask)
  if (error !== undefined) throw new Error(error)
  return durations
}

function rowOf({ suite, content, nested }: Fixture, credentials: number, warm: Durations, cold: Durations): Row {
  const figures: Partial<Record<Contender, Figures>> = {}
  for (const [name, durations] of warm) {
    const first = cold.get(name) ?? []
    figures[name] = {
      median: quantile(durations, 0.5),
      p95: quantile(durations, 0.95),
      ...(first.length > 0 && { cold: quantile(first, 0.5) }),
    }
  }
  const { ours, core, floor } = figures
  const other = figures.stock ?? figures.jose
  if (!ours || !other || !floor) throw new Error(`${suite}: a contender is missing`)
  return {
    suite,
    content,
    ...(nested !== undefined && { nested }),
    credentials,
    figures,
    ratio: other.median / ours.median,
    ...(core && { coreRatio: core.median / ours.median }),
    ...(other.cold !== undefined && ours.cold !== undefined && { coldRatio: other.cold / ours.cold }),
    timesFloor: ours.median / floor.median,
  }
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
