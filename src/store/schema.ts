import type { DBSchema, StoreNames } from 'idb'
import type { DamageKind, RecordId, Stretching, UnlockMethod } from './types.ts'

export const databaseName = 'satchel'

/** A record as it lies on disk: ciphertext bound by its additional data to its store, its id, its version and its revision. */
export interface SealedRecord {
  readonly id: string
  /** Of the record's inner form, not of the database. */
  readonly version: number
  /** Of the whole wallet, when this was written. Missing on what an earlier release wrote, and on what may be dropped. */
  readonly revision?: number
  readonly iv: Uint8Array<ArrayBuffer>
  readonly data: ArrayBuffer
}

/** A sealed record that may be dropped to make room: `turn` counts up, so the lowest is the oldest. Neither is about content. */
export interface SpareRecord extends SealedRecord {
  readonly turn: number
  readonly size: number
}

/** A part of the ledger. On its root: which data key, counted from 0, everything in the wallet is sealed with. */
export interface LedgerRecord extends SealedRecord {
  readonly generation?: number
}

export interface Wrapped {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly data: ArrayBuffer
}

/**
 * The data key, wrapped by a device key: needs nothing of the learner. The device key cannot be exported by a page, but is copied
 * with the browser's profile.
 */
export interface DeviceKeyRecord {
  readonly id: string
  readonly method: 'device'
  readonly key: CryptoKey
  readonly wrapped: Wrapped
}

/**
 * A way to unlock that is asked of the person. What they bring opens a private key, and that opens the data key: so that a new data
 * key can be wrapped for every way while only one of them is at hand.
 */
export interface PersonalKeyRecord {
  readonly id: string
  readonly method: UnlockMethod
  /** Of the data key that it opens. */
  readonly generation: number
  /** What the secret is made into a key with: salt of the PRF, of Argon2id, of HKDF. */
  readonly salt: Uint8Array<ArrayBuffer>
  readonly stretching?: Stretching
  readonly passkey?: { readonly credentialId: string; readonly transports: readonly string[] }
  /** P-256, an uncompressed point. */
  readonly publicKey: ArrayBuffer
  /** What it shares with the wallet (`Binding`, 32 bytes), then PKCS #8; under the key made from the secret. */
  readonly privateKey: Wrapped
  readonly wrapped: WrappedFor
}

/** Wrapped for the holder of a P-256 key: with what it has in common with the ephemeral one. */
export interface WrappedFor extends Wrapped {
  readonly ephemeral: ArrayBuffer
}

export type KeyRecord = DeviceKeyRecord | PersonalKeyRecord

/** A record of the next data key, waiting to take its place. `place` orders them and tells them apart. */
export interface StagedRecord {
  readonly place: string
  readonly store: string
  /** For stores whose keys are not in their records. */
  readonly key?: IDBValidKey
  readonly value: unknown
}

/** Records that did not count any more, as they were found. */
export interface AsideRecord {
  readonly id: string
  readonly kind: DamageKind
  readonly at: string
  readonly records: readonly { readonly store: string; readonly record: unknown }[]
}

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
  /** The learner's own keys; ids are random. */
  holders: { key: string; value: SealedRecord }
  /** The learner's own groupings; ids are random. */
  stacks: { key: string; value: SealedRecord }
  /** Published pathways that were added, each with its document; ids are HMACs of theirs. */
  pathways: { key: string; value: SealedRecord }
  /** Which records belong in the wallet, and of which revision each is. */
  ledger: { key: string; value: LedgerRecord }
  /** What is being made with the next data key; empty but while that goes on. */
  next: { key: string; value: StagedRecord }
  aside: { key: string; value: AsideRecord }
}

export type SealedStore = Exclude<StoreNames<VaultSchema>, 'keys' | 'next' | 'aside'>
/** The stores whose every record is in the ledger. */
export const ledgerStores = [
  'cards',
  'sources',
  'readings',
  'settings',
  'lists',
  'pins',
  'vocabularies',
  'holders',
  'stacks',
  'pathways',
] as const
export type LedgerStore = (typeof ledgerStores)[number]
export type SpareStore = 'pictures' | 'copies'
