import type { Credential } from '../../core/model/credential.ts'
import type { Contents } from '../../core/model/inspection.ts'
import type { Finding, Verdict, VerificationReport } from '../../core/model/report.ts'
import type { ProblemCode } from '../../core/problem.ts'

/** A credential with all that was read and found out about it. */
export interface Reading extends Contents {
  readonly credential: Credential
  readonly report: VerificationReport
}

/** Where a part lies: its place among those inside, from 1, then its place inside that one, and so on. Empty for the whole. */
export type PartPath = readonly number[]

/** One part of what was given, however deep; `credential` is null for what is none or was not kept. */
export interface Place extends Contents {
  readonly path: PartPath
  readonly credential: Credential | null
  readonly report: VerificationReport
}

/** Records lie in records only so deep; what an address asks for beyond is nowhere. */
export const deepest = 8

/** The path that an address names (`3.1`); null for what is none. */
export function pathIn(text: string): PartPath | null {
  if (!/^[1-9]\d{0,5}(\.[1-9]\d{0,5})*$/.test(text)) return null
  const path = text.split('.').map(Number)
  return path.length <= deepest ? path : null
}

/** A path as an address names it. */
export function pathText(path: PartPath): string {
  return path.join('.')
}

/** The part at a path, with the parts that it lies in before it (the whole first); null when there is none. */
export function placesTo(whole: Reading, path: PartPath): readonly [...Place[], Place] | null {
  let place: Place = { ...whole, path: [] }
  const places: Place[] = []
  for (const number of path) {
    places.push(place)
    const inner = placeInside(place, number)
    if (inner === null) return null
    place = inner
  }
  return [...places, place]
}

function placeInside({ path, report, parts }: Place, number: number): Place | null {
  const inner = report.credentials[number - 1]
  if (inner === undefined) return null
  const part = parts[number - 1] ?? { credential: null, parts: [], endorsements: [] }
  return { ...part, path: [...path, number], report: inner }
}

/** What the record around a part says of it: also of one that holds by itself (it may be about somebody else). */
export interface Remark {
  readonly verdict: Exclude<Verdict, 'verified'>
  /** Null when the part's own report says why. */
  readonly code: ProblemCode | null
}

/** What a record remarks on each of its parts, by their number. */
export function remarksOf({ checks, credentials }: VerificationReport): ReadonlyMap<number, Remark> {
  const remarks = new Map<number, Remark>()
  credentials.forEach(({ verdict }, index) => {
    if (verdict !== 'verified') remarks.set(index + 1, { verdict, code: null })
  })
  for (const { place, code, verdict } of checks.flatMap(toldOf)) {
    const own = credentials[place - 1]
    if (own?.verdict === 'verified') remarks.set(place, { verdict, code })
  }
  return remarks
}

function toldOf({ id, evidence }: Finding): readonly (Remark & { readonly place: number })[] {
  if (!id.startsWith('nested.')) return []
  return (evidence.details ?? []).flatMap(({ status, code, facts }) => {
    const place = facts?.['place']
    if (typeof place !== 'number' || (status !== 'failed' && status !== 'unknown')) return []
    return [{ place, code, verdict: status === 'failed' ? ('not-verified' as const) : ('cannot-tell' as const) }]
  })
}

/** One part that keeps the whole from holding. */
export interface Culprit extends Remark {
  readonly path: PartPath
  readonly report: VerificationReport
}

/** The parts, however deep, that keep the whole from holding: the very ones, not those that they lie in. The worst come first. */
export function culpritsOf(whole: VerificationReport): readonly Culprit[] {
  const found = culpritsIn(whole, [])
  return [...found.filter(isBad), ...found.filter((culprit) => !isBad(culprit))]
}

function isBad({ verdict }: Remark): boolean {
  return verdict === 'not-verified'
}

function culpritsIn(outer: VerificationReport, path: PartPath): readonly Culprit[] {
  return [...remarksOf(outer)].flatMap(([number, remark]) => {
    const report = outer.credentials[number - 1]
    if (report === undefined) return []
    const here = { ...remark, path: [...path, number], report }
    const deeper = path.length + 1 < deepest ? culpritsIn(report, here.path) : []
    return deeper.length > 0 && !standsBadlyItself(report) ? deeper : [here, ...deeper]
  })
}

/** Whether a part would not hold even if all that lies inside it did. */
function standsBadlyItself({ checks, error }: VerificationReport): boolean {
  return (
    error !== null ||
    checks.some(
      ({ id, status, question }) =>
        !id.startsWith('nested.') &&
        (status === 'failed' ||
          (status === 'unknown' && ((question !== 'identity' && question !== 'authority') || id === 'issuer.key'))),
    )
  )
}
