import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright'
import { expect } from 'vitest'
import { LEARNER } from '../issuer/content.ts'
import { issue } from '../issuer/issue.ts'
import { issuerOf } from '../issuer/issuers.ts'
import { addFile, fileOf, publish } from './adding.ts'
import { dataKeyOf, type KeyRow } from './data-key.ts'
import { arrive, heading, lock, passphrase, secureByPassphrase, unlockByPassphrase } from './guarding.ts'
import { type App, freshProfile, test, world } from './harness.ts'

/* What lies on the disk, and in the memory of every page and worker, once the wallet was guarded and locked. */

const title = 'Comparative Quokka Husbandry'

async function addMarked(app: App, issuers: Parameters<typeof publish>[0]): Promise<void> {
  const issued = await issue({
    issuer: issuerOf('westbridge', { identity: 'did:web' }),
    change: (credential) => JSON.parse(JSON.stringify(credential).replaceAll('Data Storytelling', title)),
  })
  publish(issuers, issued.documents)
  await addFile(app.page, fileOf('quokka.json', issued.text))
}

/** The data key, worked out from the disk with the passphrase: by other means than ours. */
async function activeDataKey(page: Page): Promise<Uint8Array> {
  const rows = await page.evaluate(
    () =>
      new Promise<readonly unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('satchel')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const asking = opening.result.transaction('keys').objectStore('keys').getAll()
          asking.onsuccess = () => {
            opening.result.close()
            const plain = (value: unknown): unknown => {
              if (value instanceof ArrayBuffer) return { bytes: [...new Uint8Array(value)] }
              if (value instanceof Uint8Array) return { bytes: [...value] }
              if (typeof value !== 'object' || value === null) return value
              return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]))
            }
            resolve(asking.result.map(plain))
          }
        }
      }),
  )
  return dataKeyOf(rows as readonly KeyRow[], passphrase)
}

test('nothing of a credential, the data key, the passphrase or the code is on the disk', async ({ openApp, issuers }) => {
  const profile = await freshProfile()
  const person = await arrive(openApp, { profile })
  const { app } = person
  const code = await secureByPassphrase(person)
  await addMarked(app, issuers)
  const dataKey = await activeDataKey(app.page)
  await app.close()
  const files = await filesUnder(profile)
  // Were not even this found, nothing would follow from finding nothing else.
  expect(holdsText(files, 'satchel.preferences') || holdsText(files, 'entries ')).toBe(true)
  const said = [title, 'Quokka', LEARNER.email, LEARNER.id, passphrase, 'mezzanine', code, code.replaceAll('-', '')]
  expect(said.filter((text) => holdsText(files, text))).toEqual([])
  expect(files.some((bytes) => bytes.includes(Buffer.from(dataKey)))).toBe(false)
})

test('after locking nothing of them is in the memory of any page or worker', async ({ openApp, issuers }) => {
  const person = await arrive(openApp)
  const { app } = person
  await app.readyOffline()
  const code = await secureByPassphrase(person)
  await addMarked(app, issuers)
  const dataKey = await activeDataKey(app.page)
  const needles = [title, LEARNER.email, passphrase, code, code.replaceAll('-', '')]
  const session = await app.context.newCDPSession(app.page)
  // The same look finds the title while the wallet is open.
  expect((await stringsIn(pageTarget(session))).includes(title)).toBe(true)

  // A load of the page locks it, too: then it is unlocked, and what unlocked it is among what is looked for.
  await app.visit('settings/')
  await unlockByPassphrase(person, passphrase)
  const locked = app.page.waitForEvent('load')
  await lock(person)
  await locked
  await heading(app.page, person.text.unlock.heading).waitFor()

  expect(app.page.workers()).toEqual([])
  const { browser } = await world()
  const root = await browser.newBrowserCDPSession()
  const { targetInfos } = await root.send('Target.getTargets')
  const workers = targetInfos.filter(({ type, url }) => type.includes('worker') && url.startsWith(app.url))
  expect(workers.map(({ type }) => type)).toContain('service_worker')
  const targets = [pageTarget(session), ...(await Promise.all(workers.map(({ targetId }) => attached(root, targetId))))]
  for (const target of targets) {
    const text = await stringsIn(target)
    expect(needles.filter((needle) => text.includes(needle))).toEqual([])
    expect(await holdsBytes(target, [dataKey, ...needles.map((needle) => new TextEncoder().encode(needle))])).toBe(false)
  }
})

