import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { serve } from '../../tools/serve.mjs'
import { LEARNER } from '../issuer/content.ts'
import { issue } from '../issuer/issue.ts'
import { issuerOf } from '../issuer/issuers.ts'
import { addFile, expectVerdict, fileOf, publish } from './adding.ts'
import { dist, freshProfile, test } from './harness.ts'

const westbridge = issuerOf('westbridge', { identity: 'did:web' })

describe('what is in the wallet', () => {
  test('is there after the browser was closed, verifies again with nothing to ask, and says as of when', async ({
    openApp,
    issuers,
  }) => {
    const profile = await freshProfile()
    const served = await serve({ root: dist.pathname })
    const issued = await issue({ issuer: westbridge, status: { method: 'bitstring-revocation' } })
    publish(issuers, issued.documents)
    const before = await openApp({ profile, served })
    await addFile(before.page, fileOf('badge.json', issued.text))
    await before.readyOffline()
    await before.close()
    await served.close()
    issuers.answers.clear()

    const after = await openApp({ profile, served })
    await after.context.setOffline(true)
    after.expectConsole(/ERR_INTERNET_DISCONNECTED/)
    await after.page
      .getByRole('link', { name: /Data Storytelling/ })
      .first()
      .click()
    await after.page.getByRole('button', { name: 'Check again' }).click()
    await expectVerdict(after.page, /^Genuine and unchanged\./)
    await expectVerdict(after.page, /this is what we knew|From our copy/i)
  })

  test('cannot be read from the disk', async ({ openApp, issuers }) => {
    const profile = await freshProfile()
    const issued = await issue({ issuer: westbridge, status: { method: 'bitstring-revocation' } })
    publish(issuers, issued.documents)
    const app = await openApp({ profile })
    await addFile(app.page, fileOf('badge.json', issued.text))
    // Beside it, one record in clear: were it not found below, nothing would follow from finding nothing else.
    await app.page.evaluate(
      (text) =>
        new Promise<void>((kept, refused) => {
          const opening = indexedDB.open('in-clear', 1)
          opening.onupgradeneeded = () => opening.result.createObjectStore('records')
          opening.onerror = () => refused(opening.error)
          opening.onsuccess = () => {
            const writing = opening.result.transaction('records', 'readwrite')
            writing.objectStore('records').put(new TextEncoder().encode(text), 'one')
            writing.oncomplete = () => kept()
          }
        }),
      'a sentence that is kept in clear, to be found',
    )
    await app.readyOffline()
    const cached = await app.page.evaluate(async () => {
      const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
      return (await Promise.all(stores.map((store) => store.keys()))).flat().map(({ url }) => url)
    })
    expect(cached.length).toBeGreaterThan(10)
    expect(cached.filter((url) => !url.startsWith(app.url))).toEqual([])
    await app.close()

    const files = await filesUnder(join(profile, 'Default', 'IndexedDB'))
    const holds = (text: string) =>
      files.some((bytes) => encodings.some((encoding) => bytes.includes(Buffer.from(text, encoding))))
    expect(holds('a sentence that is kept in clear')).toBe(true)
    const said = [
      'Data Storytelling',
      'Westbridge',
      'westbridge.example',
      LEARNER.email,
      LEARNER.id,
      'OpenBadgeCredential',
      'credentialSubject',
      'badge.json',
    ]
    expect(said.filter(holds)).toEqual([])
  })
})

const encodings: readonly BufferEncoding[] = ['utf8', 'utf16le']

async function filesUnder(folder: string): Promise<readonly Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name))))
}
