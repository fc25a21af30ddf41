import { joined } from '../encoding/bytes.ts'
import { type Attempt, done, problem } from '../problem.ts'
import { combinationOf } from './combination.ts'
import { blocksOf, digestLength, frameText, type Transfer, transferLimits, usualBlock } from './frame.ts'

/** A message as an endless row of QR codes. */
export interface Sender {
  /** How many frames carry all of it when none is lost. */
  readonly count: number
  /** The text of one frame, by its number: 0 and up, without an end (RFC 9285 letters only, all frames equally long). */
  frame(number: number): string
}

/**
 * Makes a message ready to be shown as QR codes, one after another.
 * @param blockSize bytes in one code, {@link usualBlock} when left out; smaller ones make coarser codes, and more of them.
 * Problems: `transfer_too_large` above `transferLimits.offered` bytes, or with more than `transferLimits.blocks` blocks.
 */
export async function createSender(message: Uint8Array, options: { readonly blockSize?: number } = {}): Promise<Attempt<Sender>> {
  const transfer = {
    id: crypto.getRandomValues(new Uint32Array(1))[0] as number,
    length: message.length,
    blockSize: evenBlock(message.length, Math.min(options.blockSize ?? usualBlock, transferLimits.block)),
  }
  const count = blocksOf(transfer)
  if (message.length > transferLimits.offered || count > transferLimits.blocks) return problem('transfer_too_large')
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', message as BufferSource))
  const padding = new Uint8Array(count * transfer.blockSize - digestLength - message.length)
  const blocks = new Uint32Array(joined([digest, message, padding]).buffer)
  return done({
    count,
    frame: (number) => frameText({ ...transfer, number, block: sumOf(blocks, combinationOf(number, transfer), transfer) }),
  })
}

/** As many blocks as are needed, all equally large and none larger than it must be: a short message makes a coarse code. */
function evenBlock(length: number, largest: number): number {
  const count = Math.ceil((digestLength + length) / Math.max(4, largest - (largest % 4)))
  return Math.ceil((digestLength + length) / count / 4) * 4
}

function sumOf(blocks: Uint32Array, combination: Uint32Array, { blockSize }: Transfer): Uint8Array {
  const size = blockSize / 4
  const sum = new Uint32Array(size)
  for (let block = 0; block * size < blocks.length; block += 1) {
    const has = ((combination[block >>> 5] as number) >>> (block & 31)) & 1
    if (has === 1) for (let at = 0; at < size; at += 1) sum[at] = (sum[at] as number) ^ (blocks[block * size + at] as number)
  }
  return new Uint8Array(sum.buffer)
}
