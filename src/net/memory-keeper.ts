import type { DoorKeeper, KeptCopy, LogEntry } from './types.ts'

export interface MemoryKeeper extends DoorKeeper {
  /** Everything that was logged, oldest first. */
  readonly entries: readonly LogEntry[]
}

/** A keeper that lasts as long as the process: for Node, and for a page whose store cannot be opened. */
export function createMemoryKeeper(): MemoryKeeper {
  const copies = new Map<string, KeptCopy>()
  const entries: LogEntry[] = []
  return {
    entries,
    recall: async (url) => copies.get(url) ?? null,
    keep: async (copy) => void copies.set(copy.url, copy),
    forget: async (url) => void copies.delete(url),
    log: async (entry) => void entries.push(entry),
  }
}
