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

/** A credential in a grouping, or a part of a record: by the SHA-256 (hex) of its source, which a new data key does not change. */
export interface StackMember {
  readonly digest: string
  /** The part, as an address names it (`2.1`); empty for the whole. */
  readonly part: string
}

/** A grouping that the learner made: the achievements that belong together for them. */
export interface KeptStack {
  /** Random, base64url. */
  readonly id: string
  readonly name: string
  readonly description: string
  /** Whether each leads to the next; otherwise they lie side by side. */
  readonly isOrdered: boolean
  readonly members: readonly StackMember[]
  readonly createdAt: string
  readonly changedAt: string
}

/** A published pathway that the learner added, with the document it was read from. */
export interface KeptPathway {
  /** `Pathway.id`. */
  readonly id: string
  /** Where it comes from: an address, or the name of a file. */
  readonly origin: { readonly kind: 'address'; readonly url: string } | { readonly kind: 'file'; readonly name: string }
  /** The document as it was given: UTF-8 text. */
  readonly text: string
  readonly addedAt: string
}

/** What the learner arranged, and the pathways that were added. */
export interface KeptStacks {
  /** By when they were made, oldest first. */
  readonly stacks: readonly KeptStack[]
  /** By when they were added, oldest first. */
  readonly pathways: readonly KeptPathway[]
}

/** A way to unlock the wallet that is asked of the person. */
export type UnlockMethod = 'passkey' | 'passphrase' | 'recovery'

/** What a person brings to unlock the wallet. */
export type Secret =
  /** What the authenticator's PRF made of the salt kept beside that credential (WebAuthn §10.1.4): 32 bytes. Ids in base64url. */
  | { readonly method: 'passkey'; readonly credentialId: string; readonly prf: Uint8Array }
  | { readonly method: 'passphrase'; readonly passphrase: string }
  /** As `readRecoveryCode` gives it. */
  | { readonly method: 'recovery'; readonly code: string }

/** A new way to unlock the wallet, with what the locked screen will need to ask for it. */
export type NewMethod = { readonly name: string } & (
  | (Extract<Secret, { method: 'passkey' }> & { readonly salt: Uint8Array; readonly transports: readonly string[] })
  | Exclude<Secret, { method: 'passkey' }>
)

/** A way to unlock the wallet, as Settings show it. */
export interface MethodInfo {
  readonly id: string
  readonly method: UnlockMethod
  readonly name: string
  readonly addedAt: string
}

/** What the locked screen may know: which ways there are, and of each passkey what its authenticator must be asked. */
export interface Ways {
  readonly passkeys: readonly {
    readonly credentialId: string
    readonly salt: Uint8Array
    readonly transports: readonly string[]
  }[]
  readonly passphrase: boolean
  readonly recovery: boolean
}

/** How far some work on the whole wallet is, in records. */
export type Hearing = (ready: number, total: number) => void

/**
 * What protects the wallet. Whatever changes the data key re-encrypts everything and then takes its place in one transaction: before
 * that nothing has changed, after it nothing is left of the old. Everything else here is one transaction as well.
 */
export interface Security {
  /** None while only the device key protects the wallet. */
  methods(): Promise<Attempt<readonly MethodInfo[]>>
  /** What must be known to ask for one of them; `but` leaves that one out. */
  ways(but?: string): Promise<Attempt<Ways>>
  /** Puts these in place of the device key, with a new data key. Fails with `store_quota`, `store_busy`, `cancelled`. */
  secure(methods: readonly NewMethod[], hearing?: Hearing, signal?: AbortSignal): Promise<Attempt<void>>
  /** Which way this opens; `unlock_wrong` when none. Nothing is opened by it. */
  check(secret: Secret): Promise<Attempt<MethodInfo>>
  /** Adds a way; `proof` opens the wallet by one there is. */
  add(method: NewMethod, proof: Secret): Promise<Attempt<MethodInfo>>
  rename(id: string, name: string): Promise<Attempt<void>>
  /** Removes a way, with a new data key. `proof` is another way that works: `unlock_last` when it is that one or there is none. */
  remove(id: string, proof: Secret, hearing?: Hearing, signal?: AbortSignal): Promise<Attempt<void>>
  /** Puts a new passphrase or code in place of an old one, with a new data key. `proof` opens the wallet by any way there is. */
  replace(id: string, by: NewMethod, proof: Secret, hearing?: Hearing, signal?: AbortSignal): Promise<Attempt<void>>
  /** A new data key for the ways there are. */
  rotate(hearing?: Hearing, signal?: AbortSignal): Promise<Attempt<void>>
  /** What broke off before its last step, when going on needs one of the new ways; null when there is nothing. */
  interrupted(): Promise<Attempt<Ways | null>>
  /** Goes on with that. */
  resume(secret: Secret, hearing?: Hearing, signal?: AbortSignal): Promise<Attempt<void>>
  /** Leaves it as it was before. */
  abandon(): Promise<Attempt<void>>
}

