import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/core/model/json.ts'
import type { VerificationReport } from '../../src/core/model/report.ts'
import { verifyInput } from '../../src/core/verify.ts'
import {
  breakNested,
  type IssuedRecord,
  issueClr2,
  type NestedBreakage,
  nestedBreakages,
  type Path,
  partAt,
  pathsIn,
} from '../issuer/clr2.ts'
import { doorTo, FETCHED_AT } from '../issuer/door.ts'
import { utf8 } from '../issuer/issuers.ts'
import { meansTheSame } from './meaning.ts'
import { mutationsOf } from './mutations.ts'

function reportOn(text: string, { documents }: Pick<IssuedRecord, 'documents'>): Promise<VerificationReport> {
  const context = { now: new Date(FETCHED_AT), open: doorTo(documents), audience: 'verifier', identities: [] } as const
  return verifyInput({ bytes: utf8(text), name: 'record' }, context)
}

/** What is wrong with one part makes the record not what it seems; `dangling` is only said. */
const breakages = nestedBreakages.filter((how) => how !== 'dangling')

/** The places that a record points at, in what it says of the credentials inside. */
function pointedAt(report: VerificationReport): readonly number[] {
  const findings = report.checks.filter(({ id }) => id === 'nested.integrity' || id === 'nested.validity')
  const places = findings.flatMap(({ evidence }) => (evidence.details ?? []).map(({ facts }) => facts?.place))
  return [...new Set(places)].filter((place) => typeof place === 'number').map((place) => place - 1)
}

/** Follows a path through a report: each record on the way points at the next and at nothing else, and nothing beside it is blamed. */
function expectPointedTo(report: VerificationReport, path: Path): VerificationReport {
  const [index, ...rest] = path
  if (index === undefined) return report
  expect(report.verdict).not.toBe('verified')
  expect(pointedAt(report)).toEqual([index])
  const others = report.credentials.filter((_, at) => at !== index)
  expect(others.map(({ verdict }) => verdict)).toEqual(others.map(() => 'verified'))
  const inside = report.credentials[index]
  if (!inside) throw new Error('There is no report in that place.')
  return expectPointedTo(inside, rest)
}

const ways = [
  { securing: 'embedded', dataModel: '2.0' },
  { securing: 'embedded', dataModel: '1.1' },
  { securing: 'jwt', dataModel: '2.0' },
] as const

describe.each(ways)('a record ($securing, data model $dataModel)', (way) => {
  test('of sound credentials of many kinds is verified, and so is each of them', async () => {
    const record = await issueClr2({ count: 6, ...way })
    const report = await reportOn(record.text, record)
    expect([report.verdict, pointedAt(report)]).toEqual(['verified', []])
    expect(report.credentials.map(({ verdict }) => verdict)).toEqual(report.credentials.map(() => 'verified'))
  })

  test.each(breakages)('with one credential %s at any depth is never verified, and points at that one', async (how) => {
    const record = await issueClr2({ count: 6, ...way })
    for (const path of pathsIn(record)) await expectBroken(record, path, how)
  })
})

async function expectBroken(record: IssuedRecord, path: Path, how: NestedBreakage): Promise<void> {
  const broken = await breakNested(record, path, how)
  const report = await reportOn(broken.text, broken)
  expect(report.verdict, `${how} at ${path.join('.')}`).not.toBe('verified')
  // Without a proof of its own, what was changed is the record that vouches for it: no part is to blame before another.
  const { securing, isRecord } = partAt(record, path)
  if (how === 'altered' && securing === 'none') return
  // What lies inside a record without proof, or inside one that is not its issuer's any more, falls with it.
  if (isRecord) return expect(pointedAt(report)).toContain(path[0])
  const at = expectPointedTo(report, path)
  if (how !== 'another-person') expect(at.verdict, `${how} at ${path.join('.')}`).not.toBe('verified')
}

describe('whatever is changed in a credential inside a record', () => {
  test.each(ways)('($securing, $dataModel) the record is not verified any more', { timeout: 120_000 }, async (way) => {
    const record = await issueClr2({ count: 4, ...way, securing: 'embedded' })
    const whole = JSON.parse(record.text) as JsonObject
    const mutations = mutationsOf(whole).filter(({ name }) => name.includes('/credentialSubject/verifiableCredential/'))
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: mutations.length - 1 }), async (index) => {
        const { name, document } = mutations[index] as (typeof mutations)[number]
        const { verdict } = await reportOn(JSON.stringify(document), record)
        if (verdict === 'verified') expect(await meansTheSame(document, whole), name).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})

describe('progress', () => {
  test('is told for each credential inside', async () => {
    const record = await issueClr2({ count: 5 })
    const heard: string[] = []
    const progress = (done: number, total: number) => void heard.push(`${done} of ${total}`)
    const context = {
      now: new Date(FETCHED_AT),
      open: doorTo(record.documents),
      audience: 'verifier',
      identities: [],
      progress,
    } as const
    await verifyInput({ bytes: utf8(record.text), name: 'record' }, context)
    expect(heard).toEqual(['1 of 5', '2 of 5', '3 of 5', '4 of 5', '5 of 5'])
  })

  test('stops when it is cancelled, and nothing is called verified', async () => {
    const record = await issueClr2({ count: 12 })
    const controller = new AbortController()
    const progress = (done: number) => done === 2 && controller.abort()
    const context = {
      now: new Date(FETCHED_AT),
      open: doorTo(record.documents),
      audience: 'verifier',
      identities: [],
      progress,
      signal: controller.signal,
    } as const
    const report = await verifyInput({ bytes: utf8(record.text), name: 'record' }, context)
    expect(report.verdict).not.toBe('verified')
    expect(report.credentials.some(({ error }) => error?.code === 'cancelled')).toBe(true)
  })
})
