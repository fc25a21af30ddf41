import { lazy } from '../../core/lazy.ts'
import { wordLanguages, wordsOf } from '../../core/passphrase.ts'

/** What whoever guesses knows of language. */
export interface Vocabulary {
  /** Words that a person picks, folded. */
  readonly words: ReadonlySet<string>
  /** Whether letters follow each other as they do in words, whatever the word. */
  isWordlike(letters: string): boolean
}

/** Built from the word lists when a passphrase is first judged. Rejects as `lazy` does. */
export const vocabulary = lazy(async (): Promise<Vocabulary> => {
  const lists = await Promise.all(wordLanguages.map(wordsOf))
  const words = new Set(lists.flat().map(folded))
  const usual = usualPairs(words)
  return { words, isWordlike: (letters) => isWordlike(letters, usual) }
})

/** Text without case and accents, which add next to nothing for whoever guesses. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase()
}

/** Pairs of letters that occur this often in the lists make up 19 of 20 pairs in words. */
const usualFrom = 24

function usualPairs(words: ReadonlySet<string>): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const word of words) for (const pair of pairsOf(word)) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return new Set([...counts].flatMap(([pair, count]) => (count >= usualFrom ? [pair] : [])))
}

/** Other scripts than Latin are taken for words, since their pairs are not known. */
function isWordlike(letters: string, usual: ReadonlySet<string>): boolean {
  const rare = pairsOf(letters).filter((pair) => /^[a-z]+$/.test(pair) && !usual.has(pair)).length
  return rare <= letters.length / 6
}

function pairsOf(letters: string): string[] {
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2))
}

/** Words that tie a sentence together, none of them in the lists. */
export const tyingWords: ReadonlySet<string> = new Set(
  (
    'a am an and are as at be but by do for from had has he her him his how i if in is it its me my no not of on or our she so ' +
    'than the their them these those to us was we were which who why would your ' +
    'al algo como con cuando cual de del donde el ella en es esa ese esta esto fue ha han hasta hay la las le les lo los mas ' +
    'mi mis muy ni nos o para pero por porque que quien se si sin son su sus te tu un una y ya yo ' +
    'au aux avec c ce ces cet cette comme d dans des donc du elle en est et il ils j je l leur lui ma mais me mon n ne nous on ou par ' +
    'pas plus pour qu que qui s sa ses son suis ta te tes ton toi tu un une vous'
  ).split(' '),
)

/** What people take for passwords first, in our three languages and beyond. */
export const firstGuesses: ReadonlySet<string> = new Set(
  (
    'password passwort passwd contrasena clave motdepasse parola senha secret secreto letmein opensesame trustno welcome bienvenido ' +
    'bienvenue bonjour hello hola salut admin administrator root login user usuario guest test demo default changeme qwerty azerty ' +
    'iloveyou loveyou love teamo tequiero amor amour jetaime loulou doudou chouchou mylove sunshine princess princesa princesse angel ' +
    'baby babygirl lovely sweet honey cheval chocolat chocolate cookie pokemon naruto superman batman spiderman starwars matrix ' +
    'master shadow monkey dragon tiger lion soleil sol luna estrella mariposa papillon flower freedom liberte libertad football futbol ' +
    'soccer baseball hockey barcelona realmadrid madrid paris marseille london america mexico argentina france espana michael jordan ' +
    'jennifer jessica ashley thomas daniel andrea alejandro carlos maria juan jose jesus nicolas camille julien marie charlie george ' +
    'andrew robert william buster pepper ginger killer ninja hunter ranger harley mustang ferrari porsche mercedes computer internet ' +
    'google facebook whatever nothing summer winter spring autumn verano invierno hiver printemps january monday school escuela ecole ' +
    'university universidad universite student diploma satchel wallet badge credential cartera correcthorsebatterystaple'
  ).split(' '),
)
