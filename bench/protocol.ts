/**
 * Who verifies: we, the stock library, bare `jose` for JWTs, `@digitalcredentials/verifier-core` where it is there, and WebCrypto's
 * signature check alone.
 */
export const contenders = ['ours', 'stock', 'jose', 'core', 'floor'] as const
export type Contender = (typeof contenders)[number]

/** One signed credential of the benchmark; plain data, so that it can cross into a browser. */
export interface Fixture {
  /** `eddsa-rdfc-2022`, `VC-JWT ES256`... */
  readonly suite: string
  /** All that an Open Badge may say, or the least; or a Comprehensive Learner Record. */
  readonly content: 'rich' | 'minimal' | 'record'
  /** How many credentials lie directly inside; none unless given. */
  readonly nested?: number
  /** The credential as a learner gets it: JSON or a compact JWS. */
  readonly text: string
  readonly publicJwk: Readonly<Record<string, unknown>>
  /** What a document loader must answer: the issuer's DID and key, and contexts that no package of the library has. */
  readonly documents: Readonly<Record<string, object>>
}

/** Ready to verify one fixture; rejects unless it is verified. */
export type Verification = () => Promise<void>
export type Prepare = (fixture: Fixture) => Promise<Verification>

/** Which contenders can verify a fixture. */
export function contendersFor(fixture: Fixture): readonly Contender[] {
  if (fixture.suite.startsWith('VC-JWT')) return ['ours', 'jose', 'floor']
  return fixture.content === 'record' && VERIFIER_CORE !== null ? ['ours', 'stock', 'core', 'floor'] : ['ours', 'stock', 'floor']
}

declare global {
  /** Where `@digitalcredentials/verifier-core` was found (a file URL); null where it was not. Written in when the benchmark is built. */
  const VERIFIER_CORE: string | null
}

/** What the match asks of a contender, which lives in a realm of its own. */
export type Ask =
  /** Loads the contender's code and verifies one credential for the first time: one duration. */
  | { readonly do: 'first'; readonly contender: Contender; readonly fixture: Fixture }
  /** Makes fixtures ready without measuring: no duration. */
  | { readonly do: 'prepare'; readonly contender: Contender; readonly fixtures: readonly Fixture[] }
  /** Verifies fixtures of `prepare` by index, one after the other: a duration for each. */
  | { readonly do: 'run'; readonly indexes: readonly number[] }

export interface Answer {
  /** Milliseconds. */
  readonly durations: readonly number[]
  readonly error?: string
}
