import { afterEach, describe, expect, test, vi } from 'vitest'
import { newPassphrase, wordLanguages, wordsOf } from '../../src/core/passphrase.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

async function drawn(language: (typeof wordLanguages)[number], count?: number): Promise<readonly string[]> {
  const passphrase = await newPassphrase(language, count)
  return passphrase.ok ? passphrase.value.split(' ') : []
}

/** Makes chance give these, and then nothing but the last. */
function chanceGives(...values: readonly number[]): void {
  const left = [...values]
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    if (array instanceof Uint16Array) array[0] = (left.length > 1 ? left.shift() : left[0]) ?? 0
    return array
  })
}

describe.for(wordLanguages)('a new passphrase in %s', (language) => {
  test('is six different words of its list that any keyboard can type', async () => {
    const words = new Set(await wordsOf(language))
    for (let run = 0; run < 50; run += 1) {
      const passphrase = await drawn(language)
      expect(new Set(passphrase).size).toBe(6)
      expect(passphrase.filter((word) => !words.has(word) || !/^[a-z]+$/.test(word))).toEqual([])
    }
  })

  test('is drawn from enough words for 64 bits', async () => {
    const typeable = (await wordsOf(language)).filter((word) => /^[a-z]+$/.test(word))
    expect(6 * Math.log2(typeable.length - 5)).toBeGreaterThan(64)
  })

  test('has its words composed as keyboards type them', async () => {
    const words = await wordsOf(language)
    expect(words).toEqual(words.map((word) => word.normalize('NFC')))
    expect(words).toHaveLength(2048)
  })
})

describe('a word of a passphrase', () => {
  test('is each as likely as the others: numbers past the last whole round are drawn again', async () => {
    // 1,714 Spanish words can be typed anywhere: 38 rounds of them end at 65,132.
    const words = (await wordsOf('es')).filter((word) => /^[a-z]+$/.test(word))
    expect(words).toHaveLength(1714)
    chanceGives(65_132, 65_535, 65_131, 1714)
    expect(await drawn('es', 2)).toEqual([words[1713], words[0]])
  })

  test('that was drawn already is drawn again', async () => {
    chanceGives(3, 3, 3, 4)
    const words = await wordsOf('en')
    expect(await drawn('en', 2)).toEqual([words[3], words[4]])
  })
})
