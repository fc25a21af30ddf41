import type { DBSchema, StoreNames } from 'idb'
import type { RecordId } from './types.ts'

export const databaseName = 'satchel'

/** A record as it lies on disk: ciphertext bound by its additional data to its store, its id and its version. */
export interface SealedRecord {
  readonly id: string
  /** Of the record's inner form, not of the database. */
  readonly version: number
  readonly iv: Uint8Array<ArrayBuffer>
  readonly data: ArrayBuffer
}

/** A sealed record that may be dropped to make room: `turn` counts up, so the lowest is the oldest. Neither is about content. */
export interface SpareRecord extends SealedRecord {
  readonly turn: number
  readonly size: number
}

export interface Wrapped {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly data: ArrayBuffer
}

/**
 * The data key, wrapped by one way to unlock it. `device` needs nothing of the learner: its key cannot be exported by
 * a page, but is copied with the browser's profile. Other methods are further members of this union.
 */
export interface DeviceKeyRecord {
  readonly id: string
  readonly method: 'device'
  readonly key: CryptoKey
  readonly wrapped: Wrapped
}
export type KeyRecord = DeviceKeyRecord

/** Nothing about a credential is indexed in clear: ids are HMACs or random, and the only index is over turn and size. */
export interface VaultSchema extends DBSchema {
  keys: { key: string; value: KeyRecord }
  cards: { key: RecordId; value: SealedRecord }
  /** Name and bytes as they were given: written once, never changed. */
  sources: { key: RecordId; value: SealedRecord }
  /** What was read from a source and found about it: can be made again from the source. */
  readings: { key: RecordId; value: SealedRecord }
  pictures: { key: string; value: SpareRecord; indexes: { turn: [number, number] } }
  copies: { key: string; value: SpareRecord; indexes: { turn: [number, number] } }
  log: { key: number; value: SealedRecord }
  settings: { key: string; value: SealedRecord }
  /** Lists of institutions, each with all that was read of it; ids are random. */
  lists: { key: string; value: SealedRecord }
  /** Issuers that this person trusts; ids are HMACs of theirs. */
  pins: { key: string; value: SealedRecord }
  /** Contexts from elsewhere that this person allowed; ids are HMACs of their addresses. */
  vocabularies: { key: string; value: SealedRecord }
}

export type SealedStore = Exclude<StoreNames<VaultSchema>, 'keys'>
export type SpareStore = 'pictures' | 'copies'
