import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import { createCheckAgain } from '../../../src/app/features/credential/check-again.ts'
import type { Services } from '../../../src/app/services.ts'
import type { Inspection } from '../../../src/core/model/inspection.ts'
import type { VerificationReport } from '../../../src/core/model/report.ts'
import { done, type Problem, problem } from '../../../src/core/problem.ts'
import type { WalletEntry } from '../../../src/store/types.ts'
import { credentialWith } from './credentials.ts'

const report: VerificationReport = {
  input: '',
  digest: '',
  at: '2026-11-20T00:00:00Z',
  format: 'ob3',
  verdict: 'verified',
  checks: [],
  credentials: [],
  error: null,
  summary: { title: '', issuer: '', recipient: '', issued: '', expires: '' },
  questions: { integrity: 'passed', validity: 'passed', authority: 'passed', identity: 'passed' },
}
const source = { bytes: new Uint8Array([1]), name: 'badge.json' }
const entry: WalletEntry = {
  id: 'a',
  source,
  credential: credentialWith(),
  report,
  parts: [],
  endorsements: [],
  addedAt: '',
  example: false,
}
const later = { ...report, at: '2026-11-23T00:00:00Z' }
const good: Inspection = { source, credential: credentialWith(), report: later, parts: [], endorsements: [] }

function checkedWith(
  inspect: Services['verifier']['inspect'],
  update: Services['vault']['update'] = async () => done(undefined),
) {
  const readings: WalletEntry[] = []
  const told: Problem[] = []
  return createRoot((dispose) => {
    const services = {
      verifier: { inspect },
      vault: { update },
      settings: () => ({ identities: ['mailto:amara@example.org'] }),
      online: () => false,
      settle: async () => undefined,
      tell: (trouble: Problem) => void told.push(trouble),
    } as unknown as Services
    return { ...createCheckAgain(services, (reading) => void readings.push(reading)), readings, told, dispose }
  })
}

test('a new reading is kept and shown, as the learner whose wallet it is, from kept copies when offline', async () => {
  const asked: unknown[] = []
  const kept: string[] = []
  const again = checkedWith(
    async (...[given, options]) => {
      asked.push(given, options)
      return [good]
    },
    async (id, reading) => {
      kept.push(`${id} ${reading.report.at}`)
      return done(undefined)
    },
  )
  const checking = again.check(entry)
  expect(again.state()).toBe('checking')
  await checking
  expect(again.state()).toBe('resting')
  expect(asked).toEqual([source, { audience: 'holder', identities: ['mailto:amara@example.org'], offline: true }])
  expect(kept).toEqual(['a 2026-11-23T00:00:00Z'])
  expect(again.readings).toMatchObject([{ id: 'a', report: later }])
})

test('a check that breaks off leaves what was known', async () => {
  const broken: Inspection = {
    source,
    credential: null,
    report: { ...report, error: { code: 'worker_failed' } },
    parts: [],
    endorsements: [],
  }
  const again = checkedWith(
    async () => [broken],
    async () => {
      throw new Error('nothing may be kept')
    },
  )
  await again.check(entry)
  expect(again.state()).toBe('broken')
  expect(again.readings).toEqual([])
})

test('a store that refuses is told, and the reading is still shown', async () => {
  const again = checkedWith(
    async () => [good],
    async () => problem('store_quota'),
  )
  await again.check(entry)
  expect(again.told).toEqual([{ code: 'store_quota' }])
  expect(again.readings).toHaveLength(1)
})

test('a page that was left shows nothing more, and its check is told to stop', async () => {
  let answer: (inspections: readonly Inspection[]) => void = () => undefined
  let signal: AbortSignal | undefined
  const again = checkedWith((_source, _options, _progress, given) => {
    signal = given
    return new Promise((resolve) => {
      answer = resolve
    })
  })
  const checking = again.check(entry)
  again.dispose()
  expect(signal?.aborted).toBe(true)
  answer([good])
  await checking
  expect(again.readings).toEqual([])
})
