import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { type BadgeOptions, type IssuedBadge, issueBadge } from '../../issuer/badges.ts'
import { mutationsOf } from '../mutations.ts'
import { reportOn } from './support.ts'

const b64 = (text: string) => Buffer.from(text).toString('base64url')

/** The changes of what the learner has, with which it is still verified. */
async function survivors(badge: IssuedBadge, original: JsonObject, write: (document: JsonObject) => string) {
  const names: string[] = []
  for (const { name, document } of mutationsOf(original))
    if ((await reportOn(write(document), badge.documents)).verdict === 'verified') names.push(name)
  return names
}

describe('a badge changed in any single place is no longer verified', () => {
  const hosted: readonly [string, BadgeOptions][] = [
    ['1.0', { generation: '1.0' }],
    ['1.1', { generation: '1.1' }],
    ['2.0', {}],
    ['2.0 with its parts inside', { shape: 'embedded' }],
  ]
  for (const [name, options] of hosted)
    test(`hosted ${name}`, { timeout: 120_000 }, async () => {
      const badge = await issueBadge(options)
      expect((await reportOn(badge.text, badge.documents)).verdict).toBe('verified')
      expect(await survivors(badge, badge.assertion, (document) => JSON.stringify(document))).toEqual([])
    })

  test('hosted 2.0, with parts written out that its address only names', { timeout: 120_000 }, async () => {
    const badge = await issueBadge()
    const whole = { ...badge.assertion, badge: { ...badge.badge, issuer: badge.issuer } }
    expect((await reportOn(JSON.stringify(whole), badge.documents)).verdict).toBe('verified')
    const left = await survivors(badge, whole, (document) => JSON.stringify(document))
    // to leave out what its own address says anyway changes nothing that is shown
    const saysLess = /^drop \/badge\//
    expect(left.filter((name) => !saysLess.test(name))).toEqual([])
  })

  for (const shape of ['linked', 'embedded'] as const)
    test(`signed 2.0, ${shape}`, { timeout: 120_000 }, async () => {
      const badge = await issueBadge({ signed: 'P-256', shape })
      const [header, , signature] = badge.text.split('.')
      expect((await reportOn(badge.text, badge.documents)).verdict).toBe('verified')
      const left = await survivors(
        badge,
        badge.assertion,
        (document) => `${header}.${b64(JSON.stringify(document))}.${signature}`,
      )
      expect(left).toEqual([])
      const ofHeader = await survivors(
        badge,
        { alg: 'ES256' },
        (changed) => `${b64(JSON.stringify(changed))}.${badge.text.split('.').slice(1).join('.')}`,
      )
      expect(ofHeader).toEqual([])
    })
})
