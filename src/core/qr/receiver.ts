import { type Attempt, done, problem } from '../problem.ts'
import { combinationOf } from './combination.ts'
import { createEquations, type Equations } from './equations.ts'
import { blocksOf, digestLength, readFrame, type Transfer } from './frame.ts'

/** What became of a text: it brought something new; nothing new; it belongs to another transfer; it is no whole frame. */
export type Taken = 'taken' | 'known' | 'other' | 'no'

/** How much is there of what is needed, in blocks; `need` is 0 before the first frame. */
export interface TransferProgress {
  readonly have: number
  readonly need: number
}

/** Puts one message together from the frames that are seen of it, in any order. */
export interface Receiver {
  /** Takes the text of one QR code, whatever it is. The first frame decides which transfer is received. */
  take(text: string): Taken
  readonly progress: TransferProgress
  /** The message, once all of it is there; null before. Problems: `transfer_damaged` when it is not what was sent. */
  message(): Promise<Attempt<Uint8Array>> | null
}

interface Receiving {
  readonly transfer: Transfer
  readonly need: number
  readonly equations: Equations
}

/**
 * A receiver of one transfer. Its memory is bounded by `transferLimits`, whatever it is shown. What it answers is whole, by the
 * SHA-256 that came with it: forged and real frames never mix into something else. Who the sender is, it cannot know.
 */
export function createReceiver(): Receiver {
  let receiving: Receiving | null = null
  let message: Promise<Attempt<Uint8Array>> | null = null
  const isComplete = () => receiving !== null && receiving.equations.rank === receiving.need

  return {
    get progress() {
      return { have: receiving?.equations.rank ?? 0, need: receiving?.need ?? 0 }
    },
    take(text) {
      const frame = readFrame(text)
      if (frame === null) return 'no'
      receiving ??= begin(frame)
      if (!isSame(frame, receiving.transfer)) return 'other'
      if (isComplete()) return 'known'
      return receiving.equations.add(combinationOf(frame.number, frame), frame.block) ? 'taken' : 'known'
    },
    message() {
      if (receiving === null || !isComplete()) return null
      message ??= checked(receiving.equations.solve(), receiving.transfer.length)
      return message
    },
  }
}

function begin({ id, length, blockSize }: Transfer): Receiving {
  const transfer = { id, length, blockSize }
  const need = blocksOf(transfer)
  return { transfer, need, equations: createEquations(need, blockSize) }
}

function isSame(one: Transfer, other: Transfer): boolean {
  return one.id === other.id && one.length === other.length && one.blockSize === other.blockSize
}

async function checked(blocks: Uint8Array, length: number): Promise<Attempt<Uint8Array>> {
  const message = blocks.slice(digestLength, digestLength + length)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', message))
  return digest.every((byte, at) => byte === blocks[at]) ? done(message) : problem('transfer_damaged')
}
