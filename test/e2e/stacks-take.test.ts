import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import type { StacksText } from '../../src/text/stacks.ts'
import { test } from './harness.ts'
import { lookAtStacks } from './stacking.ts'

const viewport = { width: 1280, height: 800 }

describe('the view as it is now is taken away', () => {
  test('as SVG that needs nothing else, whatever the view', async ({ openApp }) => {
    const { page, text } = await lookAtStacks(openApp, { viewport })
    // A page without our policy: there the text of a picture may be parsed.
    const reader = await page.context().newPage()
    for (const view of ['ladder', 'skills', 'timeline'] as const) {
      await page.getByRole('tab', { name: text.page.views[view] }).click()
      await page.locator(`.stack-layer[data-view="${view}"] .stack-thing`).first().waitFor()
      const { name, bytes } = await take(page, text, text.take.svg, 'Where I <want> to go')
      expect(name).toMatch(/^satchel-stacks-\d{4}-\d\d-\d\d\.svg$/)
      const svg = bytes.toString()
      const told = await reader.evaluate(readSvg, svg)
      expect(told.trouble).toBe('')
      expect(told.text).toContain('Where I <want> to go')
      expect(told.text).toContain('Data Foundations')
      expect(told.elsewhere).toEqual([])
      expect(told.families.filter((family) => !/(serif|sans-serif|system-ui)$/.test(family))).toEqual([])
      expect(told.drawn).toBeGreaterThan(700)
      // The picture of a badge must not carry the credential that is baked into it.
      expect(svg).not.toContain('proofValue')
      await page.keyboard.press('Escape')
    }
  })

  test('as PNG, drawn in full', async ({ openApp }) => {
    const { page, text } = await lookAtStacks(openApp, { viewport })
    const { name, bytes } = await take(page, text, text.take.png, '')
    expect(name).toMatch(/\.png$/)
    const { width, height, colours } = await page.evaluate(lookAtPng, bytes.toString('base64'))
    expect([width > 1_400, height > 800]).toEqual([true, true])
    // Paper, ink, the pictures: an empty sheet would have one or two.
    expect(colours).toBeGreaterThan(50)
  })

  test('on paper, with everything in words', async ({ openApp }) => {
    const { page, text } = await lookAtStacks(openApp, { viewport })
    await page.evaluate(() => Object.assign(window, { print: () => document.body.setAttribute('data-printed', '') }))
    await page.getByRole('button', { name: text.take.button }).click()
    await page.getByRole('button', { name: text.take.print }).click()
    await page.locator('body[data-printed]').waitFor()
    await page.emulateMedia({ media: 'print' })
    const printed = page.locator('.stacks-printed')
    await printed.getByText('Bachelor of Science in Nursing').first().waitFor()
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
  })
})

async function take(page: Page, text: StacksText, kind: string, title: string) {
  await page.getByRole('button', { name: text.take.button }).click()
  await page.getByRole('dialog').getByLabel(text.take.name).fill(title)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: kind }).click()
  const file = await download
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

/** In the page: what an SVG document says, refers to, and whether it can be drawn. */
async function readSvg(svg: string) {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml')
  const attributes = [...parsed.querySelectorAll('*')].flatMap((element) => [...element.attributes])
  const image = new Image()
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  await image.decode()
  return {
    trouble: parsed.querySelector('parsererror')?.textContent ?? '',
    text: parsed.documentElement.textContent ?? '',
    // An address that is not inside the document itself, wherever it stands.
    elsewhere: attributes
      .filter(({ name }) => !name.startsWith('xmlns'))
      .map(({ value }) => value)
      .filter((value) => /url\((?!['"]?#)|^\s*(https?:|\/\/)|^data:(?!image\/(png|jpeg|webp);base64,)/i.test(value)),
    families: attributes.filter(({ name }) => name === 'font-family').map(({ value }) => value),
    drawn: image.naturalWidth,
  }
}

/** In the page: how large a PNG is, and how many colours it has. */
async function lookAtPng(base64: string) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d')
  context?.drawImage(bitmap, 0, 0)
  const data = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray()
  const colours = new Set(new Uint32Array(data.buffer))
  return { width: bitmap.width, height: bitmap.height, colours: colours.size }
}
