import { describe, expect, test } from 'vitest'
import { loadBackup } from '../../src/text/backup.ts'
import { languages } from '../../src/text/index.ts'

/** Every text of a catalogue with its name; functions are called with something to say. */
function textsIn(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return [0, 1, 5000].map((count) => [`${path}(${count})`, String(value(count, 7))] as const)
  return Object.entries(value as object).flatMap(([name, inner]) => textsIn(inner, `${path}.${name}`))
}

describe.each(languages)('the words about backups, moving and damaged records in %s', (language) => {
  test('are all there, without exclamation marks and straight quotes', async () => {
    for (const [path, text] of textsIn(await loadBackup(language))) {
      expect(text.trim(), path).not.toBe('')
      expect(text, path).not.toMatch(/undefined|\[object|NaN|#|[!¡"']/)
    }
  })

  test('say what the English ones say, in words of their own', async () => {
    const [english, here] = [textsIn(await loadBackup('en')), textsIn(await loadBackup(language))]
    expect(here.map(([path]) => path)).toEqual(english.map(([path]) => path))
    if (language !== 'en') expect(here.filter(([, text], index) => text === english[index]?.[1])).toEqual([])
  })
})
