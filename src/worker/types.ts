import type { Audience, OpenRequest } from '../core/model/context.ts'
import type { Source } from '../core/model/credential.ts'
import type { Inspection } from '../core/model/inspection.ts'
import type { Attempt } from '../core/problem.ts'
import type { DoorKeeper } from '../net/types.ts'

export interface InspectOptions {
  readonly audience: Audience
  readonly identities: readonly string[]
  /** True to answer from kept copies only. */
  readonly offline?: boolean
}

/** What the page asks of the verification worker. Everything that crosses is plain data. */
export interface Verifier {
  /**
   * Opens, reads and verifies one source. Never rejects: trouble is a report with an error.
   * `onProgress` is called with each inspection as it is ready.
   */
  inspect(
    source: Source,
    options: InspectOptions,
    onProgress?: (inspection: Inspection) => void,
    signal?: AbortSignal,
  ): Promise<readonly Inspection[]>
  /** Fetches one address through the door (add by address, a picture), for a stated purpose. */
  open(
    request: Omit<OpenRequest, 'signal'>,
    signal?: AbortSignal,
  ): Promise<
    Attempt<{ readonly url: string; readonly bytes: Uint8Array; readonly mediaType: string; readonly fetchedAt: string }>
  >
  /** Ends the worker; the next call starts a new one. */
  end(): void
}

/** The page lends the worker its keeper: kept copies and the network log live in the vault. */
export type KeeperForWorker = DoorKeeper
