import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { afterAll, test as base, expect } from 'vitest'
import { chromiumArgs, chromiumPath } from '../../tools/chromium.mjs'
import { type Served, serve } from '../../tools/serve.mjs'
import { cameraArgs } from './camera.ts'
import { type IssuerServer, startIssuerServer } from './issuer-server.ts'

export interface AppOptions {
  /** The screen to open first, relative to the root: '', 'add/', 'settings/'. */
  readonly at?: string
  /** Where it is served from; the production build with our headers unless said otherwise. */
  readonly served?: Served
  readonly colorScheme?: 'light' | 'dark'
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly locale?: 'en' | 'es' | 'fr'
  readonly reducedMotion?: 'reduce' | 'no-preference'
  /** 'block' to see what is asked of the server, with no shell that answers in its place. */
  readonly serviceWorkers?: 'allow' | 'block'
  /** A folder for a browser profile that outlives this app: closing it closes the browser. */
  readonly profile?: string
  /** What the camera sees: a film that `filmOf` made. Such an app has a browser of its own. */
  readonly camera?: string
}

export interface App {
  readonly page: Page
  readonly context: BrowserContext
  readonly url: string
  /** Console errors to expect: a browser reports each failed request on the console, whoever made it. */
  expectConsole(pattern: RegExp): void
  /** Loads a screen by its address and waits until the app has drawn it. */
  visit(path: string): Promise<void>
  /** Waits until the service worker has the whole shell and controls the page. */
  readyOffline(): Promise<void>
  /** What axe finds wrong with the page as it stands, one line each. */
  audit(): Promise<readonly string[]>
  close(): Promise<void>
}

export type OpenApp = (options?: AppOptions) => Promise<App>

/**
 * A test on the production build in a real browser: `openApp` gives one or more fresh profiles. Any console error, page error
 * or violation of the content security policy that was not expected fails the test.
 */
export const test = base.extend<{ openApp: OpenApp; issuers: IssuerServer }>({
  issuers: async ({ onTestFinished }, use) => {
    const { issuers } = await world()
    onTestFinished(() => {
      issuers.answers.clear()
      issuers.asked.length = 0
    })
    await use(issuers)
  },
  openApp: async ({ onTestFinished }, use) => {
    const opened: Opened[] = []
    onTestFinished(async () => {
      await Promise.all(opened.map((app) => app.close()))
      expect(opened.flatMap((app) => app.surprises())).toEqual([])
    })
    await use(async (options = {}) => {
      const app = await open(options)
      opened.push(app)
      return app
    })
  },
})

const profiles: string[] = []

/** An empty folder for a browser profile. It is removed when all browsers of the file are gone: one that still runs would write into it. */
export async function freshProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'satchel-profile-'))
  profiles.push(profile)
  return profile
}

afterAll(() => Promise.all(profiles.splice(0).map((profile) => rm(profile, { recursive: true, force: true, maxRetries: 5 }))))

/** The folder of the production build; another one by `DIST` (ends in a slash). */
export const dist = new URL(process.env['DIST'] ?? '../../dist/', import.meta.url)

const phone = { width: 390, height: 844 }

interface World {
  readonly served: Served
  readonly issuers: IssuerServer
  readonly browser: Browser
  readonly launch: { readonly executablePath: string; readonly args: string[] }
}

let starting: Promise<World> | undefined

/** One browser, one server of the app and one of all issuers, for the tests of a file. */
export function world(): Promise<World> {
  starting ??= start()
  return starting
}

async function start(): Promise<World> {
  const [issuers, served, executablePath] = await Promise.all([
    startIssuerServer(),
    serve({ root: dist.pathname, port: 0 }),
    chromiumPath(),
  ])
  const rules = `MAP *.example:443 127.0.0.1:${issuers.port}`
  const launch = { executablePath, args: [...chromiumArgs, '--ignore-certificate-errors', `--host-resolver-rules=${rules}`] }
  return { served, issuers, launch, browser: await chromium.launch(launch) }
}

afterAll(async () => {
  if (!starting) return
  const { browser, served, issuers } = await starting
  await browser.close()
  await Promise.all([served.close(), issuers.close()])
})

interface Opened extends App {
  /** Errors that were seen and not expected. */
  surprises(): readonly string[]
}

async function open(options: AppOptions): Promise<Opened> {
  const { browser: shared, launch: usual, served } = await world()
  const launch = options.camera ? { ...usual, args: [...usual.args, ...cameraArgs(options.camera)] } : usual
  const browser = options.camera && !options.profile ? await chromium.launch(launch) : shared
  const contextOptions: BrowserContextOptions = {
    viewport: options.viewport ?? phone,
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: options.reducedMotion ?? 'reduce',
    locale: options.locale ?? 'en',
    serviceWorkers: options.serviceWorkers ?? 'allow',
    ignoreHTTPSErrors: true,
  }
  const context = options.profile
    ? await chromium.launchPersistentContext(options.profile, { ...launch, ...contextOptions })
    : await browser.newContext(contextOptions)
  context.setDefaultTimeout(15_000) // less than the test's own time, so that a failure names what was waited for
  const seen: string[] = []
  const expected: RegExp[] = []
  watch(context, seen)
  const page = context.pages()[0] ?? (await context.newPage())
  const url = (options.served ?? served).url
  const app: Opened = {
    page,
    context,
    url,
    expectConsole: (pattern) => void expected.push(pattern),
    surprises: () => seen.filter((line) => !expected.some((pattern) => pattern.test(line))),
    visit: async (path) => {
      await page.goto(new URL(path, url).href)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
    },
    readyOffline: async () => {
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready
        if (navigator.serviceWorker.controller) return
        await new Promise((taken) => navigator.serviceWorker.addEventListener('controllerchange', taken, { once: true }))
      })
    },
    audit: () => audit(page),
    close: async () => {
      await context.close()
      if (browser !== shared) await browser.close()
    },
  }
  await app.visit(options.at ?? '')
  return app
}

function watch(context: BrowserContext, seen: string[]): void {
  void context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample} ${event.sourceFile}`),
    )
  })
  context.on('console', (message) => {
    if (message.type() === 'error') seen.push(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => seen.push(`error: ${error.error().stack ?? error.error().message}`))
}

type Axe = typeof axe

async function audit(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source) // the protocol's own evaluation is not subject to the page's policy; a script tag would be
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run()
    return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html} ${node.failureSummary}`))
  })
}
