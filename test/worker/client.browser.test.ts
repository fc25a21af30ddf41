import { expose, type Remote } from 'comlink'
import { afterEach, describe, expect, test } from 'vitest'
import type { Inspection } from '../../src/core/model/inspection.ts'
import { createMemoryKeeper } from '../../src/net/memory-keeper.ts'
import type { VerifierPowers } from '../../src/worker/client.ts'
import { createVerifier } from '../../src/worker/client.ts'
import type { Page } from '../../src/worker/protocol.ts'
import type { Verifier } from '../../src/worker/types.ts'

const open = new Set<Verifier>()
afterEach(() => {
  for (const verifier of open) verifier.end()
  open.clear()
})

function verifierWith(more: Partial<VerifierPowers> = {}) {
  const keeper = createMemoryKeeper()
  const verifier = createVerifier({ keeper, ...more })
  open.add(verifier)
  return { verifier, keeper }
}
const source = (content: unknown) => ({
  name: 'badge.json',
  bytes: new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)),
})
const learner = { audience: 'holder', identities: [] } as const

const unsigned = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:8e8e8e8e-0000-4000-8000-000000000001',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Web Foundations',
  issuer: { id: 'https://westbridge.example/issuer', type: ['Profile'], name: 'Westbridge College' },
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    achievement: {
      id: 'urn:uuid:8e8e8e8e-0000-4000-8000-000000000002',
      type: ['Achievement'],
      name: 'Web Foundations',
      description: 'Builds pages',
      criteria: { narrative: 'Build one' },
    },
  },
}

/** A worker that runs this text. */
function workerOf(script: string): Worker {
  return new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })))
}

describe('the verification worker', () => {
  test('asks for a newer version only where there is a service for it, and hears what replaced what it judges', async () => {
    const { verifier } = verifierWith()
    const [plain] = await verifier.inspect(source(unsigned), learner)
    if (!plain?.credential) throw new Error('not read')
    expect(await verifier.newer(plain.credential, learner)).toEqual({ ok: false, problem: { code: 'refresh_not_offered' } })
    const served = { ...unsigned, refreshService: { id: 'https://localhost/refresh', type: '1EdTechCredentialRefresh' } }
    const [offered] = await verifier.inspect(source(served), { ...learner, newer: '2026-02-01T00:00:00Z' })
    if (!offered?.credential) throw new Error('not read')
    expect(offered.report.checks).toContainEqual(expect.objectContaining({ id: 'validity.refresh', code: 'superseded' }))
    expect(await verifier.newer(offered.credential, learner)).toMatchObject({
      ok: false,
      problem: { code: 'fetch_address_refused' },
    })
  })

  test('reads and judges what it is given, and tells of each as it is ready', async () => {
    const { verifier } = verifierWith()
    const told: Inspection[] = []
    const inspections = await verifier.inspect(source([unsigned, { ...unsigned, name: 'Other' }]), learner, {
      inspected: (inspection) => void told.push(inspection),
    })
    expect(inspections.map(({ credential }) => credential?.title[0]?.value)).toEqual(['Web Foundations', 'Other'])
    expect(inspections.map(({ report }) => report.verdict)).toEqual(['not-verified', 'not-verified'])
    expect(inspections[0]?.report.checks.find(({ id }) => id === 'proof.signature')).toMatchObject({
      status: 'failed',
      code: 'proof_missing',
    })
    expect(told).toEqual(inspections)
  })

  test('tells how far it has come with a record of many', async () => {
    const { verifier } = verifierWith()
    const told: string[] = []
    const inside = Array.from({ length: 5 }, (_each, index) => ({ ...unsigned, name: `Badge ${index}` }))
    const record = {
      ...unsigned,
      type: ['VerifiableCredential', 'ClrCredential'],
      credentialSubject: { type: ['ClrSubject'], verifiableCredential: inside },
    }
    const [inspection] = await verifier.inspect(source(record), learner, {
      progress: (ready, total) => void told.push(`${ready} of ${total}`),
    })
    expect(inspection?.parts.map(({ credential }) => credential?.title[0]?.value)).toEqual(inside.map(({ name }) => name))
    // The answer comes another way, and may overtake the last of these.
    expect(told.length).toBeGreaterThan(0)
    expect(told).toEqual(['1 of 5', '2 of 5', '3 of 5', '4 of 5', '5 of 5'].slice(0, told.length))
  })

  test('answers for many at once, each with its own', async () => {
    const { verifier } = verifierWith()
    const names = Array.from({ length: 30 }, (_each, index) => `Badge ${index}`)
    const all = await Promise.all(names.map((name) => verifier.inspect(source({ ...unsigned, name }), learner)))
    expect(all.map(([one]) => one?.credential?.title[0]?.value)).toEqual(names)
  })

  test('reads the pathways of a file, and says when there is none', async () => {
    const { verifier } = verifierWith()
    const course = {
      '@id': 'https://westbridge.example/course',
      '@type': 'ceterms:CourseComponent',
      'ceterms:name': 'Statistics',
    }
    const pathway = { '@id': 'https://westbridge.example/way', '@type': 'ceterms:Pathway', 'ceterms:hasPart': [course] }
    const read = await verifier.readPathway(source(pathway))
    expect(read).toMatchObject({ ok: true, value: { pathways: [{ id: expect.any(String), steps: [{ kind: 'Course' }] }] } })
    expect(await verifier.readPathway(source('{}'))).toEqual({ ok: false, problem: { code: 'pathway_missing' } })
  })

  test('makes a report of what is no credential', async () => {
    const { verifier } = verifierWith()
    const [only, ...more] = await verifier.inspect(source('not a badge'), learner)
    expect(more).toEqual([])
    expect(only).toMatchObject({ credential: null, report: { verdict: 'not-verified', input: 'badge.json' } })
    expect(only?.report.error?.code).toMatch(/^input_/)
  })

  test('reaches the keeper that the page lends it: copies are recalled, the log is written', async () => {
    const { verifier, keeper } = verifierWith()
    const bytes = new TextEncoder().encode('{"kept":true}')
    const [url, now] = ['https://issuer.example/did.json', Date.now()]
    await keeper.keep({
      url,
      finalUrl: url,
      bytes,
      mediaType: 'application/json',
      fetchedAt: new Date(now - 1000).toISOString(),
      freshUntil: new Date(now + 60_000).toISOString(),
    })
    expect(await verifier.open({ url, purpose: 'issuer', accept: '*/*' })).toMatchObject({
      ok: true,
      value: { bytes, mediaType: 'application/json' },
    })
    expect(await verifier.open({ url: 'https://127.0.0.1/', purpose: 'credential', accept: '*/*' })).toMatchObject({
      problem: { code: 'fetch_address_refused' },
    })
    await expect
      .poll(() => keeper.entries.map(({ host, outcome }) => `${host} ${outcome}`))
      .toEqual(['issuer.example kept', '127.0.0.1 fetch_address_refused'])
  })

  test('stops when it is no longer wanted', async () => {
    const { verifier } = verifierWith()
    const leaving = new AbortController()
    const run = verifier.inspect(source(unsigned), learner, undefined, leaving.signal)
    leaving.abort()
    expect(await run).toMatchObject([{ credential: null, report: { error: { code: 'cancelled' } } }])
    expect((await verifier.inspect(source(unsigned), learner))[0]?.credential).not.toBeNull()
  })
})

