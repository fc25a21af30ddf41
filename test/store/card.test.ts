import { describe, expect, test } from 'vitest'
import { fold } from '../../src/core/fold.ts'
import type { Credential } from '../../src/core/model/credential.ts'
import { cardOf } from '../../src/store/card.ts'
import { achievement, credential, finding, report, text } from './sample.ts'

const given = {
  id: 'r',
  addedAt: '2026-11-23T12:00:00.000Z',
  example: false,
  report: report(),
  credential: credential(),
  parts: [],
  endorsements: [],
}
const cardWith = (more: Partial<Credential>) => cardOf({ ...given, credential: credential(more) })
const subject = (more: object) => ({ identities: [], results: [], otherMembers: {}, ...more })

test('a card says what the list shows', () => {
  expect(cardOf(given)).toEqual({
    id: 'r',
    title: 'Web Foundations',
    issuer: 'Westbridge Collège',
    issuerId: 'https://westbridge.example/issuer',
    isIssuerKnown: false,
    credentialId: '',
    format: 'ob3-jwt',
    kind: 'OpenBadgeCredential',
    issued: '2026-01-01T00:00:00Z',
    expires: '',
    addedAt: '2026-11-23T12:00:00.000Z',
    verdict: 'verified',
    questions: given.report.questions,
    code: null,
    parts: 0,
    verifiedAt: '2026-11-23T12:00:00.000Z',
    haystack: 'web foundations westbridge college html',
    credit: 'unknown',
    picture: '',
    example: false,
  })
})

describe('the kind', () => {
  test('is the type of the achievement, else of the credential', () => {
    expect(cardWith({ subjects: [subject({ achievement: achievement({ type: 'MicroCredential' }) })] }).kind).toBe(
      'MicroCredential',
    )
    expect(cardWith({ types: ['VerifiableCredential', 'AlumniCredential'] }).kind).toBe('AlumniCredential')
    expect(cardWith({ types: ['VerifiableCredential'] }).kind).toBe('')
  })
})

describe('the kind of an older credential', () => {
  test.for([
    ['Assertion', 'Badge'],
    ['Clr', 'ClrCredential'],
    ['dtClr', 'ClrCredential'],
    ['Endorsement', 'EndorsementCredential'],
    ['constructor', 'constructor'],
  ])('%s is the kind of today: %s', ([type = '', kind]) => {
    expect(cardWith({ types: [type], subjects: [subject({})] }).kind).toBe(kind)
  })
})

describe('the issuer', () => {
  const issued = (id: string) => {
    const { summary } = report()
    return cardOf({
      ...given,
      report: report({ summary: { ...summary, issuer: id } }),
      credential: credential({ issuer: { id, name: [], otherIdentifiers: [] } }),
    })
  }
  test('without a name is called by where it is at home, else by its identifier', () => {
    expect(issued('https://kestrel.example/issuer').issuer).toBe('kestrel.example')
    expect(issued('did:web:kestrel.example:staff').issuer).toBe('kestrel.example')
    expect(issued('did:key:z6Mk').issuer).toBe('did:key:z6Mk')
  })
})

describe('a record', () => {
  const course = (name: string, credits: number) => ({
    credential: credential({
      title: text(name),
      subjects: [
        subject({
          achievement: achievement({ name: text(name), humanCode: 'CS-201', tags: ['graphs'] }),
          creditsEarned: credits,
        }),
      ],
    }),
    parts: [],
    endorsements: [],
  })
  const parts = [course('Algorithms', 3), { credential: null, parts: [course('Compilers', 0)], endorsements: [] }]
  const card = cardOf({
    ...given,
    report: report({ credentials: [report(), report()] }),
    credential: credential({ subjects: [] }),
    parts,
  })

  test('says how many parts it has, and is found by what is inside, however deep', () => {
    expect(card.parts).toBe(2)
    for (const word of ['algorithms', 'compilers', 'cs-201', 'graphs', 'westbridge']) expect(card.haystack).toContain(word)
  })

  test('bears credit when any of its parts does', () => expect(card.credit).toBe('credit'))

  test('of very many parts is searched so far and no further', () => {
    const many = Array.from({ length: 2_000 }, (_, index) => course(`Course number ${index}`, 1))
    expect(cardOf({ ...given, parts: many }).haystack.length).toBeLessThanOrEqual(16_000)
  })
})

