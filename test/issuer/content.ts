import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { JsonObject } from '../../src/core/model/json.ts'
import { OB_EXTENSIONS, type OpenBadgeVersion, openBadgeContexts, VC1, VC2 } from './contexts.ts'
import { type TestIssuer, utf8 } from './issuers.ts'
import { keyPair } from './keys.ts'
import { badgePng, badgeSvg, dataUri } from './pictures.ts'

/** The learner to whom test credentials are awarded. */
export const LEARNER = {
  email: 'ana.rivera@learner.example',
  name: 'Ana Rivera',
  id: `did:key:${keyPair('ana', 'Ed25519').multibase}`,
}

export type DataModel = '1.1' | '2.0'

/** What a credential says: everything that Open Badges 3.0 has, the least it allows, or no badge at all. */
export const contents = ['rich', 'minimal', 'generic'] as const
export type Content = (typeof contents)[number]

export interface ContentOptions {
  readonly content?: Content
  readonly dataModel?: DataModel
  readonly openBadges?: OpenBadgeVersion
  readonly id?: string
}

export const VALID_FROM = '2024-05-03T09:00:00Z'

/** An unsigned credential. Throws for VC 2.0 with Open Badges 3.0.0 or 3.0.1, which no JSON-LD processor accepts. */
export function credentialOf(issuer: TestIssuer, options: ContentOptions = {}): JsonObject {
  const { content = 'rich', dataModel = '2.0' } = options
  const openBadges = options.openBadges ?? (dataModel === '2.0' ? '3.0.3' : '3.0.2')
  if (dataModel === '2.0' && openBadges < '3.0.2') throw new Error(`Open Badges ${openBadges} does not go with VC 2.0.`)
  const frame = { ...frameOf(issuer, dataModel), ...(options.id === undefined ? {} : { id: options.id }) }
  switch (content) {
    case 'generic':
      return generic(frame, dataModel)
    case 'minimal':
      return minimal(frame, dataModel, openBadges)
    case 'rich':
      return rich(frame, dataModel, openBadges)
  }
}

function frameOf(issuer: TestIssuer, dataModel: DataModel): JsonObject {
  return {
    '@context': [dataModel === '2.0' ? VC2 : VC1],
    id: 'urn:uuid:5a3ad5b8-8d4c-4f0e-9c1e-3f1f0f6d2a10',
    type: ['VerifiableCredential'],
    issuer: issuer.profile,
    [dataModel === '2.0' ? 'validFrom' : 'issuanceDate']: VALID_FROM,
  }
}

/** A VC 2.0 or 1.1 credential that is no badge; VC 1.1 defines almost no terms, so the subject says little. */
function generic(frame: JsonObject, dataModel: DataModel): JsonObject {
  const { issuer, ...rest } = frame
  const subject = { id: LEARNER.id }
  if (dataModel === '1.1') return { ...rest, issuer: { id: (issuer as JsonObject).id }, credentialSubject: subject }
  const { id, name } = issuer as JsonObject
  return {
    ...rest,
    issuer: { id, name },
    name: 'Library member',
    description: 'May borrow from the reading room.',
    credentialSubject: { ...subject, name: LEARNER.name, description: 'Member since 2024' },
  }
}

function badge(frame: JsonObject, openBadges: OpenBadgeVersion, more: JsonObject): JsonObject {
  return {
    ...frame,
    '@context': [...(frame['@context'] as readonly string[]), openBadgeContexts[openBadges], OB_EXTENSIONS],
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    ...more,
  }
}

function minimal(frame: JsonObject, dataModel: DataModel, openBadges: OpenBadgeVersion): JsonObject {
  const { id } = frame.issuer as JsonObject
  return badge(frame, openBadges, {
    issuer: { id, type: ['Profile'] },
    ...(dataModel === '1.1' ? { name: 'First Aid at Work' } : {}),
    credentialSubject: {
      id: LEARNER.id,
      type: ['AchievementSubject'],
      achievement: {
        id: 'urn:uuid:0b9c7f9e-4a1e-4f64-9a0e-4b7a6fa2d001',
        type: ['Achievement'],
        name: 'First Aid at Work',
        description: 'Keeps calm and knows what to do.',
        criteria: { narrative: 'Passed the practical examination.' },
      },
    },
  })
}

/** The IdentityObject of a learner who is known by a hashed e-mail. */
export function hashedEmail(email: string, salt: string): JsonObject {
  return {
    type: 'IdentityObject',
    hashed: true,
    identityHash: `sha256$${bytesToHex(sha256(utf8(email + salt)))}`,
    identityType: 'emailAddress',
    salt,
  }
}

