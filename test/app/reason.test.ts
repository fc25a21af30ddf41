import { expect, test } from 'vitest'
import { reasonOf, unsupported } from '../../src/app/reason.ts'
import { type ProblemInfo, problems } from '../../src/core/problems.ts'

/** Of what is unsupported, what no report of a credential ever says: it is about a file, the store, a device or a backup. */
const elsewhere =
  /^(zip|wallet|store|unlock|passkey|backup|camera|transfer|safe|stacks)_|^(format_not_yet|cancelled|worker_failed|unexpected)$/

test('whatever a check does not know how to do is told as that', () => {
  const all = Object.entries<ProblemInfo>(problems).flatMap(([code, { type }]) => (type === 'UNSUPPORTED' ? [code] : []))
  expect(unsupported).toEqual(all.filter((code) => !elsewhere.test(code)))
  for (const code of unsupported) expect(reasonOf({ verdict: 'cannot-tell', code })).toBe('unsupported')
})

test('a code explains a verdict, and a verdict without one still says something', () => {
  expect(reasonOf({ verdict: 'verified', code: 'expired' })).toBeNull()
  expect(reasonOf({ verdict: 'not-verified', code: 'expired' })).toBe('outOfDate')
  expect(reasonOf({ verdict: 'not-verified', code: null })).toBe('broken')
  expect(reasonOf({ verdict: 'cannot-tell', code: 'toString' })).toBe('unreachable')
})
