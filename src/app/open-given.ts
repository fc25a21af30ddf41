import { limits } from '../core/limits.ts'
import type { Source } from '../core/model/credential.ts'
import { type Attempt, attempt, done, problem } from '../core/problem.ts'
import type { Verifier } from '../worker/types.ts'
import type { Given } from './intake.ts'
import { hostOf } from './sniff.ts'

const accept = 'application/vc, application/ld+json, application/json, application/vc+jwt, image/png, image/svg+xml, */*;q=0.5'

/** What to call something that was given: its file name or host; empty for a pasted text. */
export function nameOf(given: Given): string {
  if (given.kind === 'file') return given.file.name
  return given.kind === 'address' ? hostOf(given.url) : ''
}

/**
 * The bytes of what was given. An address is fetched through the door.
 * Problems: `input_too_large`, `input_unreadable`, and those of the door.
 */
export async function openGiven(given: Given, verifier: Pick<Verifier, 'open'>, signal: AbortSignal): Promise<Attempt<Source>> {
  switch (given.kind) {
    case 'text':
      return done({ bytes: new TextEncoder().encode(given.text.trim()), name: '' })
    case 'file': {
      const { file } = given
      if (file.size > limits.inputBytes) return problem('input_too_large', { facts: { limit: limits.inputBytes } })
      return attempt(async () => ({ bytes: new Uint8Array(await file.arrayBuffer()), name: file.name }), 'input_unreadable')
    }
    case 'address': {
      const opened = await verifier.open({ url: given.url, purpose: 'credential', accept, maxBytes: limits.inputBytes }, signal)
      return opened.ok ? done({ bytes: opened.value.bytes, name: given.url }) : opened
    }
  }
}
