import { playwright } from '@vitest/browser-playwright'
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'
import { chromiumArgs, chromiumPath } from './tools/chromium.mjs'
import { selectiveDisclosure } from './tools/vite/selective-disclosure.mjs'

const browserTests = 'test/**/*.browser.test.{ts,tsx}'
const endToEndTests = 'test/e2e/**/*.test.ts'

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [selectiveDisclosure()],
        test: {
          name: 'node',
          environment: 'node',
          // Libraries that are mended on their way in, and those that import them.
          server: { deps: { inline: [/di-sd-primitives/, /ecdsa-sd-2023-cryptosuite/, /bbs-2023-cryptosuite/] } },
          include: ['test/**/*.test.ts'],
          exclude: [browserTests, endToEndTests],
          testTimeout: 30_000,
        },
      },
      {
        plugins: [solid()],
        test: {
          name: 'browser',
          include: [browserTests],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: await chromiumPath(), args: [...chromiumArgs] } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: [endToEndTests],
          // The production build and one browser, one test after the other: two cores are soon busy.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'shots',
          environment: 'node',
          include: ['test/e2e/**/*.shots.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
