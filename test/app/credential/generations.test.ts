import { describe, expect, test } from 'vitest'
import { describe as describeCredential } from '../../../src/app/credential/credential.view.ts'
import { tellsOf } from '../../../src/app/credential/tells.ts'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { badgeAddresses, badgeGenerations, issueBadge } from '../../issuer/badges.ts'
import { issueClr2 } from '../../issuer/clr2.ts'
import { endorsement } from '../../issuer/endorse.ts'
import { issue } from '../../issuer/issue.ts'
import { type Documents, issuerOf, json } from '../../issuer/issuers.ts'
import { disclosing, issueSdJwt, metadata } from '../../issuer/sd-jwt.ts'
import { credentialWith } from './credentials.ts'
import { readingOf, tellingIn, wordsOf } from './readings.ts'

const english = await tellingIn('en')
const viewOf = async (issued: { readonly text: string; readonly documents: Documents }) =>
  describeCredential(await readingOf(issued), [], english)

describe('an older badge', () => {
  test.for(badgeGenerations)('of Open Badges %s has the same care as a new one', async (generation) => {
    const view = await viewOf(await issueBadge({ generation }))
    expect(view).toMatchObject({ title: { value: 'First aid at sea' }, issuer: { name: { value: 'Westbridge College' } } })
    expect(view.what.lines.find(({ label }) => label === 'Kind')?.value.value).toBe('Badge')
    expect(view.took.link?.host).toBe('westbridge.example')
    expect(view.document.lines[0]?.value.value).toMatch(new RegExp(`^Open Badges ${generation}`))
    for (const words of wordsOf({ ...view, document: undefined })) expect(words).not.toMatch(/undefined|\[object|NaN/)
  })

  test('says that its address is what makes it count, where that is, and what lies there', async () => {
    const { document } = await viewOf(await issueBadge())
    expect(document.note).toBe('It carries no signature: what westbridge.example says at its address is what makes it count.')
    expect(document.lines.find(({ label }) => label === 'Lives at')?.link?.host).toBe('westbridge.example')
    expect(document.texts.map(({ label }) => label)).toEqual([
      'As data (JSON)',
      'What was awarded, as westbridge.example gives it',
      'The issuer’s profile, as westbridge.example gives it',
    ])
  })

  test('that differs from what its address serves shows both', async () => {
    const view = await viewOf(await issueBadge({ changeCopy: (copy) => ({ ...copy, narrative: 'Led a fleet.' }) }))
    expect(view.verdict).toBe('not-verified')
    const [given, served] = view.document.texts
    expect(given?.text).toContain('Led a fleet.')
    expect(served).toMatchObject({ label: 'The badge, as westbridge.example gives it' })
    expect(served?.text).not.toContain('Led a fleet.')
  })

  test('has its own address where others have a signature, and names each host once', async () => {
    const view = await viewOf(await issueBadge())
    const [proof] = view.rows[0]?.evidence ?? []
    expect(proof?.name).toBe('Its own address')
    expect(proof?.witnesses).toHaveLength(1)
    const signed = await viewOf(await issueBadge({ signed: 'RSA' }))
    expect(signed.rows[0]?.evidence[0]?.name).toBe('Signature')
  })

  test('whose parts could not be read does not say that it is without a title, an issuer or anything else', async () => {
    const { text } = await issueBadge()
    const view = await viewOf({ text, documents: new Map() })
    expect(view.title.value).toBe('A badge described at westbridge.example')
    expect(view.issuer).toMatchObject({ name: { value: 'An issuer described at westbridge.example' }, isNamed: false })
    expect(view.vouches.people).toEqual([])
    expect(view.untold).toMatch(/^Part of it is kept at westbridge\.example and could not be read/)
    expect((await viewOf(await issueBadge())).untold).toBe('')
  })

  test('that is signed shows what is signed, and needs no such note', async () => {
    const { document } = await viewOf(await issueBadge({ signed: 'RSA' }))
    expect(document.note).toBe('')
    expect(document.texts.slice(0, 3).map(({ label }) => label)).toEqual([
      'Header of the signature',
      'What is signed',
      'The signed text',
    ])
  })

  test('shows its extensions as facts, and lists its other languages without going there', async () => {
    const view = await viewOf(await issueBadge())
    expect(view.more).toMatchObject([{ label: 'Boat › Example property', value: { value: 'The lifeboat Marisol' } }])
    expect(view.related).toMatchObject([{ label: 'Spanish, Version 2', link: { host: 'westbridge.example' } }])
  })
})

describe('an SD-JWT credential', async () => {
  const whole = await issueSdJwt()

  test('shows its claims as facts, and its type in words', async () => {
    const view = await viewOf({ text: whole, documents: metadata() })
    expect(view.title.value).toBe('Data Literacy')
    expect(view.what.lines.find(({ label }) => label === 'Kind')?.value.value).toBe('Open badge')
    expect(view.what.lines.some(({ label }) => label === 'Kept back')).toBe(false)
  })

  test('says how many facts are kept back', async () => {
    const view = await viewOf({ text: disclosing(whole), documents: metadata() })
    expect(view.what.lines.find(({ label }) => label === 'Kept back')?.value.value).toMatch(
      /^\d+ facts? that (is|are) not shown here$/,
    )
  })
})

describe('an endorsement', () => {
  const kestrel = issuerOf('kestrel', { identity: 'did:web' })
  const westbridge = issuerOf('westbridge', { identity: 'did:web' })

  /** A badge that carries these endorsements of itself, and of its issuer. */
  async function endorsed(own: readonly JsonObject[], ofIssuer: readonly JsonObject[] = []) {
    const { text, documents } = await issue({
      issuer: westbridge,
      id: 'urn:uuid:e0e0e0e0-0000-4000-8000-000000000001',
      change: (credential) => ({
        ...credential,
        endorsement: own,
        issuer: { ...(credential.issuer as JsonObject), ...(ofIssuer.length > 0 && { endorsement: ofIssuer }) },
      }),
    })
    const served = await issue({ issuer: kestrel })
    return viewOf({ text, documents: new Map([...documents, ...served.documents]) })
  }
  const about = 'urn:uuid:e0e0e0e0-0000-4000-8000-000000000001'

  test('says who vouches for what, and how far whoever that is is known', async () => {
    const { vouches } = await endorsed(
      [await endorsement(about, kestrel)],
      [await endorsement(String(westbridge.profile.id), kestrel)],
    )
    expect(vouches.unverified).toEqual([])
    expect(vouches.endorsements.map(({ title, about, levelWords }) => [title, about, levelWords])).toEqual([
      ['Endorsed by Kestrel University', 'About this credential', 'known by its web address, kestrel.example'],
      ['Endorsed by Kestrel University', 'About the issuer', 'known by its web address, kestrel.example'],
    ])
    expect(vouches.endorsements[0]).toMatchObject({
      comment: { value: 'We accept this for *entry*.' },
      isOwn: false,
      questions: { integrity: 'passed' },
    })
  })

  test('by a key that anyone could have made is in quotation marks', async () => {
    const { vouches } = await endorsed([await endorsement(about, issuerOf('kestrel'))])
    expect(vouches.endorsements[0]).toMatchObject({
      title: 'Endorsed by “Kestrel University”',
      levelWords: 'a key that anyone could have made',
    })
  })

  test('of an issuer by itself is said to be that', async () => {
    expect((await endorsed([await endorsement(about, westbridge)])).vouches.endorsements).toMatchObject([{ isOwn: true }])
  })

  test('that was changed, or speaks of something else, stands apart with the reason', async () => {
    const changed = { ...(await endorsement(about, kestrel)), name: 'Praise' }
    const { vouches } = await endorsed([changed, await endorsement('urn:elsewhere', kestrel)])
    expect(vouches.endorsements).toEqual([])
    expect(vouches.unverified.map(({ standing }) => standing)).toEqual([
      expect.stringMatching(/^Checked: nothing confirms this endorsement\. This was changed/),
      expect.stringMatching(/^Checked: nothing confirms this endorsement\./),
    ])
  })

  test('alone reads as what somebody says about something', async () => {
    const document = await endorsement('https://westbridge.example/achievements/1', kestrel)
    const { documents } = await issue({ issuer: kestrel })
    const view = await viewOf({ text: JSON.stringify(document), documents })
    expect(view.what.lines.map(({ label }) => label)).not.toContain('Holder’s identifier')
    expect(view.rows[3]?.reason).toBe('An endorsement belongs to nobody: it speaks of something.')
    expect(view.saying).toMatchObject({
      title: 'Kestrel University says about westbridge.example/achievements/1',
      comment: { value: 'We accept this for *entry*.' },
      link: { host: 'westbridge.example' },
    })
    expect(view.what.lines.some(({ value }) => value.value.includes('We accept'))).toBe(false)
  })

  test('of Open Badges 2.0, inside a badge and alone', async () => {
    const address = 'https://kestrel.example/endorsements/1'
    const endorser = badgeAddresses('kestrel')
    const badge = await issueBadge({ change: (assertion) => ({ ...assertion, endorsement: [address] }) })
    const other = await issueBadge({ institution: 'kestrel' })
    const document = {
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'Endorsement',
      id: address,
      claim: { id: badge.addresses.assertion, endorsementComment: 'We admit whoever holds it.' },
      issuer: endorser.issuer,
      issuedOn: '2020-01-01T00:00:00Z',
      verification: { type: 'HostedBadge' },
    }
    const documents = new Map([...badge.documents, ...other.documents, [address, json(document)]])
    const view = await viewOf({ text: badge.text, documents })
    expect(view.vouches.endorsements).toMatchObject([
      { title: 'Endorsed by Kestrel University', comment: { value: 'We admit whoever holds it.' } },
    ])
    const alone = await viewOf({ text: JSON.stringify(document), documents })
    expect(alone.saying?.title).toMatch(/^Kestrel University says about westbridge\.example\//)
    expect(alone.title.value).toBe(alone.saying?.title)
  })
})

describe('what a reader is told of it', () => {
  const told = async (issued: Parameters<typeof viewOf>[0]) =>
    Object.fromEntries(
      (await viewOf(issued)).tells.map(({ label, standing, words }) => [label, standing === 'in-part' ? words : standing]),
    )

  test.for(badgeGenerations)('is asked of Open Badges %s as of any other', async (generation) => {
    const tells = await told(await issueBadge({ generation }))
    expect(tells).toMatchObject({
      Title: 'stated',
      Description: 'stated',
      'Issuing body': 'stated',
      Criteria: 'stated',
      Hours: 'missing',
    })
  })

  test('counts for a record what its parts say', async () => {
    const tells = await told(await issueClr2({ count: 3 }))
    expect(tells).toMatchObject({
      Criteria: 'stated',
      'Credit or non-credit': 'stated',
      Assessment: 'stated',
      Evidence: 'missing',
    })
  })

  test('says in how many of its parts', () => {
    const [first, second] = [credentialWith({ evidence: [{ url: 'https://a.example' }] }), credentialWith()]
    const parts = [first, second].map((credential) => ({ credential, parts: [], endorsements: [] }))
    const [evidence] = tellsOf({ credential: credentialWith(), parts }, english).filter(({ label }) => label === 'Evidence')
    expect(evidence).toEqual({ label: 'Evidence', standing: 'in-part', words: 'stated in 1 of 2 parts' })
  })

  test('finds hours, credits and a level where issuers of older badges put them', async () => {
    const extension = { type: ['Extension'], ECTS: 4, eqfLevel: '5', studyHours: 120 }
    const tells = await told(await issueBadge({ change: (assertion) => ({ ...assertion, 'extensions:course': extension }) }))
    expect(tells).toMatchObject({ 'Credit or non-credit': 'stated', Level: 'stated', Hours: 'stated' })
  })
})
