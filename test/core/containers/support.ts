import { unwrap } from '../../../src/core/containers/index.ts'
import { bytesOf } from '../../../src/core/encoding/utf8.ts'
import type { Payload } from '../../../src/core/model/credential.ts'
import type { Problem } from '../../../src/core/problem.ts'

/** What comes out of a file: its payloads, or the problem. */
export async function opened(file: Uint8Array | string): Promise<readonly Payload[] | Problem> {
  const attempt = await unwrap({ bytes: typeof file === 'string' ? bytesOf(file) : file, name: 'test' })
  return attempt.ok ? attempt.value : attempt.problem
}

/** The texts inside a file; fails the test when it has none. */
export async function textsOf(file: Uint8Array | string): Promise<readonly string[]> {
  const result = await opened(file)
  if (!isPayloads(result)) throw new Error(`not opened: ${JSON.stringify(result)}`)
  return result.map(({ text }) => text)
}

export function isPayloads(result: readonly Payload[] | Problem): result is readonly Payload[] {
  return Array.isArray(result)
}

export const jws = 'eyJhbGciOiJub25lIn0.eyJpc3MiOiJkaWQ6ZXhhbXBsZToxIn0.AA'
