import { readFile } from 'node:fs/promises'
import { describe, expect } from 'vitest'
import { type BackupText, loadBackup } from '../../src/text/backup.ts'
import { issue } from '../issuer/issue.ts'
import { fileOf, type GivenFile, pickFiles } from './adding.ts'
import { createAuthenticator } from './authenticator.ts'
import {
  arrive,
  button,
  go,
  heading,
  lock,
  type Person,
  passphrase,
  secureByPasskey,
  secureByPassphrase,
  unlockByPassphrase,
} from './guarding.ts'
import { test } from './harness.ts'

/* The old device is lost. What is left is a backup, and what opened the wallet. */

const title = /Data Storytelling/

async function wallet(at: Person): Promise<readonly string[]> {
  await go(at.page, at.ui.titles.wallet)
  const cards = at.page.locator('a.card')
  await cards.filter({ hasText: title }).first().waitFor()
  return cards.evaluateAll((each) =>
    each.map((card) => `${(card as HTMLElement).dataset['verdict']} ${(card as HTMLElement).innerText}`),
  )
}

/** A backup that is closed with what opens the wallet. */
async function backUp({ page, ui }: Person, words: BackupText, key: string): Promise<GivenFile> {
  await go(page, ui.titles.settings)
  await button(page, words.backup.make).first().click()
  await page.getByLabel(words.close.known).fill(key)
  const saving = page.waitForEvent('download')
  await page.locator('form').getByRole('button', { name: words.close.go }).click()
  const download = await saving
  return fileOf(download.suggestedFilename(), await readFile(await download.path()))
}

describe('on a new device', () => {
  test.for([
    ['en', 'code'],
    ['es', 'passphrase'],
    ['fr', 'code'],
  ] as const)('the wallet comes back from a backup, in %s by %s, and is guarded again', async ([locale, by], { openApp }) => {
    const words = await loadBackup(locale)
    const old = await arrive(openApp, { locale })
    if (by === 'code') await createAuthenticator(old.page)
    await go(old.page, old.ui.titles.add)
    await pickFiles(old.page, fileOf('badge.json', (await issue()).text))
    await old.page.waitForURL(/\/credential\/\?id=/)
    const code = await (by === 'code' ? secureByPasskey(old) : secureByPassphrase(old))
    const there = await wallet(old)
    const file = await backUp(old, words, by === 'code' ? code : passphrase)
    await old.app.close()

    const fresh = await arrive(openApp, { locale })
    await fresh.page.getByRole('link', { name: fresh.ui.first.restore }).click()
    await fresh.page.locator('form input[type=file]').last().setInputFiles(file)
    const key = by === 'code' ? code.toLowerCase().replaceAll('-', ' ') : passphrase
    await fresh.page.getByLabel(words.restore.key).fill(key)
    await button(fresh.page, words.restore.open).click()
    await button(fresh.page, words.restore.go).click()
    await heading(fresh.page, words.restore.doneTitle).waitFor()
    expect(await fresh.app.audit()).toEqual([])
    expect(await wallet(fresh)).toEqual(there)
    await secureByPassphrase(fresh)
    await lock(fresh)
    await unlockByPassphrase(fresh, passphrase)
    expect(await wallet(fresh)).toEqual(there)
  })
})
