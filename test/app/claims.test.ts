import { describe, expect, test } from 'vitest'
import { claimIn, claimWords } from '../../src/app/claims.ts'

describe('what is typed', () => {
  test.each([
    ['email', ' mailto:Ana.Rivera@Learner.example ', 'mailto:Ana.Rivera@Learner.example'],
    ['email', 'ana@learner.example', 'mailto:ana@learner.example'],
    ['telephone', '+34 (600) 000-000', 'tel:+34 (600) 000-000'],
    ['telephone', 'tel:112', 'tel:112'],
    ['url', 'ana.example/me', 'https://ana.example/me'],
    ['url', 'http://ana.example/', 'http://ana.example/'],
    ['studentId', 'A-123', 'studentId:A-123'],
    ['id', 'did:key:z6Mk', 'did:key:z6Mk'],
    [null, 'ana.rivera', 'ana.rivera'],
    ['sourcedId', 'x:1', 'sourcedId:x:1'],
  ] as const)('as %s, "%s", is claimed as it was written', (kind, typed, claim) => {
    expect(claimIn(kind, typed)).toBe(claim)
  })

  test.each([
    ['email', ''],
    ['email', 'ana'],
    ['email', 'ana@'],
    ['email', '@learner.example'],
    ['email', 'ana rivera@learner.example'],
    ['email', 'a@b@c'],
    ['telephone', 'call me'],
    ['telephone', '---'],
    ['url', 'my page'],
    ['url', 'nowhere'],
    ['studentId', '   '],
    [null, 'x'.repeat(401)],
  ] as const)('as %s, "%s", is none', (kind, typed) => {
    expect(claimIn(kind, typed)).toBeNull()
  })
})

test('a claim is shown without the word for its kind', () => {
  expect(['mailto:ana@learner.example', 'studentId:A-123', 'did:key:z6Mk', 'A1'].map(claimWords)).toEqual([
    'ana@learner.example',
    'A-123',
    'did:key:z6Mk',
    'A1',
  ])
})
