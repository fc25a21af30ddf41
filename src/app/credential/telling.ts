import type { Audience } from '../../core/model/context.ts'
import type { FindingsText } from '../../text/findings.ts'
import type { Formats } from '../../text/format.ts'
import type { InterfaceText } from '../../text/index.ts'
import type { Link, Phrase } from './phrase.ts'

/** What the view is told in: the reader's languages (best first), sentences, words and formats; and who is looking. */
export interface Telling {
  readonly audience: Audience
  readonly languages: readonly string[]
  readonly findings: FindingsText
  readonly ui: InterfaceText
  readonly formats: Formats
}

/** One line of a list of facts. */
export interface Line {
  readonly label: string
  readonly value: Phrase
  readonly link?: Link
  /** Hidden until it is asked for (data-model.md §6). */
  readonly sensitive?: true
}

/** A word of ours for a name of the vocabulary; undefined for one that we have no word for. */
export function own(words: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined
}

/** Whether a format only carries others and has no issuer of its own. */
export function isCarrier({ format }: { readonly format: string | null }): boolean {
  return format === 'array' || format === 'vp' || format === 'vp-jwt'
}

/** A name is what a learner shows anyway; whatever else names them in clear is personal. */
export function isNameType(type: string): boolean {
  return type === 'name' || type === 'ext:name'
}
