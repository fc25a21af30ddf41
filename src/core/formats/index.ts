import { isSdJwt } from '../containers/text.ts'
import { parseJson } from '../encoding/json.ts'
import { looksLikeJws, parseJws } from '../encoding/jws.ts'
import { limits } from '../limits.ts'
import type { Credential, Payload } from '../model/credential.ts'
import { type Attempt, attempt, attemptNow, done, fail, problem } from '../problem.ts'
import { isClr1 } from './clr1-glance.ts'
import { openEnvelope } from './envelope.ts'
import { type Format, type ParsedPayload, whenMet } from './format.ts'
import { addressIn, isEndorsement2, isOpenBadge1, isOpenBadge2, isSelective, isTokenStatusList } from './glances.ts'
import { openBadge3 } from './open-badge-3.ts'
import { presentation } from './presentation.ts'
import { nameUnread } from './unread.ts'
import { endorsement3, isOfType, statusList, verifiableCredential } from './verifiable-credential.ts'

/** Every format, in order of precedence: the more specific first. */
const formats: readonly Format[] = [
  whenMet('sd-jwt', isSelective, async () => (await import('./sd-jwt.ts')).sdJwt),
  whenMet('token-status-list', isTokenStatusList, async () => (await import('./token-status-list.ts')).tokenStatusList),
  presentation,
  statusList,
  whenMet('clr2', isOfType('ClrCredential'), async () => (await import('./clr2.ts')).clr2),
  endorsement3,
  openBadge3,
  whenMet('clr1', isClr1, async () => (await import('./clr1.ts')).clr1),
  verifiableCredential,
  whenMet(
    'address',
    (payload) => addressIn(payload) !== null,
    async () => (await import('./hosted-address.ts')).hostedAddress,
  ),
  whenMet('ob2-endorsement', isEndorsement2, async () => (await import('./open-badge-2-endorsement.ts')).openBadge2Endorsement),
  whenMet('ob1', isOpenBadge1, async () => (await import('./open-badge-1.ts')).openBadge1),
  whenMet('ob2', isOpenBadge2, async () => (await import('./open-badge-2.ts')).openBadge2),
]

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
export async function readPayload(payload: Payload): Promise<readonly Reading[]> {
  const readings: Reading[] = []
  await collect(payload, 0, readings)
  return readings
}

/**
 * The credentials in a payload, all of them or the first problem: for a payload that stands inside a credential, where
 * nothing may be passed over.
 */
export async function recognise(payload: Payload): Promise<Attempt<readonly Credential[]>> {
  const credentials: Credential[] = []
  for (const { result } of await readPayload(payload)) {
    if (!result.ok) return result
    credentials.push(result.value)
  }
  return done(credentials)
}

async function collect(payload: Payload, depth: number, into: Reading[]): Promise<void> {
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
    into.push({ payload, result: await attempt(() => read(parsed.value), 'input_unreadable') })
  } else if (depth >= limits.nestingDepth) {
    into.push({ payload, result: problem('json_too_deep', { facts: { limit: limits.nestingDepth } }) })
  } else {
    for (const each of inside.value) await collect(each, depth + 1, into)
  }
}

/** Parses a payload once, so that each format only glances. */
function parsePayload(payload: Payload): ParsedPayload {
  const text = payload.text.trim()
  if (looksLikeJws(text)) return { ...payload, kind: 'jws', jws: parseJws(text) }
  if (isSdJwt(text)) return { ...payload, kind: 'sd-jwt', jws: parseJws(text.slice(0, text.indexOf('~'))) }
  if (/^https?:\/\/\S+$/i.test(text)) return { ...payload, kind: 'address', address: text }
  if (!/^[{[]/.test(text)) fail('input_unrecognized', { facts: { found: 'text' } })
  return { ...payload, kind: 'json', value: parseJson(text) }
}

function read(payload: ParsedPayload): Credential | Promise<Credential> {
  const format = formats.find(({ recognizes }) => recognizes(payload)) ?? nameUnread(payload)
  return format.read(payload)
}