describe('the code', () => {
  const codeOf = (...checks: ReturnType<typeof finding>[]) => cardOf({ ...given, report: report({ checks }) }).code
  test('is of what failed, before what is unknown, before what is to be noted', () => {
    const [warning, unknown, failed] = [
      finding('issuer.registry', 'warning', 'issuer_by_web_address'),
      finding('validity.status', 'unknown', 'fetch_offline'),
      finding('validity.dates', 'failed', 'expired'),
    ]
    expect(codeOf(warning, unknown, failed)).toBe('expired')
    expect(codeOf(warning, unknown)).toBe('fetch_offline')
    expect(codeOf(warning)).toBe('issuer_by_web_address')
    expect(codeOf(finding('proof.signature', 'passed'))).toBeNull()
  })

  test('is of the first in the order of the questions', () => {
    expect(
      codeOf(finding('validity.dates', 'failed', 'expired'), finding('proof.signature', 'failed', 'proof_signature_wrong')),
    ).toBe('proof_signature_wrong')
  })

  test('is the error when nothing could be read', () => {
    expect(cardOf({ ...given, report: report({ error: { code: 'worker_failed' } }) }).code).toBe('worker_failed')
  })
})

describe('credit', () => {
  const creditOf = (more: object) => cardWith({ subjects: [subject(more)] }).credit
  test('is what is stated, else what the kind of achievement says, else unknown', () => {
    expect(creditOf({ creditsEarned: 3, achievement: achievement() })).toBe('credit')
    expect(creditOf({ achievement: achievement({ creditsAvailable: 4.5 }) })).toBe('credit')
    expect(creditOf({ creditsEarned: 0, achievement: achievement({ type: 'BachelorDegree', creditsAvailable: 180 }) })).toBe(
      'non-credit',
    )
    expect(creditOf({ achievement: achievement({ type: 'BachelorDegree' }) })).toBe('credit')
    expect(creditOf({ achievement: achievement({ type: 'CommunityService' }) })).toBe('non-credit')
    expect(creditOf({ achievement: achievement({ type: 'Badge' }) })).toBe('unknown')
    expect(creditOf({})).toBe('unknown')
  })
})

describe('the picture', () => {
  const pictureOf = (url: string) => cardWith({ image: { url } }).picture
  test('is on the card when small, in the entry when large, at its address when elsewhere', () => {
    expect(pictureOf('data:image/png;base64,AAAA')).toBe('data:image/png;base64,AAAA')
    expect(pictureOf(`data:image/png;base64,${'A'.repeat(5_000)}`)).toBe('entry:r')
    expect(pictureOf('https://issuer.example/badge.png')).toBe('https://issuer.example/badge.png')
  })

  test('of the achievement is shown when the credential has none', () => {
    const image = { url: 'https://issuer.example/achievement.png' }
    expect(cardWith({ subjects: [subject({}), subject({ achievement: achievement({ image }) })] }).picture).toBe(image.url)
  })
})

describe('search', () => {
  test('finds title, issuer, skills, tags and description in every language, whatever their marks and case', () => {
    const { haystack } = cardWith({
      title: [
        { value: 'Café', language: 'fr' },
        { value: 'Coffee', language: 'en' },
      ],
      subjects: [
        subject({
          achievement: achievement({
            name: text('Ｂarista'),
            description: text('Latte ART'),
            humanCode: 'BAR-101',
            fieldOfStudy: text('Gastronomía'),
            alignments: [{ name: text('Milk Frothing'), url: 'https://case.example/1' }],
            tags: ['espresso'],
          }),
        }),
      ],
    })
    for (const word of [
      'cafe',
      'coffee',
      'barista',
      'latte art',
      'bar-101',
      'gastronomia',
      'milk frothing',
      'espresso',
      'westbridge college',
    ]) {
      expect(haystack).toContain(fold(word))
    }
  })

  test('looks through no more than a page of text', () => {
    expect(cardWith({ description: text('x '.repeat(100_000)) }).haystack.length).toBeLessThanOrEqual(2_000)
  })

  test('folds a word in the same way wherever it is written', () => {
    expect(fold('  ÉCOLE\n Ñandú ')).toBe('ecole nandu')
    expect(fold('e\u0301cole')).toBe(fold('École'))
    expect(fold('ﬁne')).toBe('fine')
  })
})

describe('the issuer on a card', () => {
  const signed = [finding('proof.signature', 'passed'), finding('issuer.key', 'passed')]

  test('bears the name in the list that knows it', () => {
    const listed = {
      ...finding('issuer.registry', 'passed'),
      evidence: { facts: { list: 'Registry', name: 'Westbridge, Inc.' } },
    }
    const { issuer, isIssuerKnown } = cardOf({ ...given, report: report({ checks: [...signed, listed] }) })
    expect({ issuer, isIssuerKnown }).toEqual({ issuer: 'Westbridge, Inc.', isIssuerKnown: true })
  })

  test('is a claim when only a list for tests knows it', () => {
    const tested = finding('issuer.registry', 'warning', 'issuer_in_test_list')
    const { issuer, isIssuerKnown } = cardOf({ ...given, report: report({ checks: [...signed, tested] }) })
    expect({ issuer, isIssuerKnown }).toEqual({ issuer: 'Westbridge Collège', isIssuerKnown: false })
  })
})
