import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import { configuration, federation, statementAbout, statementAddress, token } from '../issuer/federation.ts'
import { issue } from '../issuer/issue.ts'
import { issuerOf } from '../issuer/issuers.ts'
import { addFile, expectVerdict, fileOf, publish } from './adding.ts'
import { type App, test } from './harness.ts'

const westbridge = issuerOf('westbridge')
const kestrel = issuerOf('kestrel', { identity: 'did:web' })
const list = JSON.stringify({ name: 'Our partners', issuers: [{ id: westbridge.id, name: 'Westbridge College' }] })

const keyOnly = /^Unchanged since it was signed, but by a key that anyone could have made\./
const genuine = /^Genuine\. Issued by Westbridge College on/

async function chooseList(page: Page, name: string, content: string): Promise<void> {
  await page.locator('.trust-own input[type=file]').setInputFiles([fileOf(name, content)])
}

/** Opens the page of the only credential in the wallet again. */
async function openTheOne({ page, visit }: App): Promise<void> {
  await visit('')
  await page.locator('a[href*="credential/?id="]').first().click()
  await page.getByRole('button', { name: 'Check again' }).waitFor()
}

describe('a list of institutions', () => {
  test('given as a file makes a badge of a listed issuer genuine, and taken away again it does not', async ({ openApp }) => {
    const app = await openApp()
    const { page } = app
    await addFile(page, fileOf('badge.json', (await issue({ issuer: westbridge })).text))
    await expectVerdict(page, keyOnly)

    await app.visit('settings/')
    await chooseList(page, 'partners.json', list)
    await page.getByText('1 institution · as of').waitFor()
    expect(await app.audit()).toEqual([])
    await openTheOne(app)
    await expectVerdict(page, genuine)
    await page.getByText('listed by Our partners').first().waitFor()

    await app.visit('settings/')
    await page.getByLabel('Use: Our partners').focus()
    await page.keyboard.press('Space')
    await page.locator('label.chip:not(.on)', { has: page.getByLabel('Use: Our partners') }).waitFor()
    await openTheOne(app)
    await expectVerdict(page, keyOnly)

    await app.visit('settings/')
    await page.getByRole('button', { name: 'Remove Our partners' }).click()
    await page.getByText('No list is in use yet.').waitFor()
  })

  test('that cannot be read is refused in words, and nothing of it is taken', async ({ openApp }) => {
    const { page } = await openApp({ at: 'settings/' })
    await chooseList(page, 'office.csv', 'issuer,name\nkestrel.example,Kestrel\nwestbridge.example/here,Westbridge\n')
    await page.getByText('Line 3 of the list cannot be read').waitFor()
    await chooseList(page, 'photo.png', 'not a list')
    await page.getByText('We found no list of institutions in it.').waitFor()
    await page.getByText('No list is in use yet.').waitFor()
  })

  test('by its address is asked only when told to, and keeps what it said when its host is silent', async ({
    openApp,
    issuers,
  }) => {
    const app = await openApp({ at: 'settings/' })
    const { page } = app
    const address = 'https://office.example/partners.json'
    issuers.answers.set(address, { body: list })
    await page.getByLabel('Or its address').fill(address)
    expect(issuers.asked).toEqual([])
    await page.getByRole('button', { name: 'Read it from office.example' }).click()
    await page.getByText('1 institution · as of').waitFor()
    expect(issuers.asked).toEqual([address])

    issuers.answers.set(address, { body: '', broken: true })
    app.expectConsole(/Failed to load resource.*office\.example/)
    // What was asked a moment ago is not asked again in the same visit.
    await app.visit('settings/')
    await page.getByRole('button', { name: 'Read again Our partners' }).click()
    await page.getByText('office.example did not answer.').waitFor()
    await page.getByText('1 institution · as of').waitFor()
  })

  test('that answers about single issuers with signed statements is asked about those in the wallet', async ({
    openApp,
    issuers,
  }) => {
    const app = await openApp()
    const { page } = app
    await addFile(page, fileOf('badge.json', (await issue({ issuer: westbridge })).text))
    const now = Math.floor(Date.now() / 1000)
    const claims = { iat: now, exp: now + 24 * 60 * 60 }
    const serve = async (address: string, text: Promise<string>) =>
      issuers.answers.set(address, { body: token(await text).bytes, mediaType: 'application/entity-statement+jwt' })
    await serve(federation.address, configuration({ claims }))
    await serve(statementAddress(westbridge.id), statementAbout(westbridge.id, 'Westbridge College', { claims }))

    await app.visit('settings/')
    await page.getByLabel('Or its address').fill(federation.address)
    await page.getByRole('button', { name: 'Read it from registry.example' }).click()
    await page
      .getByText('registry.example is asked about each issuer in your wallet, so it learns which ones they are.')
      .waitFor()
    expect(issuers.asked).toEqual([federation.address])
    await page.getByRole('button', { name: `Add ${federation.name}` }).click()
    await page.getByText('Knows 1 of your issuers').waitFor()
    expect(issuers.asked.at(-1)).toBe(statementAddress(westbridge.id))
    await openTheOne(app)
    await expectVerdict(page, genuine)
    await page.getByText(`listed by ${federation.name}`).first().waitFor()
  })
})

