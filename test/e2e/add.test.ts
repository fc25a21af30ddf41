import { describe, expect } from 'vitest'
import { bakePng, bakeSvg } from '../issuer/bake.ts'
import { type Issued, issue } from '../issuer/issue.ts'
import { issuerOf } from '../issuer/issuers.ts'
import { badgePng, badgeSvg } from '../issuer/pictures.ts'
import { addFile, expectVerdict, fileOf, type GivenFile, onCredentialPage, pickFiles, publish } from './adding.ts'
import { test } from './harness.ts'

const westbridge = issuerOf('westbridge', { identity: 'did:web' })
const byAddress = 'Genuine and unchanged. Its issuer is known to us only by its web address, westbridge.example.'

const ways: readonly {
  readonly way: string
  readonly make: () => Promise<{ readonly file: GivenFile; readonly issued: Issued }>
}[] = [
  { way: 'JSON', make: () => given('badge.json', { issuer: westbridge }, (text) => text) },
  {
    way: 'a compact JWT',
    make: () => given('badge.jwt', { issuer: westbridge, jwt: { form: 'vc+jwt' } }, (text) => text),
  },
  { way: 'a baked PNG', make: () => given('badge.png', { issuer: westbridge }, (text) => bakePng(badgePng(), text)) },
  { way: 'a baked SVG', make: () => given('badge.svg', { issuer: westbridge }, (text) => bakeSvg(badgeSvg('DS'), text)) },
]

async function given(name: string, options: Parameters<typeof issue>[0], bake: (text: string) => string | Uint8Array) {
  const issued = await issue(options)
  return { file: fileOf(name, bake(issued.text)), issued }
}

describe('a credential comes in', () => {
  test.for(ways)('as a file: $way', async ({ make }, { openApp, issuers }) => {
    const { page } = await openApp()
    const { file, issued } = await make()
    publish(issuers, issued.documents)
    await addFile(page, file)
    await expectVerdict(page, byAddress)
    await page.getByRole('heading', { name: 'Data Storytelling' }).first().waitFor()
  })

  test('by dropping it anywhere', async ({ openApp, issuers }) => {
    const { page } = await openApp()
    const issued = await issue({ issuer: westbridge })
    publish(issuers, issued.documents)
    await page.evaluate((text) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([text], 'dropped.json'))
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    }, issued.text)
    await onCredentialPage(page)
    await expectVerdict(page, byAddress)
  })

  test('by pasting it anywhere', async ({ openApp, issuers }) => {
    const { page } = await openApp()
    const issued = await issue({ issuer: westbridge })
    publish(issuers, issued.documents)
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, issued.text)
    await onCredentialPage(page)
    await expectVerdict(page, byAddress)
  })

  test('by its address, fetched once and written into the log', async ({ openApp, issuers }) => {
    const { page } = await openApp({ at: 'add/' })
    const issued = await issue({ issuer: westbridge })
    publish(issuers, issued.documents)
    const address = 'https://westbridge.example/badges/17.json'
    issuers.answers.set(address, { body: issued.text })
    await page.getByLabel('Paste a link or a credential').fill(address)
    await page.getByRole('button', { name: /^(Add|Fetch from westbridge\.example)$/ }).click()
    await onCredentialPage(page)
    await expectVerdict(page, byAddress)
    expect(issuers.asked.filter((url) => url === address)).toHaveLength(1)

    await page.getByRole('link', { name: 'Settings' }).first().click()
    await page.getByText('A credential you asked for').first().waitFor()
    await page
      .getByText(/^The issuer’s (key|profile)$/)
      .first()
      .waitFor()
  })

  test('once: the same again is the same', async ({ openApp }) => {
    const app = await openApp()
    const { text } = await issue()
    await addFile(app.page, fileOf('badge.json', text))
    await app.visit('add/')
    await pickFiles(app.page, fileOf('again.json', text), fileOf('and-again.json', text))
    await app.page.getByText('Already in your wallet').first().waitFor()
    await app.visit('')
    await app.page
      .getByRole('link', { name: /Data Storytelling/ })
      .first()
      .waitFor()
    expect(await app.page.getByRole('link', { name: /Data Storytelling/ }).count()).toBe(1)
  })

  test('among others: a broken file among ten good ones costs nothing', async ({ openApp }) => {
    const { page } = await openApp({ at: 'add/' })
    const good = await Promise.all(
      Array.from({ length: 10 }, async (_, index) => {
        const { text } = await issue({ id: `urn:uuid:00000000-0000-4000-8000-0000000000${10 + index}` })
        return fileOf(`good-${index}.json`, text)
      }),
    )
    const broken = fileOf('broken.json', '{"@context": ["https://www.w3.org/ns/credentials/v2"')
    await pickFiles(page, ...good.slice(0, 5), broken, ...good.slice(5))
    await page.getByText('10 added').first().waitFor()
    await page.getByText('1 could not be added').first().waitFor()
    await page.getByText('The text breaks off or is garbled').first().waitFor()
  })
})
