import { copyFile, readFile, rm } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import type { Download, Page } from 'playwright'
import { decodeQR } from 'qr/decode.js'
import { describe, expect } from 'vitest'
import { loadBackup } from '../../src/text/backup.ts'
import { languages, loadInterface } from '../../src/text/index.ts'
import { bakePng } from '../issuer/bake.ts'
import { LEARNER } from '../issuer/content.ts'
import { issue } from '../issuer/issue.ts'
import { badgePng } from '../issuer/pictures.ts'
import { fileOf, type GivenFile, pickFiles } from './adding.ts'
import { filmOf } from './camera.ts'
import { type App, test } from './harness.ts'

const passphrase = 'tundra velvet oboe kitten marble drizzle'

/** Three that stand alone, of three kinds of file; none of them asks a host. */
async function threeFiles(): Promise<readonly GivenFile[]> {
  const [json, jwt, inside] = [await issue(), await issue({ jwt: { form: 'vc+jwt' } }), await issue({ content: 'minimal' })]
  return [
    fileOf('one.json', `${json.text}\n`),
    fileOf('two.jwt', jwt.text),
    fileOf('three.png', bakePng(badgePng(), inside.text)),
  ]
}

async function fill(app: App, files: readonly GivenFile[]): Promise<void> {
  await pickFiles(app.page, ...files)
  if (files.length === 1) await app.page.getByRole('button', { name: 'Check again' }).waitFor()
  else
    await app.page
      .getByRole('link', { name: 'See them in the wallet' })
      .or(app.page.getByRole('button', { name: 'Clear' }))
      .first()
      .waitFor()
}

async function saved(download: Promise<Download>): Promise<GivenFile> {
  const file = await download
  return fileOf(file.suggestedFilename(), await readFile(await file.path()))
}

async function makeBackup(app: App): Promise<GivenFile> {
  const { page } = app
  await app.visit('settings/')
  await page.getByRole('button', { name: 'Make a backup' }).click()
  await page.getByLabel('Passphrase for this file').fill(passphrase)
  await page.getByText('Strong.').waitFor()
  await page.getByLabel('The same once more').fill(passphrase)
  const download = page.waitForEvent('download')
  await page.locator('form').getByRole('button', { name: 'Make the backup' }).click()
  const file = await saved(download)
  await page.getByText(/was given to your browser to save/).waitFor()
  return file
}

async function openBackup(page: Page, file: GivenFile, key = passphrase): Promise<void> {
  await page
    .getByLabel(/^Choose (a backup|another) file/)
    .or(page.locator('form input[type=file]'))
    .last()
    .setInputFiles(file)
  await page.getByLabel('Passphrase or recovery code').fill(key)
  await page.getByRole('button', { name: 'Open it' }).click()
}

async function restore(app: App, file: GivenFile): Promise<void> {
  const { page } = app
  await app.visit('restore/')
  await openBackup(page, file)
  await page.getByRole('button', { name: 'Put it into this wallet' }).click()
  await page.getByRole('heading', { name: 'It is done' }).waitFor()
}

