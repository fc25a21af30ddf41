import { unstated } from '../../../src/core/formats/unstated.ts'
import type { Achievement, Credential, Subject } from '../../../src/core/model/credential.ts'

/** A credential written by hand: sparse, so that each test says what it is about. */
export function credentialWith(members: Partial<Credential> = {}): Credential {
  return {
    ...unstated,
    format: 'ob3',
    dataModel: '2.0',
    document: {},
    securing: { kind: 'none' },
    types: ['VerifiableCredential', 'OpenBadgeCredential'],
    title: [],
    issuer: { id: 'did:web:kestrel.example', name: [], otherIdentifiers: [] },
    subjects: [subjectWith({})],
    notices: [],
    ...members,
  }
}

/** A subject with an achievement. */
export function subjectWith(achievement: Partial<Achievement>, members: Partial<Subject> = {}): Subject {
  return { identities: [], results: [], otherMembers: {}, achievement: achievementWith(achievement), ...members }
}

function achievementWith(members: Partial<Achievement>): Achievement {
  return {
    id: 'https://kestrel.example/a',
    name: [],
    criteria: {},
    tags: [],
    alignments: [],
    otherIdentifiers: [],
    resultDescriptions: [],
    related: [],
    ...members,
  }
}
