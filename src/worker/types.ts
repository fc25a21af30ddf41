import type { AllowedContext, Audience, OpenRequest, Progress } from '../core/model/context.ts'
import type { Credential, Source } from '../core/model/credential.ts'
import type { Inspection } from '../core/model/inspection.ts'
import type { KnownIssuers } from '../core/model/issuers.ts'
import type { PathwayPlace, PathwaysFound } from '../core/pathway/fetch.ts'
import type { Attempt } from '../core/problem.ts'
import type { Found, ListRequest } from '../core/trust/index.ts'
import type { DoorKeeper } from '../net/types.ts'

export interface InspectOptions {
  readonly audience: Audience
  readonly identities: readonly string[]
  /** True to answer from kept copies only. */
  readonly offline?: boolean
  /** The lists of institutions in use, as last read. */
  readonly issuers?: KnownIssuers
  /** Contexts from elsewhere that the person allowed. */
  readonly contexts?: readonly AllowedContext[]
  /** When the version that replaces what is inspected is from (ISO 8601), if there is one that was verified. */
  readonly newer?: string
}

/** What the page may hear while a source is being read. Each of these is also a sign that the work gets on. */
export interface Hearing {
  /** One credential is ready. */
  readonly inspected?: (inspection: Inspection) => void
  /** How many of the credentials inside a record are done. */
  readonly progress?: Progress
}

/** What the page asks of the verification worker. Everything that crosses is plain data. */
export interface Verifier {
  /**
   * Opens, reads and verifies one source. Never rejects: trouble is a report with an error.
   */
  inspect(source: Source, options: InspectOptions, hearing?: Hearing, signal?: AbortSignal): Promise<readonly Inspection[]>
  /** Fetches one address through the door (add by address, a picture), for a stated purpose. */
  open(
    request: Omit<OpenRequest, 'signal'>,
    signal?: AbortSignal,
  ): Promise<
    Attempt<{ readonly url: string; readonly bytes: Uint8Array; readonly mediaType: string; readonly fetchedAt: string }>
  >
  /**
   * Asks the refresh service of a credential for a newer version, which counts when it is verified; null when there is none.
   * The service learns that somebody looks.
   */
  newer(credential: Credential, options: InspectOptions, signal?: AbortSignal): Promise<Attempt<Inspection | null>>
  /** Reads a list of institutions, from its address or the bytes of a file. */
  readList(request: ListRequest, signal?: AbortSignal): Promise<Attempt<Found>>
  /** Reads the pathways in a document, from its address or the bytes of a file. */
  readPathway(place: PathwayPlace, signal?: AbortSignal): Promise<Attempt<PathwaysFound>>
  /** Ends the worker; the next call starts a new one. */
  end(): void
}

/** The page lends the worker its keeper: kept copies and the network log live in the vault. */
export type KeeperForWorker = DoorKeeper
