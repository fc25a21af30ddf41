import { parseJson } from '../encoding/json.ts'
import { type Attempt, attemptNow, fail } from '../problem.ts'
import { pathwaysFrom } from './components.ts'
import { pathwayOfCredentials } from './credentials.ts'
import { thingsIn } from './document.ts'
import { pathwayLimits } from './limits.ts'
import type { Pathway } from './types.ts'

/**
 * The pathways in a CTDL document (JSON-LD, trust.md §5): the graph of a registry, one pathway with its components embedded, or a list.
 * Credentials that say what prepares for what are read as one pathway when there is no other. Every word of it is its publisher's.
 * Problems: those of JSON, `json_too_large` over `pathwayLimits.bytes`, `pathway_missing`.
 */
export function readPathways(text: string): Attempt<readonly Pathway[]> {
  return attemptNow(() => pathwaysIn(text), 'pathway_missing')
}

function pathwaysIn(text: string): readonly Pathway[] {
  if (text.length > pathwayLimits.bytes) fail('json_too_large', { facts: { limit: pathwayLimits.bytes } })
  // A registry answers a person with a page.
  if (/^\s*</.test(text)) fail('pathway_missing')
  const things = thingsIn(parseJson(text))
  const pathways = pathwaysFrom(things)
  const found = pathways.length > 0 ? pathways : [pathwayOfCredentials(things)].filter((pathway) => pathway !== null)
  const walkable = found.filter(({ steps }) => steps.length > 0)
  return walkable.length > 0 ? walkable : fail('pathway_missing')
}
