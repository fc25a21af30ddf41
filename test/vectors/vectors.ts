import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, test } from 'vitest'
import type { Json } from '../../src/core/model/json.ts'

const root = fileURLToPath(new URL('../../../shared/vectors', import.meta.url))

/** True when the conformance data lies beside this checkout; nothing of it is copied into the project. */
export const present = existsSync(join(root, 'manifest.json'))

/** One entry of the manifest: what a file must show. */
export interface Entry {
  readonly file: string
  readonly family: string
  readonly case: string
  readonly format: string
  readonly expect: 'verified' | 'invalid' | 'warning' | 'data-only'
  readonly scope?: string
  readonly why: string
  readonly may?: readonly string[]
  readonly at?: string
  readonly identity?: string
  readonly challenge?: string
  readonly nonce?: string
  readonly domain?: string
  readonly aud?: string
  readonly resolve?: string
}

/**
 * A suite over the conformance data. That is no part of the project, so without it one skipped test stands in the suite's place:
 * it has nothing to run and is there to say so in the counts.
 */
export function describeVectors(name: string, tests: () => void): void {
  if (present) describe(name, tests)
  else describe(name, () => test.skip('skipped: ../shared/vectors is not there', () => {}))
}

export const pathOf = (file: string) => join(root, file)
export const bytesOf = (file: string) => new Uint8Array(readFileSync(pathOf(file)))
export const textOf = (file: string) => readFileSync(pathOf(file), 'utf8')
export const jsonOf = (file: string): Json => JSON.parse(textOf(file))

/** The entries of some families. */
export function entriesOf(...families: readonly string[]): readonly Entry[] {
  const all: readonly Entry[] = JSON.parse(textOf('manifest.json'))
  return all.filter((entry) => families.includes(entry.family))
}
