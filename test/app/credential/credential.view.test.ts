import { expect, describe as suite, test } from 'vitest'
import { describe, rowsOf, standardOf } from '../../../src/app/credential/credential.view.ts'
import type { Reading } from '../../../src/app/credential/parts.ts'
import type { Telling } from '../../../src/app/credential/telling.ts'
import type { Credential } from '../../../src/core/model/credential.ts'
import type { VerificationReport } from '../../../src/core/model/report.ts'
import { languages } from '../../../src/text/index.ts'
import { FETCHED_AT } from '../../issuer/door.ts'
import { type IssueOptions, issue } from '../../issuer/issue.ts'
import { issuerOf } from '../../issuer/issuers.ts'
import { credentialWith, subjectWith } from './credentials.ts'
import { readingOf, tellingIn, wordsOf } from './readings.ts'

async function issuedAndRead(options: IssueOptions = {}): Promise<Reading> {
  return readingOf(await issue(options))
}

const emptyReport: VerificationReport = {
  input: 'badge.json',
  digest: 'ab12',
  at: FETCHED_AT,
  format: 'ob3',
  verdict: 'not-verified',
  checks: [],
  credentials: [],
  error: null,
  summary: { title: '', issuer: '', recipient: '', issued: '', expires: '' },
  questions: { integrity: 'failed', validity: 'unknown', authority: 'unknown', identity: 'unknown' },
}
const english = await tellingIn('en')
const view = (credential: Credential) => describe({ credential, report: emptyReport, parts: [], endorsements: [] }, [], english)

