import type { HolderKeyPair, MethodInfo, Settings, UnlockMethod } from '../../src/store/types.ts'

/** Ways into the wallet that the test knows, by their names. */
export const wayNames = ['passphrase', 'other passphrase', 'code', 'other code', 'passkey'] as const
export type WayName = (typeof wayNames)[number]
export const methodOf: Readonly<Record<WayName, UnlockMethod>> = {
  passphrase: 'passphrase',
  'other passphrase': 'passphrase',
  code: 'recovery',
  'other code': 'recovery',
  passkey: 'passkey',
}

/** When the credentials of the corpus are added (ISO 8601): one after the other, a second apart. */
export function addedAt(index: number): string {
  return new Date(Date.UTC(2026, 10, 23, 12, 0, index)).toISOString()
}

/** A credential of the corpus, as it is sent to the page. */
export interface Given {
  readonly name: string
  readonly base64: string
}

/** What the steps are made of, as the test has put it beside the page. */
export interface Supplies {
  readonly corpus: readonly Given[]
  readonly holderKeys: readonly HolderKeyPair[]
  /** Whether passphrases are stretched with Argon2id in its worker, or with something quick in its place. */
  readonly isReal: boolean
}

/** One change of the wallet, which is there wholly or not at all. */
export type Step =
  /** Credentials of the corpus. */
  | { readonly do: 'add'; readonly from: number; readonly count: number }
  | { readonly do: 'secure'; readonly ways: readonly WayName[] }
  | { readonly do: 'rotate' }
  | { readonly do: 'add way'; readonly way: WayName; readonly proof: WayName }
  | { readonly do: 'rename'; readonly way: WayName; readonly name: string }
  | { readonly do: 'replace'; readonly way: WayName; readonly by: WayName; readonly proof: WayName }
  | { readonly do: 'remove'; readonly way: WayName; readonly proof: WayName }
  | { readonly do: 'settings'; readonly language: Settings['language'] }
  | { readonly do: 'pin' | 'list' | 'vocabulary' | 'picture' | 'stack' | 'pathway'; readonly name: string }
  /** The learner's own keys, made once for all runs: as a backup brings them. */
  | { readonly do: 'holder keys' }

/** Everything that must be there, in an order of its own, so that equal wallets are equal texts. */
export interface State {
  /** SHA-256 (hex) of the bytes of each source, when it was added, and its name. */
  readonly credentials: readonly string[]
  /** Which ways open it; none while the device key does. */
  readonly opens: readonly WayName[]
  /** The same ways as Settings list them. */
  readonly methods: readonly `${MethodInfo['method']} ${string}`[]
  /** Which data key, counted from 0. */
  readonly generation: number
  readonly language: Settings['language']
  readonly pins: readonly string[]
  readonly lists: readonly string[]
  readonly vocabularies: readonly string[]
  readonly stacks: readonly string[]
  readonly pathways: readonly string[]
  readonly pictures: readonly string[]
  readonly holderKeys: readonly string[]
}

/** The disk as it is found, before the vault has touched it. */
export interface Disk {
  /** 0 when there is no database. */
  readonly version: number
  /** The data key in use, by the root of the ledger; null when there is no ledger. */
  readonly generation: number | null
  readonly entries: number
  /** Records that wait for the next data key. */
  readonly staged: number
  readonly hasDeviceKey: boolean
  readonly personalKeys: number
}

/** What to do about a change of the data key that broke off: go on with it, take it back, or leave it to whoever secures anew. */
export type Settling = 'resume' | 'abandon' | 'leave'

/** A way that was tried, and the code of the problem when it did not open. */
export interface Trial {
  readonly way: WayName
  readonly code: string | null
}

/** What is there after a crash. */
export interface Seen {
  readonly found: Disk
  /** The ways as they are tried before anything is settled. */
  readonly trials: readonly Trial[]
  /** How a change of the data key that had broken off was settled; null when there was none that waited for somebody. */
  readonly settled: Settling | null
  readonly disk: Disk
  readonly state: State
  /** What must never be: damage, a ledger that had to be mended, codes that are wrong. */
  readonly wrong: readonly string[]
}

/** What the page tells while it works. `done` is an acknowledgement: the vault has answered that it is so. */
export type Told =
  | { readonly kind: 'opening' | 'opened' | 'looking' | 'settling' | 'looked' }
  | { readonly kind: 'begun' | 'advanced' | 'done'; readonly step: number }

/** How the page opens the wallet and what it does there. */
export interface Work {
  readonly steps: readonly Step[]
  /** The first of them to be done. */
  readonly from: number
  /** One that opens the wallet; null while the device key does. */
  readonly way: WayName | null
}

export interface Look {
  /** In which order the ways are tried. */
  readonly order: readonly WayName[]
  readonly settling: Settling
}

/** What the page does when it is asked to. Each rejects with what went wrong. */
export interface CrashPage {
  work(work: Work): Promise<void>
  look(look: Look): Promise<Seen>
  disk(): Promise<Disk>
  /** A wallet as the release before left it, of the fixture and of some of the corpus. */
  writeVersion3(count: number): Promise<void>
  /** Keys of a learner's own, as a backup would bring them. They stay in no wallet. */
  makeHolderKeys(): Promise<readonly HolderKeyPair[]>
}

declare global {
  interface Window {
    crash: CrashPage
    tell: (told: Told) => Promise<void>
  }
}
