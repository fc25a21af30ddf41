/** Sums of blocks from which the blocks are found again: linear equations over bits, solved as they come. */
export interface Equations {
  /** How many equations say something that the others do not; with as many as there are blocks, all are known. */
  readonly rank: number
  /** Adds one: whether it says anything new. It is kept only if so, hence memory is bounded by the blocks. */
  add(combination: Uint32Array, block: Uint8Array): boolean
  /** All blocks, one after another. Call it once, when the rank is full. */
  solve(): Uint8Array
}

/** Begins without equations; `blockSize` is in bytes and a multiple of four. */
export function createEquations(count: number, blockSize: number): Equations {
  const head = Math.ceil(count / 32)
  /** For each block the row whose first block it is: the combination, then the sum. */
  const rows: (Uint32Array | undefined)[] = Array.from({ length: count })
  let rank = 0

  /** Takes away from a row all that is known to begin earlier; the first block that is left, -1 for none. */
  function reduce(row: Uint32Array): number {
    for (let word = 0; word < head; word += 1) {
      while (row[word] !== 0) {
        const first = word * 32 + lowestBit(row[word] as number)
        const known = rows[first]
        if (known === undefined) return first
        addTo(row, known, word)
      }
    }
    return -1
  }

  /** Leaves one block alone in its row; those of all later blocks must be so already. */
  function single(first: number): Uint32Array {
    const row = rows[first] as Uint32Array
    for (let later = first + 1; later < count; later += 1) {
      const has = ((row[later >>> 5] as number) >>> (later & 31)) & 1
      if (has === 1) addTo(row, rows[later] as Uint32Array, later >>> 5)
    }
    return row
  }

  return {
    get rank() {
      return rank
    },
    add(combination, block) {
      const row = new Uint32Array(head + blockSize / 4)
      row.set(combination)
      new Uint8Array(row.buffer, head * 4).set(block)
      const first = reduce(row)
      if (first === -1) return false
      rows[first] = row
      rank += 1
      return true
    },
    solve() {
      const blocks = new Uint8Array(count * blockSize)
      for (let block = count - 1; block >= 0; block -= 1)
        blocks.set(new Uint8Array(single(block).buffer, head * 4), block * blockSize)
      return blocks
    },
  }
}

/** Which bit of a number that is not 0 is the lowest that is set. */
const lowestBit = (number: number) => 31 - Math.clz32(number & -number)

/** @param from the first word that may differ from 0 */
function addTo(row: Uint32Array, other: Uint32Array, from: number): void {
  for (let at = from; at < row.length; at += 1) row[at] = (row[at] as number) ^ (other[at] as number)
}