function rich(frame: JsonObject, dataModel: DataModel, openBadges: OpenBadgeVersion): JsonObject {
  const { host } = new URL(String((frame.issuer as JsonObject).url))
  const pictures = openBadges !== '3.0.0'
  return badge(frame, openBadges, {
    name: 'Data Storytelling',
    ...(dataModel === '2.0' ? { description: 'Awarded for a portfolio of three data stories.' } : {}),
    ...(openBadges === '3.0.1' || openBadges === '3.0.3' ? { awardedDate: '2024-04-28T00:00:00Z' } : {}),
    ...(pictures
      ? { image: { id: dataUri(badgeSvg('DS'), 'image/svg+xml'), type: 'Image', caption: 'Bars within a ring' } }
      : {}),
    credentialSubject: {
      id: LEARNER.id,
      type: ['AchievementSubject'],
      identifier: [hashedEmail(LEARNER.email, 'k0sher')],
      activityStartDate: '2024-01-15T00:00:00Z',
      activityEndDate: '2024-04-26T00:00:00Z',
      creditsEarned: 6,
      licenseNumber: 'DS-2024-0017',
      narrative: 'The stories were shown to an audience of **forty**.',
      role: 'Lead author',
      term: 'Spring 2024',
      achievement: achievement(host, openBadges, pictures),
      result: results(host),
    },
    evidence: [
      {
        id: `https://${host}/portfolio/ana`,
        type: ['Evidence'],
        name: 'Portfolio',
        description: 'Three stories with their data.',
        narrative: 'Made in a team of two; see the *credits* page.',
        genre: 'Portfolio',
        audience: 'General public',
      },
    ],
  })
}

function achievement(host: string, openBadges: OpenBadgeVersion, pictures: boolean): JsonObject {
  return {
    id: `https://${host}/achievements/data-storytelling`,
    type: ['Achievement'],
    achievementType: 'MicroCredential',
    name: 'Data Storytelling',
    description: 'Finds what a table has to say, and says it so that it is understood.',
    criteria: {
      id: `https://${host}/achievements/data-storytelling/criteria`,
      narrative:
        '## To earn this\n\n1. Publish **three** stories\n2. Defend one of them\n\nSee the [handbook](https://example.org/).',
    },
    creator: { id: `https://${host}/departments/media`, type: ['Profile'], name: 'Department of Media' },
    creditsAvailable: 6,
    fieldOfStudy: 'Communication',
    specialization: 'Data journalism',
    humanCode: 'COM-214',
    ...(openBadges === '3.0.3' ? { inLanguage: 'en' } : {}),
    version: '2.1',
    tag: ['data', 'writing', 'visualisation'],
    ...(pictures ? { image: { id: dataUri(badgePng(), 'image/png'), type: 'Image', caption: 'A ring of bars' } } : {}),
    alignment: [
      {
        type: ['Alignment'],
        targetName: 'Communicate with data',
        targetUrl: 'https://skills.example/s/communicate-with-data',
        targetCode: 'S-1042',
        targetDescription: 'Chooses forms that fit the data and the audience.',
        targetFramework: 'Open Skills of the Valley',
        targetType: 'ceasn:Competency',
      },
    ],
    otherIdentifier: [{ type: 'IdentifierEntry', identifier: 'COM-214', identifierType: 'identifier' }],
    related: [
      {
        id: `https://${host}/achievements/data-basics`,
        type: ['Related'],
        ...(openBadges === '3.0.3' ? { inLanguage: 'en' } : {}),
        version: '1.0',
      },
    ],
    resultDescription: resultDescriptions(host),
  }
}

const level = (host: string, number: number) => `https://${host}/rubrics/story/levels/${number}`

function resultDescriptions(host: string): readonly JsonObject[] {
  const levels = ['Emerging', 'Proficient', 'Exemplary'].map((name, index) => ({
    id: level(host, index + 1),
    type: ['RubricCriterionLevel'],
    name,
    description: `${name} work.`,
    level: String(index + 1),
    points: String((index + 1) * 5),
  }))
  return [
    {
      id: `https://${host}/results/exam`,
      type: ['ResultDescription'],
      name: 'Defence',
      resultType: 'Percent',
      valueMin: '0',
      valueMax: '100',
      requiredValue: '60',
    },
    {
      id: `https://${host}/results/story`,
      type: ['ResultDescription'],
      name: 'Best story',
      resultType: 'RubricCriterionLevel',
      requiredLevel: level(host, 2),
      rubricCriterionLevel: levels,
    },
    {
      id: `https://${host}/results/grade`,
      type: ['ResultDescription'],
      name: 'Grade',
      resultType: 'LetterGrade',
      allowedValue: ['D', 'C', 'B', 'A'],
    },
  ]
}

function results(host: string): readonly JsonObject[] {
  return [
    { type: ['Result'], resultDescription: `https://${host}/results/exam`, value: '84', status: 'Completed' },
    { type: ['Result'], resultDescription: `https://${host}/results/story`, achievedLevel: level(host, 3) },
    { type: ['Result'], resultDescription: `https://${host}/results/grade`, value: 'A' },
  ]
}
