import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import { loadInterface } from '../../src/text/index.ts'
import { loadSecurity } from '../../src/text/security.ts'
import { type Fixture, fixtures, kept, restore } from '../store/fixtures.ts'
import { secureByPassphrase } from './guarding.ts'
import { type App, freshProfile, type OpenApp, test } from './harness.ts'

const latest = fixtures.at(-1)!
const titles = kept.sources.map(({ title }) => title)

/** The page that a receiver opens leaves the store alone, so that a wallet of old can be put in its place. */
async function openWithFixture(openApp: OpenApp, fixture: Fixture, profile?: string): Promise<App> {
  const app = await openApp({ at: 'view/', ...(profile && { profile }) })
  await app.page.evaluate(restore, fixture)
  return app
}

async function expectAll(page: Page): Promise<void> {
  for (const title of titles) await page.getByText(title).first().waitFor()
}

describe('a wallet of an earlier version', () => {
  test.for(fixtures)('version $version opens with everything in it', async (fixture, { openApp }) => {
    const app = await openWithFixture(openApp, fixture)
    await app.visit('')
    await expectAll(app.page)
    await app.visit('')
    await expectAll(app.page)
  })

  test('that another tab holds open is said to be, and opens by itself once that tab lets go', async ({ openApp }) => {
    const app = await openWithFixture(openApp, latest)
    const other = await app.context.newPage()
    await other.goto(new URL('view/', app.url).href)
    // A tab that is asleep does not hear that another wants to upgrade.
    const held = await other.evaluateHandle(
      () =>
        new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open('satchel')
          opening.onsuccess = () => resolve(opening.result)
          opening.onerror = () => reject(opening.error)
        }),
    )
    await app.visit('')
    await app.page.getByText(/open in another tab with an older version/).waitFor()
    await held.evaluate((database) => database.close())
    await expectAll(app.page)
  })
})

describe('what the browser does to what is kept', () => {
  test('a wallet that it removed is said to be gone, until the person says that they know', async ({ openApp }) => {
    const app = await openWithFixture(openApp, latest)
    const notice = app.page.getByRole('alert').filter({ hasText: 'The browser removed what Satchel kept' })
    await app.visit('')
    await expectAll(app.page)
    expect(await notice.count()).toBe(0)
    await app.visit('view/')
    await app.page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const deleting = indexedDB.deleteDatabase('satchel')
          deleting.onsuccess = resolve
          deleting.onerror = reject
        }),
    )
    await app.visit('')
    await notice.waitFor()
    expect(await app.audit()).toEqual([])
    await app.visit('')
    await notice.getByRole('button', { name: 'I understand' }).click()
    await notice.waitFor({ state: 'detached' })
    await app.visit('settings/')
    await app.page.getByRole('heading', { name: 'Storage' }).waitFor()
    expect(await notice.count()).toBe(0)
    expect(await app.page.evaluate(() => localStorage.getItem('satchel.wallet'))).toBeNull()
  })

  test('a private window is named one where it is surely one, and can be told to be quiet', async ({ openApp }) => {
    const app = await openApp({ at: 'view/' })
    const notice = app.page.getByText('This looks like a private window')
    // This is one too, but of a browser that does not let itself be told apart.
    await app.visit('settings/')
    await app.page.getByRole('meter').waitFor()
    expect(await notice.count()).toBe(0)
    await app.context.addInitScript(() => {
      const supports = CSS.supports.bind(CSS)
      CSS.supports = (property: string, value?: string) => property === '-moz-appearance' || supports(property, value ?? '')
      navigator.storage.getDirectory = () => Promise.reject(new DOMException('refused', 'SecurityError'))
    })
    await app.visit('')
    await notice.waitFor()
    expect(await app.audit()).toEqual([])
    await app.page.getByRole('button', { name: 'I understand' }).click()
    await notice.waitFor({ state: 'detached' })
  })

  test('room that runs short is said before it has run out', async ({ openApp }) => {
    const app = await openApp({ at: 'view/' })
    await app.context.addInitScript(() => {
      navigator.storage.estimate = async () => ({ usage: 9_500_000, quota: 10_000_000 })
    })
    await app.visit('')
    await app.page.getByText(/running out of room here: 9\.5 MB of 10 MB/).waitFor()
  })
})

