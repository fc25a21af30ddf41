import { describe, expect, test } from 'vitest'
import { type Answer, type SealSize, sealArc, sealArcs } from '../../../src/app/ui/seal.ts'

const sizes: readonly SealSize[] = ['row', 'card', 'page']
const answers: readonly Answer[] = ['passed', 'warning', 'failed', 'unknown', 'pending']

describe('the seal', () => {
  test('has four arcs, clockwise from the top, one for each question', () => {
    const arcs = sealArcs({ integrity: 'passed', validity: 'warning', authority: 'failed', identity: 'unknown' }, 'card')
    expect(arcs.map(({ question }) => question)).toEqual(['integrity', 'validity', 'authority', 'identity'])
    const quadrants = arcs.map(({ track }) => {
      const [x, y] = middleOf(track)
      return `${x > 50 ? 'right' : 'left'} ${y < 50 ? 'top' : 'bottom'}`
    })
    expect(quadrants).toEqual(['right top', 'right bottom', 'left bottom', 'left top'])
  })

  test.for(sizes)('tells the answers apart by shape alone at the size of a %s', (size) => {
    const shapes = answers.map((answer) =>
      sealArc('integrity', answer, size)
        .strokes.map(({ kind, path }) => `${kind} ${path}`)
        .join('|'),
    )
    expect(new Set(shapes).size).toBe(answers.length)
    const kinds = (answer: Answer) => sealArc('integrity', answer, size).strokes.map(({ kind }) => kind)
    expect(kinds('passed')).toEqual(['line'])
    expect(kinds('warning')).toEqual(['line', 'dot', 'line'])
    expect(kinds('failed')).toEqual(['line', 'line'])
    expect(kinds('unknown')).toEqual(['dashes'])
    expect(kinds('pending')).toEqual([])
  })

  test.for(sizes)('turns the ends of a failure outward at the size of a %s', (size) => {
    const distances = sealArc('validity', 'failed', size).strokes.flatMap(({ path }) => pointsOf(path).map(fromCentre))
    const ring = Math.min(...distances)
    expect(distances.filter((distance) => distance > ring + 4)).toHaveLength(2)
  })
})

function pointsOf(path: string): readonly (readonly [number, number])[] {
  return [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)|A[\d.]+ [\d.]+ 0 0 1 (-?[\d.]+) (-?[\d.]+)/g)].map((match) => [
    Number(match[1] ?? match[3]),
    Number(match[2] ?? match[4]),
  ])
}

function fromCentre([x, y]: readonly [number, number]): number {
  return Math.hypot(x - 50, y - 50)
}

function middleOf(path: string): readonly [number, number] {
  const points = pointsOf(path)
  const sum = points.reduce(([x, y], [px, py]) => [x + px, y + py] as const, [0, 0] as readonly [number, number])
  return [sum[0] / points.length, sum[1] / points.length]
}
