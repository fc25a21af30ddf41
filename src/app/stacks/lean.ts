import type { Achievement, Alignment, Result, Text } from '../../core/model/credential.ts'
import { isEmbeddedLarge } from '../../store/picture.ts'

/** Longest description that goes along, in characters. */
const longest = 500

/**
 * An achievement with what a stack needs of it, and no more: thousands of them lie in memory and cross to the worker and back. Criteria,
 * large pictures, levels of results and long texts stay in the wallet.
 */
export function lean(achievement: Achievement): Achievement {
  const { description, image, creator, criteria: _criteria, alignments, resultDescriptions, ...kept } = achievement
  return {
    ...kept,
    criteria: {},
    ...(description && { description: description.map(cut) }),
    ...(image && !isEmbeddedLarge(image.url) && { image: { url: image.url } }),
    ...(creator && { creator: { id: creator.id, name: creator.name, otherIdentifiers: [] } }),
    alignments: alignments.map(leanAlignment),
    resultDescriptions: resultDescriptions.filter((result) => result.alignments.length > 0).map(leanResult),
  }
}

function cut(text: Text[number]): Text[number] {
  return { ...text, value: text.value.slice(0, longest) }
}

function leanAlignment({ description: _description, ...alignment }: Alignment): Alignment {
  return alignment
}

function leanResult({ alignments }: Result): Result {
  return { allowedValues: [], levels: [], alignments: alignments.map(leanAlignment) }
}
