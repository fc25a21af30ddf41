import type { Pathway } from '../../../../core/pathway/types.ts'
import { identifierKey } from '../../../../core/stack/keys.ts'
import type { StackGraph } from '../../../../core/stack/types.ts'
import type { KeptPathway } from '../../../../store/types.ts'
import { hostOf } from '../../../sniff.ts'
import { type Named, saidName } from '../speakers.ts'
import type { PathwayTelling } from './telling.ts'

/** Where a pathway comes from, and when: "From credentialengineregistry.org, read on 3 May 2026". */
export function originWords(
  pathway: Pick<Pathway, 'origin' | 'owners'>,
  kept: KeptPathway | undefined,
  graph: Pick<StackGraph, 'awards' | 'speakers'>,
  telling: PathwayTelling,
): string {
  const { words, formats } = telling
  if (pathway.origin === 'record') return words.fromRecord(ownerName(pathway, graph, telling))
  if (kept === undefined) return ''
  const when = formats.date(kept.addedAt)
  if (kept.origin.kind === 'address') return words.fromAddress(hostOf(kept.origin.url), when)
  return kept.origin.name === '' ? words.fromText(when) : words.fromFile(kept.origin.name, when)
}

/**
 * Whom a pathway names as its owner, as far as somebody in this wallet is known by that identifier; empty for nobody. Anyone can write a
 * pathway in the name of a school, so it is told as what the document says.
 */
export function ownerWords(
  pathway: Pick<Pathway, 'origin' | 'owners'>,
  graph: Pick<StackGraph, 'awards' | 'speakers'>,
  telling: PathwayTelling,
): string {
  const name = pathway.origin === 'record' ? '' : ownerName(pathway, graph, telling)
  return name === '' ? '' : telling.words.owner(name)
}

function ownerName(
  { owners }: Pick<Pathway, 'owners'>,
  { awards, speakers }: Pick<StackGraph, 'awards' | 'speakers'>,
  telling: PathwayTelling,
): string {
  const sought = new Set(owners.map(identifierKey).filter((key) => key !== ''))
  const known: readonly Named[] = [...Object.values(speakers), ...Object.values(awards)]
  const named = known
    .filter(({ issuer }) => sought.has(identifierKey(issuer.id)))
    .map((one) => ({ name: saidName(one, telling.languages, telling.ui), isKnown: one.issuerKnownAs !== '' }))
    .filter(({ name }) => name !== '')
  return (named.find(({ isKnown }) => isKnown) ?? named[0])?.name ?? ''
}
