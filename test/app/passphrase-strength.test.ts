import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgePassphrase, type PassphraseStrength, type Weakness } from '../../src/app/passphrase-strength.ts'
import { tyingWords } from '../../src/app/strength/vocabulary.ts'
import { newPassphrase, wordLanguages, wordsOf } from '../../src/core/passphrase.ts'

async function judged(passphrase: string): Promise<PassphraseStrength> {
  const judgement = await judgePassphrase(passphrase)
  if (!judgement.ok) throw new Error(judgement.problem.code)
  return judgement.value
}

const easy: readonly (readonly [string, Weakness])[] = [
  ['', 'short'],
  ['x7', 'short'],
  ['kX9$mQ2#', 'short'],
  ['password', 'common'],
  ['P@ssw0rd2024!', 'common'],
  ['correcthorsebatterystaple', 'common'],
  ['contraseñasegura', 'common'],
  ['qwertyuiopasdfghjkl', 'runs'],
  ['azertyuiop987654321', 'runs'],
  ['1q2w3e4r5t6y7u8i9o0p', 'runs'],
  ['12345678901234567890', 'runs'],
  ['a'.repeat(256), 'repeats'],
  ['ab1'.repeat(80), 'repeats'],
  ['zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo', 'repeats'],
  ['14.05.2001', 'date'],
  ['2001-05-14 1999-12-31', 'date'],
  ['correct horse battery staple', 'few-words'],
  ['oxígeno tortuga lámpara', 'few-words'],
  ['мама мыла раму', 'few-words'],
  ['mi perro se llama Lucas', 'sentence'],
  ['to be or not to be that is the question', 'sentence'],
  ['longtemps je me suis couché de bonne heure', 'sentence'],
]

describe('a passphrase', () => {
  test.for(easy)('%s is too easy: %s', async ([passphrase, weakness]) => {
    expect(await judged(passphrase)).toMatchObject({ judgement: 'too-easy', weakness })
  })

  test.for([
    'ozone turtle lamp ridge velvet',
    'Ungeheuer-Lampion-Quark-Fjord',
    'kX9$mQ2#vLp4',
    'my cat Felix eats green tuna on Tuesdays near the old canal',
  ])('%s is fair', async (passphrase) => {
    expect(await judged(passphrase)).toMatchObject({ judgement: 'fair' })
  })

  test.for(['ozone turtle lamp ridge velvet quick', 'ozone-turtle-lamp-ridge-velvet-quick', 'v9#Kq2$xTz7!Lw4%Hd8&'])(
    '%s is strong',
    async (passphrase) => {
      expect(await judged(passphrase)).toMatchObject({ judgement: 'strong', weakness: null })
    },
  )

  test.for(wordLanguages)('that we make in %s is always strong', async (language) => {
    for (let run = 0; run < 300; run += 1) {
      const passphrase = await newPassphrase(language)
      expect(passphrase.ok && (await judged(passphrase.value)).judgement).toBe('strong')
    }
  })

  test('that is a sentence is never strong: it may stand in a book', async () => {
    const sentence = 'en un lugar de la mancha de cuyo nombre no quiero acordarme no ha mucho tiempo que vivía un hidalgo'
    expect(await judged(sentence)).toMatchObject({ judgement: 'fair', weakness: 'sentence' })
  })
})

describe('guessing', () => {
  test('is no harder for capitals, accents and signs where everybody puts them', async () => {
    const plain = (await judged('ozone turtle lamp')).guesses
    for (const same of ['Ozone Turtle Lamp', 'ozóne tùrtle lamp', 'OZONE TURTLE LAMP', '0zone turtle l4mp']) {
      expect((await judged(same)).guesses - plain).toBeLessThan(1)
    }
  })

  test('is hardly harder for the same thing again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[a-z0-9]{6,40}$/), async (passphrase) => {
        const once = (await judged(passphrase)).guesses
        expect((await judged(`${passphrase} ${passphrase}`)).guesses).toBeLessThan(once + 4)
      }),
    )
  })

  test('is never made easier by the way that an accent is typed', async () => {
    const words = 'académie événement fragile hérisson'
    expect(await judged(words.normalize('NFD'))).toEqual(await judged(words.normalize('NFC')))
  })

  test('is judged whatever is typed, and bounded by its length', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 600 }), async (passphrase) => {
        const { guesses } = await judged(passphrase)
        expect(guesses).toBeGreaterThanOrEqual(0)
        expect(guesses).toBeLessThan(600)
      }),
    )
  })

  test('knows no word of the lists as one that only ties a sentence together', async () => {
    const words = (await Promise.all(wordLanguages.map(wordsOf))).flat()
    expect(words.filter((word) => tyingWords.has(word))).toEqual([])
  })
})