describe('guarding a wallet', () => {
  test('takes its old key, and what lay under it, off the disk', async ({ openApp }) => {
    const profile = await freshProfile()
    const app = await openWithFixture(openApp, latest, profile)
    await app.visit('')
    await expectAll(app.page)
    const [deviceKey, sealed] = [Buffer.from(latest.deviceKey, 'base64'), await sealedIn(app.page)]
    const before = await filesUnder(profile)
    expect(before.some((file) => file.includes(deviceKey))).toBe(true)
    const [ui, text] = await Promise.all([loadInterface('es'), loadSecurity('es')])
    await secureByPassphrase({ app, page: app.page, ui, text })
    await app.close()
    const files = await filesUnder(profile)
    expect(files.some((file) => file.includes('satchel'))).toBe(true)
    expect([deviceKey, ...sealed].filter((bytes) => files.some((file) => file.includes(bytes)))).toEqual([])
  })
})

describe('erasing everything', () => {
  test('leaves nothing in the browser, and nothing to be read on the disk', async ({ openApp }) => {
    const profile = await freshProfile()
    const app = await openWithFixture(openApp, latest, profile)
    await app.visit('')
    await expectAll(app.page)
    await app.readyOffline()
    const other = await app.context.newPage()
    await other.goto(app.url)
    await expectAll(other)
    await app.visit('settings/')
    expect((await remainsIn(app.page)).filter(([, what]) => what.length === 0)).toEqual([])
    const [deviceKey, sealed] = [Buffer.from(latest.deviceKey, 'base64'), await sealedIn(app.page)]
    const before = await filesUnder(profile)
    expect(before.some((file) => file.includes(deviceKey))).toBe(true)
    expect(sealed.filter((bytes) => before.some((file) => file.includes(bytes))).length).toBeGreaterThan(sealed.length / 2)

    // The first day begins on the page that comes next: one of ours would keep something again.
    await app.context.route(app.url, (route) => route.fulfill({ contentType: 'text/html', body: '<title>after</title>' }))
    await eraseInSpanish(app.page)
    await app.page.waitForURL(app.url)
    expect(await app.page.title()).toBe('after')
    expect((await remainsIn(app.page)).filter(([, what]) => what.length > 0)).toEqual([])
    await other.getByRole('alert').filter({ hasText: 'otra pestaña' }).waitFor()

    await app.context.unroute(app.url)
    await app.visit('')
    await app.page.getByRole('button', { name: 'Look at an example' }).waitFor()
    for (const title of titles) expect(await app.page.getByText(title).count()).toBe(0)
    // Were this not found below, nothing would follow from finding nothing else.
    await app.page.evaluate(() => localStorage.setItem('in-clear', 'a sentence in clear'))
    await app.close()
    const files = await filesUnder(profile)
    const holds = (text: string) => encodings.some((each) => files.some((file) => file.includes(Buffer.from(text, each))))
    const secrets = [...titles, ...kept.pin.thumbprints, kept.list.name, kept.vocabulary.url, ...kept.settings.identities]
    expect(holds('a sentence in clear')).toBe(true)
    expect(secrets.filter(holds)).toEqual([])
    // What a wallet that nothing guarded could be read from.
    expect([deviceKey, ...sealed].filter((bytes) => files.some((file) => file.includes(bytes)))).toEqual([])
  })
})

/** The fixture's own settings speak Spanish. */
async function eraseInSpanish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Borrar todo…' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('borrar')
  await page.getByRole('button', { name: 'Borrar para siempre' }).click()
}

function remainsIn(page: Page): Promise<readonly (readonly [string, readonly (string | undefined)[]])[]> {
  return page.evaluate(
    async () =>
      [
        ['databases', (await indexedDB.databases()).map(({ name }) => name)],
        ['caches', await caches.keys()],
        ['workers', (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope)],
        ['storage', Object.keys(localStorage)],
      ] as const,
  )
}

/** The beginning of each ciphertext of the wallet: random bytes, which a file holds as they are or not at all. */
async function sealedIn(page: Page): Promise<readonly Buffer[]> {
  const found = await page.evaluate(async () => {
    const answered = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await answered(indexedDB.open('satchel'))
    const stores = database.transaction([...database.objectStoreNames])
    const all = await Promise.all([...database.objectStoreNames].map((name) => answered(stores.objectStore(name).getAll())))
    database.close()
    return all.flat().flatMap(({ data }) => (data instanceof ArrayBuffer ? [[...new Uint8Array(data.slice(0, 32))]] : []))
  })
  expect(found.length).toBeGreaterThan(titles.length)
  return found.map((bytes) => Buffer.from(bytes))
}

const encodings: readonly BufferEncoding[] = ['utf8', 'utf16le']

async function filesUnder(folder: string): Promise<readonly Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name))))
}
