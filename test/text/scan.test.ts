import { describe, expect, test } from 'vitest'
import { languages } from '../../src/text/index.ts'
import { loadScan } from '../../src/text/scan.ts'

/** Every text of the catalogue with its name; functions are called with something to say. */
async function textsIn(language: (typeof languages)[number]): Promise<readonly (readonly [string, string])[]> {
  return Object.entries(await loadScan(language)).flatMap(([name, text]) =>
    typeof text === 'string' ? [[name, text] as const] : [0, 1, 5000].map((count) => [name, text(count, 7)] as const),
  )
}

describe.each(languages)('the words of codes that are shown and scanned in %s', (language) => {
  test('are all there, without exclamation marks and straight quotes', async () => {
    for (const [name, text] of await textsIn(language)) {
      expect(text.trim(), name).not.toBe('')
      expect(text, name).not.toMatch(/undefined|\[object|NaN|#|[!¡"']/)
      // In French a sign of two strokes stays on the line of its word.
      expect(text, name).not.toMatch(/ [:;?»]|« /)
    }
  })

  test('say what the English ones say, in words of their own', async () => {
    const [english, here] = [await textsIn('en'), await textsIn(language)]
    expect(here.map(([name]) => name)).toEqual(english.map(([name]) => name))
    if (language !== 'en') expect(here.filter(([, text], index) => text === english[index]?.[1])).toEqual([])
  })
})
