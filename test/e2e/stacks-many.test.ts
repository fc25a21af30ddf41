import { expect } from 'vitest'
import { loadInterface } from '../../src/text/index.ts'
import { addFile } from './adding.ts'
import { test } from './harness.ts'
import { largeRecord, openStacks } from './stacking.ts'
import { type Traced, traced } from './tracing.ts'

const COURSES = 450

test('five hundred achievements are laid out beside the page, and move under the finger', async ({ openApp }) => {
  const { page } = await openApp({ at: 'add/', viewport: { width: 1280, height: 800 }, reducedMotion: 'no-preference' })
  await addFile(page, await largeRecord(COURSES))
  const opened = await traced(page, async () => openStacks(page, await loadInterface('en')))
  await expect
    .poll(() => page.locator('.stack-thing').count(), { timeout: 10_000 })
    .toBe(COURSES + COURSES / 10 + Math.ceil(COURSES / 100))

  const turned = await traced(page, async () => {
    await page.getByRole('tab', { name: 'Timeline' }).click()
    await page.locator('.stack-layer[data-view="timeline"] .stack-thing').first().waitFor()
    await page.getByRole('tab', { name: 'Ladder' }).click()
    await page.locator('.stack-layer[data-view="ladder"] .stack-thing').first().waitFor()
  })

  const canvas = await page.locator('.stack-canvas').boundingBox()
  if (!canvas) throw new Error('nothing is drawn')
  const [x, y] = [canvas.x + canvas.width / 2, canvas.y + canvas.height - 40]
  const where = () => page.locator('.stack-layer').evaluate((layer) => (layer as HTMLElement).style.transform)
  const before = await where()
  const panned = await traced(page, async () => {
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (let step = 1; step <= 90; step += 1) await page.mouse.move(x - step * 4, y - step * 2)
    await page.mouse.up()
  })
  expect(await where()).not.toBe(before)

  console.log([words('opened', opened), words('turned to the timeline and back', turned), words('panned', panned)].join('\n'))
})

function words(name: string, { busyOnPage, longestOnPage, longestInWorker, frames, dropped }: Traced): string {
  const [busy, longest, worker] = [busyOnPage / Math.max(1, frames), longestOnPage, longestInWorker].map((time) =>
    time.toFixed(1),
  )
  return `${name}: ${frames} frames drawn, ${dropped} dropped, the page busy for ${busy} ms a frame; longest task ${longest} ms, in a worker ${worker} ms`
}