/** What the wallet shows, and the bytes of everything in it. */
async function wallet(app: App): Promise<unknown> {
  const { page } = app
  await app.visit('')
  const cards = page.locator('a.card')
  await cards.first().waitFor()
  const shown = await cards.evaluateAll((each) =>
    each.map((card) => [(card as HTMLElement).dataset['verdict'], (card as HTMLElement).innerText]),
  )
  await app.visit('settings/')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save all originals (ZIP)' }).click()
  const zip = unzipSync(new Uint8Array((await saved(download)).buffer))
  return {
    shown,
    files: Object.fromEntries(Object.entries(zip).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')])),
  }
}

describe('a backup', () => {
  test('makes a fresh profile the same wallet, and nothing happens twice', async ({ openApp }) => {
    const before = await openApp()
    await fill(before, await threeFiles())
    await before.visit('settings/')
    await before.page.getByText('There is no backup yet. 3 credentials would be lost with this device.').waitFor()
    await before.page.getByLabel('Yours').fill(LEARNER.email)
    await before.page.getByRole('button', { name: 'Add it' }).click()
    await before.page.getByRole('button', { name: `Remove ${LEARNER.email}` }).waitFor()
    const file = await makeBackup(before)
    expect(file.name).toMatch(/^satchel-backup-\d{4}-\d\d-\d\d\.age$/)
    await before.page.getByText('Everything in your wallet is in it.').waitFor()
    const there = await wallet(before)

    const after = await openApp()
    await after.page.getByRole('link', { name: 'I have a backup or another device' }).click()
    await openBackup(after.page, file, 'something else')
    await after.page.getByText(/^That does not open this backup/).waitFor()
    await openBackup(after.page, file)
    await after.page.getByText('3 credentials. None of them is in this wallet yet.').waitFor()
    await after.page.getByRole('button', { name: 'Put it into this wallet' }).click()
    await after.page.getByText('3 credentials were added.').waitFor()
    await after.page.getByText('1 identity was added to yours.').waitFor()
    expect(await wallet(after)).toEqual(there)

    await restore(after, file)
    await after.page.getByText('No credential was new.').waitFor()
    await after.page.getByText('3 were here already and stay as they are.').waitFor()
    expect(await wallet(after)).toEqual(there)
  })

  test('joins what is in a wallet already', async ({ openApp }) => {
    const [one, two, three] = await threeFiles()
    const before = await openApp()
    await fill(before, [one, two] as readonly GivenFile[])
    const file = await makeBackup(before)
    const after = await openApp()
    await fill(after, [two, three] as readonly GivenFile[])
    await after.visit('restore/')
    await openBackup(after.page, file)
    await after.page.getByText('2 credentials. 1 of them is in this wallet already.').waitFor()
    await after.page.getByRole('button', { name: 'Put it into this wallet' }).click()
    await after.page.getByText('1 credential was added.').waitFor()
    await after.page.getByRole('link', { name: 'To the wallet' }).click()
    await after.page.locator('a.card').nth(2).waitFor()
    expect(await after.page.locator('a.card').count()).toBe(3)
  })

  test('is tried without anything being changed', async ({ openApp }) => {
    const app = await openApp()
    await fill(app, await threeFiles())
    const file = await makeBackup(app)
    await app.page.getByRole('button', { name: 'Try a backup' }).last().click()
    await openBackup(app.page, file)
    await app.page.getByText('It opens, and it is whole.').waitFor()
    await app.page.getByText('3 credentials. 3 of them are in this wallet already.').waitFor()
    await app.page.getByText('Nothing in your wallet was changed.').waitFor()
    await app.page.getByText(/It was tried on/).waitFor()
  })

  test('that is damaged, cut short or something else says so', async ({ openApp }) => {
    const app = await openApp()
    await fill(app, (await threeFiles()).slice(0, 1))
    const { name, buffer } = await makeBackup(app)
    const changed = Buffer.from(buffer)
    changed.writeUInt8(changed.readUInt8(changed.length - 200) ^ 1, changed.length - 200)
    await app.visit('restore/')
    for (const [bytes, words] of [
      [changed, /^This backup is damaged or cut short/],
      [buffer.subarray(0, buffer.length - 500), /^This backup is damaged or cut short/],
      [Buffer.from('{}'), 'This is not a backup that Satchel can read.'],
    ] as const) {
      await openBackup(app.page, { name, mimeType: 'application/octet-stream', buffer: bytes })
      await app.page.getByText(words).waitFor()
    }
  })

  test('that is added like a credential is opened where backups are', async ({ openApp }) => {
    const app = await openApp()
    await fill(app, (await threeFiles()).slice(0, 1))
    const file = await makeBackup(app)
    await app.visit('add/')
    await pickFiles(app.page, file)
    await app.page.getByRole('button', { name: 'Look inside' }).click()
    await app.page.getByText(new RegExp(`^${file.name}, `)).waitFor()
    await app.page.getByLabel('Passphrase or recovery code').fill(passphrase)
    await app.page.getByRole('button', { name: 'Open it' }).click()
    await app.page.getByText('1 credential. 1 of them is in this wallet already.').waitFor()
  })

  test('is closed with six words that are drawn, and too easy ones are refused', async ({ openApp }) => {
    const { page } = await openApp({ at: 'settings/' })
    await page.getByRole('button', { name: 'Make a backup' }).click()
    await page.getByLabel('Passphrase for this file').fill('password1')
    await page.getByText(/^Too easy to guess\./).waitFor()
    await page.getByLabel('The same once more').fill('password1')
    await page.getByRole('button', { name: 'Make the backup' }).click()
    await page.getByText(/^Too easy to guess: choose another one/).waitFor()
    await page.getByRole('button', { name: 'Draw six words' }).click()
    const words = await page.locator('.drawn-words').innerText()
    await page.getByLabel('Passphrase for this file').fill(`${words} x`)
    await page.getByRole('button', { name: 'Make the backup' }).click()
    await page.getByText('These are not the words above.').waitFor()
    await page.getByLabel('Passphrase for this file').fill(` ${words} `)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Make the backup' }).click()
    expect((await saved(download)).buffer.toString('latin1', 0, 21)).toBe('age-encryption.org/v1')
  })
})

describe('the wallet', () => {
  test('says a quiet word of what is only here, once there is much of it, and leaves it at that', async ({ openApp }) => {
    const app = await openApp()
    const { page } = app
    const texts = await Promise.all(Array.from({ length: 5 }, (_, index) => issue({ id: `urn:uuid:${index}` })))
    await fill(
      app,
      texts.map(({ text }, index) => fileOf(`${index}.json`, text)),
    )
    await app.visit('')
    await page.locator('a.card').nth(4).waitFor()
    // To guard it comes first.
    await page.getByRole('button', { name: 'Later' }).click()
    await page.getByText('5 credentials are only on this device.').waitFor()
    expect(await app.audit()).toEqual([])
    await page.getByRole('button', { name: 'Later' }).click()
    await page.getByText('5 credentials are only on this device.').waitFor({ state: 'detached' })
    await app.visit('')
    await page.locator('a.card').nth(4).waitFor()
    expect(await page.getByText('only on this device').count()).toBe(0)
  })

  test('mends what is damaged from its original bytes', async ({ openApp }) => {
    const app = await openApp()
    const { page } = app
    await fill(app, await threeFiles())
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('satchel')
          request.onerror = () => reject(request.error)
          request.onsuccess = () => {
            const store = request.result.transaction('cards', 'readwrite').objectStore('cards')
            const cursor = store.openCursor()
            cursor.onsuccess = () => cursor.result?.delete()
            store.transaction.oncomplete = () => {
              request.result.close()
              resolve()
            }
          }
        }),
    )
    await app.visit('')
    await page.getByText('1 record is not as it was left. The others are not affected.').waitFor()
    expect(await page.locator('a.card').count()).toBe(2)
    expect(await app.audit()).toEqual([])
    await page.getByRole('button', { name: 'Mend' }).click()
    await page.getByText('1 record is mended and none is set aside').waitFor()
    await page.locator('a.card').nth(2).waitFor()
  })
})

