import { isKnownLevel } from '../../../core/issuer-level.ts'
import { yearOf } from '../../../core/stack/select.ts'
import type { Basis, EdgeKind } from '../../../core/stack/types.ts'
import { bases, edgeKinds } from '../../../core/stack/types.ts'
import type { StacksText } from '../../../text/stacks.ts'
import type { Stacked } from '../../../worker/stack-types.ts'
import { saidName } from './speakers.ts'
import type { StackTelling } from './telling.ts'
import type { StackFilter } from './types.ts'

/** One thing that the graph can be narrowed to. */
export interface FilterValue {
  /** Names it among all of them. */
  readonly key: string
  readonly label: string
  readonly isOn: boolean
  /** What the filter is once this is switched. */
  readonly change: Partial<StackFilter>
}

export type Facet = 'kind' | 'basis' | 'issuer' | 'year' | 'own'

/** Everything that can be chosen, by what it is about. What would change nothing (one issuer, one year) is left out, unless it is on. */
export function filterValues(
  stacked: Stacked,
  filter: StackFilter,
  text: StacksText,
  telling: StackTelling,
): Readonly<Record<Facet, readonly FilterValue[]>> {
  const { filters } = text.page
  const used = { kinds: new Set<EdgeKind>(), bases: new Set<Basis>() }
  for (const { kind, statements } of stacked.graph.edges) {
    used.kinds.add(kind)
    for (const { basis } of statements) used.bases.add(basis)
  }
  return {
    kind: edgeKinds
      .filter((kind) => kind !== 'succession' || used.kinds.has(kind))
      .map((kind) => choice(`kind ${kind}`, filters.kinds[kind], filter.kinds, kind, (kinds) => ({ kinds }))),
    basis: worthwhile(
      bases
        .filter((basis) => used.bases.has(basis) || filter.bases.includes(basis))
        .map((basis) => choice(`basis ${basis}`, filters.bases[basis], filter.bases, basis, (chosen) => ({ bases: chosen }))),
    ),
    issuer: worthwhile(
      issuersOf(stacked, telling).map(([name, ids]) => {
        const isOn = ids.some((id) => filter.issuers.includes(id))
        const others = filter.issuers.filter((id) => !ids.includes(id))
        return { key: `issuer ${name}`, label: name, isOn, change: { issuers: isOn ? others : [...others, ...ids] } }
      }),
    ),
    year: worthwhile(
      yearsOf(stacked).map((year) => choice(`year ${year}`, String(year), filter.years, year, (years) => ({ years }))),
    ),
    own: telling.stacks.map(({ id, name }) => {
      const isOn = filter.own === id
      return { key: `own ${id}`, label: name, isOn, change: { own: isOn ? '' : id } }
    }),
  }
}

function choice<T>(
  key: string,
  label: string,
  chosen: readonly T[],
  value: T,
  change: (next: readonly T[]) => Partial<StackFilter>,
): FilterValue {
  const isOn = chosen.includes(value)
  return { key, label, isOn, change: change(isOn ? chosen.filter((each) => each !== value) : [...chosen, value]) }
}

function worthwhile(values: readonly FilterValue[]): readonly FilterValue[] {
  return values.length > 1 || values.some(({ isOn }) => isOn) ? values : []
}

/**
 * Issuers by what they may be called, with every id that is called so: two that look alike cannot be told apart here. One that is called
 * differently goes by the name under which it is best known.
 */
function issuersOf({ graph }: Stacked, telling: StackTelling): readonly (readonly [string, readonly string[]])[] {
  const names = new Map<string, string>()
  const awards = Object.values(graph.awards)
  const known = awards.filter(({ issuerLevel }) => isKnownLevel(issuerLevel))
  for (const award of [...known, ...awards]) {
    const name = saidName(award, telling.languages, telling.ui) || telling.ui.wallet.noIssuer
    if (!names.has(award.issuer.id)) names.set(award.issuer.id, name)
  }
  const ids = new Map<string, string[]>()
  for (const [id, name] of names) ids.set(name, [...(ids.get(name) ?? []), id])
  return [...ids].toSorted((a, b) => a[0].localeCompare(b[0]))
}

function yearsOf({ graph }: Stacked): readonly number[] {
  const years = new Set(Object.values(graph.awards).map(({ earned }) => yearOf(earned)))
  return [...years].filter((year) => !Number.isNaN(year)).toSorted((a, b) => b - a)
}