/** Kinds of key that a holder presents with. */
export type HolderKeyKind = 'Ed25519' | 'P-256'

/** A key of the learner's own: its public side. */
export interface HolderKey {
  readonly id: string
  readonly kind: HolderKeyKind
  /** `did:key`, and the same key as `did:jwk`. */
  readonly did: string
  readonly didJwk: string
  readonly createdAt: string
  /** When a new one took its place; credentials bound to it can still be presented. Null for the one in use. */
  readonly retiredAt: string | null
}

/** A key as a backup holds it. */
export interface HolderKeyPair extends HolderKey {
  /** RFC 7517, private. */
  readonly jwk: Readonly<Record<string, string>>
}

/** The learner's own keys, each made when it is first needed. */
export interface Holder {
  /** Newest first. */
  keys(): Promise<Attempt<readonly HolderKey[]>>
  /** The one in use. */
  key(kind: HolderKeyKind): Promise<Attempt<HolderKey>>
  /** Ed25519 (RFC 8032), or ECDSA with SHA-256 (r and s, 32 bytes each). */
  sign(id: string, data: Uint8Array): Promise<Attempt<Uint8Array>>
  /** A new one takes the place of the one in use. */
  replace(kind: HolderKeyKind): Promise<Attempt<HolderKey>>
  /** For a backup. */
  pairs(): Promise<Attempt<readonly HolderKeyPair[]>>
  /** From a backup: those not there yet are added, as retired where one of their kind is in use. How many were new. */
  restore(pairs: readonly HolderKeyPair[]): Promise<Attempt<number>>
}

/** Why a record does not count: it cannot be opened, is not the newest that was written, is not there, or was never written here. */
export type DamageKind = 'unreadable' | 'old' | 'missing' | 'foreign'

/** An entry that is not as it was left. */
export interface Damage {
  readonly id: RecordId
  readonly kind: DamageKind
  /** Whether its original bytes are whole: then it can be read anew. */
  readonly hasSource: boolean
}

/** Records that could not be mended, out of the way of the others. */
export interface SetAside {
  readonly id: string
  readonly kind: DamageKind
  readonly at: string
  /** How many bytes are kept of it. */
  readonly size: number
}

