import type { JsonObject } from '../../src/core/model/json.ts'
import { type DataModel, VALID_FROM } from './content.ts'
import { openBadgeContexts, VC1, VC2 } from './contexts.ts'
import type { TestIssuer } from './issuers.ts'
import { signed } from './sign.ts'

/** A signed EndorsementCredential about whatever has that id. */
export function endorsement(about: string, endorser: TestIssuer, dataModel: DataModel = '2.0'): Promise<JsonObject> {
  const context = dataModel === '2.0' ? [VC2, openBadgeContexts['3.0.3']] : [VC1, openBadgeContexts['3.0.2']]
  return signed(
    {
      '@context': context,
      id: 'urn:uuid:7d9f1d57-2b7e-4f43-8f2b-0a4a5f1e7a02',
      type: ['VerifiableCredential', 'EndorsementCredential'],
      name: 'Endorsement',
      issuer: endorser.profile,
      [dataModel === '2.0' ? 'validFrom' : 'issuanceDate']: VALID_FROM,
      credentialSubject: { id: about, type: ['EndorsementSubject'], endorsementComment: 'We accept this for *entry*.' },
    },
    endorser,
  )
}
