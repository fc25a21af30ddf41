import type { Check } from './check.ts'
import { validityDates } from './dates.ts'
import { identityHolder } from './identity-holder.ts'
import { identityRecipient } from './identity-recipient.ts'
import { issuerEndorsements } from './issuer-endorsements.ts'
import { issuerKey } from './issuer-key.ts'
import { issuerRegistry } from './issuer-registry.ts'
import { nestedIntegrity, nestedValidity } from './nested.ts'
import { proofCoverage } from './proof-coverage.ts'
import { proofSignature } from './proof-signature.ts'
import { validityRefresh } from './refresh.ts'
import { structureSchema } from './schema.ts'
import { validityStatus } from './status.ts'
import { structureDataModel } from './structure.ts'

/** Every check, in the order in which a report lists them: by question. */
export const checks: readonly Check[] = [
  proofSignature,
  proofCoverage,
  nestedIntegrity,
  structureDataModel,
  structureSchema,
  nestedValidity,
  validityDates,
  validityStatus,
  validityRefresh,
  issuerKey,
  issuerRegistry,
  issuerEndorsements,
  identityHolder,
  identityRecipient,
]
