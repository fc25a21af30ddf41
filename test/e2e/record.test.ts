import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import { languages } from '../../src/text/index.ts'
import { breakNested, type IssuedRecord, issueClr2 } from '../issuer/clr2.ts'
import { addFile, fileOf, pickFiles, publish } from './adding.ts'
import { type App, type AppOptions, test } from './harness.ts'
import type { IssuerServer } from './issuer-server.ts'

/** Twelve parts, of which the last is a record with two of its own: the third was changed, the first in the twelfth has run out. */
const sound = await issueClr2({ count: 12, partial: true })
const broken = await breakNested(await breakNested(sound, 2, 'altered'), [11, 0], 'expired')

const looks: readonly AppOptions[] = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ].map((viewport) => ({ colorScheme, viewport })),
)
const [phone, desktop] = looks

async function keep(app: App, issuers: IssuerServer, record: IssuedRecord): Promise<void> {
  publish(issuers, record.documents)
  await addFile(app.page, fileOf('record.json', record.text))
}

const lineOf = (page: Page, path: string) => page.locator(`[data-part="${path}"]`)
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const focused = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['part'] ?? '')
const overflow = ({ page }: App) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('a record of many parts', () => {
  test.for([phone, desktop])('reads as a transcript: %o', async (look, { openApp, issuers }) => {
    const app = await openApp(look)
    const { page } = app
    await keep(app, issuers, sound)
    await page.getByText('12 parts · 12 hold').waitFor()
    await page.getByText('It says that it does not hold everything its issuer has.').waitFor()
    expect(await page.locator('[data-part]').count()).toBe(12)
    const isTable = look === desktop
    expect((await page.getByRole('table').count()) > 0).toBe(isTable)
    if (isTable) expect(await page.getByRole('columnheader', { name: 'How it stands' }).count()).toBeGreaterThan(0)
    expect(await page.getByText('A-', { exact: true }).count()).toBe(0)
    await page.getByRole('button', { name: 'Show the results' }).click()
    await page.getByText('A-', { exact: true }).first().waitFor()
    await page.getByText('Part of the programme, not awarded here').waitFor()
  })

  test.for([phone, desktop])(
    'opens each part on a page of its own, and comes back to where it was: %o',
    async (look, { openApp, issuers }) => {
      const app = await openApp(look)
      const { page } = app
      await keep(app, issuers, sound)
      await page.getByRole('button', { name: 'Show the results' }).click()
      await lineOf(page, '10').scrollIntoViewIfNeeded()
      const before = await lineOf(page, '10').boundingBox()
      await lineOf(page, '10').focus()
      await page.keyboard.press('Enter')
      await heading(page, 'Statistics 110').waitFor()
      expect(page.url()).toMatch(/[?&]part=10$/)
      expect(await page.locator('details.question:visible').count()).toBe(4)
      await page.getByRole('link', { name: 'Back to Learner record of Ana Rivera' }).click()
      await heading(page, 'Learner record of Ana Rivera').waitFor()
      await expect.poll(() => focused(page)).toBe('10')
      await expect
        .poll(async () => Math.abs(((await lineOf(page, '10').boundingBox())?.y ?? 0) - (before?.y ?? 0)))
        .toBeLessThan(2)
      // What was shown stays shown.
      await page.getByText('A-', { exact: true }).first().waitFor()

      await lineOf(page, '12').click()
      await heading(page, 'Exchange semester').waitFor()
      await lineOf(page, '12.2').click()
      await heading(page, 'Maps 1001').waitFor()
      await page.goBack()
      await heading(page, 'Exchange semester').waitFor()
      await expect.poll(() => focused(page)).toBe('12.2')
      await page.goBack()
      await expect.poll(() => focused(page)).toBe('12')
    },
  )

  test('with parts that do not hold points at the very ones, and each has an address', async ({ openApp, issuers }) => {
    const app = await openApp()
    const { page } = app
    await keep(app, issuers, broken)
    await page.getByText('but 2 of its 12 parts do not hold, among them Neurosurgery').waitFor()
    const attention = page.getByRole('navigation', { name: 'The parts that need a look' })
    expect(await attention.getByRole('link').allInnerTexts()).toEqual(['Neurosurgery', 'Writing 1000'])
    expect(await page.locator('[data-verdict="not-verified"]', { has: lineOf(page, '3') }).innerText()).toContain(
      'Changed after it was issued',
    )
    await attention.getByRole('link', { name: 'Writing 1000' }).click()
    await heading(page, 'Writing 1000').waitFor()
    await page.locator('.verdict:visible', { hasText: /out of date since/ }).waitFor()
    await page.reload()
    await heading(page, 'Writing 1000').waitFor()
    await page.getByRole('link', { name: 'Back to Learner record of Ana Rivera' }).click()
    await expect.poll(() => focused(page)).toBe('12')
    const { searchParams } = new URL(page.url())
    await app.visit(`credential/?id=${searchParams.get('id')}&part=99`)
    await heading(page, 'There is no such part in this record.').waitFor()
  })

  test('is one card that says how many parts it has, found by what is inside', async ({ openApp, issuers }) => {
    const app = await openApp()
    await keep(app, issuers, sound)
    await app.visit('')
    await app.page.getByText('12 parts · “Westbridge College”').waitFor()
    await app.page.getByRole('searchbox').fill('programming 106')
    await app.page.getByRole('link', { name: /Learner record of Ana Rivera/ }).waitFor()
    await app.page.getByRole('searchbox').fill('programming 999')
    await app.page.getByText('Nothing matches').waitFor()
  })

  test('prints as a transcript: a table with a head, results, and the verdict of each line in words', async ({
    openApp,
    issuers,
  }) => {
    const app = await openApp()
    const { page } = app
    await keep(app, issuers, broken)
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.getByRole('columnheader', { name: 'How it stands' }).first().waitFor()
    const printed = await page.locator('body').innerText()
    for (const words of ['A-', 'Holds', 'Changed after it was issued', 'Credits stated: 13.5', 'Data and Society'])
      expect(printed).toContain(words)
    for (const pressed of ['Show the results', 'Hide the results', 'Check again']) expect(printed).not.toContain(pressed)
    const table = page.getByRole('table').first()
    expect(await table.locator('thead').evaluate((head) => getComputedStyle(head).display)).toBe('table-header-group')
    expect(
      await table
        .locator('tbody tr')
        .first()
        .evaluate((row) => getComputedStyle(row).breakInside),
    ).toBe('avoid')
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await page.emulateMedia({ media: 'screen' })
    await expect.poll(() => page.getByText('A-', { exact: true }).count()).toBe(0)
    expect((await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(1)
  })

  test.for(looks)('can be used by everyone: %o', async (look, { openApp, issuers }) => {
    const app = await openApp(look)
    const { page } = app
    await keep(app, issuers, broken)
    await page.getByRole('button', { name: 'Show the results' }).click()
    const found: Record<string, readonly string[]> = { record: await app.audit() }
    expect(await overflow(app)).toBeLessThanOrEqual(0)
    await lineOf(page, '12').click()
    await heading(page, 'Exchange semester').waitFor()
    found['part'] = await app.audit()
    expect(await overflow(app)).toBeLessThanOrEqual(0)
    expect(Object.entries(found).filter(([, problems]) => problems.length > 0)).toEqual([])
  })
})

test.for(languages)(
  'with letters twice as large nothing of a record is wider than a phone: %s',
  async (locale, { openApp, issuers }) => {
    const app = await openApp({ locale })
    await app.context.addInitScript(() =>
      document.addEventListener('DOMContentLoaded', () => {
        document.documentElement.style.fontSize = '200%'
      }),
    )
    await app.visit('add/')
    publish(issuers, broken.documents)
    await app.page.locator('input[type=file]').setInputFiles([fileOf('record.json', broken.text)])
    await app.page.locator('.transcript').waitFor()
    await app.page.locator('.transcript > button').click()
    expect(await overflow(app)).toBeLessThanOrEqual(0)
    await lineOf(app.page, '12').click()
    await app.page.locator('.trail').waitFor()
    expect(await overflow(app)).toBeLessThanOrEqual(0)
  },
)

describe('a receiver', () => {
  test('reads a record, opens its parts and comes back', async ({ openApp, issuers }) => {
    const { page } = await openApp({ at: 'view/' })
    publish(issuers, broken.documents)
    const files = [fileOf('record.json', broken.text), fileOf('sound.json', sound.text)]
    await page.locator('input[type=file]').setInputFiles(files)
    await heading(page, '2 credentials').waitFor()
    await page.getByRole('list', { name: 'What was given' }).getByRole('link').first().click()
    await page.getByRole('link', { name: 'Neurosurgery', exact: true }).first().click()
    await heading(page, 'Neurosurgery').waitFor()
    expect(page.url()).toMatch(/\?part=1\.3$/)
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: /2 of its 12 parts/ }).waitFor()
    await expect.poll(() => focused(page)).toBe('3')
    expect(await page.getByRole('link', { name: 'Back to the list' }).isVisible()).toBe(true)
  })
})

