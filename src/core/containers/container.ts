import type { Payload, Source } from '../model/credential.ts'
import type { Attempt } from '../problem.ts'

/**
 * A file that carries credentials. `recognizes` is a glance at the first bytes; once it says yes, trouble is a
 * coded failure (`fail()`), never a shrug to the next container.
 */
export interface Container {
  readonly name: string
  recognizes(bytes: Uint8Array): boolean
  unwrap(source: Source): readonly Payload[] | Promise<readonly Payload[]>
}

/** A file that carries other files, each of which may be any container or archive. `recognizes` as above. */
export interface Archive {
  readonly name: string
  recognizes(bytes: Uint8Array): boolean
  /** The files in it, in order, taken from the room that all archives of one input share; fails when none can be told. */
  unpack(source: Source, room: Room): Promise<readonly Member[]>
}

/** One file of an archive; one that cannot be had costs the others nothing. */
export interface Member {
  readonly name: string
  readonly bytes: Attempt<Uint8Array>
}

/** What the archives of one input, those inside others too, may still take; each takes its part away. */
export interface Room {
  files: number
  bytes: number
}
