import type { Award, Basis, StackNode } from '../../../core/stack/types.ts'
import type { KeptStacks } from '../../../store/types.ts'
import { cleaned } from '../../../text/verdict.ts'
import type { Stacked } from '../../../worker/stack-types.ts'
import { type Phrase, plainPhrase } from '../../credential/phrase.ts'
import type { Relation } from './describe.ts'
import type { Lookup } from './lookup.ts'
import type { StackTelling } from './telling.ts'
import type { Shown } from './types.ts'

/** What an outline is made of: the graph, the part of it that is shown, what the learner keeps. */
export interface OutlineGiven {
  readonly stacked: Stacked
  readonly shown: Shown
  readonly kept: KeptStacks
  /** Whether neither filter nor focus leaves anything out. */
  readonly isWhole: boolean
  readonly telling: StackTelling
}

/** What is said of one line. */
export interface LineWords {
  readonly title: Phrase
  /** Beside the title: kind, issuer, how it stands. */
  readonly facts: readonly string[]
  /** Who says that it belongs to the line above; null where nobody has to. */
  readonly basis: Basis | null
  /** How it belongs there, and who says so. */
  readonly says: readonly string[]
  readonly cautions: readonly string[]
  /** All of it in one line, for a screen reader. */
  readonly label: string
}

/** One line of the outline. Words and lines below are made when they are asked for, once. */
export interface OutlineLine {
  /** Its own among all lines: one thing may stand in several places. */
  readonly key: string
  readonly kind: 'branch' | 'group' | 'thing' | 'skill' | 'other'
  /** What its card is about; null for a heading. */
  readonly node: StackNode | null
  /** The award that the thing stands by, for its picture and a link to it. */
  readonly award: Award | null
  readonly hasChildren: boolean
  words(): LineWords
  children(): readonly OutlineLine[]
}

/** The given with what is looked up while lines are made. */
export interface OutlinePlan extends OutlineGiven {
  readonly lookup: Lookup
  /** Ids of the things and edges that are shown. */
  readonly nodes: ReadonlySet<string>
  readonly edges: ReadonlySet<string>
  /** The order of titles in the reader's language. */
  readonly collator: Intl.Collator
}

/** A line that makes its words and children once. */
export function lineOf(
  line: Omit<OutlineLine, 'words' | 'children' | 'hasChildren'> & {
    readonly hasChildren?: boolean
    readonly words: () => LineWords
    readonly children?: () => readonly OutlineLine[]
  },
): OutlineLine {
  const words = once(line.words)
  const children = once(line.children ?? (() => []))
  return { ...line, hasChildren: line.hasChildren ?? false, words, children }
}

/** A heading over lines, with how many there are. */
export function headingOf(
  key: string,
  kind: 'branch' | 'group',
  title: string,
  lines: { readonly count: number; readonly make: () => readonly OutlineLine[] },
  { words }: StackTelling,
): OutlineLine {
  const label = `${title}, ${words.outline.items(lines.count)}`
  return lineOf({
    key,
    kind,
    node: null,
    award: null,
    hasChildren: lines.count > 0,
    words: () => ({ title: plainPhrase(title), facts: [], basis: null, says: [], cautions: [], label }),
    children: lines.make,
  })
}

/** Words with the label that they make: facts first, then the sentences. */
export function labelled({ title, facts, relation, cautions = [] }: Said): LineWords {
  const says = relation?.says ?? []
  const all = [...cautions, ...(relation?.cautions ?? [])]
  const told = [cleaned(title.value), ...facts].filter((part) => part !== '').join(', ')
  const label = [told, ...says, ...all].map(stopped).join(' ')
  return { title, facts: facts.filter((fact) => fact !== ''), basis: relation?.basis ?? null, says, cautions: all, label }
}

interface Said {
  readonly title: Phrase
  readonly facts: readonly string[]
  readonly relation?: Pick<Relation, 'says' | 'cautions' | 'basis'>
  readonly cautions?: readonly string[]
}

function stopped(sentence: string): string {
  return /[.?!…]$/.test(sentence) ? sentence : `${sentence}.`
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