describe('an issuer that the learner trusts', () => {
  test('is called genuine with the key that it was trusted with, until the trust is taken back', async ({ openApp }) => {
    const app = await openApp()
    const { page } = app
    await addFile(page, fileOf('badge.json', (await issue({ issuer: westbridge })).text))
    await expectVerdict(page, keyOnly)
    await page.getByRole('button', { name: 'I trust this issuer' }).press('Enter')
    await page.getByRole('dialog', { name: 'Do you trust “Westbridge College”?' }).waitFor()
    expect(await app.audit()).toEqual([])
    await page.getByRole('button', { name: 'I trust it', exact: true }).press('Enter')
    await expectVerdict(page, genuine)
    await page.getByText('trusted by you').first().waitFor()

    await app.visit('settings/')
    await page.getByText('Fingerprint of the key').waitFor()
    await page.getByRole('button', { name: 'Stop trusting Westbridge College' }).click()
    await page.getByText('None. On the page of a credential').waitFor()
    await openTheOne(app)
    await expectVerdict(page, keyOnly)
  })

  test('who signs with another key is not, and it is said', async ({ openApp, issuers }) => {
    const app = await openApp()
    const { page } = app
    const first = await issue({ issuer: kestrel })
    publish(issuers, first.documents)
    await addFile(page, fileOf('first.json', first.text))
    await page.getByRole('button', { name: 'I trust this issuer' }).click()
    await page.getByRole('button', { name: 'I trust it', exact: true }).click()
    await expectVerdict(page, /^Genuine\. Issued by Kestrel University/)

    const other = await issue({
      issuer: issuerOf('kestrel', { identity: 'did:web', key: 'P-256' }),
      id: 'urn:uuid:00000000-0000-4000-8000-000000000002',
    })
    await app.visit('add/')
    await addFile(page, fileOf('second.json', other.text))
    await expectVerdict(page, /^Genuine and unchanged\. Its issuer is known to us only by its web address/)
    await page.getByText('You trust this issuer, but with another key than the one that signed this.').first().waitFor()
    await page.getByRole('button', { name: 'Trust this key too' }).click()
    await page.getByRole('button', { name: 'I trust it', exact: true }).click()
    await expectVerdict(page, /^Genuine\. Issued by Kestrel University/)
  })

  test('is not offered where nothing shows that the issuer signed it', async ({ openApp }) => {
    const { page } = await openApp()
    const { text } = await issue({ issuer: westbridge })
    await addFile(page, fileOf('changed.json', text.replace('"creditsEarned": 6', '"creditsEarned": 60')))
    await expectVerdict(page, /^This was changed after it was issued/)
    expect(await page.getByRole('button', { name: 'I trust this issuer' }).count()).toBe(0)
  })
})
