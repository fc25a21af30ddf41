import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createDoor } from '../../src/net/door.ts'
import { createMemoryKeeper } from '../../src/net/memory-keeper.ts'

const requests: IncomingMessage[] = []
const closed: string[] = []

/** What each path does. */
const paths: Record<string, (response: ServerResponse) => void> = {
  '/document': (response) => response.setHeader('content-type', 'application/json').end('{"a":"é"}'),
  '/stalls': (response) => response.writeHead(200).write('half'),
  '/never': () => undefined,
  '/endless': (response) => {
    const more = () => {
      while (!response.closed && response.write(Buffer.alloc(16_384)));
    }
    response.on('drain', more)
    more()
  },
  '/breaks': (response) => {
    response.writeHead(200, { 'content-length': '100' }).write('half')
    setTimeout(() => response.destroy(), 5)
  },
  '/missing-with-a-long-excuse': (response) => {
    response.statusCode = 404
    response.write(Buffer.alloc(100_000))
  },
}

let server: Server
beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request)
    response.on('close', () => closed.push(request.url ?? ''))
    paths[request.url ?? '']?.(response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** The platform's own fetch, led to our server; the answer says the address that was asked, as over https it would. */
async function fetchHere(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const { pathname } = new URL(String(input))
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`, init)
  Object.defineProperty(response, 'url', { value: String(input) })
  return response
}
/** Short where silence is the point; long where it is not, since the machine may be busy. */
const doorWith = (fetchTime: number) =>
  createDoor({ fetch: fetchHere, keeper: createMemoryKeeper(), now: () => new Date(), fetchTime })
const impatient = doorWith(150)
const patient = doorWith(10_000)
const ask = (path: string, more: { maxBytes?: number; signal?: AbortSignal } = {}) =>
  (path === '/never' || path === '/stalls' ? impatient : patient)({
    url: `https://issuer.example${path}`,
    purpose: 'credential',
    accept: 'application/json',
    ...more,
  })

describe('over a real connection', () => {
  test('a document arrives whole, asked for with nothing that names the learner', async () => {
    const outcome = await ask('/document')
    expect(outcome).toMatchObject({
      ok: true,
      value: { mediaType: 'application/json', bytes: new TextEncoder().encode('{"a":"é"}') },
    })
    const headers: IncomingMessage['headers'] = requests.at(-1)?.headers ?? {}
    expect(headers.accept).toBe('application/json')
    for (const name of ['cookie', 'authorization', 'referer', 'if-none-match', 'if-modified-since'])
      expect(headers).not.toHaveProperty(name)
  })

  test.each([
    ['/never', 'fetch_timeout'],
    ['/stalls', 'fetch_timeout'],
    ['/endless', 'fetch_too_large'],
    ['/missing-with-a-long-excuse', 'fetch_status'],
  ])('%s is %s, and the connection is let go', async (path, code) => {
    expect(await ask(path, { maxBytes: 1_000_000 })).toMatchObject({ problem: { code } })
    await vi.waitFor(() => expect(closed).toContain(path))
  })

  test('an answer that breaks off is no answer, not half a one', async () => {
    const outcome = await ask('/breaks')
    expect(outcome).toEqual({ ok: false, problem: { code: 'fetch_failed', facts: { host: 'issuer.example' } } })
  })

  test('whoever leaves in the middle has the connection let go', async () => {
    const before = closed.length
    const leaving = new AbortController()
    setTimeout(() => leaving.abort(), 20)
    expect(await ask('/stalls', { signal: leaving.signal })).toMatchObject({ problem: { code: 'fetch_cancelled' } })
    await vi.waitFor(() => expect(closed.slice(before)).toContain('/stalls'))
  })
})
