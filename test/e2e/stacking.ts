import type { Locator, Page } from 'playwright'
import type { JsonObject } from '../../src/core/model/json.ts'
import { type InterfaceText, loadInterface } from '../../src/text/index.ts'
import { loadStacks, type StacksText } from '../../src/text/stacks.ts'
import { issuedRecord } from '../issuer/example-record.ts'
import { issuerOf } from '../issuer/issuers.ts'
import { fileOf, type GivenFile } from './adding.ts'
import type { App, AppOptions, OpenApp } from './harness.ts'

/** A person before the screen of stacks, with its words. */
export interface Stacking {
  readonly app: App
  readonly page: Page
  readonly ui: InterfaceText
  readonly text: StacksText
}

/** Somebody who looks at the examples, and then at how they stack. */
export async function lookAtStacks(openApp: OpenApp, options: AppOptions = {}): Promise<Stacking> {
  const language = options.locale ?? 'en'
  const [ui, text] = await Promise.all([loadInterface(language), loadStacks(language)])
  const app = await openApp(options)
  const { page } = app
  await page.getByRole('button', { name: ui.first.example, exact: true }).click()
  await page.locator('a.card').first().waitFor()
  await openStacks(page, ui)
  return { app, page, ui, text }
}

/** By the link of the page, and until things are drawn. */
export async function openStacks(page: Page, ui: InterfaceText): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: ui.nav.stacks, exact: true }).click()
  await page.locator('.stack-thing').first().waitFor()
}

/** An achievement on the drawing, by the beginning of its name. */
export const thing = (page: Page, name: string): Locator =>
  page.locator('.stack-canvas').getByRole('button', { name: new RegExp(`^${name}\\b`) })

/** The name of what has the focus. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent?.trim() ?? ''
  })

/** Presses Tab until what has the focus matches; throws when nothing does. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return
  }
  throw new Error(`the keyboard does not come to ${selector}`)
}

const college = issuerOf('westbridge')
const idOf = (kind: string, number: number) => `https://westbridge.example/${kind}/${number}`

/**
 * A record of so many courses, each a part of one of the certificates (ten courses each, around one skill), every certificate of one of the
 * degrees (ten each), each course after the one before it.
 */
export async function largeRecord(courses: number): Promise<GivenFile> {
  const certificates = Math.ceil(courses / 10)
  const all = Array.from({ length: courses }, (_, index) => index)
  const parts = [
    ...all.map((index) => awardOf('Course', index, { alignment: [skillOf(Math.floor(index / 10))] })),
    ...all.slice(0, certificates).map((index) => awardOf('Certificate', index)),
    ...all.slice(0, Math.ceil(certificates / 10)).map((index) => awardOf('AssociateDegree', index)),
  ]
  const says = [
    ...all.map((index) => [idOf('Course', index), 'isPartOf', idOf('Certificate', Math.floor(index / 10))] as const),
    ...all
      .filter((index) => index % 10 > 0)
      .map((index) => [idOf('Course', index - 1), 'precedes', idOf('Course', index)] as const),
    ...all
      .slice(0, certificates)
      .map((index) => [idOf('Certificate', index), 'isPartOf', idOf('AssociateDegree', Math.floor(index / 10))] as const),
  ]
  const stated = {
    issuer: college,
    suite: 'eddsa-jcs-2022',
    number: 900,
    name: 'A long life',
    from: '2026-06-01T00:00:00Z',
  } as const
  const { text } = await issuedRecord({ ...stated, parts, defines: [], says })
  return fileOf('a-long-life.json', text)
}

function skillOf(number: number): JsonObject {
  return { type: ['Alignment'], targetName: `Skill ${number}`, targetUrl: `https://skills.example/s/${number}` }
}

function awardOf(
  achievementType: string,
  index: number,
  more: JsonObject = {},
): { readonly from: string; readonly subject: JsonObject; readonly achievement: JsonObject } {
  const said = { name: `${achievementType} ${index}`, description: '…', criteria: { narrative: '…' } }
  return {
    from: `${2000 + (index % 26)}-05-01T00:00:00Z`,
    subject: {},
    achievement: { id: idOf(achievementType, index), achievementType, ...said, ...more },
  }
}
