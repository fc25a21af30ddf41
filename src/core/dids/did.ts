import type { Open } from '../model/context.ts'
import type { Json } from '../model/json.ts'
import type { Attempt } from '../problem.ts'
import type { ControllerDocument } from './controller-document.ts'

/** The powers that resolving takes. */
export interface ResolvePowers {
  readonly open: Open
  /** Answers for DIDs of any method that the caller vouches for (a map given on the command line); null when it has none. */
  readonly dids?: (did: string) => Promise<Json | null>
  readonly signal?: AbortSignal
}

/** A DID method: turns a DID (without fragment) into its document. Fails with coded problems. */
export interface DidMethod {
  readonly name: string
  resolve(did: string, powers: ResolvePowers): Promise<ControllerDocument> | ControllerDocument
}

/** What resolving gives: the document, or the problem that a report repeats. */
export type Resolved = Attempt<ControllerDocument>
