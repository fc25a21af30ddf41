// `npm run shots`: pictures of every screen, phone and desktop, light and dark, in every language, in test-results/shots/.
// What is shown, and in which state, is a list of steps in test/e2e/screens.shots.ts.
import { install } from './install.mjs'
import { step } from './step.mjs'

install()
const { installedChromium } = await import('./chromium.mjs')
process.env.CHROMIUM = await installedChromium()
step('Production build', 'node_modules/.bin/vite', ['build', '--logLevel', 'warn'])
step('Pictures of every screen', 'node_modules/.bin/vitest', ['run', '--project=shots', ...process.argv.slice(2)])
