import { describe, expect, test } from 'vitest'
import { aboutList, dccRegistry, disclosureOf, grouped, offersOf } from '../../../src/app/features/settings/trust.view.ts'
import type { ListOrigin } from '../../../src/core/trust/source.ts'
import type { KeptList } from '../../../src/store/types.ts'
import { trust as text } from '../../../src/text/en/trust.ts'
import { createFormats } from '../../../src/text/format.ts'

const formats = createFormats('en', 'UTC')
const asOf = '2026-11-23T12:00:00.000Z'
const now = new Date(asOf)
const origin: ListOrigin = {
  source: 'dcc-legacy',
  name: 'Registry',
  kind: 'production',
  url: 'https://registry.example/list.json',
}
const anchor: ListOrigin = { ...origin, source: 'openid-federation', url: 'https://anchor.example/.well-known/openid-federation' }

function kept(more: Partial<KeptList> = {}): KeptList {
  const entries = new Map([
    ['did:key:a', { name: 'A' }],
    ['did:key:b', null],
  ])
  const list = {
    name: 'Registry',
    kind: 'production',
    asOf,
    entries,
    hosts: new Map([['c.example', { name: 'C' }]]),
    complete: true,
  } as const
  return { id: '1', origin, isOn: true, addedAt: asOf, list, triedAt: asOf, trouble: null, ...more }
}

describe('what is said of a list', () => {
  test('is how many it knows, as of when, and where it is', () => {
    expect(aboutList(kept(), [], text, formats, now)).toEqual([
      '3 institutions',
      'as of Nov 23, 2026, 12:00 PM',
      'registry.example',
    ])
    expect(aboutList(kept({ origin: { ...origin, url: '' } }), [], text, formats, now)).toContain('from a file')
  })

  test('that answers about single issuers is how many of yours it knows', () => {
    const { list } = kept()
    const asked = kept({ list: list && { ...list, complete: false } })
    expect(aboutList(asked, ['did:key:a', 'did:key:b', 'did:key:c'], text, formats, now)[0]).toBe('Knows 1 of your issuers')
  })

  test('is that it was not read yet, or too long ago to count', () => {
    expect(aboutList(kept({ list: null }), [], text, formats, now)[0]).toBe('Not read yet')
    const later = new Date('2027-01-01T00:00:00Z')
    expect(aboutList(kept(), [], text, formats, later)).toContain(text.tooOld)
    expect(aboutList(kept({ origin: { ...origin, url: '' } }), [], text, formats, later)).not.toContain(text.tooOld)
  })
})

describe('what is offered', () => {
  test('says who learns what', () => {
    expect(disclosureOf(origin, text)).toBe('registry.example sees your network address, and nothing of your wallet.')
    expect(disclosureOf(anchor, text)).toBe(
      'anchor.example is asked about each issuer in your wallet, so it learns which ones they are.',
    )
  })

  test('is what is not in use, each once', () => {
    expect(offersOf([], [])).toEqual([dccRegistry])
    expect(offersOf([origin, anchor, { ...dccRegistry, name: 'Again' }], [kept()]).map(({ url }) => url)).toEqual([
      dccRegistry.url,
      anchor.url,
    ])
  })
})

test('a fingerprint stands in groups', () => {
  expect(grouped('NzbLsXh8uDCcd-6M')).toBe('NzbLsX h8uDCc d-6M')
})
