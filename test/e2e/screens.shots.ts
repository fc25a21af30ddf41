import { mkdirSync } from 'node:fs'
import { describe } from 'vitest'
import { type InterfaceText, languages, loadInterface } from '../../src/text/index.ts'
import { bakePng } from '../issuer/bake.ts'
import { type IssueOptions, issue } from '../issuer/issue.ts'
import { issuerOf } from '../issuer/issuers.ts'
import { badgePng } from '../issuer/pictures.ts'
import { fileOf, type GivenFile, publish } from './adding.ts'
import { type App, test } from './harness.ts'
import type { IssuerServer } from './issuer-server.ts'

/** What a step has to work with: the app, its words, and the hosts of the issuers. */
interface Scene {
  readonly app: App
  readonly ui: InterfaceText
  readonly issuers: IssuerServer
}

/** One screen in one state: brings the app there from where the step before left it. To show another screen, add a row. */
const steps: readonly { readonly name: string; readonly reach: (scene: Scene) => Promise<unknown> }[] = [
  { name: 'first-run', reach: ({ app }) => app.visit('') },
  {
    name: 'wallet-examples',
    reach: async ({ app, ui }) => {
      await app.page.getByRole('button', { name: ui.first.example }).click()
      await app.page.locator('a[href*="credential/?id="]').first().waitFor()
    },
  },
  { name: 'add', reach: ({ app }) => app.visit('add/') },
  { name: 'credential-genuine', reach: (scene) => open(scene, {}) },
  { name: 'credential-key-only', reach: (scene) => open(scene, { issuer: issuerOf('kestrel') }) },
  {
    name: 'credential-expired',
    reach: (scene) => open(scene, { change: (credential) => ({ ...credential, validUntil: '2025-06-01T00:00:00Z' }) }),
  },
  { name: 'credential-withdrawn', reach: (scene) => open(scene, { status: { method: 'bitstring-revocation', set: true } }) },
  {
    name: 'credential-changed',
    reach: (scene) =>
      open(scene, {}, (text) => fileOf('changed.json', text.replace('"creditsEarned": 6', '"creditsEarned": 60'))),
  },
  { name: 'credential-answers', reach: ({ app }) => openAll(app) },
  {
    name: 'add-several',
    reach: async ({ app }) => {
      await app.visit('add/')
      const { text } = await issue({ id: 'urn:uuid:00000000-0000-4000-8000-000000000077' })
      const files = [
        fileOf('badge.png', bakePng(badgePng(), text)),
        fileOf('photo.png', badgePng()),
        fileOf('broken.json', '{"a":'),
      ]
      await app.page.locator('input[type=file]').setInputFiles(files)
      await app.page.waitForTimeout(1500)
    },
  },
  {
    name: 'wallet',
    reach: async ({ app }) => {
      await app.visit('')
      await app.page.locator('a[href*="credential/?id="]').first().waitFor()
    },
  },
  { name: 'view', reach: ({ app }) => app.visit('view/') },
  { name: 'view-genuine', reach: (scene) => view(scene, (text) => text) },
  {
    name: 'view-several',
    reach: (scene) => view(scene, (text) => `[${text}, ${text.replace('"creditsEarned": 6', '"creditsEarned": 60')}]`),
  },
  { name: 'settings', reach: ({ app }) => app.visit('settings/') },
]

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } }
const kinds = languages.flatMap((locale) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    (['phone', 'desktop'] as const).map((device) => ({ locale, colorScheme, device })),
  ),
)

describe('every screen, drawn', () => {
  test.for(kinds)('$locale, $colorScheme, $device', async ({ locale, colorScheme, device }, { openApp, issuers }) => {
    const app = await openApp({ locale, colorScheme, viewport: sizes[device] })
    app.expectConsole(/./) // pictures are for looking at; the tests beside them watch the console
    const scene = { app, issuers, ui: await loadInterface(locale) }
    const folder = `test-results/shots/${locale}-${colorScheme}-${device}`
    mkdirSync(folder, { recursive: true })
    for (const [index, { name, reach }] of steps.entries()) {
      await reach(scene)
      await app.page.waitForTimeout(300)
      const number = String(index + 1).padStart(2, '0')
      await app.page.screenshot({ path: `${folder}/${number}-${name}.png` })
      await app.page.screenshot({ path: `${folder}/${number}-${name}.full.png`, fullPage: true })
    }
  })
})

async function open({ app, issuers }: Scene, options: IssueOptions, bake?: (text: string) => GivenFile): Promise<void> {
  const issued = await issue({ issuer: issuerOf('westbridge', { identity: 'did:web' }), ...options })
  publish(issuers, issued.documents)
  await app.visit('add/')
  await app.page.locator('input[type=file]').setInputFiles([bake?.(issued.text) ?? fileOf('badge.json', issued.text)])
  await app.page.waitForURL(/\/credential\/\?id=/)
  await app.page.locator('details').first().waitFor()
}

/** A receiver is sent a badge, or a list made of it. */
async function view({ app, issuers }: Scene, made: (text: string) => string): Promise<void> {
  const issued = await issue({ issuer: issuerOf('westbridge', { identity: 'did:web' }) })
  publish(issuers, issued.documents)
  await app.visit('view/')
  await app.page.locator('input[type=file]').setInputFiles([fileOf('badge.json', made(issued.text))])
  await app.page.locator('.view-verdict, .item-rows').waitFor()
}

async function openAll({ page }: App): Promise<void> {
  for (const summary of await page.locator('details:not([open]) > summary').all())
    if (await summary.isVisible()) await summary.click()
}
