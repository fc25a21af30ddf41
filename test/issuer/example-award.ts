import type { JsonObject } from '../../src/core/model/json.ts'
import { type DataModel, hashedEmail, LEARNER } from './content.ts'
import type { Issued } from './issue.ts'
import { institutions, type TestIssuer } from './issuers.ts'
import { type BadgeLook, badgePng, dataUri } from './pictures.ts'

/** One of the examples that the app shows on request: its file name, and how it is made. */
export interface Example {
  readonly name: string
  make(): Promise<Issued>
}

export interface Award {
  readonly issuer: TestIssuer
  readonly dataModel?: DataModel
  /** The last characters of the credential's id. */
  readonly number: number
  readonly from: string
  readonly until?: string
  readonly look?: BadgeLook
  readonly subject?: JsonObject
  readonly achievement: JsonObject
  readonly more?: JsonObject
}

/** An award to Ana Rivera, who is known by a hashed e-mail unless the subject says otherwise. */
export function award(stated: Award): (credential: JsonObject) => JsonObject {
  const { issuer, dataModel = '2.0', achievement, from, until, look } = stated
  const [start, end] = dataModel === '2.0' ? ['validFrom', 'validUntil'] : ['issuanceDate', 'expirationDate']
  const picture =
    look === undefined ? {} : { image: { id: dataUri(badgePng({ size: 224, ...look }), 'image/png'), type: 'Image' } }
  return (credential) => ({
    ...credential,
    name: achievement.name,
    issuer: issuer.profile,
    [start]: from,
    ...(until === undefined ? {} : { [end]: until }),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [hashedEmail(LEARNER.email, `salt-${stated.number}`)],
      ...stated.subject,
      achievement: { ...achievement, type: ['Achievement'], ...picture },
    },
    ...stated.more,
  })
}

/** The options of a credential of ours by its number. */
export function identified(number: number, dataModel: DataModel = '2.0') {
  const id = `urn:uuid:e3a1c0de-5a7c-4e1f-8b1a-${String(number).padStart(12, '0')}`
  return { id, dataModel, content: 'minimal' } as const
}

/** An address at the host of an issuer. */
export const addressAt = (issuer: TestIssuer, path: string) => `https://${institutions[issuer.institution].host}/${path}`
