import type { Transfer } from './frame.ts'
import { blocksOf } from './frame.ts'

/**
 * Which blocks are added up (XOR) in a frame, one bit for each block, the lowest bit of the first word for the first. The frames
 * numbered below the count of blocks are the blocks themselves, in their order; each later one is the sum of a random half of
 * them. So whoever misses some frames, or looks on from the middle, needs but one or two more than there are blocks, whichever
 * they are.
 */
export function combinationOf(number: number, transfer: Transfer): Uint32Array {
  const count = blocksOf(transfer)
  const words = new Uint32Array(Math.ceil(count / 32))
  if (number >= count) drawLots(words, number, transfer.id, count)
  // A plain block; also for the rare lot that falls on none, of which nobody would have anything.
  if (words.every((word) => word === 0)) words[(number % count) >>> 5] = 1 << ((number % count) & 31)
  return words
}

function drawLots(words: Uint32Array, number: number, id: number, count: number): void {
  const seed = scrambled(id ^ scrambled(number))
  for (let at = 0; at < words.length; at += 1) words[at] = scrambled(seed + Math.imul(at + 1, 0x9e3779b9))
  const spare = words.length * 32 - count
  if (spare > 0) words[words.length - 1] = ((words[words.length - 1] as number) << spare) >>> spare
}

/**
 * A number that looks random, for each number another. It multiplies: were it made of shifts and XOR alone, all combinations would
 * be sums of the same 32, and no message of more blocks could be told from them.
 */
function scrambled(number: number): number {
  let mixed = Math.imul(number ^ (number >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
