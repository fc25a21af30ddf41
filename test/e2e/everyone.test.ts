import { describe, expect } from 'vitest'
import { issue } from '../issuer/issue.ts'
import { addFile, fileOf } from './adding.ts'
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
