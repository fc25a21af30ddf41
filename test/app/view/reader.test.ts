import { describe, expect, test } from 'vitest'
import { createReader, type Reader } from '../../../src/app/features/view/reader.ts'
import type { Inspection } from '../../../src/core/model/inspection.ts'
import { done, problem } from '../../../src/core/problem.ts'
import { inspect } from '../../../src/core/verify.ts'
import type { InspectOptions, Verifier } from '../../../src/worker/types.ts'
import { LEARNER } from '../../issuer/content.ts'
import { issue } from '../../issuer/issue.ts'

const { text } = await issue()
const ana = `mailto:${LEARNER.email}`
const address = 'https://westbridge.example/badge.json'

interface Asked {
  readonly options: InspectOptions
}

/** The real checks without the worker round them: they are pure. `breaks` says which inspections end in a failed worker. */
function verifierThat(breaks: (call: number) => boolean = () => false) {
  const asked: Asked[] = []
  const verifier: Pick<Verifier, 'open' | 'inspect'> = {
    async inspect(source, options) {
      asked.push({ options })
      const { audience, identities } = options
      const open = async () => problem('fetch_offline')
      const inspections = await inspect(source, { now: new Date('2026-11-23T12:00:00Z'), open, audience, identities })
      return breaks(asked.length) ? inspections.map(broken) : inspections
    },
    async open({ url }) {
      if (url !== address) return problem('fetch_failed', { facts: { host: 'elsewhere.example' } })
      return done({
        url,
        bytes: new TextEncoder().encode(text),
        mediaType: 'application/json',
        fetchedAt: '2026-11-23T12:00:00Z',
      })
    },
  }
  return { verifier, asked }
}

function broken(inspection: Inspection): Inspection {
  return { ...inspection, credential: null, report: { ...inspection.report, error: { code: 'worker_failed' } } }
}

function readerWith({ verifier, online = true }: Pick<ReturnType<typeof verifierThat>, 'verifier'> & { online?: boolean }) {
  return createReader({ verifier, online: () => online })
}

function readIn(reader: Reader) {
  const reading = reader.reading()
  if (reading.step !== 'read') throw new Error(`still ${reading.step}`)
  return reading
}

const pasted = (given: string) => ({ kind: 'text', text: given }) as const

describe('the reader', () => {
  test('checks as a verifier, for nobody in particular, and offline when there is no network', async () => {
    const { verifier, asked } = verifierThat()
    const reader = readerWith({ verifier, online: false })
    await reader.take([pasted(text)])
    expect(asked).toEqual([{ options: { audience: 'verifier', identities: [], offline: true } }])
    expect(readIn(reader).items).toMatchObject([{ kind: 'credential', report: { verdict: 'verified' }, comparedWith: '' }])
  })

  test('reads what lies at an address, and says why it cannot', async () => {
    const reader = readerWith(verifierThat())
    await reader.take([
      { kind: 'address', url: address },
      { kind: 'address', url: 'https://elsewhere.example/' },
    ])
    expect(readIn(reader).items).toMatchObject([
      { kind: 'credential', name: 'westbridge.example' },
      { kind: 'problem', name: 'elsewhere.example', problem: { code: 'fetch_failed' } },
    ])
  })

  test('keeps the good ones of a list beside the one that is none', async () => {
    const reader = readerWith(verifierThat())
    await reader.take([pasted(`[${text}, 7, ${text}]`)])
    expect(readIn(reader).items.map(({ kind }) => kind)).toEqual(['credential', 'problem', 'credential'])
  })

  test('a file that is too large is a reason, not a crash', async () => {
    const reader = readerWith(verifierThat())
    const file = { name: 'film.mp4', size: 2 ** 40 } as File
    await reader.take([{ kind: 'file', file }])
    expect(readIn(reader).items).toMatchObject([{ kind: 'problem', name: 'film.mp4', problem: { code: 'input_too_large' } }])
  })

  test('compares with a person, and with nobody again', async () => {
    const { verifier, asked } = verifierThat()
    const reader = readerWith({ verifier })
    await reader.take([pasted(text)])
    await reader.compare('mailto:somebody@else.example')
    expect(asked.at(-1)?.options.identities).toEqual(['mailto:somebody@else.example'])
    expect(readIn(reader)).toMatchObject({
      claimed: 'mailto:somebody@else.example',
      items: [{ report: { verdict: 'cannot-tell' } }],
    })
    await reader.compare(ana)
    expect(readIn(reader)).toMatchObject({
      claimed: ana,
      items: [{ report: { verdict: 'verified' }, comparedWith: ana }],
    })
    await reader.compare('')
    expect(readIn(reader)).toMatchObject({ claimed: '', items: [{ comparedWith: '' }] })
  })

  test('a comparison that breaks off leaves no answer about the new person', async () => {
    const { verifier } = verifierThat((call) => call === 3)
    const reader = readerWith({ verifier })
    await reader.take([pasted(text)])
    await reader.compare(ana)
    await reader.compare('mailto:somebody@else.example')
    expect(readIn(reader)).toMatchObject({ claimed: 'mailto:somebody@else.example', items: [{ comparedWith: ana }] })
  })

  test('shows only what was given last, and forgets it when told to', async () => {
    const reader = readerWith(verifierThat())
    const first = reader.take([pasted(text)])
    const second = reader.take([pasted('{"a":')])
    await Promise.all([first, second])
    expect(readIn(reader).items.map(({ kind }) => kind)).toEqual(['problem'])
    const third = reader.take([pasted(text)])
    reader.reset()
    await third
    expect(reader.reading()).toEqual({ step: 'asking' })
  })
})
