import { pathwayLimits } from './limits.ts'
import type { PathwayNotice } from './types.ts'

/** What could not be made sense of while one pathway is read: each thing once, and not without end. Steps are given by key. */
export interface Notices {
  add(code: PathwayNotice['code'], step: string): void
  all(): readonly PathwayNotice[]
}

/** An empty list of notices. */
export function noticesOfReading(): Notices {
  const notices = new Map<string, PathwayNotice>()
  return {
    add(code, step) {
      if (notices.size < pathwayLimits.notices) notices.set(JSON.stringify([code, step]), { code, step })
    },
    all: () => [...notices].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, notice]) => notice),
  }
}
