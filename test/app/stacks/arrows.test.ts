import { describe, expect, test } from 'vitest'
import { type Map2d, neighbour, readingOrder } from '../../../src/app/features/stacks/arrows.ts'

/** Where things stand, in cells of 100 by 100: `.` for nothing. */
function map(rows: readonly string[], edges: readonly string[] = []): Map2d {
  return {
    nodes: rows.flatMap((row, y) =>
      row.split(' ').flatMap((id, x) => (id === '.' ? [] : [{ id, x: x * 100, y: y * 100, width: 80, height: 60 }])),
    ),
    edges: edges.map((line) => {
      const [from = '', kind = '', to = ''] = line.split(' ')
      return { from, to, kind: kind === '>' ? 'vertical' : kind === '+' ? 'value-added' : 'horizontal' }
    }),
  }
}

const ladder = map(['. degree . cloud', 'cert . . .', 'a b c alone'], ['a > cert', 'b > cert', 'cert > degree', 'cloud + degree'])

describe('an arrow key', () => {
  test.for([
    ['up from a part', 'a', 'up', 'cert'],
    ['up again', 'cert', 'up', 'degree'],
    ['down to the nearest of what led here', 'cert', 'down', 'a'],
    ['right in the row', 'a', 'right', 'b'],
    ['left in the row', 'c', 'left', 'b'],
    ['up from what adds to something', 'cloud', 'up', 'degree'],
    ['down from a degree, to the nearest that leads there', 'degree', 'down', 'cert'],
  ] as const)('follows the links: %s', ([, from, direction, to]) => {
    expect(neighbour(from, direction, ladder)).toBe(to)
  })

  test('goes to what is nearest where nothing is linked that way, so that everything can be reached', () => {
    expect(neighbour('alone', 'up', ladder)).toBe('cloud')
    expect(neighbour('c', 'up', ladder)).toBeDefined()
  })

  test('goes to what lies beside it where the row ends', () => {
    const beside = map(['a . .', '. . b'], ['a - b'])
    expect(neighbour('a', 'right', beside)).toBe('b')
    expect(neighbour('b', 'left', beside)).toBe('a')
  })

  test('stays where there is nothing', () => {
    expect(neighbour('a', 'left', ladder)).toBeUndefined()
    expect(neighbour('degree', 'up', ladder)).toBeUndefined()
  })

  test('does not stop at a thing that leads to itself', () => {
    expect(neighbour('a', 'up', map(['b', 'a'], ['a > a']))).toBe('b')
  })

  test('begins at the beginning when what it was on is gone', () => {
    expect(neighbour('gone', 'up', ladder)).toBe('degree')
  })
})

test('reading goes row by row', () => {
  expect(readingOrder(ladder.nodes)).toEqual(['degree', 'cloud', 'cert', 'a', 'b', 'c', 'alone'])
})
