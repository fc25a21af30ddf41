import type { AllowedContext } from '../core/model/context.ts'
import type { Credential, Source } from '../core/model/credential.ts'
import type { Contents } from '../core/model/inspection.ts'
import type { IssuerList } from '../core/model/issuers.ts'
import type { Outcome, Question, Verdict, VerificationReport } from '../core/model/report.ts'
import type { Attempt, Problem } from '../core/problem.ts'
import type { Pin } from '../core/trust/pins.ts'
import type { ListOrigin } from '../core/trust/source.ts'
import type { DoorKeeper, LogEntry } from '../net/types.ts'

/** HMAC-SHA-256(data key, SHA-256(source bytes)), base64url: says nothing about the credential to whoever lacks the key. */
export type RecordId = string

/** What the wallet list needs of one entry: small, decrypted all at once. */
export interface Card {
  readonly id: RecordId
  readonly title: string
  readonly issuer: string
  readonly issuerId: string
  /** Whether its name may be stated as a fact; missing on cards from before lists were read. */
  readonly isIssuerKnown?: boolean
  /** By which versions of one credential are known, as `plainId` writes it; empty when it has none. */
  readonly credentialId: string
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
  /** How many credentials lie inside it; 0 for one that stands alone. */
  readonly parts: number
  /** When it was last verified. */
  readonly verifiedAt: string
  /** What search looks through, folded: title, issuer, description, skills, tags; of a record also what is inside. */
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

export interface WalletEntry extends Contents {
  readonly id: RecordId
  readonly source: Source
  readonly credential: Credential
  readonly report: VerificationReport
  readonly addedAt: string
  readonly example: boolean
  /** The newer version that has replaced it, once one was verified; this stays when that one is removed. */
  readonly replacedBy?: Replacement
}

/** A version that replaces an older one. */
export interface Replacement {
  readonly id: RecordId
  /** From when it is (ISO 8601, as stated). */
  readonly date: string
}

/** What a new check of an entry, or news about it, may change. */
export type NewReading = Pick<WalletEntry, 'credential' | 'report' | 'parts' | 'endorsements' | 'replacedBy'>

/** A picture that was fetched on request, sealed. */
export interface KeptPicture {
  readonly url: string
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly fetchedAt: string
}

/** A list of institutions that this person chose to use. */
export interface KeptList {
  readonly id: string
  readonly origin: ListOrigin
  readonly isOn: boolean
  readonly addedAt: string
  /** As last read; null when it never was. */
  readonly list: IssuerList | null
  /** RFC 7638 thumbprint of the key that vouches for it, since it was first read. */
  readonly anchor?: string
  /** When it was last asked for, and what came instead of it; null when all went well. */
  readonly triedAt: string
  readonly trouble: Problem | null
}

/** Whom this person trusts, and when that last changed (empty text when it never did). */
export interface KeptTrust {
  readonly lists: readonly KeptList[]
  readonly pins: readonly Pin[]
  readonly changedAt: string
}

/** What changed, in this tab or another. */
export type VaultEvent =
  | { readonly kind: 'added' | 'changed' | 'removed'; readonly ids: readonly RecordId[] }
  | { readonly kind: 'settings' }
  | { readonly kind: 'trust' }
  | { readonly kind: 'vocabularies' }
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
  /** Keeps a new reading of an entry (verified again). What replaced it stays, unless something else is named. */
  update(id: RecordId, reading: NewReading): Promise<Attempt<void>>
  /**
   * Changes what is known of an entry by what that is now, and not by what it was when somebody last looked: should another change
   * come between, `change` is asked again. It answers null when there is nothing to change. One that is gone or damaged stays so.
   */
  revise(id: RecordId, change: (known: Omit<WalletEntry, 'id' | 'source'>) => Promise<NewReading | null>): Promise<Attempt<void>>
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
  trust(): Promise<Attempt<KeptTrust>>
  /** Keeps a list in place of the one with the same id. `changedAt`: when what is known of issuers changed with it; null if it did not. */
  keepList(list: KeptList, changedAt: string | null): Promise<Attempt<void>>
  dropList(id: string, changedAt: string): Promise<Attempt<void>>
  /** Keeps a pin in place of the one for the same issuer. */
  keepPin(pin: Pin): Promise<Attempt<void>>
  dropPin(issuer: string, changedAt: string): Promise<Attempt<void>>
  /** The contexts from elsewhere that this person allowed, oldest first. */
  vocabularies(): Promise<Attempt<readonly AllowedContext[]>>
  /** Keeps one in place of the one from the same address. */
  keepVocabulary(context: AllowedContext): Promise<Attempt<void>>
  dropVocabulary(url: string): Promise<Attempt<void>>
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
  /** True from when those change until everything in the wallet was compared with them. */
  readonly isComparing: boolean
  readonly walletLayout: 'cards' | 'list'
  readonly walletSort: 'added' | 'issued' | 'title' | 'issuer'
}

/** Opens the store, creating it on first use. Problems: `store_unavailable`, `store_newer`, `store_blocked`. */
export type OpenVault = (options?: { readonly onBlocked?: () => void }) => Promise<Attempt<Vault>>
