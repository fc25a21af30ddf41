import { type Description, isAlike } from './descriptions.ts'
import { folded } from './keys.ts'
import { createUnion, type Union } from './union.ts'
import { voices } from './voice.ts'

/** Two descriptions that an issuer of both calls the same (`exactMatchOf`). */
export type SameAs = readonly [Description, Description]

type ByKey = ReadonlyMap<string, readonly Description[]>

/**
 * Which descriptions are of one achievement: those with one id that are alike, and whatever shares an identifier that means the same
 * everywhere (CTID, other identifiers) however it is called. What nobody known says is put with what somebody known says, and joins no two
 * of those: else a badge that a stranger made could make a school's badge out of another school's degree.
 */
export function sameThings(descriptions: readonly Description[], byKey: ByKey, same: readonly SameAs[]): Union {
  const places = new Map(descriptions.map((description, place) => [description, place]))
  const union = createUnion(descriptions.length)
  const settled = new Set<Description>()
  const better = new Map<string, Known>()
  const join = (one: Description, other: Description) => union.join(places.get(one) ?? 0, places.get(other) ?? 0)
  const settle = (one: Description, other: Description) => {
    join(one, other)
    settled.add(one)
  }
  for (const voice of voices) {
    const isFree = (each: Description) => each.voice === voice && !settled.has(each)
    for (const each of descriptions) {
      const known = each.voice === voice ? knownAs(each, better) : undefined
      if (known) settle(each, known)
    }
    for (const [key, sharing] of byKey) joinSharing(key, sharing.filter(isFree), join)
    for (const [one, other] of same) {
      if (isFree(one) && isFree(other)) join(one, other)
      else if (isFree(one) && other.voice < voice) settle(one, other)
      else if (isFree(other) && one.voice < voice) settle(other, one)
    }
    for (const [key, sharing] of byKey) addKnown(key, sharing.filter(isFree), better)
  }
  return union
}

/** What is said under one key by somebody who is better known. */
interface Known {
  readonly first: Description
  readonly isGlobal: boolean
  readonly kinds: ReadonlyMap<string, Description>
}

function addKnown(key: string, sharing: readonly Description[], better: Map<string, Known>): void {
  const [first] = sharing
  if (first === undefined || better.has(key)) return
  const kinds = new Map<string, Description>()
  for (const description of sharing) {
    for (const word of wordsOf(description)) if (!kinds.has(word)) kinds.set(word, description)
  }
  better.set(key, { first, isGlobal: isGlobal(key, sharing), kinds })
}

/** The thing, described by somebody better known, that a description is of: the first, by its keys. */
function knownAs(description: Description, better: ReadonlyMap<string, Known>): Description | undefined {
  for (const key of description.keys) {
    const known = better.get(key)
    if (known === undefined) continue
    if (known.isGlobal || description.own !== key) return known.first
    const alike = wordsOf(description).flatMap((word) => known.kinds.get(word) ?? [])[0]
    const found = alike ?? [...new Set(known.kinds.values())].slice(0, mostKinds).find((each) => isAlike(description, each))
    if (found) return found
  }
  return undefined
}

/** Those for which a key is an identifier beside their id, or a CTID, are all the same. */
function isGlobal(key: string, sharing: readonly Description[]): boolean {
  return key.startsWith('ctid:') || sharing.some(({ own }) => own !== key)
}

/**
 * Under one key: those for which it is the id are the same when they are alike; compared with the first of each kind there is, so that
 * thousands of one id stay cheap.
 */
function joinSharing(key: string, sharing: readonly Description[], join: (one: Description, other: Description) => void): void {
  const [first] = sharing
  if (first !== undefined && isGlobal(key, sharing)) {
    for (const other of sharing) join(first, other)
    return
  }
  const kinds = new Map<string, Description>()
  for (const description of sharing) {
    for (const word of wordsOf(description)) {
      const like = kinds.get(word)
      if (like) join(like, description)
      else kinds.set(word, description)
    }
  }
  joinAcrossLanguages([...new Set(kinds.values())], join)
}

/** Most kinds of things under one id that are compared with each other. */
const mostKinds = 40

function joinAcrossLanguages(kinds: readonly Description[], join: (one: Description, other: Description) => void): void {
  const compared = kinds.slice(0, mostKinds)
  for (const [index, one] of compared.entries())
    for (const other of compared.slice(index + 1)) if (isAlike(one, other)) join(one, other)
}

function wordsOf({ name }: Description): readonly string[] {
  return name.length > 0 ? name.map(({ value }) => folded(value)) : ['']
}
