import { describe, expect, test } from 'vitest'
import { limits } from '../../src/core/limits.ts'
import type { Open } from '../../src/core/model/context.ts'
import type { JsonObject } from '../../src/core/model/json.ts'
import { rationed } from '../../src/core/rationed.ts'
import { inspect, verifyInput } from '../../src/core/verify.ts'
import { VC2 } from '../issuer/contexts.ts'
import { doorTo, FETCHED_AT } from '../issuer/door.ts'
import { type Issued, issue } from '../issuer/issue.ts'
import { issuerOf, utf8 } from '../issuer/issuers.ts'
import { signed } from '../issuer/sign.ts'

function reportOn(document: JsonObject, { documents }: Issued) {
  const context = { now: new Date(FETCHED_AT), open: doorTo(documents), audience: 'verifier', identities: [] } as const
  return verifyInput({ bytes: utf8(JSON.stringify(document)), name: 'large' }, context)
}

const coverageOf = ({ checks }: Awaited<ReturnType<typeof reportOn>>) => checks.find(({ id }) => id === 'proof.coverage')?.code

describe('a document that would keep JSON-LD busy is left alone', { timeout: 20_000 }, () => {
  const many = (length: number, item: object) => Array.from({ length }, () => item)
  const vocabulary = (terms: number) =>
    Object.fromEntries(Array.from({ length: terms }, (_, at) => [`t${at}`, `https://x.example/${at}`]))

  test('for its many contexts', async () => {
    const issued = await issue({ content: 'minimal' })
    const report = await reportOn(
      { ...issued.credential, evidence: many(20_000, { '@context': {}, type: ['Evidence'] }) as JsonObject[] },
      issued,
    )
    expect([report.verdict, coverageOf(report)]).toEqual(['cannot-tell', 'too_many_contexts'])
  })

  test('for a long list of contexts that we ship', async () => {
    const issued = await issue({ content: 'minimal' })
    const shipped = issued.credential['@context'] as string[]
    const contexts = Array.from({ length: 600 }, () => shipped).flat()
    const report = await reportOn({ ...issued.credential, '@context': contexts }, issued)
    expect([report.verdict, coverageOf(report)]).toEqual(['cannot-tell', 'too_many_contexts'])
  })

  test('for a context with many terms', async () => {
    const issued = await issue({ content: 'minimal' })
    const contexts = [...(issued.credential['@context'] as string[]), vocabulary(50_000)]
    const report = await reportOn(
      { ...issued.credential, '@context': contexts, evidence: many(20_000, { type: ['Evidence'] }) as JsonObject[] },
      issued,
    )
    expect([report.verdict, coverageOf(report)]).toEqual(['cannot-tell', 'too_many_contexts'])
  })

  test('for a list of thousands', async () => {
    const issued = await issue({ content: 'minimal' })
    const report = await reportOn(
      { ...issued.credential, evidence: many(60_000, { type: ['Evidence'] }) as JsonObject[] },
      issued,
    )
    expect([report.verdict, coverageOf(report)]).toEqual(['cannot-tell', 'canonicalization_too_hard'])
  })

  test('for many types under many contexts', async () => {
    const issued = await issue({ content: 'minimal' })
    const types = Array.from({ length: 20_000 }, (_, at) => `t${at}`)
    const contexts = Array.from({ length: 20_000 }, (_, at) => `https://x.example/${at}`)
    const report = await reportOn(
      { ...issued.credential, '@context': [VC2, ...contexts], type: ['VerifiableCredential', ...types] },
      issued,
    )
    expect(report.verdict).not.toBe('verified')
  })
})

test('a presentation of forty credentials is not too many contexts', async () => {
  const issued = await issue({ content: 'minimal' })
  const inside = Array.from({ length: 40 }, () => issued.credential)
  const unsigned = { '@context': [VC2], type: ['VerifiablePresentation'], verifiableCredential: inside }
  const report = await reportOn(await signed(unsigned, issuerOf('stranger'), { purpose: 'authentication' }), issued)
  expect(coverageOf(report)).toBeNull()
  expect(report.checks.find(({ id }) => id === 'proof.signature')?.status).toBe('passed')
})

describe('what one credential may ask', () => {
  test('is rationed: past the ceiling of addresses the rest is unknown, and nobody is asked', async () => {
    let asked = 0
    const context = rationed({
      now: new Date(0),
      audience: 'verifier',
      identities: [],
      open: async () => {
        asked += 1
        return { ok: false, problem: { code: 'fetch_failed' } }
      },
    })
    const ask = (index: number) => context.open({ url: `https://host.example/${index}`, purpose: 'status', accept: '*/*' })
    for (let index = 0; index < limits.requests; index += 1) await ask(index)
    expect(await ask(limits.requests)).toMatchObject({ ok: false, problem: { code: 'fetch_too_many' } })
    expect(asked).toBe(limits.requests)
  })

  test.for(['addresses', 'badges'] as const)('is rationed for all of a file together: %s', async (what) => {
    const asked = new Set<string>()
    const address = (index: number) => `https://host${index}.example/badge`
    const badge = (id: string) => ({ '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion', id, badge: `${id}/class` })
    const many = Array.from({ length: limits.requests + 50 }, (_, index) =>
      what === 'addresses' ? address(index) : badge(address(index)),
    )
    const open: Open = async ({ url }) => {
      asked.add(url)
      return { ok: false, problem: { code: 'fetch_failed' } }
    }
    const context = { now: new Date(0), audience: 'verifier', identities: [], open } as const
    const inspections = await inspect({ name: 'many.json', bytes: utf8(JSON.stringify(many)) }, context)
    expect(inspections).toHaveLength(many.length)
    expect(asked.size).toBe(limits.requests)
    expect(inspections.map(({ report }) => report.verdict)).not.toContain('verified')
  })
})
