import { type Violation, violation } from './violation.ts'

/** The two ends of an association, and where it stands. */
export interface Ends {
  readonly sourceId: string
  readonly targetId: string
  readonly at: string
}

/**
 * Associations that point at nothing in the record: said, for a reader would look in vain (CLR 2.0 `Association`). Going round in
 * a circle is no fault.
 */
export function danglingAssociations(associations: readonly Ends[], known: ReadonlySet<string>): readonly Violation[] {
  return associations.flatMap(({ at, ...ends }) =>
    (['sourceId', 'targetId'] as const)
      .filter((end) => !known.has(ends[end]))
      .map(
        (end): Violation => ({
          ...violation('association_dangling', `${at}/${end}`, ends[end].slice(0, 200)),
          outcome: 'warning',
        }),
      ),
  )
}
