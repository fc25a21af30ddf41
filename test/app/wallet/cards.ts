import { fold } from '../../../src/core/fold.ts'
import type { Card } from '../../../src/store/types.ts'

/** A card for tests: verified and plain, but for what is said. */
export function card(part: Partial<Card> = {}): Card {
  const base: Card = {
    id: 'card',
    title: 'A badge',
    issuer: 'An issuer',
    issuerId: 'https://issuer.example',
    credentialId: '',
    format: 'ob3',
    kind: 'Badge',
    issued: '',
    expires: '',
    addedAt: '2026-01-01T00:00:00Z',
    verdict: 'verified',
    questions: { integrity: 'passed', validity: 'passed', authority: 'warning', identity: 'warning' },
    code: null,
    verifiedAt: '2026-01-01T00:00:00Z',
    haystack: '',
    credit: 'unknown',
    parts: 0,
    picture: '',
    example: false,
  }
  const made = { ...base, ...part }
  return { ...made, haystack: part.haystack ?? fold(`${made.title} ${made.issuer}`) }
}