suite('the view of a rich badge', async () => {
  const reading = await issuedAndRead({ content: 'rich', issuer: issuerOf('kestrel', { identity: 'did:web' }) })
  const shown = describe(reading, [], english)

  test('has its title, its issuer and how far that is known', () => {
    expect(shown.title.value).not.toBe('')
    expect(shown.issuer).toMatchObject({
      name: { value: 'Kestrel University' },
      level: 'web',
      levelWords: 'known by its web address, kestrel.example',
    })
    expect(shown.verdict).toBe('verified')
  })

  test('answers the four questions in order, each with what stands behind it', () => {
    expect(shown.rows.map(({ question }) => question)).toEqual(['integrity', 'validity', 'authority', 'identity'])
    const [integrity, , authority] = shown.rows
    expect(integrity?.reason).toBe('The signature is right (eddsa-rdfc-2022). Everything shown is covered by it.')
    expect(authority?.reason).toMatch(
      /^The key is the issuer’s: kestrel\.example lists it\. The web address that it names, kestrel\.example,/,
    )
    expect(authority?.evidence.flatMap(({ witnesses }) => witnesses)).toContainEqual(
      expect.stringMatching(/^Read at kestrel\.example on 23 Nov/),
    )
    expect(integrity?.evidence[0]?.facts).toContainEqual({ label: 'Kind of signature', value: 'eddsa-rdfc-2022' })
  })

  test('has every section filled', () => {
    expect(shown.what.description).not.toBeNull()
    expect(shown.took.narrative).not.toBeNull()
    expect(shown.results.length).toBeGreaterThan(0)
    expect(shown.skills.alignments.length).toBeGreaterThan(0)
    expect(shown.evidence.length).toBeGreaterThan(0)
    expect(shown.vouches.people[0]).toMatchObject({ role: 'Issuer' })
    expect(shown.tells).toHaveLength(13)
    expect(shown.tells.find(({ label }) => label === 'Title')?.standing).toBe('stated')
    expect(JSON.parse(shown.document.texts[0]?.text ?? '')).toEqual(reading.credential.document)
  })

  test.for(languages)('reads in %s without a hole', async (language) => {
    const told = describe(reading, [], await tellingIn(language))
    for (const words of wordsOf({ ...told, document: undefined })) expect(words).not.toMatch(/undefined|\[object|NaN/)
  })
})

test('a bare key is said to be one, and the name it gives is only what it says', async () => {
  const reading = await issuedAndRead({ issuer: issuerOf('kestrel', { identity: 'did:key' }) })
  const shown = describe(reading, [], english)
  expect(shown.issuer.level).toBe('key')
  expect(shown.sentence).not.toMatch(/genuine/i)
})

test('in the learner’s own wallet nobody is asked who is showing it', async () => {
  const reading = await issuedAndRead({ content: 'rich' })
  const identity = (telling: Telling) =>
    describe(reading, [], telling)
      .rows[3]?.evidence.map(({ message }) => message)
      .join(' ')
  expect(identity(english)).not.toContain('who is showing it')
  expect(identity({ ...english, audience: 'verifier' })).toContain('who is showing it')
})

test('a token shows its header and what is signed', async () => {
  const reading = await issuedAndRead({
    jwt: { form: 'vc-claim' },
    issuer: issuerOf('kestrel', { identity: 'did:web', key: 'P-256' }),
  })
  const { texts } = describe(reading, [], english).document
  expect(texts.map(({ label }) => label)).toEqual(['Header of the signature', 'What is signed', 'The signed text'])
  expect(JSON.parse(texts[0]?.text ?? '')).toMatchObject({ alg: 'ES256' })
})

suite('a result', () => {
  const levels = [
    { id: 'l1', name: [{ value: 'Fair' }] },
    { id: 'l2', name: [{ value: 'Good' }], points: '3' },
  ]
  const result = {
    allowedValues: [],
    levels,
    alignments: [],
    achievedLevel: 'l2',
    requiredLevel: 'l1',
    type: 'RubricCriterionLevel',
  }

  test('marks the level reached and the level required', () => {
    const [shown] = view(credentialWith({ subjects: [subjectWith({}, { results: [result] })] })).results
    expect(shown?.levels.map(({ achieved, required }) => ({ achieved, required }))).toEqual([
      { achieved: false, required: true },
      { achieved: true, required: false },
    ])
    expect(shown).toMatchObject({ value: 'Good', required: 'Fair', kind: 'Rubric level' })
  })

  test('says its range', () => {
    const percent = { ...result, levels: [], value: '87', valueMin: '0', valueMax: '100', requiredValue: '60', type: 'Percent' }
    expect(view(credentialWith({ subjects: [subjectWith({}, { results: [percent] })] })).results[0]).toMatchObject({
      value: '87',
      range: '0 – 100',
      required: '60',
      kind: 'Percentage',
    })
  })
})

suite('what is personal', () => {
  test('an e-mail in clear is hidden until it is asked for; a name is not', () => {
    const identities = [
      { type: 'emailAddress', hashed: false, value: 'amara@example.org' },
      { type: 'name', hashed: false, value: 'Amara Okafor' },
      { type: 'emailAddress', hashed: true, value: 'sha256$00' },
    ]
    const lines = view(credentialWith({ subjects: [subjectWith({}, { identities })] })).what.lines
    expect(lines.find(({ value }) => value.value === 'amara@example.org')?.sensitive).toBe(true)
    expect(lines.find(({ value }) => value.value === 'Amara Okafor')?.sensitive).toBeUndefined()
    expect(lines.some(({ value }) => value.value.includes('sha256'))).toBe(false)
  })

  test('contact details of the issuer are hidden', () => {
    const issuer = {
      id: 'did:web:a',
      name: [{ value: 'A' }],
      otherIdentifiers: [],
      email: 'a@b.example',
      phone: '1',
      address: ['Main Street 1', 'Town'],
    }
    const [person] = view(credentialWith({ issuer })).vouches.people
    expect(person?.lines.filter(({ sensitive }) => sensitive).map(({ value }) => value.value)).toEqual([
      'a@b.example',
      '1',
      'Main Street 1, Town',
    ])
  })

  test('other members that look personal are hidden in a generic view', () => {
    const { achievement: _, ...generic } = subjectWith({})
    const subject = {
      ...generic,
      otherMembers: { degree: { name: 'BSc' }, birthDate: '2001-01-01', emailAddress: 'a@b.example' },
    }
    const lines = view(credentialWith({ subjects: [subject] })).what.lines
    expect(lines.filter(({ sensitive }) => sensitive).map(({ label }) => label)).toEqual(['Birth date', 'Email address'])
    expect(lines.find(({ label }) => label === 'Degree › Name')?.value.value).toBe('BSc')
  })
})

suite('hostile text', () => {
  const nasty = '<img src=x onerror=alert(1)>'
  const text = [{ value: nasty }]
  const shown = view(
    credentialWith({
      title: text,
      description: text,
      issuer: { id: nasty, name: text, otherIdentifiers: [], url: 'javascript:alert(1)' },
      evidence: [{ url: 'javascript:alert(1)', name: text }, { url: 'data:text/html,x' }],
      subjects: [
        subjectWith({
          criteria: { url: 'javascript:alert(1)', narrative: text },
          tags: [nasty],
          language: '"><script>',
          alignments: [{ name: text, url: 'javascript:alert(1)' }],
        }),
      ],
      endorsements: [
        { at: '/endorsement', value: { issuer: { name: nasty }, credentialSubject: { endorsementComment: nasty } } },
      ],
    }),
  )

  test('never becomes a link', () => {
    const links = [shown.took.link, ...shown.evidence.map(({ link }) => link), ...shown.skills.alignments.map(({ link }) => link)]
    expect([...links, ...shown.vouches.people.map(({ link }) => link)].every((link) => link === null)).toBe(true)
  })

  test('stays text where it is text, and is cleaned where it stands in a sentence of ours', () => {
    expect(shown.title.value).toBe(nasty)
    expect(shown.sentence).not.toContain('<')
    expect(shown.vouches.unverified[0]?.title).not.toContain('<')
    expect(shown.what.lines.some(({ label }) => label === 'Language')).toBe(false)
  })

  test('an endorsement that no check looked at is said to be unchecked', () => {
    expect(shown.vouches.unverified[0]?.standing).toBe('As the credential states it; not checked yet.')
  })
})

test('a credential that says nothing still has words for everything', () => {
  const shown = view(credentialWith({ issuer: { id: '', name: [], otherIdentifiers: [] } }))
  expect(shown.title.value).toBe('A credential without a title')
  expect(shown.issuer.name.value).toBe('An issuer without a name')
  expect(shown.rows.every(({ reason }) => reason !== '')).toBe(true)
  expect(shown.tells.filter(({ standing }) => standing !== 'missing')).toEqual([])
})

test('what only carries others is called what it is, and has no issuer to speak of', () => {
  const shown = view(credentialWith({ format: 'vp', subjects: [], issuer: { id: '', name: [], otherIdentifiers: [] } }))
  expect(shown.title.value).toBe('Presentation')
  expect(shown.issuer).toMatchObject({ isNamed: false, isThere: false, levelWords: '' })
  expect(shown.vouches.people).toEqual([])
  const carrier = { ...emptyReport, format: 'vp' as const }
  const reasons = rowsOf(carrier, english).map(({ reason }) => reason)
  expect(reasons.slice(2)).toEqual([english.findings.page.carried.authority, english.findings.page.carried.identity])
})

test('a name is said once, and an identifier only where it says more', () => {
  const named = (id: string) => view(credentialWith({ issuer: { id, name: [], otherIdentifiers: [] } })).vouches.people[0]
  expect(named('did:web:kestrel.example')).toMatchObject({
    name: { value: 'kestrel.example' },
    lines: [{ label: 'Id', value: { value: 'did:web:kestrel.example' } }],
  })
  expect(named('did:key:z6Mk')).toMatchObject({ name: { value: 'did:key:z6Mk' }, lines: [] })
})

test('an issuer without a name is called by where it is at home', () => {
  const named = (id: string) => view(credentialWith({ issuer: { id, name: [], otherIdentifiers: [] } })).issuer.name.value
  expect(named('did:web:kestrel.example:staff')).toBe('kestrel.example')
  expect(named('https://kestrel.example/issuer')).toBe('kestrel.example')
  expect(named('did:key:z6Mk')).toBe('An issuer without a name')
})

test.for([
  [{ type: 'CFItem', url: 'https://a.example' }, 'CASE'],
  [{ type: 'ceasn:Competency', url: 'https://a.example' }, 'CTDL'],
  [{ url: 'https://credentialengineregistry.org/resources/ce-1' }, 'CTDL'],
  [{ url: 'https://osmt.wgu.edu/api/skills/1' }, 'OSMT'],
  [{ url: 'http://data.europa.eu/esco/skill/1' }, 'ESCO'],
  [{ url: 'https://skills.example/1' }, 'skills.example'],
] as const)('an alignment to %o belongs to %s', ([alignment, standard]) => {
  expect(standardOf({ name: [], ...alignment })).toBe(standard)
})

test('a date without a zone is read as UTC, and that is said', () => {
  const [line] = view(credentialWith({ validFrom: '2024-05-03T23:30:00' })).what.lines.filter(
    ({ label }) => label === 'Valid from',
  )
  expect(line?.value.value).toBe('3 May 2024 (time zone not stated)')
})
