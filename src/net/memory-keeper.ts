import type { DoorKeeper, KeptCopy, LogEntry } from './types.ts'

export interface MemoryKeeper extends DoorKeeper {
  /** What was logged last, oldest first. */
  readonly entries: readonly LogEntry[]
}

/** Most that is kept, since standard input may stay open for days: beyond it the oldest go. */
const mostBytes = 64 * 1024 * 1024
const mostCopies = 2_000
const mostEntries = 2_000

/** A keeper that lasts as long as the process: for Node, and for a page whose store cannot be opened. */
export function createMemoryKeeper(): MemoryKeeper {
  const copies = new Map<string, KeptCopy>()
  const entries: LogEntry[] = []
  let held = 0

  function drop(url: string): void {
    held -= copies.get(url)?.bytes.byteLength ?? 0
    copies.delete(url)
  }

  function keep(copy: KeptCopy): void {
    drop(copy.url)
    copies.set(copy.url, copy)
    held += copy.bytes.byteLength
    for (const url of copies.keys()) {
      if (held <= mostBytes && copies.size <= mostCopies) break
      drop(url)
    }
  }

  return {
    entries,
    recall: async (url) => copies.get(url) ?? null,
    keep: async (copy) => keep(copy),
    forget: async (url) => drop(url),
    async log(entry) {
      entries.push(entry)
      if (entries.length > mostEntries) entries.shift()
    },
  }
}
