import type { TransferProgress } from '../../core/qr/receiver.ts'

/** How many of a hundred have come. */
export function percentOf({ have, need }: TransferProgress): number {
  return need === 0 ? 0 : Math.floor((have / need) * 100)
}

/** The quarter that was reached, in per cent: what is said aloud, for a word at each frame would drown everything else. */
export function milestoneOf(progress: TransferProgress): 0 | 25 | 50 | 75 | 100 {
  return (Math.floor(percentOf(progress) / 25) * 25) as 0 | 25 | 50 | 75 | 100
}
