import { describe, expect, test } from 'vitest'
import { progressOf } from '../../../src/app/features/add/batch.view.ts'
import { createIntake } from '../../../src/app/features/add/intake.ts'
import type { Services } from '../../../src/app/services.ts'
import type { Credential, Source } from '../../../src/core/model/credential.ts'
import type { Inspection } from '../../../src/core/model/inspection.ts'
import { done, type ProblemCode, problem } from '../../../src/core/problem.ts'
import { defaultSettings } from '../../../src/store/default-settings.ts'

const questions = { integrity: 'passed', validity: 'passed', authority: 'warning', identity: 'warning' } as const

function inspectionOf(source: Source, error: ProblemCode | null): Inspection {
  const title = new TextDecoder().decode(source.bytes)
  const summary = { title, issuer: 'Westbridge College', recipient: '', issued: '', expires: '' }
  const report = {
    input: source.name,
    digest: '',
    at: '2026-11-23T12:00:00Z',
    format: null,
    summary,
    questions,
    checks: [],
    credentials: [],
  }
  // The intake hands credentials on and reads no more of them than who the issuer is.
  const credential = error === null ? ({ issuer: { id: 'did:web:westbridge.example' } } as Credential) : null
  return {
    source,
    credential,
    report: { ...report, verdict: error ? 'not-verified' : 'verified', error: error && { code: error } },
    parts: [],
    endorsements: [],
  }
}

/** Stands in for the worker and the store: a text is a credential unless it says which problem it has. */
function powers(known: readonly string[] = []): Parameters<typeof createIntake>[0] {
  const kept = new Set(known)
  return {
    verifier: {
      async inspect(source, _options, hearing) {
        const text = new TextDecoder().decode(source.bytes)
        const inspection = inspectionOf(source, text.startsWith('!') ? (text.slice(1) as ProblemCode) : null)
        hearing?.inspected?.(inspection)
        return [inspection]
      },
      open: async () => problem('fetch_failed', { facts: { host: 'westbridge.example' } }),
      newer: () => Promise.reject(new Error('not asked')),
      readList: () => Promise.reject(new Error('not asked')),
      readPathway: () => Promise.reject(new Error('not asked')),
      end: () => undefined,
    },
    async keepEntries(entries) {
      return done(
        entries.map(({ report }) => {
          const isNew = !kept.has(report.summary.title)
          kept.add(report.summary.title)
          return { id: report.summary.title, isNew }
        }),
      )
    },
    settings: () => ({ ...defaultSettings, language: 'en' }),
    online: () => true,
  } satisfies Pick<Services, 'verifier' | 'keepEntries' | 'settings' | 'online'>
}

const text = (value: string) => ({ kind: 'text', text: value }) as const

describe('adding to the wallet', () => {
  test('adds what is new and says what was there', async () => {
    const intake = createIntake(powers(['Data Ethics']))
    const items = await intake.take([text('Data Ethics'), text('Rescue')])
    expect(items.flatMap((item) => item.arrivals.map((arrival) => arrival.kind))).toEqual(['added', 'there'])
    expect(progressOf(intake.items())).toEqual({ all: 2, ended: 2, added: 1, there: 1, problems: 0 })
  })

  test('lets one broken file among ten cost nothing', async () => {
    const intake = createIntake(powers())
    const given = Array.from({ length: 10 }, (_, index) => text(`Badge ${index}`))
    await intake.take([...given.slice(0, 4), text('!png_no_badge'), ...given.slice(4)])
    expect(progressOf(intake.items())).toMatchObject({ all: 11, ended: 11, added: 10, problems: 1 })
  })

  test('says in a code why an address could not be fetched', async () => {
    const intake = createIntake(powers())
    const [item] = await intake.take([{ kind: 'address', url: 'https://westbridge.example/badge' }])
    expect(item?.arrivals).toEqual([
      { kind: 'problem', problem: { code: 'fetch_failed', facts: { host: 'westbridge.example' } } },
    ])
    expect(item?.name).toBe('westbridge.example')
  })

  test('refuses a file that is too large without reading it', async () => {
    const intake = createIntake(powers())
    const file = new File([], 'huge.json')
    Object.defineProperty(file, 'size', { value: 10 ** 12 })
    const [item] = await intake.take([{ kind: 'file', file }])
    expect(item?.arrivals).toMatchObject([{ kind: 'problem', problem: { code: 'input_too_large' } }])
  })

  test('turns a worker that breaks into a problem of that line only', async () => {
    const broken = powers()
    const intake = createIntake({
      ...broken,
      verifier: { ...broken.verifier, inspect: () => Promise.reject(new TypeError('gone')) },
    })
    const [item] = await intake.take([text('Data Ethics')])
    expect(item).toMatchObject({ state: 'done', arrivals: [{ kind: 'problem', problem: { code: 'unexpected' } }] })
  })

  test('knows a pathway for what it is, though it is no credential', async () => {
    const refusing = powers()
    const intake = createIntake({
      ...refusing,
      verifier: { ...refusing.verifier, inspect: async (source) => [inspectionOf(source, 'input_not_credential')] },
    })
    const pathway = JSON.stringify({ '@context': 'https://credreg.net/ctdl/schema/context/json', '@type': 'ceterms:Pathway' })
    // The newest is first.
    const [other, found] = await intake.take([text(pathway), text('{}')])
    expect(found?.arrivals).toMatchObject([{ kind: 'pathway' }])
    expect(other?.arrivals).toMatchObject([{ kind: 'problem', problem: { code: 'input_not_credential' } }])
  })

  test('says why nothing was kept when the store refuses', async () => {
    const intake = createIntake({ ...powers(), keepEntries: async () => problem('store_quota') })
    const [item] = await intake.take([text('Data Ethics')])
    expect(item?.arrivals).toEqual([{ kind: 'problem', problem: { code: 'store_quota' } }])
  })

  test('stops what waits and keeps what was added', async () => {
    const intake = createIntake(powers())
    await intake.take([text('First')])
    const stopped = intake.take(Array.from({ length: 8 }, (_, index) => text(`Badge ${index}`)))
    intake.cancel()
    await stopped
    const states = intake.items().map((item) => item.state)
    expect(states.filter((state) => state === 'cancelled').length).toBeGreaterThanOrEqual(5)
    expect(progressOf(intake.items()).added).toBeGreaterThanOrEqual(1)
    expect(progressOf(intake.items()).ended).toBe(9)
    intake.clear()
    expect(intake.items()).toEqual([])
  })
})
