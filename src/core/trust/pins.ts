import type { IssuerList } from '../model/issuers.ts'

/** One issuer that a person trusts, with the key that it signed with when they said so. */
export interface Pin {
  /** The issuer's identifier, exactly. */
  readonly issuer: string
  /** What it is called: what its credential said then. */
  readonly name: string
  /** RFC 7638 thumbprints of its keys; empty text for a badge that nobody signs, but its own address serves. */
  readonly thumbprints: readonly string[]
  /** Since when (ISO 8601, UTC). */
  readonly since: string
}

/** The issuers that a person trusts, as a list. */
export function listOfPins(pins: readonly Pin[], asOf: string): IssuerList {
  const entries = new Map(pins.map(({ issuer, name, thumbprints }) => [issuer, { name, thumbprints }] as const))
  return { name: '', kind: 'personal', asOf, entries, complete: true }
}
