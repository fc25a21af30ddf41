import { appendFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { serve } from '../../tools/serve.mjs'
import { issue } from '../issuer/issue.ts'
import { addFile, expectVerdict, fileOf } from './adding.ts'
import { dist, test } from './harness.ts'

describe('a learner', () => {
  test('looks at the examples, marked as such, without asking any host, and takes them out again', async ({
    openApp,
    issuers,
  }) => {
    const { page } = await openApp()
    await page.getByRole('button', { name: 'Look at an example' }).click()
    const cards = page.locator('a[href*="credential/?id="]')
    await cards.first().waitFor()
    expect(await cards.filter({ hasText: 'Example' }).count()).toBe(await cards.count())
    expect(issuers.asked).toEqual([])
    await page
      .getByRole('button', { name: /Remove (the examples|them)/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Look at an example' }).waitFor()
  })

  test('gets back what was added, byte for byte', async ({ openApp }) => {
    const { page } = await openApp()
    const { text } = await issue()
    const original = `\n  ${text}\n\n`
    await addFile(page, fileOf('with blanks.json', original))
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export original' }).click()
    expect(await readFile(await (await download).path(), 'utf8')).toBe(original)
  })

  test('removes a credential and thinks better of it', async ({ openApp }) => {
    const app = await openApp()
    const { text } = await issue()
    await addFile(app.page, fileOf('badge.json', text))
    await app.page.getByRole('button', { name: 'Remove' }).click()
    await app.page.getByRole('button', { name: 'Undo' }).click()
    await app.page
      .getByRole('link', { name: /Data Storytelling/ })
      .first()
      .click()
    await expectVerdict(app.page, /^Unchanged since it was signed/)
  })

  test('is asked before a newer version takes over', async ({ openApp, onTestFinished }) => {
    const copy = await mkdtemp(join(tmpdir(), 'satchel-dist-'))
    onTestFinished(() => rm(copy, { recursive: true, force: true }))
    await cp(dist.pathname, copy, { recursive: true })
    const served = await serve({ root: copy })
    onTestFinished(() => served.close())
    const app = await openApp({ served })
    await app.readyOffline()
    await appendFile(join(copy, 'sw.js'), '\n// a newer build\n')
    await app.visit('settings/')
    await app.page.getByText('A newer version is ready.').waitFor()
    const reloaded = app.page.waitForEvent('load')
    await app.page.getByRole('button', { name: 'Reload' }).click()
    await reloaded
    const state = await app.page.evaluate(async () => {
      const { waiting } = await navigator.serviceWorker.ready
      return waiting === null ? 'taken over' : 'waiting'
    })
    expect(state).toBe('taken over')
  })

  test('erases everything, and it is gone', async ({ openApp }) => {
    const app = await openApp()
    const { text } = await issue()
    await addFile(app.page, fileOf('badge.json', text))
    await app.visit('settings/')
    await app.page.getByRole('button', { name: 'Erase everything…' }).click()
    await app.page.getByRole('dialog').getByRole('textbox').fill('erase')
    await app.page.getByRole('button', { name: 'Erase for good' }).click()
    await app.page.getByRole('button', { name: 'Look at an example' }).waitFor()
    await app.visit('')
    await app.page.getByRole('button', { name: 'Look at an example' }).waitFor()
  })

  test('has two tabs that stay in step', async ({ openApp }) => {
    const app = await openApp()
    const other = await app.context.newPage()
    await other.goto(app.url)
    await other.getByRole('button', { name: 'Look at an example' }).waitFor()
    const { text } = await issue()
    await addFile(app.page, fileOf('badge.json', text))
    await other
      .getByRole('link', { name: /Data Storytelling/ })
      .first()
      .waitFor()
  })
})