/** What changed, in this tab or another. */
export type VaultEvent =
  | { readonly kind: 'added' | 'changed' | 'removed'; readonly ids: readonly RecordId[] }
  | { readonly kind: 'settings' }
  | { readonly kind: 'trust' }
  | { readonly kind: 'vocabularies' }
  | { readonly kind: 'stacks' }
  | { readonly kind: 'methods' }
  /** The data key is a new one, and so are all ids: whoever still has the old must start anew. */
  | { readonly kind: 'rekeyed' }
  /** Somebody locked the wallet: nothing of it may stay in any page. */
  | { readonly kind: 'locked' }
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
  /** Every card, newest first; records that are not as they were left are told apart, not dropped. */
  cards(): Promise<Attempt<{ readonly cards: readonly Card[]; readonly damaged: readonly Damage[] }>>
  entry(id: RecordId): Promise<Attempt<WalletEntry | null>>
  /** The bytes as they were given: also there when the reading made from them is damaged. */
  source(id: RecordId): Promise<Attempt<Source | null>>
  /** Removes an entry and gives it back, so that `add` can undo it; null when there was none that could be opened. */
  remove(id: RecordId): Promise<Attempt<WalletEntry | null>>
  /** What `Card.picture` names: a fetched picture by its address, or the one embedded in an entry or a part of it (`entry:ID/2.1`). */
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
  /** Keeps a pin in place of the one for the same issuer. `changedAt`: when that was, if not when it was set (it comes from a backup). */
  keepPin(pin: Pin, changedAt?: string): Promise<Attempt<void>>
  dropPin(issuer: string, changedAt: string): Promise<Attempt<void>>
  /** The contexts from elsewhere that this person allowed, oldest first. */
  vocabularies(): Promise<Attempt<readonly AllowedContext[]>>
  /** Keeps one in place of the one from the same address. */
  keepVocabulary(context: AllowedContext): Promise<Attempt<void>>
  dropVocabulary(url: string): Promise<Attempt<void>>
  /** The learner's own groupings, and pathways that were added. */
  stacks(): Promise<Attempt<KeptStacks>>
  /** Keeps one in place of the one with the same id. */
  keepStack(stack: KeptStack): Promise<Attempt<void>>
  dropStack(id: string): Promise<Attempt<void>>
  /** Keeps one in place of the one with the same id. */
  keepPathway(pathway: KeptPathway): Promise<Attempt<void>>
  dropPathway(id: string): Promise<Attempt<void>>
  /** Whether a way that is asked of the person protects it, and not the device key alone. */
  isSecured(): boolean
  readonly security: Security
  readonly holder: Holder
  /** Moves what cannot be opened out of the way of the others, as it is. */
  setAside(id: RecordId): Promise<Attempt<void>>
  aside(): Promise<Attempt<readonly SetAside[]>>
  /** One of them as a file for whoever may still make something of it: a JSON document with all that is kept. */
  asideFile(id: string): Promise<Attempt<Uint8Array>>
  dropAside(id: string): Promise<Attempt<void>>
  /** True when the list of what belongs in the wallet was damaged and made anew from what was there, since this was last told. */
  wasMended(): boolean
  /** Pictures that were fetched, for a backup. */
  pictures(): Promise<Attempt<readonly KeptPicture[]>>
  /** What the last backup of the wallet was; null when there was none. */
  lastBackup(): Promise<Attempt<BackupNote | null>>
  noteBackup(note: BackupNote): Promise<Attempt<void>>
  /** Locks the wallet in every tab; the pages reload on hearing of it. Nothing happens while only the device key protects it. */
  lock(): void
  /** Bytes used and granted by the browser, and whether it promised to keep them. */
  usage(): Promise<{ readonly used: number; readonly quota: number; readonly persisted: boolean }>
  /** Asks the browser to keep the store; true when it promises. */
  persist(): Promise<boolean>
  /** Removes everything: records, pictures, copies, log, settings and keys. */
  erase(): Promise<Attempt<void>>
  subscribe(listener: (event: VaultEvent) => void): () => void
  close(): void
}

/** What is remembered of a backup. */
export interface BackupNote {
  readonly at: string
  readonly credentials: number
  /** When it was last tried whether it opens and is whole; empty when never. */
  readonly rehearsedAt: string
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
  /** Minutes without a touch after which a secured wallet locks; 0 for never. Closing the last tab always locks it. */
  readonly lockAfter: number
  /** Whether a secured wallet shows a blank page while nobody looks at it. */
  readonly isHiddenWhenAway: boolean
  /** When securing the wallet was last put off (ISO 8601); empty when never. */
  readonly securingPutOff: string
  /** When the reminder of a backup was put off (ISO 8601); empty when it never was. */
  readonly backupPutOff: string
}

/** A wallet that waits to be unlocked. */
export interface Gate {
  readonly ways: Ways
  /** Problems: `unlock_wrong`, and those of the store. */
  unlock(secret: Secret): Promise<Attempt<Vault>>
  /** Removes everything, for who has no way in any more. */
  erase(): Promise<Attempt<void>>
  /** Hears of `closed`, `erased` and `rekeyed`. */
  subscribe(listener: (event: VaultEvent) => void): () => void
  close(): void
}

/** An open vault, or the gate before it. */
export type Opened =
  | { readonly state: 'open'; readonly vault: Vault; readonly isNew: boolean }
  | { readonly state: 'locked'; readonly gate: Gate }

/** How a passphrase is made into a key (RFC 9106): memory in KiB, passes, lanes. */
export interface Stretching {
  readonly memory: number
  readonly passes: number
  readonly lanes: number
}

export interface OpenVaultOptions {
  /** Argon2id (RFC 9106), 32 bytes; off the main thread, since it takes most of a second. */
  readonly stretch: (passphrase: string, salt: Uint8Array, stretching: Stretching) => Promise<Attempt<Uint8Array>>
  /** Another tab holds an older version open: closing it would help. */
  readonly onBlocked?: () => void
}

/** Opens the store, creating it on first use. Problems: `store_unavailable`, `store_newer`, `store_blocked`, `store_corrupt`. */
export type OpenVault = (options: OpenVaultOptions) => Promise<Attempt<Opened>>
