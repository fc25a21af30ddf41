import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import { loadSecurity } from '../../src/text/security.ts'
import { issue } from '../issuer/issue.ts'
import { fileOf, pickFiles } from './adding.ts'
import { createAuthenticator } from './authenticator.ts'
import {
  begin,
  beginSecuring,
  button,
  card,
  go,
  heading,
  keepCode,
  lock,
  passphrase,
  secureByPasskey,
  secureByPassphrase,
  typePassphrase,
  unlockByPassphrase,
} from './guarding.ts'
import { test } from './harness.ts'

const otherPassphrase = 'velvet anchor thimble cobalt parsnip lantern'

const row = (page: Page, name: string) => page.locator('.trust-row').filter({ hasText: name })

describe('guarding by passkey', () => {
  test.for(['en', 'es', 'fr'] as const)('secures, locks, and unlocks by one touch: %s', async (locale, { openApp }) => {
    const person = await begin(openApp, { locale })
    const { app, page, text } = person
    const found: Record<string, readonly string[]> = {}
    const look = async (name: string) => {
      found[name] = await app.audit()
    }
    await createAuthenticator(page)
    await beginSecuring(person)
    await look('choose')
    await button(page, text.secure.passkey).click()
    await keepCode(person, look)
    await heading(page, text.secure.doneTitle).waitFor()
    await look('done')
    await go(page, person.ui.titles.settings)
    await row(page, text.kinds.recovery).waitFor()
    await look('settings')
    await button(page, text.settings.lock).click()
    await heading(page, text.unlock.heading).waitFor()
    await look('locked')

    expect(await page.title()).toBe('Satchel')
    await page.locator(':focus').filter({ hasText: text.unlock.passkey }).waitFor()
    await page.keyboard.press('Enter')
    await heading(page, person.ui.titles.settings).waitFor()
    await go(page, person.ui.titles.wallet)
    await card(page).waitFor()
    expect(Object.entries(found).filter(([, problems]) => problems.length > 0)).toEqual([])
  })

  test('adds a second passkey, removes the first with it, and unlocks with it', async ({ openApp }) => {
    const person = await begin(openApp)
    const { page, text } = person
    const first = await createAuthenticator(page)
    await secureByPasskey(person)
    await go(page, 'Settings')
    await button(page, text.settings.addPasskey).click()
    await button(page, text.ask.others.passkey).click()
    await button(page, text.settings.passkey).waitFor()
    await first.setPresence(false)
    await createAuthenticator(page, { transport: 'usb' })
    await button(page, text.settings.passkey).click()
    await row(page, text.devices.key).waitFor()

    await page.getByRole('button', { name: text.settings.removeNamed(text.devices.linux) }).click()
    await page.getByText(text.settings.removeWords).waitFor()
    await button(page, text.ask.others.passkey).click()
    await page.getByText(text.settings.removed(text.devices.linux)).waitFor()
    await row(page, text.devices.linux).waitFor({ state: 'detached' })
    await first.remove()
    await lock(person)
    await button(page, text.unlock.passkey).click()
    await heading(page, 'Settings').waitFor()
  })

  test('leads on to a passphrase when the authenticator has no secret to give', async ({ openApp }) => {
    const person = await begin(openApp)
    const { page, text } = person
    await createAuthenticator(page, { prf: false })
    await beginSecuring(person)
    await button(page, text.secure.passkey).click()
    await page.getByText(/cannot make the key that your wallet needs/).waitFor()
    await button(page, text.secure.passphrase).click()
    await typePassphrase(person, passphrase)
    await keepCode(person)
    await heading(page, text.secure.doneTitle).waitFor()
  })

  test('changes nothing when nobody touches, or somebody else does', async ({ openApp }) => {
    const person = await begin(openApp)
    const { page, text } = person
    const stranger = await createAuthenticator(page, { userVerified: false })
    await beginSecuring(person)
    await button(page, text.secure.passkey).click()
    await page.getByText('No passkey was used.', { exact: false }).waitFor()
    await stranger.remove()
    const mine = await createAuthenticator(page)
    await button(page, text.secure.passkey).click()
    await keepCode(person)
    await heading(page, text.secure.doneTitle).waitFor()
    await lock(person)
    await mine.setUserVerified(false)
    await button(page, text.unlock.passkey).click()
    await page.getByText('No passkey was used.', { exact: false }).waitFor()
    await page.locator(':focus').filter({ hasText: text.unlock.passkey }).waitFor()
    await button(page, text.ask.others.recovery).waitFor()
  })
})

