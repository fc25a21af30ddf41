import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import { fileOf } from './adding.ts'
import { dist, test } from './harness.ts'
import { focused, lookAtStacks, tabTo, thing } from './stacking.ts'

const desktop = { width: 1280, height: 800 }
const [degree, certificate, nursing] = [
  'Associate of Science in Data Analytics',
  'Community Data',
  'Bachelor of Science in Nursing',
]

describe('with the keyboard alone', () => {
  test('up and down the ladder, into a card, to the credential, and back to where one was', async ({ openApp }) => {
    const { page, text } = await lookAtStacks(openApp, { viewport: desktop })
    await tabTo(page, '.stack-thing')
    await page.keyboard.press('Home')
    expect(await focused(page)).toContain(degree)
    // Down to what led here: of its three parts the nearest; then along the row until the certificate.
    await page.keyboard.press('ArrowDown')
    await press(page, 'ArrowLeft', certificate)
    await page.keyboard.press('ArrowUp')
    expect(await focused(page)).toContain(degree)
    await page.keyboard.press('ArrowDown')
    await press(page, 'ArrowLeft', certificate)

    await page.keyboard.press('f')
    await page.getByText(text.page.focus.on(certificate)).waitFor()
    await thing(page, nursing).waitFor({ state: 'detached' })
    expect(await focused(page)).toContain(certificate)

    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe(certificate)
    await tabTo(page, '.stack-card a')
    expect(await focused(page)).toBe(text.page.card.openNamed(certificate))
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/credential\/\?id=[^&]+&part=4$/)
    await page.getByRole('heading', { level: 1, name: certificate }).waitFor()

    await page.goBack()
    await page.getByText(text.page.focus.on(certificate)).waitFor()
    await thing(page, certificate).waitFor()
    await page.goBack()
    await thing(page, nursing).waitFor()
  })

  test('a thing says what it is and what it belongs to; Escape leads back to it from its card', async ({ openApp }) => {
    const { page, text } = await lookAtStacks(openApp, { viewport: desktop })
    await thing(page, certificate).focus()
    const { before, after } = text.relations.counts
    for (const said of ['Certificate', 'Westbridge College', text.relations.parts(3, 3), before(3), after(1)])
      expect(await focused(page)).toContain(said)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 2, name: certificate }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.stack-card').waitFor({ state: 'detached' })
    await expect.poll(() => focused(page)).toContain(certificate)
  })

  test('the arrows choose the view, and the address remembers it', async ({ openApp }) => {
    const { page, text } = await lookAtStacks(openApp, { viewport: desktop })
    await page.getByRole('tab', { name: text.page.views.ladder }).focus()
    for (const view of ['skills', 'timeline', 'outline'] as const) {
      await page.keyboard.press('ArrowRight')
      await page.waitForURL(new RegExp(`view=${view}`))
      expect(await page.getByRole('tab', { name: text.page.views[view] }).getAttribute('aria-selected')).toBe('true')
    }
    await page.reload()
    await page.getByRole('tree').waitFor()
  })
})

/** Presses a key until the focus is on something of that name. */
async function press(page: Page, key: string, name: string): Promise<void> {
  for (let presses = 0; presses < 12 && !(await focused(page)).startsWith(name); presses += 1) await page.keyboard.press(key)
  expect(await focused(page)).toContain(name)
}

describe('the outline says what the drawings say', () => {
  test('as a tree: what is a part of what, who says so, and how it stands', async ({ openApp }) => {
    const { page, text } = await lookAtStacks(openApp, { viewport: desktop })
    await page.getByRole('tab', { name: text.page.views.outline }).click()
    const tree = page.getByRole('tree', { name: text.relations.outline.label })
    await tree.waitFor()
    const item = (name: string | RegExp) => tree.getByRole('treeitem', { name }).first()
    expect(await titles(page, 1)).toEqual([
      text.relations.outline.achievements,
      text.relations.outline.skills,
      text.relations.outline.pathways,
    ])
    expect((await titles(page, 2)).slice(0, 2)).toEqual([
      text.relations.outline.tiers.degree,
      text.relations.outline.tiers.certificate,
    ])

    await item(new RegExp(degree)).focus()
    await page.keyboard.press('ArrowRight')
    const part = item(new RegExp(`^${certificate}.*Westbridge College`))
    await part.waitFor()
    expect(await part.getAttribute('aria-level')).toBe('4')
    expect(await item(/^Conflict Mediation/).getAttribute('aria-label')).toContain('Changed')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    expect(await item(new RegExp(degree)).getAttribute('aria-expanded')).toBe('false')
  })
})

/** The titles of the lines at a level, in order. */
function titles(page: Page, level: number): Promise<readonly string[]> {
  return page
    .locator(`[role=treeitem][aria-level="${level}"]`)
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-title') ?? ''))
}

