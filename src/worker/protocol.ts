import type { Opened, OpenRequest } from '../core/model/context.ts'
import type { Credential, Source } from '../core/model/credential.ts'
import type { Inspection } from '../core/model/inspection.ts'
import type { PathwayPlace, PathwaysFound } from '../core/pathway/fetch.ts'
import type { Attempt } from '../core/problem.ts'
import type { Found, ListRequest } from '../core/trust/index.ts'
import type { DoorKeeper } from '../net/types.ts'
import type { InspectOptions } from './types.ts'

/** Names one piece of work on both sides; a signal cannot cross, its job's number can. */
export type JobId = number

/** What the worker does for the page. */
export interface Host {
  /** Lends the worker what it needs of the page: once, before anything else. */
  lend(page: Page): void
  inspect(job: JobId, source: Source, options: InspectOptions): Promise<readonly Inspection[]>
  open(job: JobId, request: Omit<OpenRequest, 'signal'>): Promise<Attempt<Opened>>
  newer(job: JobId, credential: Credential, options: InspectOptions): Promise<Attempt<Inspection | null>>
  readList(job: JobId, request: ListRequest): Promise<Attempt<Found>>
  readPathway(job: JobId, place: PathwayPlace): Promise<Attempt<PathwaysFound>>
  /** Ends a job early; its answer is not waited for any more. */
  cancel(job: JobId): void
  /** Answers at once: a worker that does not is stuck. */
  beat(): void
}

/** What the page does for the worker. */
export interface Page extends DoorKeeper {
  /** One credential of a job is ready. */
  inspected(job: JobId, inspection: Inspection): void
  /** Some of the credentials inside a record are done. */
  progressed(job: JobId, done: number, total: number): void
}