describe('a worker that takes its time', () => {
  /** Stands in for a worker: answers after `steps` steps, and says so at each of them when it tells. */
  function slowWorker(steps: number, tells: boolean) {
    const { port1, port2 } = new MessageChannel()
    let page: Remote<Page> | undefined
    const host = {
      lend: (given: Remote<Page>) => {
        page = given
      },
      beat: () => undefined,
      cancel: () => undefined,
      async inspect(job: number) {
        for (let step = 1; step <= steps; step += 1) {
          await new Promise((resolve) => setTimeout(resolve, 50))
          if (tells) void page?.progressed(job, step, steps)
        }
        return []
      },
    }
    expose(host, port2)
    port1.start()
    return Object.assign(port1, { terminate: () => port1.close() })
  }
  // Given up after six beats without a sign of life; the work takes far longer.
  const times = { beatTime: 50, patience: 6 }

  test('is waited for as long as it gets on', async () => {
    const { verifier } = verifierWith({ times, start: () => slowWorker(20, true) })
    expect(await verifier.inspect(source(unsigned), learner)).toEqual([])
  })

  test('and says nothing is given up', async () => {
    const { verifier } = verifierWith({ times, start: () => slowWorker(20, false) })
    expect(await verifier.inspect(source(unsigned), learner)).toMatchObject([
      { report: { error: { code: 'worker_failed', facts: { reason: 'slow' } } } },
    ])
  })
})

describe('a worker that fails', () => {
  const failures: [string, string, string][] = [
    ['does not load', 'importScripts("/nowhere.js")', 'crashed'],
    [
      'crashes at what it is given',
      'onmessage = ({ data }) => { if (data.path?.[0] === "inspect") throw new Error("poison") }',
      'crashed',
    ],
    ['never comes back', 'onmessage = ({ data }) => { while (data.path?.[0] === "inspect"); }', 'stuck'],
  ]
  test.each(failures)('because it %s costs one report, and the next call has a new one', async (_name, script, reason) => {
    const scripts = [workerOf(script)]
    const { verifier } = verifierWith({
      times: { beatTime: 50, beats: 4 },
      start: () => scripts.shift() ?? workerOf('onmessage = ({ data }) => postMessage({ id: data.id, type: "RAW", value: [] })'),
      now: () => new Date('2026-11-23T12:00:00Z'),
    })
    const told: Inspection[] = []
    const inspections = await verifier.inspect(source(unsigned), learner, {
      inspected: (inspection) => void told.push(inspection),
    })
    expect(inspections).toMatchObject([
      {
        credential: null,
        report: {
          verdict: 'not-verified',
          at: '2026-11-23T12:00:00.000Z',
          digest: expect.stringMatching(/^[0-9a-f]{64}$/),
          error: { code: 'worker_failed', facts: { reason } },
        },
      },
    ])
    expect(told).toEqual(inspections)
    expect(await verifier.inspect(source(unsigned), learner)).toEqual([])
  })
})
