import { open } from 'node:fs/promises'
import { limits } from '../core/limits.ts'
import type { Source } from '../core/model/credential.ts'
import { type Attempt, done, problem } from '../core/problem.ts'
import { bytesOf, linesOf } from './lines.ts'

/** One thing to verify, or why it could not be read. */
export interface CliInput {
  readonly name: string
  readonly source: Attempt<Source>
}

/**
 * The inputs in the order in which they were named, each read when its turn comes. A file that is missing, no file
 * at all or too large is an input with a problem: the rest goes on.
 * @param names file names; `-` is standard input
 * @param ndjson reads standard input line by line, each line named `-:LINE`
 */
export async function* readInputs(
  names: readonly string[],
  ndjson: boolean,
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<CliInput> {
  for (const name of names) {
    if (name !== '-') yield inputOf(name, await readBounded(name))
    else if (ndjson) yield* readLines(stdin)
    else yield inputOf('-', await gather(stdin))
  }
}

async function* readLines(stdin: AsyncIterable<Uint8Array>): AsyncGenerator<CliInput> {
  for await (const line of linesOf(stdin, limits.inputBytes)) yield inputOf(`-:${line.number}`, sized(line.bytes))
}

function inputOf(name: string, bytes: Attempt<Uint8Array>): CliInput {
  return { name, source: bytes.ok ? done({ name, bytes: bytes.value }) : bytes }
}

async function readBounded(name: string): Promise<Attempt<Uint8Array>> {
  try {
    const file = await open(name)
    try {
      // streamed, so that a device or a file of terabytes is never held
      return sized(await bytesOf(file.createReadStream({ autoClose: false, highWaterMark: 1 << 20 }), limits.inputBytes))
    } finally {
      await file.close()
    }
  } catch (error) {
    return unreadable(error)
  }
}

async function gather(stdin: AsyncIterable<Uint8Array>): Promise<Attempt<Uint8Array>> {
  try {
    return sized(await bytesOf(stdin, limits.inputBytes))
  } catch (error) {
    return unreadable(error)
  }
}

function sized(bytes: Uint8Array | null): Attempt<Uint8Array> {
  return bytes ? done(bytes) : problem('input_too_large', { facts: { limit: limits.inputBytes } })
}

function unreadable(error: unknown): Attempt<never> {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'EUNKNOWN'
  return problem('input_unreadable', { facts: { reason: code } })
}
