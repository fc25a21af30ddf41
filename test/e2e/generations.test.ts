import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import { badgeGenerations, issueBadge } from '../issuer/badges.ts'
import { badgeBakings } from '../issuer/badges-baked.ts'
import { clr1Forms, issueClr1 } from '../issuer/clr1.ts'
import { endorsement } from '../issuer/endorse.ts'
import { issue } from '../issuer/issue.ts'
import { issuerOf } from '../issuer/issuers.ts'
import { disclosing, issueSdJwt, metadata } from '../issuer/sd-jwt.ts'
import { addFile, fileOf, publish } from './adding.ts'
import { test } from './harness.ts'

const bakings = ['PNG, badge in iTXt', 'PNG, address in tEXt', 'SVG, badge'] as const

/** The title of the credential that is open, and the sentence over it. */
async function openedIn(page: Page): Promise<{ readonly title: string; readonly verdict: string }> {
  await page.locator('.verdict').first().waitFor()
  const [title, verdict] = await Promise.all([
    page.getByRole('heading', { level: 1 }).last().innerText(),
    page.locator('.verdict').first().innerText(),
  ])
  return { title, verdict }
}

describe('a badge of every generation goes in, is verified by the rules of its time and can be read', () => {
  for (const generation of badgeGenerations) {
    test(`Open Badges ${generation}, as JSON and in pictures`, async ({ openApp, issuers }) => {
      const app = await openApp({ at: 'add/' })
      const badge = await issueBadge({ generation })
      publish(issuers, badge.documents)
      const files = [
        fileOf('badge.json', badge.text),
        ...bakings.map((baking) => fileOf(baking.startsWith('PNG') ? 'badge.png' : 'badge.svg', badgeBakings[baking](badge))),
      ]
      for (const file of files) {
        await app.visit('add/')
        await addFile(app.page, file)
        // Open Badges 0.5 states no address: its JSON alone cannot be asked for anywhere.
        const isLost = generation === '0.5' && !(await app.page.getByText('Lives at').count())
        const { title, verdict } = await openedIn(app.page)
        expect(title).toContain('First aid at sea')
        if (!isLost && generation !== '0.5') expect(verdict).toMatch(/^Genuine and unchanged\. .*westbridge\.example/)
        await app.page.getByRole('link', { name: /^Read the requirements at westbridge\.example/ }).waitFor()
      }
    })
  }

  test('a signed one too', async ({ openApp, issuers }) => {
    const app = await openApp({ at: 'add/' })
    const badge = await issueBadge({ signed: 'RSA' })
    publish(issuers, badge.documents)
    await addFile(app.page, fileOf('badge.jws', badge.text))
    expect((await openedIn(app.page)).verdict).toMatch(/^Genuine and unchanged/)
  })

  test('one that its issuer withdrew says so', async ({ openApp, issuers }) => {
    const app = await openApp({ at: 'add/' })
    const badge = await issueBadge({ revoked: 'body' })
    publish(issuers, badge.documents)
    await addFile(app.page, fileOf('badge.json', badge.text))
    expect((await openedIn(app.page)).verdict).toMatch(/withdrew this|withdrawn/)
  })
})

describe('a transcript of CLR 1.0', () => {
  test.for(clr1Forms)('%s, is verified and reads as a transcript', async (form, { openApp, issuers }) => {
    const app = await openApp({ at: 'add/', viewport: { width: 1280, height: 800 } })
    const record = await issueClr1({ form })
    publish(issuers, record.documents)
    await addFile(app.page, fileOf('record.json', record.text))
    expect((await openedIn(app.page)).verdict).toMatch(/^Genuine and unchanged/)
    await app.page.getByText('Issued to Ana Rivera').waitFor()
    await app.page.getByRole('rowheader', { name: /^Data Structures/ }).waitFor()
    await app.page.getByText('Credits stated: 16.5').waitFor()
    expect(await app.audit()).toEqual([])
  })
})

describe('an SD-JWT credential', () => {
  test('shows what is disclosed, and that the rest is kept back', async ({ openApp, issuers }) => {
    const app = await openApp({ at: 'add/' })
    publish(issuers, metadata())
    await addFile(app.page, fileOf('badge.jwt', disclosing(await issueSdJwt())))
    expect((await openedIn(app.page)).verdict).toMatch(/^Genuine and unchanged/)
    await app.page.getByText(/^\d+ facts? that (is|are) not shown here$/).waitFor()
  })
})

describe('who vouches', () => {
  const kestrel = issuerOf('kestrel', { identity: 'did:web' })
  const westbridge = issuerOf('westbridge', { identity: 'did:web' })
  const id = 'urn:uuid:e0e0e0e0-0000-4000-8000-000000000002'

  test('is said with their own standing; what nothing confirms stands apart', async ({ openApp, issuers }) => {
    const app = await openApp({ at: 'add/' })
    const { page } = app
    const good = await endorsement(id, kestrel)
    const { text, documents } = await issue({
      issuer: westbridge,
      id,
      change: (credential) => ({ ...credential, endorsement: [good, { ...good, name: 'Praise' }] }),
    })
    publish(issuers, documents)
    publish(issuers, (await issue({ issuer: kestrel })).documents)
    await addFile(page, fileOf('badge.json', text))
    await page.getByRole('heading', { name: 'Endorsed by Kestrel University' }).waitFor()
    await page.locator('em', { hasText: 'entry' }).first().waitFor()
    expect(await page.getByRole('heading', { name: 'Endorsed by “Kestrel University”' }).count()).toBe(0)
    await page.getByText('1 endorsement that nothing confirms').click()
    await page.getByRole('heading', { name: 'Endorsed by “Kestrel University”' }).waitFor()
    expect(await app.audit()).toEqual([])
  })

  test('alone is read as what somebody says about something', async ({ openApp, issuers }) => {
    const { page } = await openApp({ at: 'view/' })
    publish(issuers, (await issue({ issuer: kestrel })).documents)
    const document = await endorsement('https://westbridge.example/achievements/1', kestrel)
    await page.locator('input[type=file]').setInputFiles([fileOf('endorsement.json', JSON.stringify(document))])
    await page.getByText('Kestrel University says about westbridge.example/achievements/1').first().waitFor()
    await page.locator('blockquote em', { hasText: 'entry' }).waitFor()
  })
})
