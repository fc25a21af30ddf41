import { toBase64url } from '../../../../core/encoding/base64url.ts'
import type { KeptStack } from '../../../../store/types.ts'
import type { Services } from '../../../services.ts'
import { showToast } from '../../../ui/toasts.tsx'

/** A name for a new stack that nobody can guess: 16 random bytes, base64url. */
export function newId(): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(16)))
}

/** Deletes a stack, with a way back for as long as the message stays. Trouble is told in a banner. */
export async function dropStack(
  stack: KeptStack,
  { vault, tell }: Pick<Services, 'vault' | 'tell'>,
  words: { readonly removed: string; readonly undo: string },
): Promise<void> {
  const dropped = await vault.dropStack(stack.id)
  if (!dropped.ok) return tell(dropped.problem)
  showToast({ words: words.removed, action: { label: words.undo, run: () => void putBack() } })

  async function putBack(): Promise<void> {
    const kept = await vault.keepStack(stack)
    if (!kept.ok) tell(kept.problem)
  }
}
