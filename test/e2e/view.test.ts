import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import { languages, loadInterface } from '../../src/text/index.ts'
import { bakePng, bakeSvg } from '../issuer/bake.ts'
import { LEARNER } from '../issuer/content.ts'
import { type IssueOptions, issue } from '../issuer/issue.ts'
import { issuerOf } from '../issuer/issuers.ts'
import { badgePng, badgeSvg } from '../issuer/pictures.ts'
import { fileOf, type GivenFile, publish } from './adding.ts'
import { type App, dist, test } from './harness.ts'
import type { IssuerServer } from './issuer-server.ts'

const westbridge = issuerOf('westbridge', { identity: 'did:web' })
const expired: IssueOptions = { change: (credential) => ({ ...credential, validUntil: '2025-06-01T00:00:00Z' }) }
const tampered = (text: string) => text.replace('"creditsEarned": 6', '"creditsEarned": 60')
const genuine = /^Genuine and unchanged\. .*westbridge\.example/

async function badge(issuers: IssuerServer, options: IssueOptions = {}): Promise<string> {
  const { text, documents } = await issue({ issuer: westbridge, ...options })
  publish(issuers, documents)
  return text
}

async function give(page: Page, ...files: readonly GivenFile[]): Promise<void> {
  await page.locator('input[type=file]').setInputFiles([...files])
}

/** Waits for the headline of the page to say this. */
async function expectHeadline(page: Page, words: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: words }).waitFor()
}

const another = (page: Page) => page.getByRole('button', { name: 'Check another' })

