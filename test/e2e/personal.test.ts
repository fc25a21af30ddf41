import { createHash } from 'node:crypto'
import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import type { JsonObject } from '../../src/core/model/json.ts'
import { credentialOf, LEARNER } from '../issuer/content.ts'
import { type IssueOptions, issue } from '../issuer/issue.ts'
import { identityDocuments, issuerOf } from '../issuer/issuers.ts'
import { refreshAddress, withRefresh } from '../issuer/refresh.ts'
import { signedUnder } from '../issuer/under-texts.ts'
import { addFile, expectVerdict, fileOf, publish } from './adding.ts'
import { type App, test } from './harness.ts'
import type { IssuerServer } from './issuer-server.ts'

const westbridge = issuerOf('westbridge', { identity: 'did:web' })
const later = '2025-05-03T09:00:00Z'
const identity = (page: Page) => page.locator('details.question').nth(3)

async function badge(issuers: IssuerServer, options: IssueOptions = {}): Promise<string> {
  const { text, documents } = await issue({ issuer: westbridge, ...options })
  publish(issuers, documents)
  return text
}

/** A badge whose learner is known by a hashed student number as well. */
function alsoByStudentNumber(credential: JsonObject): JsonObject {
  const subject = credential['credentialSubject'] as JsonObject
  const identityHash = `sha256$${createHash('sha256').update('A-123salt').digest('hex')}`
  const number = { type: 'IdentityObject', hashed: true, identityHash, identityType: 'studentId', salt: 'salt' }
  return { ...credential, credentialSubject: { ...subject, identifier: [...(subject['identifier'] as JsonObject[]), number] } }
}

/** By the links of the page, as people go: leaving the page in the very moment of a change would take the change along. */
async function openCredential(app: App, name: RegExp = /Data Storytelling/): Promise<void> {
  await app.page.getByRole('navigation').getByRole('link', { name: 'Wallet', exact: true }).click()
  await app.page.getByRole('link', { name }).first().click()
  await identity(app.page).waitFor()
}

describe('a learner says who they are', () => {
  test('and sees which badges are theirs, without any host being asked', async ({ openApp, issuers }) => {
    const app = await openApp()
    const { page } = app
    await addFile(page, fileOf('badge.json', await badge(issuers)))
    await identity(page).getByText('Could not be checked').first().waitFor()
    await page.getByRole('link', { name: 'Say which are yours' }).click()
    await page.getByRole('heading', { name: 'Who you are' }).waitFor()
    issuers.asked.length = 0

    await page.getByLabel('Yours').fill('nobody')
    await page.getByRole('button', { name: 'Add it' }).click()
    await page.getByText('That is not an e-mail address.').waitFor()
    await page.getByLabel('Yours').fill(LEARNER.email.toUpperCase())
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: `Remove ${LEARNER.email.toUpperCase()}` }).waitFor()
    await openCredential(app)
    await identity(page).locator('summary').click()
    await identity(page)
      .getByText(/^It was issued to an identity that you gave, once written in the usual way/)
      .first()
      .waitFor()

    await app.visit('settings/')
    await page.getByRole('button', { name: `Change ${LEARNER.email.toUpperCase()}` }).click()
    await page.getByLabel('Yours').fill('somebody@else.example')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('button', { name: 'Remove somebody@else.example' }).waitFor()
    await openCredential(app)
    await identity(page).locator('summary').click()
    await identity(page)
      .getByText(/^It was issued to another address/)
      .first()
      .waitFor()
    await expectVerdict(page, /^Genuine and unchanged/)
    expect(issuers.asked).toEqual([])

    await app.visit('settings/')
    await page.getByRole('button', { name: 'Remove somebody@else.example' }).click()
    await page.getByText('None yet.').waitFor()
  })

  test('and no storage in clear has any of it', async ({ openApp }) => {
    const { page } = await openApp({ at: 'settings/' })
    await page.getByLabel('Yours').fill('ana.rivera@learner.example')
    await page.getByRole('button', { name: 'Add it' }).click()
    await page.getByRole('button', { name: 'Remove ana.rivera@learner.example' }).waitFor()
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
    expect(kept).not.toContain('ana.rivera')
  })
})

test('a reviewer is asked for what the badge names people by', async ({ openApp, issuers }) => {
  const { page } = await openApp({ at: 'view/' })
  await page
    .locator('input[type=file]')
    .setInputFiles([fileOf('badge.json', await badge(issuers, { change: alsoByStudentNumber }))])
  await page.getByRole('heading', { level: 1, name: /^Genuine/ }).waitFor()
  await page.getByLabel('Compare by').selectOption('Student number')
  await page.getByLabel('Who should this be? (their student number)').fill('A-124')
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Genuine, but not shown to be this person’s.' }).waitFor()
  await page.getByLabel('Who should this be? (their student number)').fill('A-123')
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await page.getByText('It was issued to A-123.').waitFor()
  await page.getByLabel('Compare by').selectOption('E-mail')
  await page.getByLabel('Who should this be? (their e-mail)').fill(LEARNER.email)
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await page.getByText(`It was issued to ${LEARNER.email}.`).waitFor()
})

