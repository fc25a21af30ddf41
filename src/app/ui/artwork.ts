/** A generated picture: two rosettes, one over the other, as paths in a 100 by 100 square. */
export interface Rosettes {
  /** Which pair of colours: an index into the `--art-…` tokens. */
  readonly hue: number
  readonly outer: string
  readonly inner: string
}

/** How many pairs of colours there are. */
export const hues = 8

/** Numbers of lobes and turns that make an even, closed band, as the lathe of a banknote engraver would be set. */
const bands = [
  { lobes: 31, turns: 9 },
  { lobes: 34, turns: 9 },
  { lobes: 29, turns: 8 },
  { lobes: 35, turns: 11 },
  { lobes: 37, turns: 10 },
  { lobes: 32, turns: 11 },
  { lobes: 33, turns: 10 },
  { lobes: 38, turns: 11 },
] as const

const pointsPerLobe = 8

/**
 * Draws the same calm guilloche for the same seed, always: two interlaced bands round an open middle.
 * Pure and cheap: about six hundred points, whatever the seed says.
 */
export function rosettes(seed: string): Rosettes {
  const next = random(seed)
  const hue = Math.floor(next() * hues)
  const outer = bands[Math.floor(next() * bands.length)] ?? bands[0]
  const inner = bands[Math.floor(next() * bands.length)] ?? bands[0]
  const waist = 33 + next() * 4
  return {
    hue,
    outer: band({ ...outer, low: waist - 6, high: 48.5, phase: next() * Math.PI * 2 }),
    inner: band({ ...inner, low: 18.5, high: waist + 3, phase: next() * Math.PI * 2 }),
  }
}

interface Band {
  readonly lobes: number
  readonly turns: number
  readonly low: number
  readonly high: number
  readonly phase: number
}

/** One closed curve whose radius swings between `low` and `high`, `lobes` times in `turns` turns. */
function band({ lobes, turns, low, high, phase }: Band): string {
  const total = lobes * pointsPerLobe
  const at = (index: number): readonly [number, number] => {
    const swing = (index / pointsPerLobe) * Math.PI * 2
    const angle = (index / total) * turns * Math.PI * 2 + phase
    const radius = (low + high) / 2 + ((high - low) / 2) * Math.sin(swing)
    return [50 + radius * Math.cos(angle), 50 + radius * Math.sin(angle)]
  }
  return `${smooth(at, total)}Z`
}

/** A closed Catmull-Rom curve through the points, as cubic Béziers. */
function smooth(at: (index: number) => readonly [number, number], total: number): string {
  const first = at(0)
  let path = `M${tenth(first[0])} ${tenth(first[1])}`
  for (let index = 0; index < total; index++) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)]
    const leave = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6] as const
    const arrive = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6] as const
    path += `C${tenth(leave[0])} ${tenth(leave[1])} ${tenth(arrive[0])} ${tenth(arrive[1])} ${tenth(to[0])} ${tenth(to[1])}`
  }
  return path
}

function tenth(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** Words that no one's initials are made of, in the languages that we speak. */
const small = new Set([
  'of',
  'the',
  'and',
  'for',
  'a',
  'an',
  'at',
  'in',
  'de',
  'del',
  'la',
  'las',
  'los',
  'el',
  'y',
  'e',
  'le',
  'les',
  'des',
  'du',
  'et',
  'l',
  'd',
  'der',
  'die',
  'das',
  'und',
  'für',
  'von',
])

/** Up to two initials of an issuer's name; empty when it has no letter or number to take. */
export function initials(name: string): string {
  const words =
    name
      .slice(0, 200)
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.filter((word) => !small.has(word.toLowerCase()))
  const chosen = (telling.length > 0 ? telling : words).slice(0, 2)
  return chosen
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()
}

/** A small repeatable source of numbers from 0 to 1: FNV-1a of the seed, stepped by mulberry32. */
function random(seed: string): () => number {
  let state = 0x811c9dc5
  for (let index = 0; index < seed.length; index++) state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}
