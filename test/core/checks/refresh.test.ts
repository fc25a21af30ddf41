import { expect, test } from 'vitest'
import { validityRefresh } from '../../../src/core/checks/refresh.ts'
import type { OpenRequest } from '../../../src/core/model/context.ts'
import { credentialOf, sessionOf } from './support.ts'

const base = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  issuer: 'did:example:issuer',
  credentialSubject: { id: 'did:example:subject' },
}

test('a credential without refresh service is not asked about', async () => {
  expect(validityRefresh.run(sessionOf(await credentialOf(base)))).toBeNull()
})

test('a refresh service is named and never asked on its own', async () => {
  const requests: OpenRequest[] = []
  const refreshService = { id: 'https://example.org/refresh', type: '1EdTechCredentialRefresh' }
  const answer = await validityRefresh.run(sessionOf(await credentialOf({ ...base, refreshService }), { requests }))
  expect(answer).toMatchObject({ status: 'warning', code: 'refresh_not_asked', facts: { services: 1 } })
  expect(requests).toEqual([])
})

test('a credential that a newer version has replaced no longer counts, whether or not it names a refresh service', async () => {
  const session = sessionOf(await credentialOf(base))
  const newer = '2026-02-01T00:00:00Z'
  expect(validityRefresh.run({ ...session, context: { ...session.context, newer } })).toEqual({
    status: 'failed',
    code: 'superseded',
    facts: { date: newer },
  })
})
