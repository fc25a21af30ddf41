import type { Credential, Source } from '../core/model/credential.ts'
import type { Outcome, Question, Verdict, VerificationReport } from '../core/model/report.ts'
import type { Attempt } from '../core/problem.ts'
import type { DoorKeeper, LogEntry } from '../net/types.ts'

/** HMAC-SHA-256(data key, SHA-256(source bytes)), base64url: says nothing about the credential to whoever lacks the key. */
export type RecordId = string

/** What the wallet list needs of one entry: small, decrypted all at once. */
export interface Card {
  readonly id: RecordId
  readonly title: string
  readonly issuer: string
  readonly issuerId: string
  readonly format: string
  /** Display kind: achievementType or credential type. */
  readonly kind: string
  /** ISO 8601 as stated; empty when not stated. */
  readonly issued: string
  readonly expires: string
  readonly addedAt: string
  readonly verdict: Verdict
  readonly questions: Readonly<Record<Question, Outcome>>
  /** The code that explains the verdict best, for the list. */
  readonly code: string | null
  /** When it was last verified. */
  readonly verifiedAt: string
  /** What search looks through, folded: title, issuer, description, skills, tags. */
  readonly haystack: string
  /** Whether it bears academic credit. */
  readonly credit: 'credit' | 'non-credit' | 'unknown'
  /**
   * Data URI of a small embedded picture; or what `Vault.picture` takes: `entry:ID` for a larger one that lies in the
   * credential, else the https address of one that is shown once it was fetched. Empty for our own artwork.
   */
  readonly picture: string
  readonly example: boolean
}

export interface WalletEntry {
  readonly id: RecordId
  readonly source: Source
  readonly credential: Credential
  readonly report: VerificationReport
  readonly addedAt: string
  readonly example: boolean
}

/** A picture that was fetched on request, sealed. */
export interface KeptPicture {
  readonly url: string
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly fetchedAt: string
}

/** What changed, in this tab or another. */
export type VaultEvent =
  | { readonly kind: 'added' | 'changed' | 'removed'; readonly ids: readonly RecordId[] }
  | { readonly kind: 'settings' }
  | { readonly kind: 'erased' }
  | { readonly kind: 'closed' }

/**
 * The learner's store: everything in it is sealed with AES-256-GCM under the data key, bound to its place.
 * Nothing throws: a full disk, an aborted transaction or a corrupt record is a problem, and nothing is half written.
 */
export interface Vault {
  readonly keeper: DoorKeeper
  /** Adds or, when the same source is there already, updates the reading of one entry. All in one transaction. */
  add(
    entries: readonly Omit<WalletEntry, 'id'>[],
  ): Promise<Attempt<readonly { readonly id: RecordId; readonly isNew: boolean }[]>>
  /** Keeps a new reading of an entry (verified again). */
  update(id: RecordId, reading: Pick<WalletEntry, 'credential' | 'report'>): Promise<Attempt<void>>
  /** Every card, newest first; records that cannot be opened are told apart, not dropped. */
  cards(): Promise<Attempt<{ readonly cards: readonly Card[]; readonly damaged: readonly RecordId[] }>>
  entry(id: RecordId): Promise<Attempt<WalletEntry | null>>
  /** The bytes as they were given: also there when the reading made from them is damaged. */
  source(id: RecordId): Promise<Attempt<Source | null>>
  /** Removes an entry and gives it back, so that `add` can undo it; null when there was none that could be opened. */
  remove(id: RecordId): Promise<Attempt<WalletEntry | null>>
  /** What `Card.picture` names: a fetched picture by its address, or the one embedded in an entry. */
  picture(url: string): Promise<Attempt<KeptPicture | null>>
  keepPicture(picture: KeptPicture): Promise<Attempt<void>>
  /** Newest first. */
  log(limit: number): Promise<Attempt<readonly LogEntry[]>>
  clearLog(): Promise<Attempt<void>>
  settings(): Promise<Attempt<Settings>>
  saveSettings(settings: Settings): Promise<Attempt<void>>
  /** Bytes used and granted by the browser, and whether it promised to keep them. */
  usage(): Promise<{ readonly used: number; readonly quota: number; readonly persisted: boolean }>
  /** Asks the browser to keep the store; true when it promises. */
  persist(): Promise<boolean>
  /** Removes everything: records, pictures, copies, log, settings and keys. */
  erase(): Promise<Attempt<void>>
  subscribe(listener: (event: VaultEvent) => void): () => void
  close(): void
}

export interface Settings {
  /** BCP 47 of a catalogue, or 'system'. */
  readonly language: 'system' | 'en' | 'es' | 'fr'
  readonly appearance: 'system' | 'light' | 'dark'
  /** Identities that the learner claims, to match hashed recipients. */
  readonly identities: readonly string[]
  readonly walletLayout: 'cards' | 'list'
  readonly walletSort: 'added' | 'issued' | 'title' | 'issuer'
}

/** Opens the store, creating it on first use. Problems: `store_unavailable`, `store_newer`, `store_blocked`. */
export type OpenVault = (options?: { readonly onBlocked?: () => void }) => Promise<Attempt<Vault>>
