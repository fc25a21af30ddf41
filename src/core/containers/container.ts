import type { Payload, Source } from '../model/credential.ts'

/**
 * A file that carries credentials. `recognizes` is a glance at the first bytes; once it says yes, trouble is a
 * coded failure (`fail()`), never a shrug to the next container.
 */
export interface Container {
  readonly name: string
  recognizes(bytes: Uint8Array): boolean
  unwrap(source: Source): readonly Payload[] | Promise<readonly Payload[]>
}
