import { lazy } from './lazy.ts'
import { type Attempt, attempt } from './problem.ts'

/** Languages whose words a passphrase can be made of. */
export const wordLanguages = ['en', 'es', 'fr'] as const
export type WordLanguage = (typeof wordLanguages)[number]

/** The lists of BIP-39, 2,048 words each: common, distinct in their first four letters, and nothing rude among them. */
const lists: Readonly<Record<WordLanguage, () => Promise<readonly string[]>>> = {
  en: lazy(async () => composed((await import('@scure/bip39/wordlists/english.js')).wordlist)),
  es: lazy(async () => composed((await import('@scure/bip39/wordlists/spanish.js')).wordlist)),
  fr: lazy(async () => composed((await import('@scure/bip39/wordlists/french.js')).wordlist)),
}

/** The words of a language, in NFC. */
export function wordsOf(language: WordLanguage): Promise<readonly string[]> {
  return lists[language]()
}

/**
 * A new passphrase: `count` different words (at most 24) with spaces between them, drawn alike from the words of the language that any
 * keyboard can type. An accent that a borrowed phone does not offer would lock its owner out. Six words hold 66 bits in English, 64 in
 * Spanish and in French. Fails with `unexpected` when the list cannot be loaded.
 */
export function newPassphrase(language: WordLanguage, count = 6): Promise<Attempt<string>> {
  return attempt(async () => {
    const words = (await wordsOf(language)).filter((word) => /^[a-z]+$/.test(word))
    const drawn = new Set<string>()
    while (drawn.size < count) drawn.add(words[below(words.length)] ?? '')
    return [...drawn].join(' ')
  })
}

/** A whole number below `limit` (at most 65,536), each as likely as the others: what would favour the small ones is drawn again. */
function below(limit: number): number {
  const most = 65_536 - (65_536 % limit)
  for (;;) {
    const [value = 0] = crypto.getRandomValues(new Uint16Array(1))
    if (value < most) return value % limit
  }
}

function composed(words: readonly string[]): readonly string[] {
  return words.map((word) => word.normalize('NFC'))
}
