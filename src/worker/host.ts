import type { Remote } from 'comlink'
import { expose } from 'comlink'
import { lazy } from '../core/lazy.ts'
import type { Open, VerifyContext } from '../core/model/context.ts'
import { inspect } from '../core/verify.ts'
import { createDoor } from '../net/door.ts'
import { platformFetch } from '../net/platform-fetch.ts'
import type { Host, JobId, Page } from './protocol.ts'
import type { InspectOptions } from './types.ts'

/** What the page lent, and what was made of it: what one door fetched, a whole batch shares. */
interface Lent {
  readonly page: Remote<Page>
  /** Asks hosts. */
  readonly open: Open
  /** Answers from kept copies only. */
  readonly openKept: Open
}

const now = () => new Date()
/** Lists are read now and then; most workers never do. */
const loadTrust = lazy(() => import('../core/trust/index.ts'))
/** A newer version is asked for only when somebody presses for it. */
const loadRefresh = lazy(() => import('../core/refresh.ts'))
/** Pathways are added now and then. */
const loadPathways = lazy(() => import('../core/pathway/fetch.ts'))
const running = new Map<JobId, AbortController>()
let lent: Lent | null = null

/** Throws when nothing was lent yet, which `client.ts` does first of all. */
function lentByPage(): Lent {
  if (lent === null) throw new Error('a job before the keeper')
  return lent
}

async function during<T>(job: JobId, work: (lent: Lent, signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  running.set(job, controller)
  try {
    return await work(lentByPage(), controller.signal)
  } finally {
    running.delete(job)
  }
}

function contextOf({ open, openKept }: Lent, { offline, ...options }: InspectOptions, signal: AbortSignal): VerifyContext {
  return { ...options, now: now(), open: offline === true ? openKept : open, signal }
}

/** The verification worker: the core and the door, behind messages. Only `client.ts` talks to it. */
const host: Host = {
  lend(given) {
    // Comlink wraps what is lent; its type says so only on the side that lends.
    const page = given as unknown as Remote<Page>
    const powers = { fetch: platformFetch, keeper: page, now }
    lent = { page, open: createDoor(powers), openKept: createDoor({ ...powers, offline: true }) }
  },
  inspect: (job, source, options) =>
    during(job, (lent, signal) =>
      inspect(
        source,
        {
          ...contextOf(lent, options, signal),
          progress: (done, total) => void lent.page.progressed(job, done, total).catch(() => undefined),
        },
        (inspection) => void lent.page.inspected(job, inspection).catch(() => undefined),
      ),
    ),
  newer: (job, credential, options) =>
    during(job, async (lent, signal) => (await loadRefresh()).askForNewer(credential, contextOf(lent, options, signal))),
  open: (job, request) => during(job, ({ open }, signal) => open({ ...request, signal })),
  readList: (job, request) =>
    during(job, async ({ open }, signal) => (await loadTrust()).readList(request, { open, now: now(), signal })),
  readPathway: (job, place) =>
    during(job, async ({ open }, signal) => (await loadPathways()).readPathwayAt(place, { open, signal })),
  cancel: (job) => running.get(job)?.abort(),
  beat: () => undefined,
}

expose(host)
