import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../../src/core/model/json.ts'
import { issueBadge } from '../../issuer/badges.ts'
import { json } from '../../issuer/issuers.ts'
import { mutationsOf } from '../mutations.ts'
import { reportOn } from './support.ts'

const oddities: readonly Json[] = [
  null,
  true,
  0,
  -1.5,
  '',
  ' ',
  'x',
  '#',
  'https://',
  'http://[',
  [],
  [[]],
  {},
  { id: {} },
  ['a', null, {}],
]

/** Codes that say that something here broke on what it met. */
function broken(codes: readonly (string | null)[]) {
  return codes.filter((code) => code === 'unexpected' || code === 'input_unreadable')
}

describe('whatever a host serves, each check has an answer', () => {
  for (const signed of [undefined, 'P-256'] as const)
    for (const part of ['assertion', 'badge', 'issuer', 'key', 'revocationList'] as const)
      test(`${signed ? 'signed' : 'hosted'}: ${part}`, { timeout: 120_000 }, async () => {
        const badge = await issueBadge(signed ? { signed } : {})
        const address = badge.addresses[part]
        const served = badge.documents.get(address)
        if (!served) return
        const original = JSON.parse(new TextDecoder().decode(served.bytes)) as JsonObject
        const odd = Object.keys(original).flatMap((name) => oddities.map((value) => ({ ...original, [name]: value })))
        for (const document of [...odd, ...mutationsOf(original).map((mutation) => mutation.document)]) {
          const { checks, error } = await reportOn(badge.text, new Map([...badge.documents, [address, json(document)]]))
          expect(error).toBe(null)
          expect(broken(checks.map(({ code }) => code))).toEqual([])
        }
      })

  test('and whatever a learner has', { timeout: 120_000 }, async () => {
    const { assertion, documents } = await issueBadge({ shape: 'embedded' })
    for (const name of Object.keys(assertion))
      for (const value of oddities) {
        const { checks, error, verdict } = await reportOn(JSON.stringify({ ...assertion, [name]: value }), documents)
        expect(broken([...checks.map(({ code }) => code), error?.code ?? null])).toEqual([])
        expect(verdict).not.toBe('verified')
      }
  })
})
