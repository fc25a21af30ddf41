import type { Shown } from '../../../../core/stack/select.ts'
import type { StackNode } from '../../../../core/stack/types.ts'
import { cleaned } from '../../../../text/verdict.ts'
import type { Stacked } from '../../../../worker/stack-types.ts'
import { initials } from '../../../ui/artwork.ts'
import { edgeReading } from '../describe.ts'
import { markOf } from '../edge-marks.ts'
import { bestAward, lookupOf } from '../lookup.ts'
import { nodeWords, titleOf } from '../node-words.ts'
import { pictureSeed } from '../picture.tsx'
import { plainName } from '../speakers.ts'
import type { StackTelling } from '../telling.ts'
import type { PicturedLink, PicturedThing } from './types.ts'

/** Most links said in the words of a picture. */
const mostSentences = 300

/** The things of a view as a picture shows them, by id. @param pictures data URIs by the id of the thing */
export function picturedThings(
  { nodes }: Shown,
  pictures: ReadonlyMap<string, string>,
  stacked: Stacked,
  telling: StackTelling,
): ReadonlyMap<string, PicturedThing> {
  return new Map(nodes.map((node) => [node.id, picturedThing(node, pictures.get(node.id) ?? null, stacked, telling)]))
}

function picturedThing(node: StackNode, picture: string | null, stacked: Stacked, telling: StackTelling): PicturedThing {
  const { title, kind, issuer, standing, standingWords, leaning } = nodeWords(node, stacked, telling)
  const award = node.kind === 'achievement' ? bestAward(node, stacked) : null
  // Paper has no card to open: what does not hold is said under the title.
  const said = standing === 'verified' || node.kind === 'skill' ? issuer || kind : standingWords
  // Nor has it the screen around it that says of examples that they are some.
  const under = award?.example === true ? `${telling.ui.wallet.example}, ${said}` : said
  return {
    id: node.id,
    kind: node.kind,
    title: cleaned(title.value),
    under,
    questions: award?.questions ?? null,
    picture,
    seed: award ? pictureSeed(award) : node.id,
    initials: award ? initials(plainName(award, telling.languages)) : '',
    standing,
    presence: node.kind === 'achievement' ? (lookupOf(stacked).dangling.has(node.id) ? 'named' : node.presence) : 'awarded',
    isLeaning: leaning !== '',
  }
}

/** The links of a view as a picture shows them, by id. */
export function picturedLinks({ edges }: Shown, stacked: Stacked): ReadonlyMap<string, PicturedLink> {
  const lookup = lookupOf(stacked)
  return new Map(edges.map((edge) => [edge.id, { id: edge.id, ...markOf(edge, lookup) }]))
}

/** Every link of a view in words; the first of very many. */
export function linkSentences(
  { edges }: Shown,
  stacked: Stacked,
  telling: StackTelling,
  say: (one: string, reading: string, other: string) => string,
): readonly string[] {
  const lookup = lookupOf(stacked)
  const called = (id: string) => cleaned(titleOf(lookup.nodes.get(id), telling).value)
  return edges.slice(0, mostSentences).map((edge) => {
    const isFromSkill = lookup.nodes.get(edge.from)?.kind === 'skill'
    const [one, other] = isFromSkill ? [edge.to, edge.from] : [edge.from, edge.to]
    return say(called(one), telling.words.readings[edgeReading(edge, !isFromSkill, lookup)], called(other))
  })
}
