import { mkdirSync } from 'node:fs'
import { describe } from 'vitest'
import type { JsonObject } from '../../src/core/model/json.ts'
import { type InterfaceText, languages, loadInterface } from '../../src/text/index.ts'
import { type BadgeGeneration, issueBadge } from '../issuer/badges.ts'
import { bakePng } from '../issuer/bake.ts'
import { issueClr1 } from '../issuer/clr1.ts'
import { breakNested, type IssuedRecord, issueClr2 } from '../issuer/clr2.ts'
import { endorsement } from '../issuer/endorse.ts'
import { type IssueOptions, issue } from '../issuer/issue.ts'
import { issuerOf } from '../issuer/issuers.ts'
import { badgePng } from '../issuer/pictures.ts'
import { disclosing, issueSdJwt, metadata } from '../issuer/sd-jwt.ts'
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
  { name: 'record', reach: async (scene) => keep(scene, fileOf('record.json', (await record(scene)).text)) },
  {
    name: 'record-lines',
    reach: async ({ app }) => {
      await app.page.locator('.transcript > button').click()
      await app.page.locator('[data-part="1"]').scrollIntoViewIfNeeded()
    },
  },
  { name: 'record-part', reach: ({ app }) => app.page.locator('[data-part="12"]').click() },
  {
    name: 'record-2019',
    reach: async (scene) => {
      const { text, documents } = await issueClr1()
      publish(scene.issuers, documents)
      await keep(scene, fileOf('record.jwt', text))
    },
  },
  { name: 'badge-2012', reach: (scene) => older(scene, '1.0') },
  { name: 'badge-2018', reach: (scene) => older(scene, '2.0') },
  {
    name: 'sd-jwt',
    reach: async (scene) => {
      publish(scene.issuers, metadata())
      await keep(scene, fileOf('badge.jwt', disclosing(await issueSdJwt())))
    },
  },
  { name: 'endorsed', reach: endorsed },
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

async function keep({ app }: Scene, file: GivenFile): Promise<void> {
  await app.visit('add/')
  await app.page.locator('input[type=file]').setInputFiles([file])
  await app.page.waitForURL(/\/credential\/\?id=/)
  await app.page.locator('details').first().waitFor()
}

/** A record of twelve parts of which two do not hold, one of them in a record inside. */
async function record({ issuers }: Scene): Promise<IssuedRecord> {
  const sound = await issueClr2({ count: 12, partial: true })
  const broken = await breakNested(await breakNested(sound, 2, 'altered'), [11, 0], 'expired')
  publish(issuers, broken.documents)
  return broken
}

async function older(scene: Scene, generation: BadgeGeneration): Promise<void> {
  const { text, documents } = await issueBadge({ generation, name: `first-aid-${generation}` })
  publish(scene.issuers, documents)
  await keep(scene, fileOf('badge.json', text))
}

/** A badge with an endorsement that holds, and one that was changed. */
async function endorsed(scene: Scene): Promise<void> {
  const kestrel = issuerOf('kestrel', { identity: 'did:web' })
  const id = 'urn:uuid:e0e0e0e0-0000-4000-8000-000000000003'
  const good = await endorsement(id, kestrel)
  const issuer = issuerOf('westbridge', { identity: 'did:web' })
  const change = (credential: JsonObject) => ({ ...credential, endorsement: [good, { ...good, name: 'Praise' }] })
  const issued = await issue({ issuer, id, change })
  publish(scene.issuers, issued.documents)
  publish(scene.issuers, (await issue({ issuer: kestrel })).documents)
  await keep(scene, fileOf('badge.json', issued.text))
  await scene.app.page.locator('.endorsement').first().scrollIntoViewIfNeeded()
}

async function openAll({ page }: App): Promise<void> {
  for (const summary of await page.locator('details:not([open]) > summary').all())
    if (await summary.isVisible()) await summary.click()
}
