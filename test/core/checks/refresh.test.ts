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

test('a credential without refresh service is not asked about', () => {
  expect(validityRefresh.run(sessionOf(credentialOf(base)))).toBeNull()
})

test('a refresh service is named and never asked on its own', async () => {
  const requests: OpenRequest[] = []
  const refreshService = { id: 'https://example.org/refresh', type: '1EdTechCredentialRefresh' }
  const answer = await validityRefresh.run(sessionOf(credentialOf({ ...base, refreshService }), { requests }))
  expect(answer).toMatchObject({ status: 'warning', code: 'refresh_not_asked', facts: { services: 1 } })
  expect(requests).toEqual([])
})
