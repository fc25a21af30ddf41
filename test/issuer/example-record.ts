import type { JsonObject } from '../../src/core/model/json.ts'
import { hashedEmail, LEARNER } from './content.ts'
import { CLR_2, openBadgeContexts, VC2 } from './contexts.ts'
import { award, identified } from './example-award.ts'
import { type Issued, issued } from './issue.ts'
import { identityDocuments, type TestIssuer } from './issuers.ts'
import { type SuiteName, signed } from './sign.ts'

/** One award inside a record. */
interface Part {
  readonly from: string
  readonly subject: JsonObject
  readonly achievement: JsonObject
}

/** A record, and what it says of how its parts belong together. */
export interface StatedRecord {
  readonly issuer: TestIssuer
  readonly suite: SuiteName
  readonly number: number
  readonly name: string
  readonly from: string
  readonly parts: readonly Part[]
  /** Achievements that it describes without awarding them. */
  readonly defines: readonly JsonObject[]
  readonly says: readonly (readonly [sourceId: string, associationType: string, targetId: string])[]
}

/** A record that vouches for its parts by its own proof alone, which keeps it small. */
export async function issuedRecord(stated: StatedRecord): Promise<Issued> {
  const { issuer, suite, number, name, from, parts, defines, says } = stated
  // One and the same in every part: otherwise nobody could tell that they are about one person.
  const identifier = [hashedEmail(LEARNER.email, `salt-${number}`)]
  const record = {
    '@context': [VC2, CLR_2['2.0.1'], openBadgeContexts['3.0.3']],
    id: identified(number).id,
    type: ['VerifiableCredential', 'ClrCredential'],
    name,
    issuer: issuer.profile,
    validFrom: from,
    credentialSubject: {
      type: ['ClrSubject'],
      identifier,
      verifiableCredential: parts.map((part, index) => partOf(issuer, number * 10_000 + index, identifier, part)),
      ...(defines.length > 0 && { achievement: defines.map((achievement) => ({ ...achievement, type: ['Achievement'] })) }),
      association: says.map(([sourceId, associationType, targetId]) => ({
        type: 'Association',
        associationType,
        sourceId,
        targetId,
      })),
    },
  }
  return issued(await signed(record, issuer, { suite }), issuer, identityDocuments(issuer.institution))
}

function partOf(issuer: TestIssuer, number: number, identifier: readonly JsonObject[], part: Part): JsonObject {
  const { from, subject, achievement } = part
  const plain = {
    '@context': [VC2, openBadgeContexts['3.0.3']],
    id: identified(number).id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
  }
  return award({ issuer, number, from, subject: { identifier, ...subject }, achievement })(plain)
}
