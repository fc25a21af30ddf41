import { describe, expect, test, vi } from 'vitest'
import type { OpenRequest } from '../../src/core/model/context.ts'
import { createDoor } from '../../src/net/door.ts'
import { createMemoryKeeper } from '../../src/net/memory-keeper.ts'
import type { DoorPowers } from '../../src/net/types.ts'

type Answer = (url: string, init: RequestInit) => Response | Promise<Response>

/** A network that is a function; the clock moves only by hand. */
function world(answer: Answer, more: Partial<DoorPowers> = {}) {
  const asked: { url: string; init: RequestInit }[] = []
  const clock = { time: Date.parse('2026-11-23T12:00:00Z') }
  const keeper = createMemoryKeeper()
  const powers: DoorPowers = {
    keeper,
    now: () => new Date(clock.time),
    fetch: async (input, init = {}) => {
      asked.push({ url: String(input), init })
      return answer(String(input), init)
    },
    ...more,
  }
  return {
    asked,
    clock,
    keeper,
    powers,
    door: createDoor(powers),
    later: (seconds: number) => {
      clock.time += seconds * 1000
    },
  }
}

const request = (more: Partial<OpenRequest> = {}): OpenRequest => ({
  url: 'https://issuer.example/did.json',
  purpose: 'issuer',
  accept: 'application/json',
  ...more,
})
const answering = (text: string, headers: Record<string, string> = {}) => new Response(text, { headers })
const textOf = (outcome: Awaited<ReturnType<ReturnType<typeof createDoor>>>) =>
  outcome.ok ? new TextDecoder().decode(outcome.value.bytes) : outcome.problem.code
/** An answer that came from elsewhere in the end, as `fetch` tells it. */
function from(url: string, response: Response): Response {
  Object.defineProperty(response, 'url', { value: url })
  return response
}
const unreachable: Answer = () => {
  throw new TypeError('failed')
}
/** What a browser does with a host that does not let other origins read. */
const refusing: Answer = (_url, { mode }) => {
  if (mode === 'no-cors') return answering('')
  throw new TypeError('failed')
}
/** Never answers, and ends when told to. */
const silent: Answer = (_url, { signal }) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('ended', 'AbortError')))
  })

describe('what leaves', () => {
  test('carries no credentials and no referrer, needs no preflight, and goes over https', async () => {
    const { door, asked } = world(() => answering('{}'))
    await door(request({ url: 'http://issuer.example/did.json#key-1' }))
    expect(asked).toHaveLength(1)
    expect(asked[0]?.url).toBe('https://issuer.example/did.json')
    expect(asked[0]?.init).toMatchObject({
      method: 'GET',
      mode: 'cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'follow',
      cache: 'no-cache',
      headers: { accept: 'application/json' },
    })
  })

  test('about the learner leaves no copy in the cache of the browser, which is not sealed', async () => {
    const { door, asked } = world(() => answering('{}'))
    await door(request({ purpose: 'credential' }))
    expect(asked[0]?.init.cache).toBe('no-store')
  })

  test('is nothing at all for a refused address, and the log says so without the path', async () => {
    const { door, asked, keeper } = world(() => answering('{}'))
    expect(await door(request({ url: 'https://169.254.169.254/latest' }))).toMatchObject({
      problem: { code: 'fetch_address_refused' },
    })
    expect(asked).toEqual([])
    expect(keeper.entries).toMatchObject([
      { host: '169.254.169.254', purpose: 'issuer', outcome: 'fetch_address_refused', bytes: 0 },
    ])
  })

  test('is written down: host, purpose, outcome, size and time', async () => {
    const { door, keeper } = world(() => answering('{"a":1}'))
    await door(request({ url: 'https://issuer.example/learner/42', purpose: 'status' }))
    expect(keeper.entries).toEqual([
      {
        at: '2026-11-23T12:00:00.000Z',
        host: 'issuer.example',
        purpose: 'status',
        outcome: 'fetched',
        bytes: 7,
        milliseconds: expect.any(Number),
      },
    ])
  })

  test('is one request for many who ask for the same document at once', async () => {
    const { door, asked, keeper } = world(() => answering('{}'))
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => door(request())))
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    expect(asked).toHaveLength(1)
    expect(keeper.entries).toHaveLength(1)
  })

  test('is one request for a batch that takes a while, and a new one when it is checked again later', async () => {
    const { door, asked, later } = world(() => answering('{}'))
    await door(request())
    later(20)
    await door(request())
    expect(asked).toHaveLength(1)
    later(20)
    await door(request())
    expect(asked).toHaveLength(2)
  })

  test.each(['credential', 'picture', 'refresh', 'context'] as const)(
    'is a new request each time a person asks for a %s',
    async (purpose) => {
      const { door, asked } = world(() => new Response('', { status: 503 }))
      await door(request({ purpose }))
      await door(request({ purpose }))
      expect(asked).toHaveLength(2)
    },
  )
})

