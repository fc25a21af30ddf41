/** Neighbours that had to move together: where the first of them would stand, as the mean of what they wish. */
interface Run {
  wish: number
  count: number
}

/**
 * Places on a line, in the order given, at least `gap` apart, and all together as near as can be to where they wish to be (least
 * squares, by pooling neighbours that are in each other's way).
 */
export function spread(wishes: readonly number[], gap: number): readonly number[] {
  const runs: Run[] = []
  for (const [place, wish] of wishes.entries()) {
    let run = { wish: wish - place * gap, count: 1 }
    for (let before = runs.at(-1); before !== undefined && before.wish > run.wish; before = runs.at(-1)) {
      run = pooled(before, run)
      runs.pop()
    }
    runs.push(run)
  }
  return runs.flatMap(({ wish, count }) => Array<number>(count).fill(wish)).map((start, place) => start + place * gap)
}

function pooled(a: Run, b: Run): Run {
  const count = a.count + b.count
  return { wish: (a.wish * a.count + b.wish * b.count) / count, count }
}
