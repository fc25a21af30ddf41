import { expect, test } from 'vitest'
import { structureSchema } from '../../../src/core/checks/schema.ts'
import type { Json, JsonObject } from '../../../src/core/model/json.ts'
import { credentialOf, sessionOf } from './support.ts'

const published = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/'
const badge: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:x:1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'https://example.edu', type: ['Profile'] },
  validFrom: '2024-01-01T00:00:00Z',
  credentialSubject: {
    id: 'did:example:subject',
    type: ['AchievementSubject'],
    achievement: { id: 'urn:x:a', type: ['Achievement'], name: 'A', description: 'B', criteria: {} },
  },
}
const ours = { id: `${published}ob_v3p0_achievementcredential_schema.json`, type: '1EdTechJsonSchemaValidator2019' }

const check = async (credentialSchema: Json | undefined, more: JsonObject = {}) =>
  structureSchema.run(
    sessionOf(await credentialOf({ ...badge, ...more, ...(credentialSchema === undefined ? {} : { credentialSchema }) })),
  )

test('a credential that names no schema is not asked about', async () => {
  expect(await check(undefined)).toBeNull()
})

test('a badge conforms to the published schema that it names', async () => {
  expect(await check([ours, ours])).toMatchObject({ status: 'passed', code: null, evidence: { details: [{ status: 'passed' }] } })
  expect(await check({ ...ours, type: 'JsonSchema' })).toMatchObject({ status: 'passed' })
})

test('a badge that breaks it is refused, and the place is named', async () => {
  expect(await check(ours, { awardedDate: 'spring' })).toMatchObject({
    status: 'failed',
    code: 'schema_violated',
    facts: { at: '/awardedDate', keyword: 'format', schema: ours.id },
  })
})

test('a badge of data model 1.1 is one of any, but not one of 2.0', async () => {
  const { validFrom: issuanceDate, ...rest } = badge
  const old = {
    ...rest,
    '@context': ['https://www.w3.org/2018/credentials/v1', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    issuanceDate,
    name: 'A',
  }
  const any = { ...ours, id: `${published}ob_v3p0_anyachievementcredential_schema.json` }
  const run = async (credentialSchema: JsonObject) =>
    structureSchema.run(sessionOf(await credentialOf({ ...old, credentialSchema })))
  expect(await run(any)).toMatchObject({ status: 'passed' })
  expect(await run(ours)).toMatchObject({ status: 'failed', code: 'schema_violated' })
})

test('a schema that is not shipped is skipped aloud; a W3C one leaves the question open', async () => {
  expect(await check({ id: `${published}unheard.json`, type: '1EdTechJsonSchemaValidator2019' })).toMatchObject({
    status: 'warning',
    code: 'schema_unknown',
  })
  expect(await check({ id: 'https://example.org/s.json', type: 'https://example.org/#Schema' })).toMatchObject({
    status: 'warning',
    code: 'schema_unknown',
  })
  expect(await check({ id: 'https://example.org/s.json', type: 'JsonSchema' })).toMatchObject({
    status: 'unknown',
    code: 'schema_unknown',
  })
  expect(await check({ id: ours.id, type: 'JsonSchemaCredential' })).toMatchObject({ status: 'unknown', code: 'schema_unknown' })
})

test('the worst of several schemas counts', async () => {
  const w3c = { id: 'https://example.org/s.json', type: 'JsonSchema' }
  expect(await check([ours, w3c])).toMatchObject({ status: 'unknown' })
  expect(await check([w3c, ours], { awardedDate: 'spring' })).toMatchObject({ status: 'failed', code: 'schema_violated' })
})

test('more schemas than anybody names are not all looked at, and that is said', async () => {
  const many = Array.from({ length: 50_000 }, (_, index) => ({ id: `https://example.org/${index}.json`, type: 'Custom' }))
  const answer = await check([ours, ...many])
  expect(answer).toMatchObject({ status: 'unknown', code: 'schema_unknown' })
  expect(answer?.evidence?.details?.length).toBeLessThan(20)
})
