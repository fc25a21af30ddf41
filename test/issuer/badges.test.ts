import { describe, expect, test } from 'vitest'
import type { VerificationReport } from '../../src/core/model/report.ts'
import { verifyInput } from '../../src/core/verify.ts'
import { type BadgeOptions, badgeGenerations, type IssuedBadge, issueBadge } from './badges.ts'
import { type BadgeBaking, badgeBakings, wholeBakings } from './badges-baked.ts'
import { disownedBadges, malformedBadges, outdatedBadges } from './badges-broken.ts'
import { LEARNER } from './content.ts'
import { doorTo, FETCHED_AT } from './door.ts'
import { type Documents, utf8 } from './issuers.ts'

function report(bytes: Uint8Array, documents: Documents): Promise<VerificationReport> {
  const identities = [`mailto:${LEARNER.email}`]
  return verifyInput(
    { bytes, name: 'badge' },
    { now: new Date(FETCHED_AT), open: doorTo(documents), audience: 'verifier', identities },
  )
}

/** What keeps a report from being all well, in a form that a failing test shows at once. */
function complaints({ verdict, error, format, checks }: VerificationReport) {
  const bad = checks.filter(({ id, status }) => id !== 'issuer.registry' && status !== 'passed')
  return { verdict, error, format, bad: bad.map(({ id, status, code }) => `${id} ${status} ${code}`) }
}

const well = (format: string) => ({ verdict: 'verified', error: null, format, bad: [] })
const formatOf = ({ generation = '2.0', signed }: BadgeOptions) => {
  if (signed !== undefined) return generation === '2.0' ? 'ob2-jws' : 'ob1-jws'
  return generation === '2.0' ? 'ob2' : generation === '1.1' ? 'ob1.1' : generation === '1.0' ? 'ob1' : 'ob05'
}

const plain: readonly BadgeOptions[] = badgeGenerations
  .filter((generation) => generation !== '0.5')
  .flatMap((generation) => [
    { generation },
    { generation, sparse: true },
    { generation, signed: 'RSA' as const },
    { generation, signed: 'P-256' as const },
    { generation, signed: 'Ed25519' as const },
  ])

describe('a badge of an older generation is verified', () => {
  for (const options of [...plain, { shape: 'embedded' as const }, { shape: 'embedded' as const, signed: 'RSA' as const }])
    test(JSON.stringify(options), async () => {
      const { text, documents } = await issueBadge(options)
      expect(complaints(await report(utf8(text), documents))).toEqual(well(formatOf(options)))
    })

  for (const generation of ['1.0', '1.1', '2.0'] as const) {
    for (const baking of Object.keys(badgeBakings) as BadgeBaking[])
      test(`${generation}, baked: ${baking}`, async () => {
        const issued = await issueBadge({ generation })
        const found = complaints(await report(badgeBakings[baking](issued), issued.documents))
        const said = /, address/.test(baking) ? ['structure.data-model warning hosted_address_only'] : []
        expect(found).toEqual({ ...well(formatOf({ generation })), bad: said })
      })

    for (const baking of wholeBakings)
      test(`${generation}, signed and baked: ${baking}`, async () => {
        const issued = await issueBadge({ generation, signed: 'RSA' })
        expect((await report(badgeBakings[baking](issued), issued.documents)).verdict).toBe('verified')
      })
  }
})

describe('a badge of Open Badges 0.5 is read, and what was never possible is not claimed', () => {
  test('as JSON, which states no address', async () => {
    const { text, documents } = await issueBadge({ generation: '0.5' })
    const found = await report(utf8(text), documents)
    expect(found).toMatchObject({ format: 'ob05', verdict: 'cannot-tell', error: null, summary: { title: 'First aid at sea' } })
  })

  test('as the address in a picture', async () => {
    const issued = await issueBadge({ generation: '0.5' })
    const found = await report(badgeBakings['PNG, address in tEXt'](issued), issued.documents)
    expect(found).toMatchObject({ format: 'ob05', error: null })
    expect(found.checks.find(({ id }) => id === 'structure.data-model')).toMatchObject({
      status: 'warning',
      code: 'badge_too_old',
    })
  })
})

describe('a broken badge of an older generation is never verified, and the right check says so', () => {
  for (const { name, check, outcome, code, make } of [...malformedBadges, ...outdatedBadges, ...disownedBadges])
    test(name, async () => {
      const { text, documents }: IssuedBadge = await make()
      const found = await report(utf8(text), documents)
      expect(found.verdict).not.toBe('verified')
      expect(found.checks.find(({ id }) => id === check)).toMatchObject({ status: outcome, ...(code && { code }) })
    })
})

test('an address that does not answer leaves everything open, and is no error', async () => {
  const issued = await issueBadge()
  const found = await report(badgeBakings['SVG, address'](issued), new Map())
  expect(found).toMatchObject({ verdict: 'cannot-tell', error: null, format: 'ob1' })
  expect(found.checks.find(({ id }) => id === 'structure.data-model')).toMatchObject({ code: 'badge_address_only' })
})