describe('what comes in', () => {
  test('is the document, where it came from in the end, its type and when', async () => {
    const { door } = world((url) =>
      from(`${url}?v=2`, answering('{}', { 'content-type': 'application/did+json; charset=utf-8' })),
    )
    expect(await door(request())).toEqual({
      ok: true,
      value: {
        url: 'https://issuer.example/did.json',
        finalUrl: 'https://issuer.example/did.json?v=2',
        bytes: new TextEncoder().encode('{}'),
        mediaType: 'application/did+json',
        fetchedAt: '2026-11-23T12:00:00.000Z',
        kept: false,
      },
    })
  })

  test('is refused when it was redirected to a private host or to http', async () => {
    for (const url of ['https://192.168.1.1/did.json', 'http://issuer.example/did.json']) {
      const { door } = world(() => from(url, answering('{}')))
      expect(await door(request())).toMatchObject({ problem: { code: 'fetch_address_refused' } })
    }
  })

  test('is refused when it says that it is too large, and when it turns out so', async () => {
    let pulled = 0
    const endless = () =>
      new Response(
        new ReadableStream<Uint8Array>({
          pull(controller) {
            pulled += 1
            controller.enqueue(new Uint8Array(1000))
          },
        }),
      )
    for (const answer of [() => answering('x', { 'content-length': '5001' }), endless]) {
      const { door } = world(answer)
      expect(await door(request({ maxBytes: 5000 }))).toMatchObject({
        problem: { code: 'fetch_too_large', facts: { limit: 5000, host: 'issuer.example' } },
      })
    }
    expect(pulled).toBeLessThan(10)
  })

  test.each([201, 204, 206, 301, 404, 410, 500])('is a problem with the status %i', async (status) => {
    const { door } = world(() => new Response(null, { status }))
    expect(await door(request())).toEqual({
      ok: false,
      problem: { code: 'fetch_status', facts: { host: 'issuer.example', status } },
    })
  })

  test('may be nothing', async () => {
    const { door } = world(() => new Response(null))
    expect(await door(request())).toMatchObject({ ok: true, value: { bytes: new Uint8Array() } })
  })
})

