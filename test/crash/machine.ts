import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type Page } from 'playwright'
import { chromiumArgs, chromiumPath } from '../../tools/chromium.mjs'
import type { Told } from './protocol.ts'

/** What dies: the whole browser, or one page of it. */
export type Death = 'browser' | 'page'

/** A browser on one profile, started when it is needed, that can be killed as a power cut or the system would. */
export interface Machine {
  /** The test's page, in a browser that has it. */
  page(): Promise<Page>
  /** Whoever listens hears what the page tells. */
  listener: (told: Told) => void
  /** Ends it where it stands: SIGKILL for every process of the browser, or for that of the page. */
  kill(death: Death): Promise<void>
  /** Ends it as a person would, so that its files are whole. */
  close(): Promise<void>
}

interface Running {
  readonly process: ChildProcess
  readonly browser: Browser
}

export function createMachine(profile: string, url: string): Machine {
  let running: Running | null = null
  let page: Page | null = null
  const machine: Machine = {
    listener: () => undefined,
    async page() {
      running ??= await start(profile)
      page ??= await openPage(running.browser, url, (told) => machine.listener(told))
      return page
    },
    async kill(death) {
      if (running === null || page === null) return
      if (death === 'page') await crash(page)
      else {
        await end(running.process)
        running = null
      }
      page = null
    },
    async close() {
      if (running === null) return
      const session = await running.browser.newBrowserCDPSession()
      const ended = once(running.process, 'exit')
      await session.send('Browser.close').catch(() => undefined)
      await ended
      running = null
      page = null
    },
  }
  return machine
}

/** In a group of its own, so that all of its processes are ended with one signal. */
async function start(profile: string): Promise<Running> {
  const args = [...chromiumArgs, '--headless', `--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank']
  const child = spawn(await chromiumPath(), args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const address = await debuggerOf(child)
  return { process: child, browser: await chromium.connectOverCDP(address) }
}

async function debuggerOf(child: ChildProcess): Promise<string> {
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stderr as NodeJS.ReadableStream })) {
    const [, address] = line.match(/^DevTools listening on (ws:.*)$/) ?? []
    if (address !== undefined) {
      // Nobody reads on: a full pipe must not stop the browser.
      child.stderr?.resume()
      return address
    }
    lines.push(line)
  }
  throw new Error(`the browser did not start: ${lines.join('\n')}`)
}

async function openPage(browser: Browser, url: string, hear: (told: Told) => void): Promise<Page> {
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('the browser has no profile')
  const page = await context.newPage()
  await page.exposeBinding('tell', (_source, told: Told) => hear(told))
  await page.goto(url)
  await page.waitForFunction(() => 'crash' in window)
  return page
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  await ended
}

/** The process of the page and nothing else. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const gone = new Promise((resolve) => page.once('crash', resolve))
  // The page is gone before it could answer.
  session.send('Page.crash').catch(() => undefined)
  await gone
}
