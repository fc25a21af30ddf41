import { describe, expect, test } from 'vitest'
import { hues, initials, rosettes } from '../../../src/app/ui/artwork.ts'

describe('the artwork', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(rosettes('urn:uuid:1')).toEqual(rosettes('urn:uuid:1'))
    const drawn = Array.from({ length: 200 }, (_, index) => rosettes(`urn:uuid:${index}`))
    expect(new Set(drawn.map(({ outer, inner }) => outer + inner)).size).toBe(200)
    expect(new Set(drawn.map(({ hue }) => hue)).size).toBe(hues)
  })

  test('stays inside its square and is cheap to draw, whatever the seed', () => {
    for (const seed of ['', 'x', '\u0000', '😀'.repeat(5000)]) {
      const { outer, inner, hue } = rosettes(seed)
      expect(hue).toBeGreaterThanOrEqual(0)
      expect(hue).toBeLessThan(hues)
      const numbers = `${outer} ${inner}`.match(/-?[\d.]+/g)?.map(Number) ?? []
      expect(numbers.every((value) => value >= 0 && value <= 100)).toBe(true)
      expect(numbers.length / 6).toBeLessThan(700)
    }
  })
})

describe('the initials', () => {
  test.for([
    ['Westbridge College', 'WC'],
    ['Guild of Fabricators', 'GF'],
    ['The Open Lab', 'OL'],
    ['Universidad de la Costa', 'UC'],
    ['École des Métiers', 'ÉM'],
    ['kestrel', 'K'],
    ['of the', 'OT'],
    ['東京 大学', '東大'],
    ['', ''],
    ['— !', ''],
    ['<img src=x>', 'IS'],
  ] as const)('of “%s” are “%s”', ([name, letters]) => {
    expect(initials(name)).toBe(letters)
  })
})