describe('a receiver opens the page and gives', () => {
  test('a badge in every wrapping: the verdict stands first, and nothing but the page itself is there', async ({
    openApp,
    issuers,
  }) => {
    const { page } = await openApp({ at: 'view/' })
    const text = await badge(issuers)
    const files = [
      fileOf('badge.json', text),
      fileOf('badge.jwt', await badge(issuers, { jwt: { form: 'vc+jwt' } })),
      fileOf('badge.png', bakePng(badgePng(), text)),
      fileOf('badge.svg', bakeSvg(badgeSvg(), text)),
    ]
    for (const file of files) {
      await give(page, file)
      await expectHeadline(page, genuine)
      await page.getByRole('heading', { level: 2, name: 'Data Storytelling' }).waitFor()
      expect(await page.locator('details.question').count()).toBe(4)
      expect(await page.getByRole('navigation').count()).toBe(0)
      expect(await page.getByRole('button', { name: /Remove|Check again|Add/ }).count()).toBe(0)
      await another(page).click()
      await expectHeadline(page, 'Check a credential')
    }
  })

  test('a tampered and an expired one, and is told', async ({ openApp, issuers }) => {
    const { page } = await openApp({ at: 'view/' })
    const text = await badge(issuers)
    await give(page, fileOf('tampered.json', tampered(text)))
    await expectHeadline(page, /^This was changed after it was issued\. Do not rely on it\./)
    await another(page).click()
    await give(page, fileOf('expired.json', await badge(issuers, expired)))
    await expectHeadline(page, /^Genuine, but out of date since/)
  })

  test('something that is no credential, and may try again', async ({ openApp, issuers }) => {
    const { page } = await openApp({ at: 'view/' })
    await give(page, fileOf('photo.png', badgePng()))
    await expectHeadline(page, 'We could not read this')
    await page.getByText('photo.png').waitFor()
    await another(page).click()
    await give(page, fileOf('photo.png', badgePng()), fileOf('note.txt', 'Dear sir or madam'))
    await page.getByText('2 could not be read').waitFor()
    await expectHeadline(page, 'We could not read this')
    await another(page).click()
    await give(page, fileOf('badge.json', await badge(issuers)))
    await expectHeadline(page, genuine)
  })

  test('two in one list beside something that is none: each has its own sentence, and any can be opened', async ({
    openApp,
    issuers,
  }) => {
    const { page } = await openApp({ at: 'view/' })
    const text = await badge(issuers)
    await give(page, fileOf('all.json', `[${text}, ${tampered(text)}, 7]`))
    await expectHeadline(page, '2 credentials')
    await page.getByText('1 holds, 1 does not hold, and 1 could not be read').waitFor()
    const rows = page.getByRole('list', { name: 'What was given' }).getByRole('listitem')
    expect(await rows.nth(0).innerText()).toMatch(/Genuine and unchanged/)
    expect(await rows.nth(1).innerText()).toMatch(/changed after it was issued/)
    expect(await rows.nth(2).getByRole('link').count()).toBe(0)
    await rows.nth(1).getByRole('link').click()
    await expectHeadline(page, /^This was changed after it was issued/)
    await page.goBack()
    await expectHeadline(page, '2 credentials')
    await rows.nth(0).getByRole('link').click()
    await expectHeadline(page, genuine)
    await page.getByRole('link', { name: 'Back to the list' }).click()
    await expectHeadline(page, '2 credentials')
  })

  test('the e-mail of the person whose it should be', async ({ openApp, issuers }) => {
    const { page } = await openApp({ at: 'view/' })
    await give(page, fileOf('badge.json', await badge(issuers)))
    await expectHeadline(page, genuine)
    const compareWith = async (email: string) => {
      await page.getByLabel(/^Who should this be\?/).fill(email)
      await page.getByRole('button', { name: 'Compare', exact: true }).click()
    }
    await compareWith('nobody')
    await page.getByText('That is not an e-mail address.').waitFor()
    await compareWith('somebody@else.example')
    await expectHeadline(page, 'Genuine, but not shown to be this person’s.')
    await page.getByText(/^Not shown to be this person’s: .*somebody@else\.example/).waitFor()
    await compareWith(LEARNER.email)
    await page.getByText(`It was issued to ${LEARNER.email}.`).waitFor()
    await expectHeadline(page, genuine)
    // Whoever asked about a person stays where the answer is.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Compare')
    await page.getByRole('button', { name: 'Do not compare' }).click()
    await expect.poll(() => page.getByText(`It was issued to ${LEARNER.email}.`).count()).toBe(0)
  })

  test('a text, a link or a file, pasted or dropped anywhere', async ({ openApp, issuers }) => {
    const { page } = await openApp({ at: 'view/' })
    const text = await badge(issuers)
    await page.getByLabel('Paste a link or a credential').fill(text)
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await expectHeadline(page, genuine)

    issuers.answers.set('https://westbridge.example/badge.json', { body: text })
    await paste(page, 'https://westbridge.example/badge.json')
    await page.getByText('You pasted a link to westbridge.example.').waitFor()
    expect(issuers.asked).not.toContain('https://westbridge.example/badge.json')
    await page.getByRole('button', { name: 'Fetch from westbridge.example' }).click()
    await expect.poll(() => issuers.asked.includes('https://westbridge.example/badge.json')).toBe(true)
    await expectHeadline(page, genuine)

    await drop(page, 'tampered.json', tampered(text))
    await expectHeadline(page, /^This was changed after it was issued/)
    await paste(page, text)
    await expectHeadline(page, genuine)
  })
})