/** One JavaScript heap to be looked into. */
interface Target {
  send(method: string, params?: object): Promise<Record<string, unknown>>
  on(event: string, listener: (params: Record<string, unknown>) => void): void
}

function pageTarget(session: CDPSession): Target {
  return {
    send: (method, params) => session.send(method as 'Runtime.enable', params),
    on: (event, listener) => void session.on(event as 'Runtime.consoleAPICalled', listener as never),
  }
}

/** A worker has no page of its own: its messages travel through the browser's session. */
async function attached(root: CDPSession, targetId: string): Promise<Target> {
  const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: false })
  const waiting = new Map<number, (result: Record<string, unknown>) => void>()
  const listeners: { event: string; listener: (params: Record<string, unknown>) => void }[] = []
  let ids = 0
  root.on('Target.receivedMessageFromTarget', (received) => {
    if (received.sessionId !== sessionId) return
    const message = JSON.parse(received.message)
    if (message.id !== undefined) waiting.get(message.id)?.(message.result ?? {})
    else for (const { event, listener } of listeners) if (event === message.method) listener(message.params)
  })
  return {
    send: (method, params = {}) =>
      new Promise((resolve) => {
        ids += 1
        waiting.set(ids, resolve)
        void root.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: ids, method, params }) })
      }),
    on: (event, listener) => void listeners.push({ event, listener }),
  }
}

/** Every string that lives in a heap (the browser collects the garbage before it takes the picture). */
async function stringsIn(target: Target): Promise<string> {
  const chunks: string[] = []
  target.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void chunks.push(String(chunk)))
  await target.send('HeapProfiler.enable')
  await target.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false, exposeInternals: true })
  const { strings } = JSON.parse(chunks.join('')) as { strings: readonly string[] }
  return strings.join('\n')
}

/** Whether any buffer that lives in a heap holds one of these. */
async function holdsBytes(target: Target, needles: readonly Uint8Array[]): Promise<boolean> {
  await target.send('Runtime.enable')
  const prototype = (await target.send('Runtime.evaluate', { expression: 'ArrayBuffer.prototype' })) as {
    result: { objectId: string }
  }
  const { objects } = (await target.send('Runtime.queryObjects', { prototypeObjectId: prototype.result.objectId })) as {
    objects: { objectId: string }
  }
  const answer = (await target.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    returnByValue: true,
    arguments: [{ value: needles.map((needle) => [...needle]) }],
    functionDeclaration: `function (needles) {
      return this.some((buffer) => {
        if (buffer.detached) return false
        const bytes = new Uint8Array(buffer)
        return needles.some((needle) => {
          for (let at = bytes.indexOf(needle[0]); at >= 0; at = bytes.indexOf(needle[0], at + 1)) {
            if (needle.every((byte, index) => bytes[at + index] === byte)) return true
          }
          return false
        })
      })
    }`,
  })) as { result: { value: boolean } }
  expect(typeof answer.result.value).toBe('boolean')
  return answer.result.value
}

const encodings: readonly BufferEncoding[] = ['utf8', 'utf16le']

function holdsText(files: readonly Buffer[], text: string): boolean {
  return files.some((bytes) => encodings.some((encoding) => bytes.includes(Buffer.from(text, encoding))))
}

/** Every file of the profile but the browser's own caches of programs. */
async function filesUnder(folder: string): Promise<readonly Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0))))
}
