import { copyAt, dateAt, runAt } from './runs.ts'
import { firstGuesses, tyingWords, type Vocabulary } from './vocabulary.ts'

/** What a piece of a passphrase is to whoever guesses. */
export type PieceKind = 'common' | 'run' | 'repeat' | 'date' | 'word' | 'tie' | 'character'

/** How it is put together most cheaply. */
export interface Reading {
  readonly bits: number
  /** How many characters each kind of piece takes. */
  readonly taken: Readonly<Partial<Record<PieceKind, number>>>
}

/** What a word costs, in bits: one of the lists, and at most any other of usual length. */
interface WordPrices {
  readonly listed: number
  readonly other: number
}

const apart: WordPrices = { listed: 11, other: 12 }
/** In a sentence each word makes the next one likelier. */
const inSentence: WordPrices = { listed: 7, other: 8 }

interface Piece {
  readonly length: number
  readonly kind: PieceKind
  readonly bits: number
}

/** The cheapest way to get somewhere in the text: by this piece, from where it begins. */
interface Way {
  readonly bits: number
  readonly piece: Piece
}

/**
 * The cheapest way to put a folded text together from pieces: the shortest path from its beginning to its end. A word that stands by
 * itself is always taken whole, since a list of words finds it no sooner by its letters.
 */
export function cheapest(text: string, vocabulary: Vocabulary, isSentence: boolean): Reading {
  const prices = isSentence ? inSentence : apart
  const whole = wholeWords(text, vocabulary, prices)
  const ways: Way[] = []
  for (let at = 0; at < text.length; at += 1) {
    const before = at === 0 ? 0 : ways[at]?.bits
    if (before === undefined) continue
    const word = whole.get(at)
    for (const piece of word ? [word] : piecesAt(text, at, nextStart(whole, at, text.length), vocabulary, prices)) {
      const bits = before + piece.bits
      const end = at + piece.length
      if (bits < (ways[end]?.bits ?? Number.POSITIVE_INFINITY)) ways[end] = { bits, piece }
    }
  }
  return { bits: ways[text.length]?.bits ?? 0, taken: takenBy(ways, text.length) }
}

/** Goes back along the cheapest way. */
function takenBy(ways: readonly Way[], end: number): Reading['taken'] {
  const taken: Partial<Record<PieceKind, number>> = {}
  for (let at = end; at > 0; ) {
    const piece = ways[at]?.piece
    if (piece === undefined) break
    taken[piece.kind] = (taken[piece.kind] ?? 0) + piece.length
    at -= piece.length
  }
  return taken
}

/** Words between whatever is no letter, by where they begin. The same word again costs next to nothing. */
function wholeWords(text: string, { words }: Vocabulary, prices: WordPrices): ReadonlyMap<number, Piece> {
  const found = new Map<number, Piece>()
  const seen = new Set<string>()
  for (const { 0: word, index } of text.matchAll(/\p{L}+/gu)) {
    const isTie = prices === inSentence && tyingWords.has(word)
    if (!isTie && !words.has(word)) continue
    const kind = seen.has(word) ? 'repeat' : isTie ? 'tie' : 'word'
    const bits = kind === 'repeat' ? 1 : kind === 'tie' ? 3 : prices.listed
    found.set(index, { length: word.length, kind, bits })
    seen.add(word)
  }
  return found
}

function nextStart(whole: ReadonlyMap<number, Piece>, at: number, end: number): number {
  for (const start of whole.keys()) if (start > at) return start
  return end
}

/** Every piece that can begin there and ends no later than that. */
function piecesAt(text: string, at: number, end: number, vocabulary: Vocabulary, prices: WordPrices): Piece[] {
  const pieces: Piece[] = [{ length: 1, kind: 'character', bits: characterBits(text, at) }]
  const upTo = (longest: number, kind: PieceKind, bits: (length: number) => number) => {
    for (let length = 3; length <= Math.min(longest, end - at); length += 1) pieces.push({ length, kind, bits: bits(length) })
  }
  upTo(runAt(text, at), 'run', (length) => 4 + Math.log2(length))
  upTo(copyAt(text, at), 'repeat', (length) => Math.log2(at + 1) + Math.log2(length))
  const date = dateAt(text, at)
  if (date > 0 && at + date <= end) pieces.push({ length: date, kind: 'date', bits: date === 4 ? 7 : 15 })
  return [...pieces, ...wordsAt(text, at, vocabulary, prices)]
}

/** Words among letters that run on, and what reads like one at either end of them. */
function wordsAt(text: string, at: number, { words, isWordlike }: Vocabulary, prices: WordPrices): Piece[] {
  const letters = /^\p{L}*/u.exec(text.slice(at))?.[0] ?? ''
  const isBeginning = !/\p{L}/u.test(text[at - 1] ?? '')
  const pieces: Piece[] = []
  for (let length = 3; length <= letters.length; length += 1) {
    const word = letters.slice(0, length)
    if (firstGuesses.has(word)) pieces.push({ length, kind: 'common', bits: 7 })
    if (words.has(word)) pieces.push({ length, kind: 'word', bits: prices.listed })
    const isAtEnd = isBeginning || length === letters.length
    if (isAtEnd && !ideographs.test(word) && isWordlike(word)) {
      pieces.push({ length, kind: 'word', bits: otherWordBits(length, prices.other) })
    }
  }
  return pieces
}

/** Past the usual length it is several words in one. */
function otherWordBits(length: number, most: number): number {
  return Math.min(6 + length, most) + 1.5 * Math.max(0, length - 10)
}

const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Of a character that stands for itself: less than its alphabet would give, since people do not choose evenly. */
function characterBits(text: string, at: number): number {
  const character = text[at] ?? ''
  if (/[\s-]|\p{Cf}|[\uDC00-\uDFFF]/u.test(character)) return 0
  if (/\p{N}/u.test(character)) return 3.3
  if (ideographs.test(character)) return 4
  // Among many letters some follow from others.
  return /\p{L}{3}/u.test(text.slice(Math.max(0, at - 2), at + 3)) ? 3.7 : 4.5
}
