import { lazy } from '../lazy.ts'
import { limits } from '../limits.ts'
import type { Credential } from '../model/credential.ts'
import { type Json, memberOf } from '../model/json.ts'
import type { Facts } from '../problem.ts'
import { hasZone, parseDateTime } from '../structure/datetime.ts'
import { hostOf } from '../witness.ts'
import { addressOnly } from './carrier.ts'
import type { Answer, Check } from './check.ts'
import { isPartial } from './partial.ts'

/** One end of a period of validity, as stated. */
interface Bound {
  readonly member: string
  readonly text: string
  /** Null when the text is no date. */
  readonly instant: number | null
  /** How far another clock may differ, in milliseconds. */
  readonly skew: number
}

/** How a generation states its period of validity. */
interface Wording {
  readonly starts: readonly string[]
  readonly ends: readonly string[]
  /** What a value states; null when it is no date. */
  read(value: Json): { readonly text: string; readonly instant: number } | null
  /** Whether null is "not there". */
  readonly nullIsAbsent: boolean
}

/** Both versions of each member count, whichever version the document is: one that is there was meant. */
const w3c: Wording = {
  starts: ['validFrom', 'issuanceDate'],
  ends: ['validUntil', 'expirationDate'],
  read(value) {
    const text = typeof value === 'string' ? value : ''
    const instant = parseDateTime(text)
    return instant === null ? null : { text, instant }
  },
  nullIsAbsent: false,
}

/** Open Badges before 3.0 and CLR 1.0: nothing holds before it was issued (verification.md §7). */
const loadOlder = lazy(async (): Promise<Wording> => {
  const { parseBadgeDate } = await import('../structure/badge-dates.ts')
  return { starts: ['issuedOn', 'issued_on'], ends: ['expires'], read: parseBadgeDate, nullIsAbsent: true }
})

async function wordingOf({ format }: Credential): Promise<Wording> {
  return /^(?:ob05|ob1|ob2|clr1)/.test(format) ? loadOlder() : w3c
}

/**
 * `validity.dates`: now lies within every period that the credential and its JWT claims state. The start counts, the end
 * counts too. VC Data Model 1.1 §4.6, 2.0 §4.9; RFC 7519 §4.1.4 and §4.1.5, with `limits.clockSkew`.
 */
export const validityDates: Check = {
  id: 'validity.dates',
  async run(session) {
    const { credential, context } = session
    const address = addressOnly(credential)
    if (address !== null) return { status: 'unknown', code: 'badge_address_only', facts: { host: hostOf(address) } }
    const wording = await wordingOf(credential)
    const starts = bounds(credential, wording, 'nbf')
    const ends = bounds(credential, wording, 'exp')
    return answer(starts, ends, context.now.getTime(), await isPartial(session))
  },
}

function answer(starts: readonly Bound[], ends: readonly Bound[], now: number, partial: boolean): Answer {
  const all = [...starts, ...ends]
  const broken = all.find((bound) => bound.instant === null)
  if (broken) return { status: 'failed', code: 'date_invalid', facts: { at: `/${broken.member}`, member: broken.member } }
  if (reversed(starts, ends))
    return { status: 'failed', code: 'dates_reversed', facts: { ...stated('from', starts), ...stated('until', ends) } }
  const over = ends.find((end) => now > instantOf(end) + end.skew)
  if (over) return { status: 'failed', code: 'expired', facts: factsOf(over) }
  const ahead = starts.find((start) => now < instantOf(start) - start.skew)
  if (ahead) return { status: 'failed', code: 'not_yet_valid', facts: factsOf(ahead) }
  const facts = { ...stated('from', starts), ...stated('until', ends), ...zones(all) }
  if (partial && (starts.length === 0 || ends.length === 0)) return { status: 'warning', code: 'dates_not_shown', facts }
  return { status: 'passed', code: ends.length === 0 && starts.length > 0 ? 'no_end_date' : null, facts }
}

/** VCDM 2.0 §4.9: the end is not before the start. Claims speak of the signature as well, so they are not compared. */
function reversed(starts: readonly Bound[], ends: readonly Bound[]): boolean {
  const own = (bound: Bound) => bound.skew === 0
  return starts.filter(own).some((start) => ends.filter(own).some((end) => instantOf(start) > instantOf(end)))
}

/** What members and the claim state; a member that says what the claim says was filled from it, and is the claim. */
function bounds(credential: Credential, wording: Wording, name: 'nbf' | 'exp'): readonly Bound[] {
  // an SD-JWT VC that was issued only tomorrow is not there yet
  const issued = name === 'nbf' && credential.securing.kind === 'sd-jwt' ? claimBounds(credential, 'iat') : []
  const claims = [...claimBounds(credential, name), ...issued]
  const own = memberBounds(credential, wording, name === 'nbf' ? wording.starts : wording.ends)
  return [...own.filter((bound) => claims.every((claim) => claim.instant !== bound.instant)), ...claims]
}

function memberBounds({ document }: Credential, wording: Wording, members: readonly string[]): readonly Bound[] {
  return members.flatMap((member) => {
    const value = memberOf(document, member)
    if (value === undefined || (value === null && wording.nullIsAbsent)) return []
    const { text, instant } = wording.read(value) ?? { text: '', instant: null }
    return [{ member, text, instant, skew: 0 }]
  })
}

/** A NumericDate of the JWT payload; what is disclosed of it, for an SD-JWT. */
function claimBounds({ securing }: Credential, claim: string): readonly Bound[] {
  if (securing.kind !== 'jose' && securing.kind !== 'sd-jwt') return []
  const value = memberOf(securing.kind === 'jose' ? securing.jws.payload : securing.sdJwt.claims, claim)
  if (value === undefined) return []
  const date = typeof value === 'number' ? new Date(value * 1000) : null
  const readable = date !== null && Number.isFinite(date.getTime())
  return [
    {
      member: claim,
      text: readable ? date.toISOString() : '',
      instant: readable ? date.getTime() : null,
      skew: limits.clockSkew,
    },
  ]
}

function instantOf(bound: Bound): number {
  return bound.instant ?? Number.NaN
}

function factsOf(bound: Bound): Facts {
  return { date: bound.text, member: bound.member, ...zones([bound]) }
}

function stated(name: 'from' | 'until', bounds: readonly Bound[]): Facts {
  const [first] = bounds
  return first === undefined ? {} : { [name]: first.text }
}

/** A date without zone is read as UTC, and that is said. */
function zones(bounds: readonly Bound[]): Facts {
  return bounds.some((bound) => !hasZone(bound.text)) ? { zone: 'unstated' } : {}
}
