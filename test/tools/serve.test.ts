import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { serve } from '../../tools/serve.mjs'
import { headerPolicy, metaPolicy } from '../../tools/vite/csp.mjs'

const folder = mkdtempSync(join(tmpdir(), 'satchel-serve-'))
const root = join(folder, 'dist')
mkdirSync(join(root, 'add'), { recursive: true })
mkdirSync(join(root, 'assets'))
writeFileSync(join(folder, 'secret.txt'), 'not yours')
writeFileSync(join(root, 'index.html'), 'root')
writeFileSync(join(root, '404.html'), 'nothing')
writeFileSync(join(root, 'add', 'index.html'), 'add')
writeFileSync(join(root, 'assets', 'a-1234.js'), 'export {}')
writeFileSync(join(root, 'sw.js'), '')

const served = await serve({ root, base: '/some/place/' })
const plain = await serve({ root, plain: true })
afterAll(async () => {
  await Promise.all([served.close(), plain.close()])
  rmSync(folder, { recursive: true })
})

const get = (path: string) => fetch(new URL(path, served.url), { redirect: 'manual' })

describe('the static server', () => {
  test('answers an address with its file and its type', async () => {
    const page = await get('')
    expect(await page.text()).toBe('root')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect((await get('assets/a-1234.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  test('answers a folder with its page, once its address ends with a slash', async () => {
    expect(await (await get('add/?from=1')).text()).toBe('add')
    const redirect = await get('add?from=1')
    expect([redirect.status, redirect.headers.get('location')]).toEqual([301, '/some/place/add/?from=1'])
    expect((await get('/some/place')).headers.get('location')).toBe('/some/place/')
  })

  test('lets only what is named by its content be kept for ever', async () => {
    const kept = async (path: string) => (await get(path)).headers.get('cache-control')
    expect(await kept('assets/a-1234.js')).toBe('public, max-age=31536000, immutable')
    expect([await kept(''), await kept('sw.js'), await kept('assets/gone.js')]).toEqual(['no-cache', 'no-cache', 'no-cache'])
  })

  test('answers what is not there with the page for that', async () => {
    const nothing = await get('no/such')
    expect([nothing.status, await nothing.text()]).toEqual([404, 'nothing'])
    expect((await get('/elsewhere')).status).toBe(404)
  })

  /** The status for a path asked for by hand: `fetch` would tidy it before it is sent. */
  const statusOf = (path: string) =>
    new Promise((answered, refused) => {
      request({ host: 'localhost', port: served.port, path }, (response) => {
        response.resume()
        answered(response.statusCode)
      })
        .on('error', refused)
        .end()
    })

  test.for(['../secret.txt', '%2e%2e/secret.txt', '..%2fsecret.txt', 'add/../../secret.txt', '%00', '%ff', '//secret.txt'])(
    'gives nothing outside its folder for %s',
    async (path) => {
      expect(await statusOf(`/some/place/${path}`)).toBe(404)
    },
  )

  test.for(['//', '///', '//:0/', '//[', '/\\'])('goes on after being asked for %s, which is no address', async (path) => {
    expect(await statusOf(path)).toBe(404)
    expect(await statusOf('/some/place/')).toBe(200)
  })

  test('takes nothing', async () => {
    expect((await fetch(served.url, { method: 'POST', body: 'x' })).status).toBe(405)
  })

  test('sends the policy, unless it plays a host that knows nothing of us', async () => {
    expect((await get('')).headers.get('content-security-policy')).toBe(headerPolicy)
    expect((await fetch(plain.url)).headers.get('content-security-policy')).toBeNull()
  })
})

test('the policy of the page is that of the header, but for what a page cannot say', () => {
  expect(headerPolicy.replace("; frame-ancestors 'none'", '')).toBe(metaPolicy)
  expect(metaPolicy).not.toMatch(/unsafe|\*|data: ?;|script-src[^;]*(data|blob|https)/)
})
