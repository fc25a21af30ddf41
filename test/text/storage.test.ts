import { describe, expect, test } from 'vitest'
import { languages } from '../../src/text/index.ts'
import { loadStorage } from '../../src/text/storage.ts'

/** Every text of a catalogue with its name; functions are called with something to say. */
const textsIn = (catalogue: object) =>
  Object.entries(catalogue).map(([name, text]) => [name, typeof text === 'function' ? text('9 MB', '10 MB') : text] as const)

describe.each(languages)('the words about room in %s', (language) => {
  test('are all there, without exclamation marks and straight quotes', async () => {
    for (const [name, text] of textsIn(await loadStorage(language))) {
      expect(text.trim(), name).not.toBe('')
      expect(text, name).not.toMatch(/undefined|\[object|NaN|[!¡"']/)
    }
  })

  test('say what the English ones say, in words of their own', async () => {
    const [english, here] = [textsIn(await loadStorage('en')), textsIn(await loadStorage(language))]
    expect(here.map(([name]) => name)).toEqual(english.map(([name]) => name))
    if (language !== 'en') expect(here.filter(([, text], index) => text === english[index]?.[1])).toEqual([])
  })
})