describe('guarding by passphrase', () => {
  test('refuses what is too easy, and a slip in the second', async ({ openApp }) => {
    const person = await begin(openApp)
    const { page, text } = person
    await beginSecuring(person)
    await button(page, text.secure.passphrase).click()
    await typePassphrase(person, 'password123')
    await page.getByText(text.secure.tooEasy).waitFor()
    await page.getByLabel(text.secure.fresh).fill(passphrase)
    await button(page, text.secure.go).click()
    await page.getByText(text.secure.differs).waitFor()
    await button(page, text.secure.generate).click()
    const drawn = (await page.locator('.drawn-words').textContent()) ?? ''
    expect(drawn.split(' ')).toHaveLength(6)
    await page.getByLabel(text.secure.fresh).fill(`${drawn} `)
    await button(page, text.secure.go).click()
    await heading(page, text.secure.codeTitle).waitFor()
    await button(page, text.secure.kept).click()
    await page.getByLabel(text.secure.backField).fill('00000-00000-00000-00000-00000-00000')
    await button(page, text.secure.go).click()
    await page.getByText(/^Group \d is not the same/).waitFor()
  })

  test.for(['en', 'es', 'fr'] as const)(
    'opens for the right one alone, and once changed for the new one alone: %s',
    { timeout: 120_000 },
    async (locale, { openApp }) => {
      const person = await begin(openApp, { locale })
      const { app, page, text, ui } = person
      const code = await secureByPassphrase(person)
      await lock(person)
      await unlockByPassphrase(person, `${passphrase} or so`)
      await page.locator('.ask-problem').waitFor()
      await page.locator('input:focus').waitFor()
      expect(await page.getByLabel(text.ask.passphrase, { exact: true }).inputValue()).toBe(`${passphrase} or so`)
      expect(await app.audit()).toEqual([])
      await unlockByPassphrase(person, ` ${passphrase} `)
      await heading(page, ui.titles.settings).waitFor()

      await button(page, text.settings.changePassphrase).click()
      await unlockByPassphrase(person, passphrase)
      await page.getByLabel(text.secure.fresh).waitFor()
      expect(await app.audit()).toEqual([])
      await typePassphrase(person, otherPassphrase)
      await page.getByText(text.settings.passphraseChanged).waitFor()
      await lock(person)
      await unlockByPassphrase(person, passphrase)
      await page.locator('.ask-problem').waitFor()
      await unlockByPassphrase(person, otherPassphrase)
      await heading(page, ui.titles.settings).waitFor()

      await lock(person)
      await button(page, text.ask.others.recovery).click()
      await page.getByLabel(text.ask.recovery, { exact: true }).fill(`${code.slice(0, 6)}U${code.slice(7)}`)
      await page.keyboard.press('Enter')
      await page.getByText(text.ask.recoveryGroup(2)).waitFor()
      await page.getByLabel(text.ask.recovery, { exact: true }).fill(code.toLowerCase())
      await page.keyboard.press('Enter')
      await heading(page, ui.titles.settings).waitFor()
      await go(page, ui.titles.wallet)
      await card(page).waitFor()
    },
  )

  test('gives a way a name, changes the locks, and keeps the last way', async ({ openApp }) => {
    const person = await begin(openApp)
    const { page, text } = person
    await secureByPassphrase(person)
    await go(page, 'Settings')
    await page.getByRole('button', { name: text.settings.renameNamed(text.kinds.passphrase) }).click()
    await page.getByLabel(text.settings.name, { exact: true }).fill('What only I know')
    await page.keyboard.press('Enter')
    await row(page, 'What only I know').waitFor()
    await button(page, text.settings.locks).click()
    await unlockByPassphrase(person, passphrase)
    await page.getByText(text.settings.locksChanged).waitFor()

    await page.getByRole('button', { name: text.settings.removeNamed(text.kinds.recovery) }).click()
    await unlockByPassphrase(person, passphrase)
    await page.getByText(text.settings.removed(text.kinds.recovery)).waitFor()
    await page.getByText(text.settings.last).waitFor()
    const last = page.getByRole('button', { name: text.settings.removeNamed('What only I know') })
    expect(await last.getAttribute('aria-disabled')).toBe('true')
    await last.click({ force: true })
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  test('says honestly that nobody else can open it, and erases it on request', async ({ openApp }) => {
    const person = await begin(openApp)
    const { app, page, text, ui } = person
    await secureByPassphrase(person)
    await lock(person)
    await button(page, text.unlock.noWay).click()
    await heading(page, text.unlock.noWayTitle).waitFor()
    await button(page, text.unlock.erase).click()
    expect(await app.audit()).toEqual([])
    await page.getByLabel(ui.settings.eraseType(ui.settings.eraseWord)).fill(ui.settings.eraseWord)
    await button(page, ui.settings.eraseConfirm).click()
    await heading(page, ui.first.heading).waitFor()
  })
})

describe('locking', () => {
  test('reaches every tab, and a tab beside an open one asks for nothing', async ({ openApp }) => {
    const person = await begin(openApp)
    const { app, text } = person
    await secureByPassphrase(person)
    const beside = await app.context.newPage()
    await beside.goto(app.url)
    await card(beside).waitFor()
    await lock(person)
    await heading(beside, text.unlock.heading).waitFor()
    expect(await beside.locator('a.card').count()).toBe(0)
  })

  test('comes by itself when nobody touches the wallet, in whichever tab', async ({ openApp }) => {
    const person = await begin(openApp)
    const { app, page, text } = person
    await secureByPassphrase(person)
    await go(page, 'Settings')
    await page.getByText(text.settings.minutes(1), { exact: true }).click()
    await go(page, 'Wallet')
    await card(page).waitFor()
    const beside = await app.context.newPage()
    await beside.clock.install()
    await beside.goto(app.url)
    await card(beside).waitFor()
    await beside.clock.fastForward(50_000)
    await beside.keyboard.press('Shift')
    await beside.clock.fastForward(50_000)
    await card(beside).waitFor()
    await beside.clock.fastForward(61_000)
    await beside.clock.runFor(1_000)
    await heading(page, text.unlock.heading).waitFor()
    await heading(beside, text.unlock.heading).waitFor()
  })

  test('leaves nothing to see of a page that nobody looks at, if that is chosen', async ({ openApp }) => {
    const person = await begin(openApp)
    const { page, text } = person
    await secureByPassphrase(person)
    await go(page, 'Settings')
    await page.getByText(text.settings.hide, { exact: true }).click()
    await go(page, 'Wallet')
    await card(page).waitFor()
    await look(page, 'hidden')
    await page.locator('.curtain').waitFor()
    expect(await page.title()).toBe('Satchel')
    expect(await card(page).isVisible()).toBe(false)
    await look(page, 'visible')
    await page.locator('.curtain').waitFor({ state: 'detached' })
    await card(page).waitFor()
    expect(await page.title()).toContain('Wallet')
  })
})

/** As if somebody turned to another tab, or came back: a headless page is always looked at. */
async function look(page: Page, state: DocumentVisibilityState): Promise<void> {
  await page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, state)
}

describe('the suggestion to guard the wallet', () => {
  test('comes with the third credential of one’s own, and goes with a “later”', async ({ openApp }) => {
    const app = await openApp()
    const { page } = app
    const text = await loadSecurity('en')
    const badge = async (number: number) => {
      const { text: badgeText } = await issue({
        content: 'minimal',
        proof: { suite: 'eddsa-jcs-2022' },
        id: `urn:uuid:00000000-0000-4000-8000-00000000000${number}`,
      })
      return fileOf(`badge-${number}.json`, badgeText)
    }
    await pickFiles(page, await badge(1), await badge(2))
    await page.getByText('2 added').first().waitFor()
    await go(page, 'Wallet')
    await card(page).waitFor()
    expect(await page.getByText(text.secure.suggestion).count()).toBe(0)
    await go(page, 'Add')
    await pickFiles(page, await badge(3))
    await page.waitForURL(/credential/)
    await go(page, 'Wallet')
    await page.getByText(text.secure.suggestion).waitFor()
    expect(await app.audit()).toEqual([])
    await page.locator('.banner', { hasText: text.secure.suggestion }).getByRole('button', { name: text.secure.later }).click()
    await page.getByText(text.secure.suggestion).waitFor({ state: 'detached' })
    await app.visit('')
    await card(page).waitFor()
    expect(await page.getByText(text.secure.suggestion).count()).toBe(0)
  })
})

describe('securing that broke off', () => {
  test.for(['finish', 'leave'] as const)('is told of, and can be gone on with or left: %s', async (choice, { openApp }) => {
    const person = await begin(openApp)
    const { app, page, text } = person
    await beginSecuring(person)
    await button(page, text.secure.passphrase).click()
    await typePassphrase(person, passphrase)
    await stallWhileStaging(page)
    await keepCode(person)
    await page.getByText(text.secure.workingWords).waitFor()
    await expect.poll(() => staged(page), { timeout: 15_000 }).toBeGreaterThan(0)

    await app.visit('')
    await card(page).waitFor()
    await page.getByText(text.interrupted.words).waitFor()
    expect(await app.audit()).toEqual([])
    await button(page, text.interrupted[choice]).click()
    if (choice === 'finish') {
      await page.getByLabel(text.ask.passphrase, { exact: true }).fill(passphrase)
      await page.keyboard.press('Enter')
      await page.getByText(text.interrupted.finished).waitFor()
      await lock(person)
      await unlockByPassphrase(person, passphrase)
      await heading(page, 'Settings').waitFor()
    } else {
      await page.getByText(text.interrupted.left).waitFor()
      await app.visit('')
      await card(page).waitFor()
      await go(page, 'Settings')
      await page.getByText(text.settings.open).waitFor()
    }
  })
})

/** From now on encrypting goes on for a while and then never ends, as if the page were stopped in the middle. */
async function stallWhileStaging(page: Page): Promise<void> {
  await page.evaluate(() => {
    const encrypt = crypto.subtle.encrypt.bind(crypto.subtle)
    let left = 8
    crypto.subtle.encrypt = (...given: Parameters<typeof encrypt>) => {
      left -= 1
      return left > 0 ? encrypt(...given) : new Promise(() => undefined)
    }
  })
}

/** How many records lie ready for the next key. */
function staged(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('satchel')
        opening.onsuccess = () => {
          const asking = opening.result.transaction('next').objectStore('next').count()
          asking.onsuccess = () => {
            opening.result.close()
            resolve(asking.result)
          }
        }
      }),
  )
}
