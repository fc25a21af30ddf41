import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { type Served, serve } from '../../tools/serve.mjs'
import { securityHeaders } from '../../tools/vite/csp.mjs'
import { entryAddresses } from '../../tools/vite/entries.mjs'
import { type App, dist, freshProfile, type OpenApp, test, world } from './harness.ts'

const screens = ['', ...entryAddresses.map((address) => `${address}/`)]
const plainHost = () => serve({ root: dist.pathname, base: '/some/place/', plain: true })

describe('the shell', () => {
  test.for(screens)('opens at "%s" under its policy without a word on the console', async (screen, { openApp }) => {
    const { page } = await openApp({ at: screen })
    expect(await page.locator('#app').innerText()).not.toBe('')
  })

  test('is served with every security header', async () => {
    const { served } = await world()
    const { headers } = await fetch(served.url)
    for (const [name, value] of Object.entries(securityHeaders)) expect(headers.get(name)).toBe(value)
  })

  test('holds nothing inline, and its policy stands before anything it governs', () => {
    for (const screen of screens) {
      const html = readFileSync(new URL(`${screen}index.html`, dist), 'utf8')
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/i)
      const policyAt = html.indexOf('http-equiv="Content-Security-Policy"')
      expect(policyAt).toBeGreaterThan(0)
      expect(policyAt).toBeLessThan(html.search(/<(script|link)/))
      expect(html).not.toContain('frame-ancestors')
    }
  })

  test('works again without a network, on every screen', async ({ openApp }) => {
    const app = await openApp()
    await app.readyOffline()
    await app.context.setOffline(true)
    for (const screen of screens) await app.visit(screen)
  })

  test('can be installed', async ({ openApp }) => {
    const profile = await freshProfile()
    const app = await openApp({ profile })
    await app.readyOffline()
    const devtools = await app.context.newCDPSession(app.page)
    expect((await devtools.send('Page.getAppManifest')).errors).toEqual([])
    expect((await devtools.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([])
  })
})

describe('any static host, under any path, with no header of ours', () => {
  /** The pages go before their host does: what they still load would fail and be reported. */
  async function onPlainHost(openApp: OpenApp, use: (app: App, served: Served) => Promise<void>) {
    const served = await plainHost()
    const app = await openApp({ served })
    await use(app, served)
      .finally(() => app.close())
      .finally(() => served.close())
  }

  test('serves every screen, under the policy that the page itself brings', async ({ openApp }) => {
    await onPlainHost(openApp, async (app) => {
      for (const screen of screens) {
        await app.visit(screen)
        const refused = await app.page.evaluate(() => {
          try {
            document.body.innerHTML = '<p>markup that no policy of ours made</p>'
            return false
          } catch {
            return true
          }
        })
        expect(refused).toBe(true)
      }
      app.expectConsole(/TrustedHTML|require-trusted-types-for/)
    })
  })

  test('serves it offline too, once it was there', async ({ openApp }) => {
    const served = await plainHost()
    const app = await openApp({ served })
    await app.readyOffline()
    await served.close()
    app.expectConsole(/ERR_CONNECTION_REFUSED|ERR_FAILED/) // the host is gone: what the browser asks it by itself fails
    for (const screen of screens) await app.visit(screen)
    await app.page.goto(`${served.url}add?from=somewhere`)
    expect(app.page.url()).toBe(`${served.url}add/?from=somewhere`)
    await app.page.goto(`${served.url}no/such/address`)
    expect(app.page.url()).toBe(served.url)
  })

  test('answers an address that is nothing with a page that leads back', async ({ openApp }) => {
    await onPlainHost(openApp, async (app, served) => {
      app.expectConsole(/404/)
      const page = await app.context.newPage()
      const answer = await page.goto(`${served.url}nothing`)
      expect(answer?.status()).toBe(404)
      await page.getByRole('link', { name: 'Open Satchel' }).click()
      expect(page.url()).toBe(served.url)
    })
  })

  test('shows nothing but the way out when another site frames it', async ({ openApp, issuers }) => {
    await onPlainHost(openApp, async (app, served) => {
      const page = await app.context.newPage()
      const frame = `${served.url}add/#kept`
      issuers.answers.set('https://stranger.example/', { mediaType: 'text/html', body: `<iframe src="${frame}"></iframe>` })
      await page.goto('https://stranger.example/')
      const framed = page.frameLocator('iframe')
      await framed.getByRole('link', { name: 'Open Satchel in its own window' }).waitFor()
      expect(await framed.locator('#app').innerHTML()).toBe('')
      expect(await framed.locator('#framed a').first().getAttribute('href')).toBe(frame)
    })
  })
})
