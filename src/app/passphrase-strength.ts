import { type Attempt, attempt } from '../core/problem.ts'
import { cheapest, type PieceKind, type Reading } from './strength/cheapest.ts'
import { folded, tyingWords, type Vocabulary, vocabulary } from './strength/vocabulary.ts'

/** Why a passphrase is easier than it may look, or what would make it harder. */
export type Weakness = 'short' | 'common' | 'runs' | 'repeats' | 'date' | 'sentence' | 'few-words'

export interface PassphraseStrength {
  /** About how many guesses find it, as a power of ten. */
  readonly guesses: number
  /** `too-easy` must not protect a wallet. */
  readonly judgement: 'too-easy' | 'fair' | 'strong'
  /** Null when nothing need be said. */
  readonly weakness: Weakness | null
}

/**
 * Bits from which on a passphrase is fair and strong. Argon2id as we use it costs a processor about a second a guess. 10,000 of them make
 * 2^42 guesses in ten years; fair leaves a factor of 300 for faster ones and for what this judge overlooks, strong millions.
 */
const fairFrom = 50
const strongFrom = 64

/** A sentence may stand in a book or a song, however long it is. */
const mostForSentence = 60

/** Only as much of a passphrase is judged, in characters. */
const longest = 256

/**
 * How hard a passphrase is to guess for somebody who has stolen the wallet's files, and knows how people choose: an estimate from below,
 * by the cheapest way to put it together from words, keys in a row, dates and repeats. Nothing of it is kept. Fails with `unexpected`
 * when the word lists cannot be loaded.
 */
export function judgePassphrase(passphrase: string): Promise<Attempt<PassphraseStrength>> {
  return attempt(async () => judged(passphrase.normalize('NFKC').slice(0, longest), await vocabulary()))
}

function judged(passphrase: string, vocabulary: Vocabulary): PassphraseStrength {
  const text = folded(passphrase)
  const isSentence = soundsLikeSentence(text)
  const reading = [text, ...spelledOut(text)]
    // That digits stand for letters is tried early, but is one more thing to try.
    .map((text, index) => plus(cheapest(text, vocabulary, isSentence), index === 0 ? 0 : 2))
    .reduce((least, other) => (other.bits < least.bits ? other : least))
  const bits = Math.min(reading.bits + capitalBits(passphrase), isSentence ? mostForSentence : Number.POSITIVE_INFINITY)
  const judgement = bits < fairFrom ? 'too-easy' : bits < strongFrom ? 'fair' : 'strong'
  const weakness = judgement === 'strong' ? null : isSentence ? 'sentence' : weaknessOf(reading)
  return { guesses: bits * Math.log10(2), judgement, weakness }
}

function plus(reading: Reading, bits: number): Reading {
  return { ...reading, bits: reading.bits + bits }
}

/** Words that only tie others together are what random words do not have. Letters among digits are no words. */
function soundsLikeSentence(text: string): boolean {
  const words = text.split(/[^\p{L}\p{N}@$!]+/u).filter((word) => /^\p{L}+$/u.test(word))
  return words.length >= 4 && words.filter((word) => tyingWords.has(word)).length >= 2
}

/** The text with letters for the digits and signs beside letters that look like them; `1` may be either of two. */
function spelledOut(text: string): string[] {
  const letters: Readonly<Record<string, string>> = {
    '0': 'o',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    '8': 'b',
    '@': 'a',
    $: 's',
  }
  const written = ['i', 'l'].map((one) =>
    text.replace(/(?<=\p{L})[0134578@$!]+|[0134578@$!]+(?=\p{L})/gu, (signs) =>
      signs.replace(/./g, (sign) => (/[1!]/.test(sign) ? one : (letters[sign] ?? sign))),
    ),
  )
  return [...new Set(written)].filter((other) => other !== text)
}

/** Capitals where they usually stand are one thing to try, elsewhere one for each. */
function capitalBits(passphrase: string): number {
  const capitals = passphrase.match(/\p{Lu}/gu)?.length ?? 0
  if (capitals === 0) return 0
  const small = passphrase.match(/\p{Ll}/gu)?.length ?? 0
  const atBeginnings = passphrase.match(/(?<!\p{L})\p{Lu}/gu)?.length ?? 0
  return small === 0 || capitals === atBeginnings ? 1 : Math.min(capitals, small)
}

const weaknesses: readonly (readonly [PieceKind, Weakness])[] = [
  ['common', 'common'],
  ['run', 'runs'],
  ['repeat', 'repeats'],
  ['date', 'date'],
  ['word', 'few-words'],
]

/** What takes up most of it. */
function weaknessOf({ taken }: Reading): Weakness {
  const [kind, weakness] = weaknesses.reduce((most, row) => ((taken[row[0]] ?? 0) > (taken[most[0]] ?? 0) ? row : most))
  return (taken[kind] ?? 0) > (taken.character ?? 0) ? weakness : 'short'
}
