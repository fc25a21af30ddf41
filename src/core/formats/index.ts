import { isSdJwt } from '../containers/text.ts'
import { parseJson } from '../encoding/json.ts'
import { looksLikeJws, parseJws } from '../encoding/jws.ts'
import { limits } from '../limits.ts'
import type { Credential, Payload } from '../model/credential.ts'
import { type Attempt, attemptNow, done, fail, problem } from '../problem.ts'
import { openEnvelope } from './envelope.ts'
import type { Format, ParsedPayload } from './format.ts'
import { openBadge3 } from './open-badge-3.ts'
import { presentation } from './presentation.ts'
import { nameUnread } from './unread.ts'
import { clr2, endorsement3, statusList, verifiableCredential } from './verifiable-credential.ts'

/** Every format, in order of precedence: the more specific first. */
const formats: readonly Format[] = [presentation, statusList, clr2, endorsement3, openBadge3, verifiableCredential]

/** One credential that a payload turned out to hold, with its own text. */
export interface Reading {
  readonly payload: Payload
  readonly result: Attempt<Credential>
}

/**
 * Opens the envelopes around a payload and reads each credential inside. One that cannot be read costs the others
 * nothing: each has a result of its own. Problems: `input_not_credential`, `format_not_yet`, `too_many_credentials`,
 * and those of JSON and JWS.
 */
export function readPayload(payload: Payload): readonly Reading[] {
  const readings: Reading[] = []
  collect(payload, 0, readings)
  return readings
}

/**
 * The credentials in a payload, all of them or the first problem: for a payload that stands inside a credential, where
 * nothing may be passed over.
 */
export function recognise(payload: Payload): Attempt<readonly Credential[]> {
  const credentials: Credential[] = []
  for (const { result } of readPayload(payload)) {
    if (!result.ok) return result
    credentials.push(result.value)
  }
  return done(credentials)
}

function collect(payload: Payload, depth: number, into: Reading[]): void {
  if (into.length > limits.credentialsPerInput) return
  if (into.length === limits.credentialsPerInput) {
    // one item past the ceiling says so: nothing is passed over in silence
    into.push({ payload, result: problem('too_many_credentials', { facts: { limit: limits.credentialsPerInput } }) })
    return
  }
  const parsed = attemptNow(() => parsePayload(payload), 'input_unreadable')
  if (!parsed.ok) {
    into.push({ payload, result: parsed })
    return
  }
  const inside = attemptNow(
    () => (parsed.value.kind === 'json' ? openEnvelope(payload, parsed.value.value) : null),
    'input_unreadable',
  )
  if (!inside.ok) {
    into.push({ payload, result: inside })
  } else if (inside.value === null) {
    into.push({ payload, result: attemptNow(() => read(parsed.value), 'input_unreadable') })
  } else if (depth >= limits.nestingDepth) {
    into.push({ payload, result: problem('json_too_deep', { facts: { limit: limits.nestingDepth } }) })
  } else {
    for (const each of inside.value) collect(each, depth + 1, into)
  }
}

/** Parses a payload once, so that each format only glances. */
function parsePayload(payload: Payload): ParsedPayload {
  const text = payload.text.trim()
  if (looksLikeJws(text)) return { ...payload, kind: 'jws', jws: parseJws(text) }
  if (isSdJwt(text)) fail('format_not_yet', { facts: { format: 'sd-jwt-vc' } })
  if (!/^[{[]/.test(text)) fail('input_unrecognized', { facts: { found: 'text' } })
  return { ...payload, kind: 'json', value: parseJson(text) }
}

function read(payload: ParsedPayload): Credential {
  const format = formats.find(({ recognizes }) => recognizes(payload)) ?? nameUnread(payload)
  return format.read(payload)
}