describe('the page of a receiver', () => {
  test('keeps nothing: no database, no storage, and in the cache only its own shell', async ({ openApp, issuers }) => {
    const app = await openApp({ at: 'view/' })
    await app.readyOffline()
    await give(app.page, fileOf('badge.json', await badge(issuers)))
    await expectHeadline(app.page, genuine)
    const kept = await app.page.evaluate(async () => {
      const caches = await Promise.all((await window.caches.keys()).map(async (name) => (await window.caches.open(name)).keys()))
      return {
        databases: await indexedDB.databases(),
        storage: localStorage.length + sessionStorage.length,
        foreign: caches.flat().filter(({ url }) => !url.startsWith(location.origin)).length,
        shell: caches.flat().length,
      }
    })
    expect(kept).toMatchObject({ databases: [], storage: 0, foreign: 0 })
    expect(kept.shell).toBeGreaterThan(0)
  })

  test('works where the browser allows no database at all', async ({ openApp, issuers }) => {
    const app = await openApp({ at: 'view/' })
    await app.context.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
    await app.visit('view/')
    await give(app.page, fileOf('badge.json', await badge(issuers)))
    await expectHeadline(app.page, genuine)
  })

  test('works offline, and says what stays open', async ({ openApp, issuers }) => {
    const app = await openApp({ at: 'view/' })
    await app.readyOffline()
    await app.context.setOffline(true)
    await app.visit('view/')
    await app.page.getByText(/^You are offline\. What only the issuer/).waitFor()
    const { text } = await issue()
    await give(app.page, fileOf('by-key.json', text))
    await expectHeadline(app.page, /^Unchanged since it was signed, but by a key that anyone could have made\./)
    await another(app.page).click()
    await give(app.page, fileOf('by-address.json', await badge(issuers)))
    await expectHeadline(app.page, /offline/i)
  })

  test('says where it comes from, and leads to a wallet at its end', async ({ openApp }) => {
    const { page, url } = await openApp({ at: 'view/' })
    await page.getByText(`This page comes from ${new URL(url).host}`).waitFor()
    await page.getByRole('link', { name: 'Keep them in a wallet on your own device' }).click()
    await page.getByRole('button', { name: 'Look at an example' }).waitFor()
    expect(page.url()).toBe(url)
  })

  test('prints the verdict, the answers and where they were found, and nothing to press', async ({ openApp, issuers }) => {
    const { page, url } = await openApp({ at: 'view/' })
    await give(page, fileOf('badge.json', await badge(issuers)))
    await expectHeadline(page, genuine)
    await page.emulateMedia({ media: 'print' })
    const printed = await page.locator('body').innerText()
    expect(printed).toContain(new URL(url).host)
    expect(printed).toMatch(/Genuine and unchanged/)
    expect(printed).toMatch(/As of /)
    for (const pressed of ['Check another', 'Who should this be', 'Keep them in a wallet']) expect(printed).not.toContain(pressed)
  })

  test('is no part of what the wallet loads first', async ({ openApp }) => {
    const { page } = await openApp({ serviceWorkers: 'block' })
    await page.waitForLoadState('networkidle')
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)))
    const own = readdirSync(new URL('assets/', dist)).filter((name) =>
      /view-band|Sent here by the person showing/.test(readFileSync(new URL(`assets/${name}`, dist), 'utf8')),
    )
    expect(own.length).toBeGreaterThan(1)
    expect(own.filter((name) => loaded.includes(name))).toEqual([])
  })

  test.for(languages)('speaks %s', async (locale, { openApp }) => {
    const { page } = await openApp({ at: 'view/', locale })
    await expectHeadline(page, (await loadInterface(locale)).titles.view)
    expect(await page.title()).toContain((await loadInterface(locale)).titles.view)
  })
})

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ].map((viewport) => ({ colorScheme, viewport })),
)

describe('the page of a receiver can be used by everyone', () => {
  test.for(looks)('$colorScheme, $viewport.width wide', async (look, { openApp, issuers }) => {
    const app = await openApp({ at: 'view/', ...look })
    const found: Record<string, readonly string[]> = {}
    const check = async (name: string) => {
      found[name] = await app.audit()
      expect(await overflow(app), name).toBeLessThanOrEqual(0)
    }
    await check('asking')
    const text = await badge(issuers)
    await give(app.page, fileOf('all.json', `[${text}, ${tampered(text)}, 7]`))
    await expectHeadline(app.page, '2 credentials')
    await app.page.getByLabel(/^Who should this be\?/).fill('somebody@else.example')
    await app.page.keyboard.press('Enter')
    await app.page.getByText('0 of 2 were issued to somebody@else.example.').waitFor()
    await check('several')
    await app.page.getByRole('list', { name: 'What was given' }).getByRole('link').first().click()
    await expectHeadline(app.page, /not shown to be this person/)
    await check('one of them')
    await another(app.page).click()
    await give(app.page, fileOf('photo.png', badgePng()))
    await expectHeadline(app.page, 'We could not read this')
    await check('unreadable')
    expect(Object.entries(found).filter(([, problems]) => problems.length > 0)).toEqual([])
  })

  test('by keyboard alone, the verdict takes the focus when it comes', async ({ openApp, issuers }) => {
    const { page } = await openApp({ at: 'view/' })
    await page.getByLabel('Paste a link or a credential').focus()
    await page.keyboard.insertText(await badge(issuers))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expectHeadline(page, genuine)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(genuine)
  })
})

const overflow = ({ page }: App) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }))
  }, text)
}

async function drop(page: Page, name: string, content: string): Promise<void> {
  await page.evaluate(
    ([file, text]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([text ?? ''], file ?? ''))
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
    },
    [name, content],
  )
}
