import { mkdirSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { expect } from 'vitest'
import { issue } from '../issuer/issue.ts'
import { addFile, fileOf } from './adding.ts'
import { dist, test } from './harness.ts'

/**
 * What is really asked of the server: by the page until the empty wallet stands, and by the worker until the verdict on an
 * Open Badge 3.0 under eddsa-rdfc-2022. The size budgets (.size-limit.mjs) are over these lists.
 */
test('the first load and the first verdict load little, and the list of it is kept for the budgets', async ({ openApp }) => {
  const { page, url } = await openApp({ serviceWorkers: 'block' })
  await page.waitForLoadState('networkidle')
  const first = await loadedBy(page, url)

  const { text } = await issue()
  await addFile(page, fileOf('badge.json', text))
  const [worker] = page.workers()
  if (!worker) throw new Error('nothing was verified in a worker')
  const loaded = [worker.url(), ...(await worker.evaluate(resourceNames))].flatMap((name) => inDist(name, url))
  const scripts = await withImports(loaded)

  // A few lines of code that both need may be one file; nothing of what verifies is.
  const common = first.scripts.filter((path) => scripts.includes(path))
  const sizes = await Promise.all(common.map(async (path) => (await readFile(new URL(path, dist))).length))
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000)
  expect(first.scripts.length).toBeGreaterThan(0)
  expect(first.styles.length).toBeGreaterThan(0)
  mkdirSync('test-results', { recursive: true })
  writeFileSync('test-results/loads.json', JSON.stringify({ first, worker: { scripts: unique(scripts) } }, null, 2))
})

async function loadedBy(page: Page, url: string) {
  const paths = unique((await page.evaluate(resourceNames)).flatMap((name) => inDist(name, url)))
  return {
    scripts: paths.filter((path) => path.endsWith('.js')),
    styles: paths.filter((path) => path.endsWith('.css')),
  }
}

/** What a worker imports before it runs is missing from its own list: it is read from the scripts themselves. */
async function withImports(scripts: readonly string[]): Promise<readonly string[]> {
  const found = new Set(scripts)
  for (const script of found) {
    const text = await readFile(new URL(script, dist), 'utf8')
    for (const [, name] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) found.add(`assets/${name}`)
  }
  return [...found]
}

const resourceNames = () => performance.getEntriesByType('resource').map(({ name }) => name)

const inDist = (name: string, url: string) => (name.startsWith(url) ? [name.slice(url.length)] : [])

const unique = (paths: readonly string[]) => [...new Set(paths)]