describe('filters', () => {
  test('by kind, by issuer, and everything again', async ({ openApp }) => {
    const { page, text } = await lookAtStacks(openApp, { viewport: desktop })
    const words = text.page.filters
    await page.getByRole('button', { name: words.button, exact: true }).click()
    await page.getByRole('button', { name: new RegExp(`^${words.kinds['value-added']}`) }).click()
    await page.getByRole('button', { name: /^Show \d+ achievements?$/ }).click()
    await thing(page, certificate).waitFor({ state: 'detached' })
    await thing(page, nursing).waitFor()
    await page.getByRole('button', { name: words.remove(words.kinds['value-added']) }).click()
    await thing(page, certificate).waitFor()

    await page.getByRole('button', { name: words.button }).first().click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Pine County/ })
      .click()
    await page.getByRole('button', { name: /^Show \d+ achievements?$/ }).click()
    await thing(page, 'Swift Water Rescue').waitFor()
    await thing(page, certificate).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: words.clear }).click()
    await thing(page, certificate).waitFor()
  })
})

describe('a stack of one’s own', () => {
  test('is made, put in order with the keyboard, and still there when the app is opened again', async ({ openApp }) => {
    const { page, app, text } = await lookAtStacks(openApp, { viewport: desktop })
    const words = text.own.editor
    await page.getByRole('button', { name: text.own.make }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(words.name, { exact: true }).fill('What I want to be')
    await dialog.getByRole('radio', { name: new RegExp(words.ordered) }).check()
    for (const name of ['Swift Water Rescue', 'Maps and Measurements', 'Data Ethics']) {
      await dialog.getByRole('searchbox').fill(name)
      await dialog.getByRole('checkbox', { name: new RegExp(name) }).check()
    }
    await dialog.getByRole('button', { name: words.up('Maps and Measurements') }).focus()
    await page.keyboard.press('Enter')
    await dialog.getByText(words.moved('Maps and Measurements', 1, 3)).waitFor()
    expect(await focused(page)).toBe(words.up('Maps and Measurements'))
    await dialog.getByRole('button', { name: words.save }).click()
    await dialog.waitFor({ state: 'hidden' })

    await app.visit('stacks/')
    const card = page.locator('.own-card', { hasText: 'What I want to be' })
    const names = card.locator('.own-names li')
    await names.nth(2).waitFor()
    expect(await names.allInnerTexts()).toEqual(['Maps and Measurements', 'Swift Water Rescue', 'Data Ethics'])
    await card.getByRole('button', { name: text.own.showNamed('What I want to be') }).click()
    await thing(page, certificate).waitFor({ state: 'detached' })
    await thing(page, 'Data Ethics').waitFor()
  })
})

describe('a pathway', () => {
  test('is added as a file, says how far one is, and what is left', async ({ openApp }) => {
    const { page, text } = await lookAtStacks(openApp, { viewport: desktop })
    const words = text.pathways
    await page.locator('.pathway-add input[type=file]').setInputFiles([fileOf('pathway.json', pathwayFile())])
    const card = page.getByRole('article', { name: 'Data and rescue' })
    await card.waitFor()
    // Three steps, of which two are held; of issuers that nobody here knows, so that it is for the school to say.
    await card.getByText(words.progress(0, 3)).waitFor()
    await card.getByText(words.decides).waitFor()
    await card.getByText(words.steps(3)).click()
    await card.getByText(words.states.possible).first().waitFor()
    await card.getByText(words.states.missing).first().waitFor()
    await page.reload()
    await page.getByRole('article', { name: 'Data and rescue' }).waitFor()
  })
})

/** A pathway as a registry publishes it: two badges, and then a job. */
function pathwayFile(): string {
  const registry = 'https://credentialengineregistry.org/resources/ce-00000000-0000-4000-8000-00000000000'
  const step = (number: number, type: string, name: string, more: object) => ({
    '@id': `${registry}${number}`,
    '@type': `ceterms:${type}Component`,
    'ceterms:name': { en: name },
    ...more,
  })
  const both = [`${registry}1`, `${registry}2`]
  const steps = [
    step(1, 'Credential', 'Spreadsheets', { 'ceterms:proxyFor': 'https://cloudpath.example/badges/spreadsheets' }),
    step(2, 'Credential', 'Maps', { 'ceterms:proxyFor': 'https://pinecounty.example/badges/maps-and-measurements' }),
    step(3, 'Job', 'Rescue data desk', {
      'ceterms:hasCondition': [{ '@type': 'ceterms:ComponentCondition', 'ceterms:targetComponent': both }],
    }),
  ]
  const pathway = {
    '@id': `${registry}0`,
    '@type': 'ceterms:Pathway',
    'ceterms:name': { en: 'Data and rescue' },
    'ceterms:hasPart': steps.map((each) => each['@id']),
    'ceterms:hasDestinationComponent': [`${registry}3`],
  }
  return JSON.stringify({ '@context': 'https://credreg.net/ctdl/schema/context/json', '@graph': [pathway, ...steps] })
}

test('what draws stacks is loaded when they are opened, and not before', async ({ openApp }) => {
  const { page, url } = await openApp({ serviceWorkers: 'block' })
  await page.waitForLoadState('networkidle')
  const drawing = async () => {
    const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    const scripts = names.filter((name) => name.startsWith(url) && name.endsWith('.js'))
    const texts = await Promise.all(scripts.map((name) => readFile(new URL(name.slice(url.length), dist), 'utf8')))
    return texts.filter((text) => text.includes('stack-canvas')).length
  }
  expect(await drawing()).toBe(0)
  await page.getByRole('navigation').getByRole('link', { name: 'Stacks', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Stacks' }).waitFor()
  expect(await drawing()).toBe(1)
})
