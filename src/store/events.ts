import type { VaultEvent } from './types.ts'

export interface Events {
  /** Tells everyone who listens, in this tab and the others. */
  tell(event: VaultEvent): void
  /** Tells only the other tabs. */
  tellOthers(event: VaultEvent): void
  /** Tells only this tab. */
  tellHere(event: VaultEvent): void
  subscribe(listener: (event: VaultEvent) => void): () => void
  close(): void
}

/** Keeps tabs in step. What crosses is ids and kinds of change, never content. */
export function createEvents(name: string): Events {
  const listeners = new Set<(event: VaultEvent) => void>()
  let channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)
  // What a listener does wrong is its own mistake: it is heard of, and a write that is done stays done.
  const tellHere = (event: VaultEvent) => {
    for (const listener of listeners) queueMicrotask(() => listeners.has(listener) && listener(event))
  }
  channel?.addEventListener('message', ({ data }: MessageEvent<VaultEvent>) => tellHere(data))
  return {
    tellHere,
    tellOthers: (event) => channel?.postMessage(event),
    tell(event) {
      channel?.postMessage(event)
      tellHere(event)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close() {
      channel?.close()
      // What was under way may still be told, but only here.
      channel = null
    },
  }
}
