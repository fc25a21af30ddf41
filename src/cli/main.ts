import type { Writable } from 'node:stream'
import type { Open, VerifyContext } from '../core/model/context.ts'
import type { KnownIssuers } from '../core/model/issuers.ts'
import type { VerificationReport } from '../core/model/report.ts'
import { errorReport } from '../core/report.ts'
import { verifyInput } from '../core/verify.ts'
import { inOrder } from './in-order.ts'
import { type CliInput, readInputs } from './inputs.ts'
import { type Options, parseOptions, usage } from './options.ts'
import { reportLine } from './report-line.ts'
import { closedDoor, emptyMap, mapDids, mapDoor, type ResolveMap, readResolveMap } from './resolve-map.ts'
import { loadSentences } from './sentences.ts'

/** What the command line runs with: its streams. */
export interface Streams {
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: Writable
  readonly stderr: Writable
}

/** How many inputs are under way at once when some may wait for the network. */
const atOnceOnline = 8

/**
 * The headless verifier: one JSON report per input on standard output, one per line, in order.
 * @returns the exit code: 0 when every verdict is `verified`, 1 when any is not, 2 on bad usage
 */
export async function main(argv: readonly string[], streams: Streams): Promise<0 | 1 | 2> {
  const parsed = parseOptions(argv)
  if (parsed.ask === 'help') {
    await write(streams.stdout, `${usage}\n`)
    return 0
  }
  if (parsed.ask === 'usage') return refuse(streams, parsed.message)
  const { options } = parsed
  const map = options.resolve === null ? emptyMap : await readResolveMap(options.resolve)
  if (!map) return refuse(streams, `${options.resolve} is no map of addresses to files`)
  const issuers = options.issuers.length > 0 ? await issuersOf(options) : null
  if (typeof issuers === 'string') return refuse(streams, `${issuers} is no list of institutions`)
  return verifyAll(options, { map, issuers }, streams)
}

/** What the files named by options hold. */
interface Given {
  readonly map: ResolveMap
  readonly issuers: KnownIssuers | null
}

async function verifyAll(options: Options, given: Given, streams: Streams): Promise<0 | 1> {
  const [context, sentences] = await Promise.all([contextOf(options, given), loadSentences()])
  const inputs = readInputs(options.inputs, options.ndjson, streams.stdin)
  let allVerified = true
  const give = async (report: VerificationReport) => {
    if (report.verdict !== 'verified') allVerified = false
    await write(streams.stdout, reportLine(report, sentences))
  }
  await inOrder(inputs, options.offline ? 1 : atOnceOnline, (input) => reportOn(input, context()), give)
  return allVerified ? 0 : 1
}

async function reportOn(input: CliInput, context: VerifyContext): Promise<VerificationReport> {
  if (input.source.ok) return verifyInput(input.source.value, context)
  // nothing was read, so there is nothing to digest
  return errorReport({ input: input.name, digest: '', at: context.now.toISOString() }, input.source.problem)
}

/** The powers of one run; the clock is read anew for each input, since standard input may stay open for days. */
async function contextOf(options: Options, { map, issuers }: Given): Promise<() => VerifyContext> {
  const otherwise = options.offline ? closedDoor : await realDoor()
  const { at, identities, challenge, domain } = options
  return () => {
    const now = at ?? new Date()
    return {
      now,
      open: mapDoor(map, now, otherwise),
      dids: mapDids(map),
      audience: 'verifier',
      identities,
      ...(issuers && { issuers }),
      ...(challenge !== null && { challenge }),
      ...(domain !== null && { domain }),
    }
  }
}

async function issuersOf({ issuers, at }: Options): Promise<KnownIssuers | string> {
  const { readIssuerLists } = await import('./issuer-lists.ts')
  return readIssuerLists(issuers, at ?? new Date())
}

async function realDoor(): Promise<Open> {
  const [{ createDoor }, { createMemoryKeeper }, { platformFetch }] = await Promise.all([
    import('../net/door.ts'),
    import('../net/memory-keeper.ts'),
    import('../net/platform-fetch.ts'),
  ])
  return createDoor({ fetch: platformFetch, keeper: createMemoryKeeper(), now: () => new Date() })
}

async function refuse(streams: Streams, message: string): Promise<2> {
  await write(streams.stderr, `${message}. ${usage}\n`)
  return 2
}

/** Writes and waits until there is room for more; rejects when nobody reads any longer. */
function write(stream: Writable, text: string): Promise<void> {
  return new Promise((written, broken) => {
    stream.write(text, (error) => (error ? broken(error) : written()))
  })
}