describe('everything can be taken away', () => {
  test('as a locked Universal Wallet, which Satchel opens again', async ({ openApp }) => {
    const before = await openApp()
    await fill(before, await threeFiles())
    await before.visit('settings/')
    await before.page.getByLabel('Password for it (may stay empty)').fill('open sesame')
    const download = before.page.waitForEvent('download')
    await before.page.getByRole('button', { name: 'Save as a Universal Wallet file' }).click()
    const file = await saved(download)
    expect(file.buffer.toString()).not.toContain('Data Storytelling')

    const after = await openApp({ at: 'add/' })
    await pickFiles(after.page, file)
    await after.page.getByLabel('Its password').fill('open')
    await after.page.getByRole('button', { name: 'Open it' }).click()
    await after.page.getByText(/^That does not open this wallet file/).waitFor()
    await after.page.getByLabel('Its password').fill('open sesame')
    await after.page.getByRole('button', { name: 'Open it' }).click()
    await after.page.getByText('Added', { exact: false }).nth(2).waitFor()
    await after.visit('')
    expect(await after.page.locator('a.card').count()).toBe(3)
  })
})

describe('a wallet moves to another device', () => {
  test('from screen to camera, both ways', async ({ openApp, onTestFinished }) => {
    const [first] = await threeFiles()
    const film = await filmOf(['nothing yet'])
    const receiver = await openApp({ at: 'move/', camera: film })
    await receiver.page.getByRole('button', { name: 'The new one: receive here' }).click()
    const code = await receiver.page.getByText(/^Both screens should show/).innerText()
    const recipient = codeIn(await drawnCode(receiver.page))
    expect(recipient).toMatch(/^AGE1/)

    const keyFilm = await filmOf([recipient])
    onTestFinished(async () => {
      await Promise.all([film, keyFilm].map((each) => rm(each, { force: true })))
    })
    const sender = await openApp({ camera: keyFilm })
    await fill(sender, [first] as readonly GivenFile[])
    await sender.visit('move/')
    await sender.page.getByRole('button', { name: 'The old one: send from here' }).click()
    expect(await sender.page.getByText(/^Both screens should show/).innerText()).toBe(code)
    await sender.page.getByRole('button', { name: 'They are the same: send' }).click()
    await copyFile(await filmOf(await framesShown(sender.page)), film)

    await receiver.page.getByRole('button', { name: 'The other device has scanned it' }).click()
    await receiver.page.getByText('1 credential. None of them is in this wallet yet.').waitFor({ timeout: 40_000 })
    await receiver.page.getByRole('button', { name: 'Put it into this wallet' }).click()
    await receiver.page.getByText('1 credential was added.').waitFor()
    expect(await wallet(receiver)).toEqual(await wallet(sender))
  })

  test('and a code that is none is told from one', async ({ openApp }) => {
    const app = await openApp({ at: 'move/' })
    app.expectConsole(/camera/i)
    await app.page.getByRole('button', { name: 'The old one: send from here' }).click()
    await app.page.getByLabel('Or paste its text here').fill('age1nobody')
    await app.page.getByRole('button', { name: 'Use this text' }).click()
    await app.page.getByText('That is not the code of a device that waits for a wallet.').waitFor()
  })
})

