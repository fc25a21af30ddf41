import { describe, expect } from 'vitest'
import { issueBadge } from '../issuer/badges.ts'
import { issue } from '../issuer/issue.ts'
import { issuerOf } from '../issuer/issuers.ts'
import { addFile, fileOf, publish } from './adding.ts'
import { type App, type AppOptions, test } from './harness.ts'

const kinds = (['light', 'dark'] as const).flatMap((colorScheme) =>
  (['phone', 'desktop'] as const).map((device) => ({ colorScheme, device })),
)
const viewports = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } }

const optionsOf = ({ colorScheme, device }: (typeof kinds)[number]): AppOptions => ({ colorScheme, viewport: viewports[device] })

/** No part of a page may be wider than the screen. */
const overflow = ({ page }: App) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('every page can be used by everyone', () => {
  test.for(kinds)('on a $device, $colorScheme', async (kind, { openApp }) => {
    const app = await openApp(optionsOf(kind))
    const found: Record<string, readonly string[]> = {}
    const look = async (name: string) => {
      found[name] = await app.audit()
      expect(await overflow(app), name).toBeLessThanOrEqual(0)
    }
    await look('first run')
    for (const screen of ['add/', 'settings/', 'credential/']) {
      await app.visit(screen)
      await app.page.waitForLoadState('networkidle')
      await look(screen)
    }
    const { text } = await issue()
    await app.visit('add/')
    await addFile(app.page, fileOf('badge.json', text))
    for (const detail of await app.page.locator('details:not([open]) > summary').all())
      if (await detail.isVisible()) await detail.click()
    await look('a credential, opened up')
    await app.visit('')
    await app.page
      .getByRole('link', { name: /Data Storytelling/ })
      .first()
      .waitFor()
    await look('wallet')
    expect(Object.entries(found).filter(([, problems]) => problems.length > 0)).toEqual([])
  })
})

describe('with letters twice as large', () => {
  test.for(['en', 'fr'] as const)('nothing is wider than a phone: %s', async (locale, { openApp, issuers }) => {
    const app = await openApp({ locale })
    await app.context.addInitScript(() =>
      document.addEventListener('DOMContentLoaded', () => {
        document.documentElement.style.fontSize = '200%'
      }),
    )
    const look = async (name: string) => expect(await overflow(app), name).toBeLessThanOrEqual(0)
    const { text, documents } = await issue({ issuer: issuerOf('westbridge', { identity: 'did:web' }) })
    publish(issuers, documents)
    for (const screen of ['', 'add/', 'settings/', 'view/']) {
      await app.visit(screen)
      await look(screen)
    }
    await app.page.locator('input[type=file]').setInputFiles([fileOf('badge.json', text)])
    await app.page.locator('.view-verdict').waitFor()
    await look('what a receiver sees')
    const older = await issueBadge()
    publish(issuers, older.documents)
    await app.visit('view/')
    await app.page.locator('input[type=file]').setInputFiles([fileOf('older.json', older.text)])
    await app.page.locator('.picture-offer').waitFor()
    await look('an older badge, whose picture lies at its issuer’s')
    await app.visit('add/')
    await app.page.locator('input[type=file]').setInputFiles([fileOf('badge.json', text), fileOf('broken.json', '{')])
    await app.page.locator('a.item-row').waitFor()
    await look('what was given')
    await app.page.locator('a.item-row').click()
    await app.page.locator('.question').first().waitFor()
    await look('a credential')
    await app.visit('settings/')
    await app.page.locator('table.log').waitFor()
    await look('what left this device')
    for (const layout of ['cards', 'list']) {
      await app.visit('')
      await app.page.locator('a.card').waitFor()
      await look(`the wallet as ${layout}`)
      await app.page.locator('.toolbar > button').click()
    }
  })
})

describe('the keyboard keeps its place', () => {
  test('when what was pressed goes away', async ({ openApp }) => {
    const { page } = await openApp()
    const press = async (name: string | RegExp) => {
      await page.getByRole('button', { name }).focus()
      await page.keyboard.press('Enter')
    }
    const focused = (selector: string) => page.locator(`${selector}:focus`).waitFor()
    await press('Look at an example')
    await page.locator('a.card').first().waitFor()
    await focused('h1')
    await press(/^Micro-credential 3$/)
    await focused('.chip')
    await press('Remove the filter Micro-credential')
    await focused('.chip')
    await press('Remove them')
    await page.getByRole('heading', { name: 'Your badges and records' }).waitFor()
    await focused('h1')
    await press('Undo')
    await page.locator('a.card').first().click()
    await press('Check again')
    await page.getByText(/^As of /).waitFor()
    await focused('.button')
  })
})

describe('every page speaks', () => {
  test.for(['en', 'es', 'fr'] as const)('%s', async (locale, { openApp }) => {
    const app = await openApp({ locale })
    expect(await app.page.locator('html').getAttribute('lang')).toBe(locale)
    const words = { en: 'Wallet', es: 'Cartera', fr: 'Portefeuille' }
    expect(await app.page.title()).toContain('Satchel')
    await app.page.getByRole('heading', { level: 1 }).first().waitFor()
    expect(await app.page.locator('body').innerText()).toContain(words[locale])
  })
})
