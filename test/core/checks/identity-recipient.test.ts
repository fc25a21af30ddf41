import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { identityRecipient } from '../../../src/core/checks/identity-recipient.ts'
import type { Audience } from '../../../src/core/model/context.ts'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { credentialOf, sessionOf } from './support.ts'

const ana = 'ana@example.org'
const sha256 = (text: string) => `sha256$${createHash('sha256').update(text).digest('hex')}`

function badgeTo(subject: JsonObject): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: 'did:example:issuer',
    credentialSubject: { type: ['AchievementSubject'], ...subject },
  }
}

const hashedMail: JsonObject = {
  identifier: [
    { type: 'IdentityObject', hashed: true, identityHash: sha256(`${ana}Kosher`), identityType: 'emailAddress', salt: 'Kosher' },
  ],
}

async function answer(document: JsonObject, identities: readonly string[], audience: Audience = 'verifier') {
  const session = sessionOf(await credentialOf(document))
  return identityRecipient.run({ ...session, context: { ...session.context, identities, audience } })
}

describe('the recipient of Open Badges 3.0 (§7.7)', () => {
  test('who is the one claimed passes', async () => {
    expect(await answer(badgeTo(hashedMail), ['mailto:bea@example.org', `mailto:${ana}`])).toEqual({
      status: 'passed',
      code: null,
      facts: { by: 'email' },
    })
  })

  test('who is the one claimed but for capitals passes, and that is said', async () => {
    expect(await answer(badgeTo(hashedMail), ['mailto: Ana@Example.org '])).toMatchObject({
      status: 'passed',
      facts: { tidied: true },
    })
  })

  test('hashed with md5 matches with a warning: anybody could guess it', async () => {
    const identifier = [
      {
        type: 'IdentityObject',
        hashed: true,
        identityHash: `md5$${createHash('md5').update(ana).digest('hex')}`,
        identityType: 'emailAddress',
      },
    ]
    expect(await answer(badgeTo({ identifier }), [`mailto:${ana}`])).toMatchObject({
      status: 'warning',
      code: 'recipient_hash_weak',
    })
  })

  test('who is another fails for a reviewer, and is a warning in the learner’s own wallet', async () => {
    const differs = { code: 'recipient_differs', facts: { kind: 'email' } }
    expect(await answer(badgeTo(hashedMail), ['mailto:bea@example.org'])).toMatchObject({ status: 'failed', ...differs })
    expect(await answer(badgeTo(hashedMail), ['mailto:bea@example.org'], 'holder')).toMatchObject({
      status: 'warning',
      ...differs,
    })
  })

  test('who is known by something else than what was claimed is no mismatch', async () => {
    for (const audience of ['holder', 'verifier'] as const)
      expect(await answer(badgeTo(hashedMail), ['studentId:A123', 'tel:+34600000000'], audience)).toMatchObject({
        status: 'unknown',
        code: 'recipient_incomparable',
        facts: { kind: 'email' },
      })
  })

  test('whom nobody claims to be is not asked about', async () => {
    expect(await answer(badgeTo(hashedMail), [])).toMatchObject({ status: 'unknown', code: 'recipient_not_asked' })
  })

  test('who has a name only is nobody in particular, also when that name is claimed', async () => {
    const identifier = [{ type: 'IdentityObject', hashed: false, identityHash: 'Ana Rivera', identityType: 'name' }]
    expect(await answer(badgeTo({ identifier }), ['name:Ana Rivera'])).toMatchObject({
      status: 'unknown',
      code: 'recipient_name_only',
    })
  })

  test('who has neither id nor identifier is not named', async () => {
    expect(await answer(badgeTo({}), [`mailto:${ana}`])).toMatchObject({ status: 'unknown', code: 'recipient_unnamed' })
  })

  test('who is a DID that nobody claims is for the check of its holder', async () => {
    expect(await answer(badgeTo({ id: 'did:example:ana' }), [])).toBeNull()
  })
})

describe('the recipient of older badges', () => {
  const badge = (recipient: JsonObject): JsonObject => ({
    '@context': 'https://w3id.org/openbadges/v2',
    id: 'https://issuer.example/1',
    type: 'Assertion',
    recipient,
    badge: 'https://issuer.example/badge',
    verification: { type: 'HostedBadge' },
    issuedOn: '2018-01-01T00:00:00Z',
  })

  test.each<[string, JsonObject, string]>([
    [
      'an e-mail, salted (OB 2.0 IdentityObject)',
      { type: 'email', hashed: true, salt: 'deadsea', identity: sha256(`${ana}deadsea`) },
      `mailto:${ana}`,
    ],
    ['an e-mail in clear', { type: 'email', hashed: false, identity: ana }, `mailto:${ana}`],
    ['a telephone number', { type: 'telephone', hashed: false, identity: '+34 600 000 000' }, 'tel:+34600000000'],
    ['a web address', { type: 'url', hashed: true, identity: sha256('https://ana.example/') }, 'https://ana.example'],
    ['an id', { type: 'id', hashed: false, identity: 'did:example:ana' }, 'did:example:ana'],
  ])('by %s passes', async (_, recipient, claim) => {
    expect(await answer(badge(recipient), [claim])).toMatchObject({ status: 'passed', code: null })
  })
})

test('a presentation has no recipient of its own', async () => {
  const document = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: 'VerifiablePresentation',
    verifiableCredential: [badgeTo(hashedMail)],
  }
  expect(await answer(document, [`mailto:${ana}`])).toBeNull()
})