/** Twice as many frames as the sender needs, as they are shown. */
async function framesShown(page: Page): Promise<readonly string[]> {
  await page.getByRole('button', { name: 'Pause' }).click()
  const frames = new Set<string>()
  for (let step = 0; step < 40; step += 1) {
    frames.add(codeIn(await drawnCode(page)))
    await page.getByRole('button', { name: 'Next code' }).click()
  }
  return [...frames]
}

async function drawnCode(page: Page): Promise<{ readonly size: number; readonly path: string }> {
  const svg = page.locator('svg.qr')
  await svg.waitFor()
  return svg.evaluate((element) => ({
    size: Number(element.getAttribute('viewBox')?.split(' ')[2]),
    path: element.querySelector('path')?.getAttribute('d') ?? '',
  }))
}

/** Reads a drawing as a camera would, with six pixels to a module. */
function codeIn({ size, path }: { readonly size: number; readonly path: string }): string {
  const scale = 6
  const width = size * scale
  const data = new Uint8Array(width * width * 4).fill(255)
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(run)) * scale; column += 1) {
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3)
      }
    }
  }
  return decodeQR({ width, height: width, data })
}

describe.each(languages)('in %s', (language) => {
  test('every screen of it is fit for everyone', async ({ openApp }) => {
    const [{ backup, restore: words, move }, ui] = [await loadBackup(language), await loadInterface(language)]
    const app = await openApp({ locale: language, at: 'settings/' })
    const { page } = app
    app.expectConsole(/camera/i)
    await page.getByRole('button', { name: backup.make }).click()
    await page.getByLabel((await loadBackup(language)).close.fresh).waitFor()
    const found: Record<string, readonly string[]> = { settings: await app.audit() }
    await app.visit('restore/')
    await page.getByRole('button', { name: words.choose }).waitFor()
    found['restore'] = await app.audit()
    await app.visit('move/')
    await page.getByRole('button', { name: move.to }).click()
    await page.locator('svg.qr').waitFor()
    found['receive'] = await app.audit()
    await page.getByRole('button', { name: move.back }).click()
    await page.getByRole('button', { name: move.from }).click()
    await page.getByRole('heading', { name: move.scanTitle }).waitFor()
    found['send'] = await app.audit()
    expect(found).toEqual({ settings: [], restore: [], receive: [], send: [] })
    expect(await page.title()).toContain(ui.titles.move)
  })
})
