import { describe, expect } from 'vitest'
import { languages } from '../../src/text/index.ts'
import { test } from './harness.ts'
import { lookAtStacks } from './stacking.ts'

const kinds = languages.flatMap((locale) => [
  { locale, device: 'phone', viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const,
  { locale, device: 'desktop', viewport: { width: 1280, height: 800 }, colorScheme: 'light' } as const,
])
const views = ['ladder', 'skills', 'timeline', 'outline'] as const

describe('stacks can be used by everyone', () => {
  test.for(kinds)('on a $device, in $locale', async (kind, { openApp }) => {
    const { app, page, text } = await lookAtStacks(openApp, kind)
    const found: Record<string, readonly string[]> = {}
    const look = async (name: string) => {
      found[name] = await app.audit()
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect(wider, name).toBeLessThanOrEqual(0)
    }
    for (const view of views) {
      await page.getByRole('tab', { name: text.page.views[view], exact: true }).click()
      await page
        .locator(view === 'outline' ? '[role=tree]' : `.stack-layer[data-view="${view}"] .stack-thing`)
        .first()
        .waitFor()
      await look(view)
    }
    await page.locator('[role=treeitem][data-node]').first().click()
    await page.locator('.stack-card').waitFor()
    await look('a card')
    for (const name of kind.locale === 'en' ? [text.page.filters.button, text.own.make, text.take.button] : []) {
      await page.getByRole('button', { name, exact: true }).click()
      await page.getByRole('dialog').waitFor()
      await look(name)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    }
    expect(Object.entries(found).filter(([, problems]) => problems.length > 0)).toEqual([])
  })
})
