import type { Page } from 'playwright'

/** What a browser did while something happened, in milliseconds. */
export interface Traced {
  /** All tasks of the page together, the longest of them, and the longest in its workers. */
  readonly busyOnPage: number
  readonly longestOnPage: number
  readonly longestInWorker: number
  /** Frames that came to the screen, and frames that were due and did not. */
  readonly frames: number
  readonly dropped: number
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly dur?: number
  readonly args?: { readonly name?: string }
}

const categories = ['toplevel', 'disabled-by-default-devtools.timeline.frame']

/** Does something and traces the browser meanwhile. */
export async function traced(page: Page, act: () => Promise<unknown>): Promise<Traced> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: categories } })
  await act()
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await ended
  await session.detach()
  return summaryOf(events)
}

function summaryOf(events: readonly TraceEvent[]): Traced {
  const threads = (name: RegExp) =>
    new Set(
      events
        .filter((event) => event.name === 'thread_name' && name.test(event.args?.name ?? ''))
        .map(({ pid, tid }) => `${pid} ${tid}`),
    )
  const tasksOn = (names: ReadonlySet<string>) =>
    events.filter(({ name, pid, tid }) => /RunTask$/.test(name) && names.has(`${pid} ${tid}`)).map(({ dur = 0 }) => dur / 1000)
  const onPage = tasksOn(threads(/^CrRendererMain$/))
  const count = (name: string) => events.filter((event) => event.name === name).length
  return {
    busyOnPage: onPage.reduce((sum, duration) => sum + duration, 0),
    longestOnPage: Math.max(0, ...onPage),
    longestInWorker: Math.max(0, ...tasksOn(threads(/DedicatedWorker/))),
    frames: count('DrawFrame'),
    dropped: count('DroppedFrame'),
  }
}
