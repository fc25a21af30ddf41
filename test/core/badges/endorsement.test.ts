import { describe, expect, test } from 'vitest'
import { recognise } from '../../../src/core/formats/index.ts'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { inspect } from '../../../src/core/verify.ts'
import { badgeAddresses, issueBadge, pemOf } from '../../issuer/badges.ts'
import { issuerOf, utf8 } from '../../issuer/issuers.ts'
import { jws } from '../../issuer/sign.ts'
import { clean, complaints, doorWith, findingIn, NOW, reportOn, said, serving } from './support.ts'

const ADDRESS = 'https://kestrel.example/endorsements/1'
const endorser = badgeAddresses('kestrel')
const profile = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Issuer',
  id: endorser.issuer,
  name: 'Kestrel University',
  url: 'https://kestrel.example',
  email: 'badges@kestrel.example',
}
const endorsementOf = (id: string, more: JsonObject = {}): JsonObject => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Endorsement',
  id: ADDRESS,
  claim: { id, endorsementComment: 'We admit whoever holds it.' },
  issuer: endorser.issuer,
  issuedOn: '2020-01-01T00:00:00Z',
  verification: { type: 'HostedBadge' },
  ...more,
})

describe('an endorsement of Open Badges 2.0', () => {
  const plain = endorsementOf('https://westbridge.example/badges/first-aid')
  const documents = serving({ [ADDRESS]: plain, [endorser.issuer]: profile })

  test('hosted is verified as a hosted badge is', async () => {
    const report = await reportOn(JSON.stringify(plain), documents)
    expect(report.format).toBe('ob2-endorsement')
    expect(complaints(report)).toEqual(clean)
    expect(report.summary.issuer).toBe('Kestrel University')
  })

  test('says what it says of whom', async () => {
    const read = await recognise({ text: JSON.stringify(plain), container: 'text', notices: [] })
    expect(read.ok && read.value[0]?.subjects[0]).toMatchObject({
      id: 'https://westbridge.example/badges/first-aid',
      otherMembers: { endorsementComment: 'We admit whoever holds it.' },
    })
  })

  test('that was changed is not verified', async () => {
    const changed = JSON.stringify(plain).replace('admit whoever', 'hire whoever')
    expect(said(await reportOn(changed, documents), 'proof.coverage')).toBe('failed hosted_differs')
  })

  test('on another host than its issuer’s is not the issuer’s', async () => {
    const elsewhere = { ...plain, id: 'https://evil.example/1' }
    const report = await reportOn(JSON.stringify(elsewhere), serving(documents, { [elsewhere.id]: elsewhere }))
    expect(said(report, 'issuer.key')).toBe('failed hosted_out_of_scope')
  })

  test('signed is verified by the key that its issuer lists', async () => {
    const signer = issuerOf('kestrel', { identity: 'https', key: 'RSA' })
    const key = { id: endorser.key, type: 'CryptographicKey', owner: endorser.issuer, publicKeyPem: await pemOf(signer) }
    const payload = { ...plain, id: 'urn:uuid:5', verification: { type: 'SignedBadge', creator: endorser.key } }
    const text = await jws(payload, {}, signer)
    const served = serving(documents, { [endorser.issuer]: { ...profile, publicKey: endorser.key }, [endorser.key]: key })
    const report = await reportOn(text, served)
    expect(report.format).toBe('ob2-endorsement-jws')
    expect(complaints(report)).toEqual(clean)
    const forged = await jws(payload, {}, issuerOf('stranger', { identity: 'https', key: 'RSA' }))
    expect((await reportOn(forged, served)).verdict).toBe('not-verified')
  })
})

describe('the endorsements that a badge carries are followed one step', () => {
  const badge = badgeAddresses('westbridge')
  const places = {
    assertion: [badge.assertion, { change: (one: JsonObject) => ({ ...one, endorsement: ADDRESS }) }],
    'badge class': [badge.badge, { changeBadge: (one: JsonObject) => ({ ...one, endorsement: [ADDRESS] }) }],
    issuer: [badge.issuer, { changeIssuer: (one: JsonObject) => ({ ...one, endorsement: ADDRESS }) }],
  } as const

  for (const [place, [about, options]] of Object.entries(places))
    test(`on its ${place}, by address`, async () => {
      const { text, documents } = await issueBadge(options)
      const all = serving(documents, { [ADDRESS]: endorsementOf(about), [endorser.issuer]: profile })
      const report = await reportOn(text, all)
      expect(report.verdict).toBe('verified')
      expect(said(report, 'issuer.endorsements')).toBe('passed null')
      const ofAnother = serving(all, { [ADDRESS]: endorsementOf('https://westbridge.example/badges/knots') })
      expect(said(await reportOn(text, ofAnother), 'issuer.endorsements')).toBe('warning endorsement_unverified')
    })

  test('written out in it', async () => {
    const endorsement = endorsementOf(badge.assertion)
    const { text, documents } = await issueBadge({ change: (one) => ({ ...one, endorsement }) })
    const report = await reportOn(text, serving(documents, { [ADDRESS]: endorsement, [endorser.issuer]: profile }))
    expect(said(report, 'issuer.endorsements')).toBe('passed null')
    expect(findingIn(report, 'issuer.endorsements')?.evidence.facts).toMatchObject({ count: 1, verified: 1 })
  })

  test('one that nobody serves costs the badge nothing', async () => {
    const { text, documents } = await issueBadge(places.assertion[1])
    const report = await reportOn(text, documents)
    expect(report.verdict).toBe('verified')
    expect(said(report, 'issuer.endorsements')).toBe('warning endorsement_unverified')
  })

  test('an endorsement that endorses itself for ever ends', async () => {
    const loop = endorsementOf(badge.assertion, { endorsement: [ADDRESS, ADDRESS] })
    const { text, documents } = await issueBadge(places.assertion[1])
    const open = doorWith(serving(documents, { [ADDRESS]: loop, [endorser.issuer]: profile }))
    const [inspection] = await inspect(
      { bytes: utf8(text), name: 'badge' },
      { now: NOW, open, audience: 'verifier', identities: [] },
    )
    expect(inspection?.report.verdict).toBe('verified')
    expect(inspection?.endorsements[0]?.report.checks.find(({ id }) => id === 'issuer.endorsements')?.code).toBe(
      'endorsements_not_checked',
    )
  })
})
