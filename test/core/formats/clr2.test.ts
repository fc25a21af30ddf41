import { describe, expect, test } from 'vitest'
import { issueClr2, PROGRAM } from '../../issuer/clr2.ts'
import { LEARNER } from '../../issuer/content.ts'
import { credentialOf, jwtOf, ob3, v2 } from './support.ts'

const clr = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'
const subject = { id: 'did:example:2', type: ['ClrSubject'], verifiableCredential: ['a.b.c'] }
const record = {
  '@context': [v2, clr, ob3],
  type: ['VerifiableCredential', 'ClrCredential'],
  name: 'Record',
  issuer: 'did:example:1',
  credentialSubject: subject,
}
const with_ = (more: object) => ({ ...record, credentialSubject: { ...subject, ...more } })

describe('a record of CLR 2.0', () => {
  test('says how its achievements belong together, and describes those that are not awarded', async () => {
    const { text } = await issueClr2({ count: 3, partial: true })
    const read = await credentialOf(text)
    expect(read).toMatchObject({ format: 'clr2', title: [{ value: 'Learner record of Ana Rivera' }], partial: true })
    expect(read.nested).toHaveLength(3)
    expect(read.associations).toContainEqual({
      type: 'isPartOf',
      sourceId: 'https://westbridge.example/achievements/1',
      targetId: PROGRAM,
    })
    expect(read.definitions).toMatchObject([{ id: PROGRAM, type: 'Certificate', creditsAvailable: 60 }])
    expect(read.subjects).toMatchObject([
      { id: LEARNER.id, identities: [{ type: 'emailAddress', hashed: true }], results: [], otherMembers: {} },
    ])
  })

  test('is the same record as a JWT', async () => {
    const { text } = await issueClr2({ count: 3, securing: 'jwt' })
    const [read, embedded] = [await credentialOf(text), await credentialOf((await issueClr2({ count: 3 })).text)]
    expect(read.format).toBe('clr2-jwt')
    expect(read).toMatchObject({ associations: embedded.associations, definitions: embedded.definitions })
  })

  test('awards nothing itself, even where it calls one achievement its own', async () => {
    const [read] = (await credentialOf(with_({ achievement: { id: 'urn:a', name: 'A' }, result: [{ value: 'A' }] }))).subjects
    expect(read?.achievement).toBeUndefined()
    expect(read?.results).toEqual([])
    expect((await credentialOf({ ...with_({ achievement: { id: 'urn:a', name: 'A' } }), name: undefined })).title).toEqual([])
  })

  test('has associations of one type or several; one without both ends is left out', async () => {
    const association = [
      { type: ['Association'], associationType: 'isChildOf', sourceId: 'urn:a', targetId: 'urn:b' },
      { type: 'Association', associationType: ['precedes', 'isRelatedTo'], sourceId: 'urn:b', targetId: 'urn:a' },
      { type: 'Association', associationType: 'precedes', sourceId: 'urn:b' },
      'urn:a',
    ]
    expect((await credentialOf(with_({ association }))).associations).toEqual([
      { type: 'isChildOf', sourceId: 'urn:a', targetId: 'urn:b' },
      { type: 'precedes', sourceId: 'urn:b', targetId: 'urn:a' },
    ])
  })

  test('does not say whether it is whole unless it says so', async () => {
    expect(await credentialOf(record)).not.toHaveProperty('partial')
    expect(await credentialOf({ ...record, partial: 'perhaps' })).not.toHaveProperty('partial')
    expect(await credentialOf({ ...record, partial: false })).toHaveProperty('partial', false)
  })

  test('holds what it holds verbatim: objects, tokens, envelopes, further records', async () => {
    const inside = [
      {
        '@context': [v2, ob3],
        type: ['VerifiableCredential', 'OpenBadgeCredential'],
        issuer: 'did:example:1',
        credentialSubject: {},
      },
      jwtOf(record),
      'e30.e30.AA~e30~',
      { type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${jwtOf(record)}` },
      record,
    ]
    const { nested } = await credentialOf(with_({ verifiableCredential: inside }))
    expect(nested.map(({ text }) => text)).toEqual([
      JSON.stringify(inside[0]),
      inside[1],
      inside[2],
      inside[1],
      JSON.stringify(record),
    ])
  })
})
