import type { Contents } from '../core/model/inspection.ts'
import type { WalletEntry } from './types.ts'

/** What was read and found out about an entry: all of it but the bytes that it was read from. */
export type Reading = Omit<WalletEntry, 'id' | 'source'>

/** A reading as earlier releases kept it: they knew less. */
export type KeptReading = Omit<Reading, keyof Contents> & Partial<Contents>

/** A kept reading with a place for everything that is known today; checking it again fills the places. */
export function completed(reading: KeptReading): Reading {
  const known = { associations: [], definitions: [], extensions: [], linked: [] }
  return { parts: [], endorsements: [], ...reading, credential: { ...known, ...reading.credential } }
}
