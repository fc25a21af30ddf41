import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readClaim, writeClaim } from '../../../src/core/identity/claim.ts'

test.each([
  [{ kind: 'email', value: 'Ana@example.org' }, 'mailto:Ana@example.org'],
  [{ kind: 'telephone', value: '+34 600 000 000' }, 'tel:+34 600 000 000'],
  [{ kind: 'url', value: 'https://ana.example/' }, 'https://ana.example/'],
  [{ kind: 'id', value: 'did:key:z6Mk' }, 'did:key:z6Mk'],
  [{ kind: 'id', value: 'ana' }, 'id:ana'],
  [{ kind: 'studentId', value: 'A 123' }, 'studentId:A 123'],
  [{ kind: null, value: 'A123' }, 'A123'],
] as const)('%o is written as %s', (claim, text) => {
  expect(writeClaim(claim)).toBe(text)
  expect(readClaim(text)).toEqual(claim)
})

test('a claim is read as it was written, whatever is in it', () => {
  const kinds = fc.constantFrom('email', 'telephone', 'url', 'id', 'studentId', 'userName')
  const values = fc.string({ minLength: 1 }).filter((value) => value.trim() !== '')
  fc.assert(
    fc.property(kinds, values, (kind, value) => {
      expect(readClaim(writeClaim({ kind, value }))).toEqual({ kind, value: value.trim() })
    }),
  )
})

test('a claim of any kind never turns into one of a kind that was not meant', () => {
  expect(readClaim(writeClaim({ kind: null, value: 'did:example:ana' }))).toEqual({
    kind: 'identifier',
    value: 'did:example:ana',
  })
  expect(readClaim(writeClaim({ kind: null, value: 'ana@example.org' }))).toEqual({
    kind: 'identifier',
    value: 'ana@example.org',
  })
})