describe('while a record is checked', async () => {
  const many = await issueClr2({ count: 40 })
  const waiting = await breakNested(many, 0, 'revoked')

  /** The host of the status list takes the question and never answers, so that one part stays under way. */
  function stall(issuers: IssuerServer): void {
    publish(issuers, waiting.documents)
    for (const [url, { mediaType }] of waiting.documents)
      if (url.includes('status')) issuers.answers.set(url, { body: '', silent: true, mediaType })
  }

  test('Add says how far it has come, and stops when asked to', async ({ openApp, issuers }) => {
    const { page } = await openApp({ at: 'add/' })
    stall(issuers)
    await pickFiles(page, fileOf('record.json', waiting.text))
    await page.getByText('39 of 40 parts checked').waitFor()
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await page.getByText('Stopped', { exact: true }).waitFor()
    expect(await page.getByText('could not be added').count()).toBe(0)
  })

  test('a receiver sees how far it has come, and may give something else', async ({ openApp, issuers }) => {
    const { page } = await openApp({ at: 'view/' })
    stall(issuers)
    await page.locator('input[type=file]').setInputFiles([fileOf('record.json', waiting.text)])
    await page.getByText('39 of 40 parts checked').waitFor()
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await heading(page, 'Check a credential').waitFor()
  })

  test('checking again can be ended, and leaves what was known', async ({ openApp, issuers }) => {
    const app = await openApp()
    const { page } = app
    app.expectConsole(/404/)
    // Its host has no list yet, so that nothing of it is kept.
    for (const [url, { bytes, mediaType }] of waiting.documents)
      if (!url.includes('status')) issuers.answers.set(url, { body: bytes, mediaType })
    await addFile(page, fileOf('record.json', waiting.text))
    const verdict = page.locator('.verdict')
    const known = await verdict.innerText()
    expect(known).toContain('Data Literacy 101')
    stall(issuers)
    // A new worker: the old one remembers for a moment that there was none.
    await page.reload()
    await page.getByRole('button', { name: 'Check again' }).click()
    await page.getByText('39 of 40 parts checked').waitFor()
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await page.getByRole('button', { name: 'Check again' }).waitFor()
    expect(await verdict.innerText()).toBe(known)
    expect(await page.locator('progress').count()).toBe(0)
  })
})