describe('a newer version', () => {
  test('is asked for when the learner wants it, compared, kept, and replaces the old one', async ({ openApp, issuers }) => {
    const app = await openApp()
    const { page } = app
    app.expectConsole(/404/)
    await addFile(page, fileOf('badge.json', await badge(issuers, { change: withRefresh() })))
    await page.getByText(/^westbridge\.example then learns/).waitFor()
    expect(issuers.asked).not.toContain(refreshAddress)

    const ask = page.getByRole('button', { name: 'Ask for a newer version' })
    await ask.click()
    await page.getByText(/^westbridge\.example .*404/).waitFor()
    issuers.answers.set(refreshAddress, { body: await badge(issuers, { change: withRefresh() }) })
    await ask.click()
    await page.getByText('There is no newer version.').waitFor()

    issuers.answers.set(refreshAddress, {
      body: await badge(issuers, { change: withRefresh({ validFrom: later, name: 'Data Storytelling II' }) }),
    })
    await ask.click()
    const dialog = page.getByRole('dialog', { name: 'There is a newer version' })
    await dialog.getByRole('row', { name: /Title.*Data Storytelling.*Data Storytelling II/ }).waitFor()
    expect(await app.audit()).toEqual([])
    await dialog.getByRole('button', { name: 'Keep the newer one' }).click()
    await page.getByText(/^Replaced by a newer version of May 3, 2025\./).waitFor()
    await expectVerdict(page, /^A newer version, from May 3, 2025, has replaced this one\. Do not rely on it\./)
    await page.getByRole('link', { name: 'See the newer version' }).click()
    await page.getByRole('heading', { level: 1, name: 'Data Storytelling II' }).waitFor()
    await expectVerdict(page, /^Genuine and unchanged/)

    await app.visit('')
    await page.getByText('Replaced by a newer version').first().waitFor()
    await page
      .getByRole('link', { name: /Replaced by a newer version/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Check again' }).click()
    await expectVerdict(page, /^A newer version, from May 3, 2025, has replaced this one/)
  })

  test('that is added by hand replaces the old one as well', async ({ openApp, issuers }) => {
    const app = await openApp()
    await addFile(app.page, fileOf('newer.json', await badge(issuers, { change: withRefresh({ validFrom: later }) })))
    await app.visit('add/')
    await addFile(app.page, fileOf('older.json', await badge(issuers, { change: withRefresh() })))
    await app.page.getByText(/^Replaced by a newer version of/).waitFor()
  })
})

describe('a vocabulary that Satchel does not have', () => {
  const vocabulary = 'https://vocabulary.example/library/v1'
  const terms = { '@context': { cohort: 'https://vocabulary.example/library#cohort' } }

  test('is fetched only when the learner says so, used, listed in Settings, and forgotten there', async ({
    openApp,
    issuers,
  }) => {
    const app = await openApp()
    const { page } = app
    app.expectConsole(/404/)
    const plain = credentialOf(westbridge, { content: 'minimal' })
    const contexts = [...(plain['@context'] as string[]), vocabulary]
    const signed = await signedUnder(
      new Map([[vocabulary, terms]]),
      { ...plain, cohort: 'Autumn', '@context': contexts },
      westbridge,
    )
    publish(issuers, identityDocuments(westbridge.institution))
    await addFile(page, fileOf('badge.json', JSON.stringify(signed)))
    const fetch = page.getByRole('button', { name: 'Fetch this vocabulary from vocabulary.example' })
    await fetch.waitFor()
    expect(issuers.asked).not.toContain(vocabulary)

    await fetch.click()
    await page.getByText(/^vocabulary\.example .*404/).waitFor()
    issuers.answers.set(vocabulary, { body: JSON.stringify(terms), mediaType: 'application/ld+json' })
    issuers.asked.length = 0
    await fetch.click()
    await expectVerdict(page, /^Genuine and unchanged/)
    expect(await fetch.count()).toBe(0)
    expect(issuers.asked.filter((url) => url === vocabulary)).toHaveLength(1)

    await app.visit('settings/')
    await page.getByRole('heading', { name: 'Vocabularies you allowed' }).waitFor()
    expect(await app.audit()).toEqual([])
    await page.getByRole('button', { name: `Remove ${vocabulary}` }).click()
    await expect.poll(() => page.getByRole('heading', { name: 'Vocabularies you allowed' }).count()).toBe(0)
  })
})

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ].map((viewport) => ({ colorScheme, viewport })),
)

test.for(looks)('who one is can be said by everyone: $colorScheme, $viewport.width wide', async (look, { openApp }) => {
  const app = await openApp({ at: 'settings/', ...look })
  await app.page.getByLabel('Kind').selectOption('Student number')
  await app.page.getByLabel('Yours').fill('A-123')
  await app.page.keyboard.press('Enter')
  await app.page.getByRole('button', { name: 'Remove A-123' }).waitFor()
  expect(await app.audit()).toEqual([])
})
