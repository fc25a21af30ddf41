import type { Page } from 'playwright'
import { expect } from 'vitest'
import { type InterfaceText, type Language, loadInterface } from '../../src/text/index.ts'
import { loadSecurity, type SecurityText } from '../../src/text/security.ts'
import type { App, AppOptions, OpenApp } from './harness.ts'

export const passphrase = 'tapir gondola mezzanine ochre quilt fjord'

/** A person before one page, with the words of its language. */
export interface Person {
  readonly app: App
  readonly page: Page
  readonly ui: InterfaceText
  readonly text: SecurityText
}

/** Somebody who opens the app for the first time. */
export async function arrive(openApp: OpenApp, options: AppOptions = {}): Promise<Person> {
  const language: Language = options.locale ?? 'en'
  const [ui, text] = await Promise.all([loadInterface(language), loadSecurity(language)])
  const app = await openApp(options)
  return { app, page: app.page, ui, text }
}

/** Somebody who looks at the examples. */
export async function begin(openApp: OpenApp, options: AppOptions = {}): Promise<Person> {
  const person = await arrive(openApp, options)
  await button(person.page, person.ui.first.example).click()
  await card(person.page).waitFor()
  return person
}

export const card = (page: Page) => page.locator('a.card').first()
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
export const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })

/** By the links of the page: loading it anew would lock the wallet. */
export async function go(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
  await heading(page, name).first().waitFor()
}

export async function beginSecuring({ page, ui, text }: Person): Promise<void> {
  await go(page, ui.titles.settings)
  await page.getByRole('link', { name: text.settings.begin }).click()
  await heading(page, text.secure.title).waitFor()
}

/** Reads the code from the card and types it back. */
export async function keepCode({ page, text }: Person, look?: (name: string) => Promise<unknown>): Promise<string> {
  const code = (await page.locator('.code-groups').textContent()) ?? ''
  expect(code).toMatch(/^([0-9A-Z]{5}-){5}[0-9A-Z]{5}$/)
  await look?.('code')
  await button(page, text.secure.kept).click()
  await page.getByLabel(text.secure.backField).fill(code.toLowerCase().replaceAll('-', ' '))
  await look?.('typed back')
  await button(page, text.secure.go).click()
  return code
}

export async function typePassphrase({ page, text }: Person, words: string): Promise<void> {
  // Letter by letter, as a person types: what the first letter brings about must not take the field away.
  await page.getByLabel(text.secure.fresh).pressSequentially(words)
  await page.getByLabel(text.secure.again).fill(words)
  await button(page, text.secure.go).click()
}

export async function secureByPassphrase(person: Person): Promise<string> {
  await beginSecuring(person)
  await button(person.page, person.text.secure.passphrase).click()
  await typePassphrase(person, passphrase)
  const code = await keepCode(person)
  await heading(person.page, person.text.secure.doneTitle).waitFor()
  return code
}

export async function secureByPasskey(person: Person): Promise<string> {
  await beginSecuring(person)
  await button(person.page, person.text.secure.passkey).click()
  const code = await keepCode(person)
  await heading(person.page, person.text.secure.doneTitle).waitFor()
  return code
}

export async function lock({ page, ui, text }: Person): Promise<void> {
  await go(page, ui.titles.settings)
  await button(page, text.settings.lock).click()
  await heading(page, text.unlock.heading).waitFor()
}

export async function unlockByPassphrase({ page, text }: Person, words: string): Promise<void> {
  const field = page.getByLabel(text.ask.passphrase, { exact: true })
  const way = button(page, text.ask.others.passphrase)
  await field.or(way).first().waitFor()
  if (await way.isVisible()) await way.click()
  await field.fill(words)
  await page.keyboard.press('Enter')
}
