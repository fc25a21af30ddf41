import { limits } from '../limits.ts'
import type { Credential } from '../model/credential.ts'
import { memberOf } from '../model/json.ts'
import type { Facts } from '../problem.ts'
import { hasZone, parseDateTime } from '../structure/datetime.ts'
import type { Answer, Check } from './check.ts'

/** One end of a period of validity, as stated. */
interface Bound {
  readonly member: string
  readonly text: string
  /** Null when the text is no date. */
  readonly instant: number | null
  /** How far another clock may differ, in milliseconds. */
  readonly skew: number
}

/** Both generations of each member count, whichever version the document is: one that is there was meant. */
const startMembers = ['validFrom', 'issuanceDate'] as const
const endMembers = ['validUntil', 'expirationDate'] as const

/**
 * `validity.dates`: now lies within every period that the credential and its JWT claims state. The start counts, the end
 * counts too. VC Data Model 1.1 §4.6, 2.0 §4.9; RFC 7519 §4.1.4 and §4.1.5, with `limits.clockSkew`.
 */
export const validityDates: Check = {
  id: 'validity.dates',
  run({ credential, context }) {
    const starts = bounds(credential, startMembers, 'nbf')
    const ends = bounds(credential, endMembers, 'exp')
    return answer(starts, ends, context.now.getTime())
  },
}

function answer(starts: readonly Bound[], ends: readonly Bound[], now: number): Answer {
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
  return { status: 'passed', code: ends.length === 0 && starts.length > 0 ? 'no_end_date' : null, facts }
}

/** VCDM 2.0 §4.9: the end is not before the start. Claims speak of the signature as well, so they are not compared. */
function reversed(starts: readonly Bound[], ends: readonly Bound[]): boolean {
  const own = (bound: Bound) => bound.skew === 0
  return starts.filter(own).some((start) => ends.filter(own).some((end) => instantOf(start) > instantOf(end)))
}

/** What members and the claim state; a member that says what the claim says was filled from it, and is the claim. */
function bounds(credential: Credential, members: readonly string[], name: 'nbf' | 'exp'): readonly Bound[] {
  const claims = claimBounds(credential, name)
  const own = memberBounds(credential, members)
  return [...own.filter((bound) => claims.every((claim) => claim.instant !== bound.instant)), ...claims]
}

function memberBounds({ document }: Credential, members: readonly string[]): readonly Bound[] {
  return members.flatMap((member) => {
    const value = memberOf(document, member)
    if (value === undefined) return []
    const text = typeof value === 'string' ? value : ''
    return [{ member, text, instant: parseDateTime(text), skew: 0 }]
  })
}

/** A NumericDate of the JWT payload. */
function claimBounds({ securing }: Credential, claim: string): readonly Bound[] {
  if (securing.kind !== 'jose') return []
  const value = memberOf(securing.jws.payload, claim)
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
