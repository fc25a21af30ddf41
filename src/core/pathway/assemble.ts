import { addressOf, pageOf, type Stated, valuesOf, wordsOf } from './ctdl.ts'
import type { Described, Things } from './document.ts'
import type { Joined } from './drafts.ts'
import { pathwayLimits } from './limits.ts'
import { madeUpName } from './names.ts'
import type { Notices } from './notices.ts'
import { renamed } from './requirement.ts'
import type { Pathway, PathwayStep } from './types.ts'

/** What a pathway is put together from. Everything in it is named by key. */
export interface Parts {
  readonly id: string
  readonly head: Pick<Pathway, 'name' | 'description' | 'owners' | 'url'>
  readonly joined: Joined
  readonly levels: Pathway['levels']
  readonly notices: Notices
}

/** The pathway, with its steps under the names that last: CTID, address, or one made up for this pathway. */
export function assemble(things: Things, { id, head, joined, levels, notices }: Parts): Pathway {
  const names = new Map<string, string>()
  const nameOf = (key: string) => {
    const name = names.get(key) ?? lastingName(things.things.get(key), `${id} ${key}`)
    names.set(key, name)
    return name
  }
  const known = new Set(levels.map((level) => level.id))
  const steps = joined.steps.map(({ key, step, requires, after }): PathwayStep => {
    const { level, ...rest } = step
    return {
      id: nameOf(key),
      ...rest,
      ...(level !== undefined && known.has(level) && { level: nameOf(level) }),
      requires: requires && renamed(requires, nameOf),
      after: after.map(nameOf),
    }
  })
  return {
    id,
    origin: 'ctdl',
    ...head,
    steps,
    destinations: joined.destinations.map(nameOf),
    levels: levels.map((level) => ({ ...level, id: nameOf(level.id) })),
    notices: notices.all().map((notice) => ({ ...notice, step: notice.step === '' ? '' : nameOf(notice.step) })),
  }
}

/** Its CTID or address. A made-up name has no CTID in it: it must not be taken for the one of the pathway. */
export function lastingName(thing: Described | undefined, otherwise: string): string {
  return thing?.id || madeUpName(otherwise)
}

/** What a pathway says of itself. */
export function headOf(things: Things, stated: Stated): Parts['head'] {
  const description = wordsOf(stated, 'description', pathwayLimits.description)
  const url = pageOf(stated, 'subjectWebpage')
  return {
    name: wordsOf(stated, 'name', pathwayLimits.name) ?? [],
    ...(description && { description }),
    owners: ownersOf(things, stated),
    ...(url !== undefined && { url }),
  }
}

/** The ids of those who own or offer it, with the addresses that the document gives for them. */
export function ownersOf(things: Things, stated: Stated): readonly string[] {
  const values = [...valuesOf(stated, 'ownedBy'), ...valuesOf(stated, 'offeredBy')]
  const ids = values.flatMap((value) => {
    const owner = things.things.get(things.keyOf(value))
    const said = owner ? ['sameAs', 'subjectWebpage'].flatMap((member) => valuesOf(owner.stated, member)) : []
    return [addressOf(value), owner?.id ?? '', ...said.map(addressOf)]
  })
  return [...new Set(ids)].filter((id) => id !== '' && !id.startsWith('_:')).slice(0, pathwayLimits.owners)
}
