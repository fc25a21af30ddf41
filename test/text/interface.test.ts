import { describe, expect, test } from 'vitest'
import { chooseLanguage, directionOf, languages, loadFindings, loadInterface } from '../../src/text/index.ts'
import { kindName } from '../../src/text/kinds.ts'
import { loadTrust } from '../../src/text/trust.ts'
import { loadView } from '../../src/text/view.ts'

/** Every text of a catalogue with the path to it; functions are called with something to say. */
function textsIn(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function')
    return [0, 1, 2, 5000].map((count) => [`${path}(${count})`, String(value(count, count))] as const)
  return Object.entries(value as object).flatMap(([name, inner]) => textsIn(inner, `${path}.${name}`))
}

describe.each(languages)('the words of the screens in %s', (language) => {
  test('are all there and say something', async () => {
    for (const [path, text] of textsIn(await loadInterface(language))) {
      expect(text.trim(), path).not.toBe('')
      expect(text, path).not.toMatch(/undefined|\[object|NaN|#/)
    }
  })

  test('use no exclamation mark and no straight quote', async () => {
    for (const [path, text] of textsIn(await loadInterface(language))) expect(text, path).not.toMatch(/[!¡"']/)
  })
})

describe('the French catalogues', () => {
  test('keep a sign of two strokes, and what is quoted, on the line of its word', async () => {
    const catalogues = await Promise.all([loadInterface('fr'), loadFindings('fr'), loadView('fr'), loadTrust('fr')])
    for (const [path, text] of catalogues.flatMap((catalogue) => textsIn(catalogue)))
      expect(text, path).not.toMatch(/ [:;?»]|« |^[;?]/)
  })
})

describe('catalogues', () => {
  test('name the same texts in every language', async () => {
    const [en, ...others] = await Promise.all(
      languages.map(async (language) => textsIn(await loadInterface(language)).map(([path]) => path)),
    )
    for (const other of others) expect(other).toEqual(en)
  })

  test('are translated: few texts are the same in two languages', async () => {
    const [en, es, fr] = await Promise.all(languages.map(async (language) => textsIn(await loadInterface(language))))
    for (const other of [es!, fr!]) {
      const same = en!.filter(([, text], index) => text === other[index]![1] && text.length > 20)
      expect(same).toEqual([])
    }
  })
})

describe('the language to speak', () => {
  test('is the one chosen, else the first preferred that we have, else English', () => {
    expect(chooseLanguage('fr', ['es'])).toBe('fr')
    expect(chooseLanguage('system', ['de-DE', 'es-MX', 'en'])).toBe('es')
    expect(chooseLanguage('system', ['de'])).toBe('en')
    expect(chooseLanguage('system', [])).toBe('en')
  })

  test('is written in its direction', () => {
    expect(languages.map(directionOf)).toEqual(['ltr', 'ltr', 'ltr'])
    expect(directionOf('ar')).toBe('rtl')
  })
})

describe('kinds of credentials', () => {
  test('have a name in every language', async () => {
    expect(kindName('CertificateOfCompletion', await loadInterface('fr'))).toBe('Attestation de fin de formation')
  })
})
