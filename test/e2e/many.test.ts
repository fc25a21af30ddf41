import type { Page } from 'playwright'
import { expect } from 'vitest'
import { issue } from '../issuer/issue.ts'
import { fileOf, pickFiles } from './adding.ts'
import { test } from './harness.ts'

const COUNT = 5_000
const PER_FILE = 100

test('a wallet of 5,000 shows only what is in view, and answers each key at once', { timeout: 300_000 }, async ({ openApp }) => {
  const app = await openApp({ at: 'add/' })
  const { page } = app
  await pickFiles(page, ...(await manyFiles()))
  await page
    .getByText(`${COUNT.toLocaleString('en')} added`)
    .first()
    .waitFor({ timeout: 240_000 })

  await app.visit('')
  const cards = page.locator('a[href*="credential/?id="]')
  await cards.first().waitFor()
  expect(await cards.count()).toBeLessThan(60)

  await page.getByRole('searchbox').click()
  const times = await keyToPaint(page, ['4321', '777', '1234 award', '0909', 'x', '4999', '250', 'award 12'])
  await page.getByRole('searchbox').fill('award 4321')
  await page.getByRole('link', { name: /Award 4321/ }).waitFor()
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.POSITIVE_INFINITY
  console.log(
    `search in ${COUNT} credentials: ${times.length} keys that changed the list, painted within ${Math.round(p95)} ms at the 95th percentile`,
  )
  expect(times.length).toBeGreaterThan(10)
})

/** Files of a hundred small credentials each, every one signed on its own. */
async function manyFiles() {
  const files = []
  for (let first = 0; first < COUNT; first += PER_FILE) {
    const texts = await Promise.all(Array.from({ length: PER_FILE }, (_, index) => award(first + index)))
    files.push(fileOf(`awards-${first}.json`, `[${texts.join(',')}]`))
  }
  return files
}

async function award(number: number): Promise<string> {
  const { text } = await issue({
    content: 'minimal',
    proof: { suite: 'eddsa-jcs-2022' },
    id: `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    change: (credential) => ({ ...credential, name: `Award ${number}` }),
  })
  return text
}

/** How long after each key the last change of the list that it caused was painted, in milliseconds. */
async function keyToPaint(page: Page, words: readonly string[]): Promise<readonly number[]> {
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(globalThis, { times })
    const afterPaint = (done: () => void) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = done
        port2.postMessage(null) // a task of its own: the frame is on the screen
      })
    let pressed = 0
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        pressed = timeStamp
        times.push(0)
      },
      { capture: true },
    )
    new MutationObserver(() => {
      const [key, since] = [times.length - 1, pressed]
      afterPaint(() => {
        if (key >= 0) times[key] = performance.now() - since
      })
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  })
  for (const word of words) {
    await page.getByRole('searchbox').fill('')
    for (const key of word) {
      await page.keyboard.press(key === ' ' ? 'Space' : key)
      await page.waitForTimeout(150)
    }
  }
  const times = await page.evaluate(() => (globalThis as unknown as { times: number[] }).times)
  return times.filter((time) => time > 0) // a key that changes nothing on the screen has nothing to paint
}
