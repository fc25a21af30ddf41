import type { Text, TextIn } from '../model/credential.ts'

/**
 * The one text to show: in the first wanted language that it is given in (`es-MX`, `es`, then any other Spanish), else English,
 * else what is in no stated language, else the first. The empty string when there is none.
 */
export function pickText(text: Text, languages: readonly string[]): string {
  const wanted = [...languages.flatMap((language) => [language, language.split('-')[0] ?? language]), 'en']
  for (const language of wanted) {
    const found = text.find((each) => isIn(each, language)) ?? text.find((each) => isIn(each, `${language}-`))
    if (found !== undefined) return found.value
  }
  const unmarked = text.find((each) => each.language === undefined)
  return (unmarked ?? text[0])?.value ?? ''
}

/** Whether a text is in a language, or (given with a trailing `-`) in one of its regional forms. */
function isIn({ language = '' }: TextIn, wanted: string): boolean {
  const tag = language.toLowerCase()
  return wanted.endsWith('-') ? tag.startsWith(wanted.toLowerCase()) : tag === wanted.toLowerCase()
}
