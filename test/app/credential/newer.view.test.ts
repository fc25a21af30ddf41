import { expect, test } from 'vitest'
import { changesBetween } from '../../../src/app/features/credential/newer.view.ts'
import { createFormats } from '../../../src/text/format.ts'
import { loadFindings, loadInterface } from '../../../src/text/index.ts'
import { credentialWith } from './credentials.ts'

const telling = {
  audience: 'holder' as const,
  languages: ['en'],
  findings: await loadFindings('en'),
  ui: await loadInterface('en'),
  formats: createFormats('en', 'UTC'),
}
const subject = { identities: [], results: [], otherMembers: {} }

test('what differs between two versions is told with what it was and what it is', () => {
  const before = credentialWith({ title: [{ value: 'Welding' }], validUntil: '2025-01-01T00:00:00Z', subjects: [subject] })
  const after = credentialWith({ title: [{ value: 'Welding' }], subjects: [{ ...subject, creditsEarned: 4 }] })
  expect(changesBetween(before, after, telling)).toEqual([
    { label: 'Valid until', before: expect.stringContaining('2025'), after: 'not stated' },
    { label: 'Credits', before: 'not stated', after: '4' },
  ])
})

test('two versions that show the same have no difference to tell', () => {
  expect(changesBetween(credentialWith({ id: 'urn:1' }), credentialWith({ id: 'urn:1' }), telling)).toEqual([])
})
