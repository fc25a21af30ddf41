import type { AllowedContext } from '../model/context.ts'
import type { Source } from '../model/credential.ts'
import type { VerificationReport } from '../model/report.ts'
import type { Pin } from '../trust/pins.ts'
import type { ListOrigin } from '../trust/source.ts'

/** One credential in a backup: the bytes as they were given, and what the wallet remembers beside them. */
export interface BackupCredential {
  readonly source: Source
  readonly addedAt: string
  readonly example: boolean
  /** SHA-256 (hex) of the source of the version that replaced it, and from when that is. */
  readonly replacedBy?: { readonly digest: string; readonly date: string }
  /** What was last found. Whoever restores checks anew: a report in a file proves nothing. */
  readonly report: VerificationReport
}

/** A list of institutions: where it comes from. Its text only for one that was given as a file. */
export interface BackupList {
  readonly id: string
  readonly origin: ListOrigin
  readonly isOn: boolean
  readonly addedAt: string
  readonly anchor?: string
  /** As the store keeps it, for lists that no address serves; null for the others, which are read again. */
  readonly list: unknown
}

export interface BackupPicture {
  readonly url: string
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly fetchedAt: string
}

/** A holder key with its private side (RFC 7517). */
export interface BackupHolderKey {
  readonly id: string
  readonly kind: 'Ed25519' | 'P-256'
  readonly did: string
  readonly didJwk: string
  readonly createdAt: string
  readonly retiredAt: string | null
  readonly jwk: Readonly<Record<string, string>>
}

/** A grouping of credentials that the learner made. */
export interface BackupGrouping {
  readonly id: string
  readonly name: string
  readonly description: string
  /** Whether each leads to the next. */
  readonly isOrdered: boolean
  /** By the SHA-256 (hex) of their sources; a part of one as an address names it (`2.1`), or empty. */
  readonly members: readonly { readonly digest: string; readonly part: string }[]
  readonly createdAt: string
  readonly changedAt: string
}

/** A pathway that was added, as the document that it was read from. Whoever restores reads it anew. */
export interface BackupPathway {
  readonly id: string
  readonly origin: { readonly kind: 'address'; readonly url: string } | { readonly kind: 'file'; readonly name: string }
  readonly text: string
  readonly addedAt: string
}

/** All of a backup but the credentials, which come one by one. */
export interface BackupRest {
  /** Of the app: what the person chose. Read with care: an older or newer release may have written it. */
  readonly settings: Readonly<Record<string, unknown>>
  readonly lists: readonly BackupList[]
  readonly pins: readonly Pin[]
  readonly vocabularies: readonly AllowedContext[]
  readonly holderKeys: readonly BackupHolderKey[]
  readonly pictures: readonly BackupPicture[]
  readonly groupings: readonly BackupGrouping[]
  readonly pathways: readonly BackupPathway[]
}

/** What a backup says of itself, before anything in it is used. */
export interface BackupSummary {
  readonly madeAt: string
  /** The version of the app that made it. */
  readonly madeBy: string
  readonly credentials: number
  readonly holderKeys: number
  readonly lists: number
  readonly pins: number
  readonly vocabularies: number
  readonly pictures: number
  readonly groupings: number
  readonly pathways: number
  /** SHA-256 (hex) of the source of each credential. */
  readonly digests: readonly string[]
}

/** What opens a backup file: a passphrase (age scrypt), or the identity made for a move (age X25519, `AGE-SECRET-KEY-1…`). */
export type BackupKey =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'identity'; readonly identity: string }

/** What a backup is closed with: a passphrase, or the recipient that the other device shows (`age1…`). */
export type BackupLock =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recipient'; readonly recipient: string }
