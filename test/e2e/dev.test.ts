import { createServer } from 'vite'
import { describe } from 'vitest'
import { test } from './harness.ts'

describe('`npm run dev`', () => {
  test('shows the app and verifies, from the sources as they are', async ({ openApp, onTestFinished }) => {
    const server = await createServer({ logLevel: 'error', server: { host: 'localhost', port: 0, hmr: false } })
    await server.listen()
    const url = server.resolvedUrls?.local[0] ?? ''
    const { page, close } = await openApp({ served: { url, port: Number(new URL(url).port), close: () => server.close() } })
    // The page goes first: it is still fetching code for what it may need next.
    onTestFinished(() => close().then(() => server.close()))
    await page.getByRole('button', { name: 'Look at an example' }).click()
    await page.getByText('These are examples').waitFor({ timeout: 30_000 })
  })
})