describe('a host that does not answer', () => {
  test('is told from one that refuses to be read, by one further question for each origin', async () => {
    const blocked = world(refusing)
    expect(textOf(await blocked.door(request()))).toBe('fetch_blocked')
    expect(textOf(await blocked.door(request({ url: 'https://issuer.example/other' })))).toBe('fetch_blocked')
    expect(blocked.asked.map(({ init }) => init.mode)).toEqual(['cors', 'no-cors', 'cors'])
    expect(blocked.asked[1]?.init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' })
    expect(blocked.keeper.entries.map(({ outcome }) => outcome)).toEqual(['fetch_blocked', 'fetch_blocked', 'fetch_blocked'])

    const gone = world(unreachable)
    expect(textOf(await gone.door(request()))).toBe('fetch_failed')
  })

  test('is not asked twice when the device is offline', async () => {
    const { door, asked } = world(unreachable, { online: () => false })
    expect(textOf(await door(request()))).toBe('fetch_offline')
    expect(asked).toHaveLength(1)
  })

  test('is given up in time', async () => {
    const { door } = world(silent, { fetchTime: 20 })
    expect(await door(request())).toMatchObject({ problem: { code: 'fetch_timeout', facts: { host: 'issuer.example' } } })
  })

  test('is given up in time when it stops in the middle', async () => {
    const { door } = world(
      (_url, { signal }) =>
        new Response(
          new ReadableStream({
            start(controller) {
              controller.enqueue(new Uint8Array(10))
              signal?.addEventListener('abort', () => controller.error(new DOMException('ended', 'AbortError')))
            },
          }),
        ),
      { fetchTime: 20 },
    )
    expect(textOf(await door(request()))).toBe('fetch_timeout')
  })

  test('is let go when the one who asked leaves, but not while another still waits', async () => {
    let answer = (_response: Response) => {}
    const signals: (AbortSignal | null | undefined)[] = []
    const { door, asked } = world((_url, { signal }) => {
      signals.push(signal)
      return new Promise((resolve) => {
        answer = resolve
      })
    })
    const [one, other] = [new AbortController(), new AbortController()]
    const first = door(request({ signal: one.signal }))
    const second = door(request({ signal: other.signal }))
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    one.abort()
    expect(textOf(await first)).toBe('fetch_cancelled')
    expect(signals[0]?.aborted).toBe(false)
    answer(answering('{}'))
    expect(textOf(await second)).toBe('{}')

    const third = door(request({ url: 'https://issuer.example/third', signal: other.signal }))
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    other.abort()
    expect(textOf(await third)).toBe('fetch_cancelled')
    await vi.waitFor(() => expect(signals[1]?.aborted).toBe(true))
  })

  test('is waited for once in a batch, whether or not a copy is there to answer instead', async () => {
    let answer: Answer = () => answering('{}')
    const { door, asked, later } = world((url, init) => answer(url, init), { fetchTime: 20 })
    await door(request())
    later(60)
    answer = silent
    for (const url of ['https://issuer.example/did.json', 'https://other.example/did.json']) {
      const before = asked.length
      await door(request({ url }))
      await door(request({ url }))
      expect(asked.length - before).toBe(1)
    }
  })

  test('is not asked for someone who left before', async () => {
    const { door, asked } = world(() => answering('{}'))
    expect(textOf(await door(request({ signal: AbortSignal.abort() })))).toBe('fetch_cancelled')
    expect(asked).toEqual([])
  })
})

describe('a kept copy', () => {
  test('answers without asking while it is fresh', async () => {
    const { door, asked, later, keeper } = world(() => answering('{}', { 'cache-control': 'max-age=3600' }))
    await door(request())
    later(3599)
    expect(await door(request())).toMatchObject({ ok: true, value: { kept: false, fetchedAt: '2026-11-23T12:00:00.000Z' } })
    expect(asked).toHaveLength(1)
    expect(keeper.entries.map(({ outcome }) => outcome)).toEqual(['fetched', 'kept'])
    later(1)
    expect(await door(request())).toMatchObject({ value: { fetchedAt: '2026-11-23T13:00:00.000Z' } })
    expect(keeper.entries.at(-1)?.outcome).toBe('not-modified')
  })

  test('from the future is not trusted to be fresh', async () => {
    const { door, asked, later } = world(() => answering('{}', { 'cache-control': 'max-age=3600' }))
    await door(request())
    later(-7200)
    await door(request())
    expect(asked).toHaveLength(2)
  })

  const silences: [string, Answer][] = [
    ['cannot be reached', unreachable],
    ['refuses to be read', refusing],
    ['has trouble', () => new Response(null, { status: 503 })],
    ['has had enough', () => new Response(null, { status: 429 })],
    ['does not answer in time', silent],
  ]
  test.each(silences)('answers when the host %s', async (_name, trouble) => {
    let answer: Answer = () => answering('{"as":"before"}')
    const { door, later, keeper } = world((url, init) => answer(url, init), { fetchTime: 20 })
    await door(request())
    later(86_400)
    answer = trouble
    const outcome = await door(request())
    expect(outcome).toMatchObject({ ok: true, value: { kept: true, fetchedAt: '2026-11-23T12:00:00.000Z' } })
    expect(textOf(outcome)).toBe('{"as":"before"}')
    expect(keeper.entries.at(-1)?.outcome).toMatch(/^fetch_/)
  })

  test.each([404, 410])('does not answer when the host says %i, not even later', async (status) => {
    let answer: Answer = () => answering('{}')
    const { door, later } = world((url, init) => answer(url, init))
    await door(request())
    later(60)
    answer = () => new Response(null, { status })
    expect(await door(request())).toMatchObject({ problem: { code: 'fetch_status', facts: { status } } })
    later(60)
    answer = unreachable
    expect(textOf(await door(request()))).toBe('fetch_failed')
  })

  test.each([
    ['answers with something too large', () => answering('x', { 'content-length': '99999999999' })],
    ['says 403', () => new Response(null, { status: 403 })],
    ['leads to a private host', () => from('https://10.0.0.1/', answering('{}'))],
  ])('does not answer for a host that %s', async (_name, trouble) => {
    let answer: Answer = () => answering('{}')
    const { door, later } = world((url, init) => answer(url, init))
    await door(request())
    later(60)
    answer = trouble
    expect((await door(request())).ok).toBe(false)
  })

  test('is all that a door that asks nobody has', async () => {
    const { door, powers, asked, later } = world(() => answering('{}'))
    await door(request())
    later(60)
    const closed = createDoor({ ...powers, offline: true })
    expect(await closed(request())).toMatchObject({ ok: true, value: { kept: true } })
    expect(textOf(await closed(request({ url: 'https://other.example/' })))).toBe('fetch_offline')
    expect(asked).toHaveLength(1)
  })

  test('of a document that must not be stored still says offline what it last said, and never counts as fresh', async () => {
    const { door, asked, later } = world(() => answering('{}', { 'cache-control': 'no-store, max-age=3600' }))
    await door(request())
    later(60)
    await door(request())
    expect(asked).toHaveLength(2)
  })

  test('is made of everything but pictures, which whoever shows them keeps', async () => {
    const { door, keeper } = world(() => answering('{}'))
    await door(request({ purpose: 'picture' }))
    expect(await keeper.recall('https://issuer.example/did.json')).toBeNull()
  })
})

test('a keeper that fails costs neither the answer nor anything else', async () => {
  const broken = async () => {
    throw new Error('disk full')
  }
  const { door } = world(() => answering('{}'), { keeper: { recall: broken, keep: broken, forget: broken, log: broken } })
  expect(textOf(await door(request()))).toBe('{}')
})
