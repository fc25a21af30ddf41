import type { JsonObject } from '../../../src/core/model/json.ts'
import { type OpenBadgeVersion, openBadgeContexts } from '../contexts.ts'
import { issue } from '../issue.ts'
import { publishedContexts } from '../libraries.ts'
import { altered, type Broken, retyped, withAchievement, without } from './broken.ts'

const CREDENTIALS = 'https://www.w3.org/2018/credentials#'
const DATE_TIME = 'http://www.w3.org/2001/XMLSchema#dateTime'
const END = '2025-06-01T00:00:00Z'

const expired = () => issue({ change: (credential) => ({ ...credential, validUntil: END }) })
const revoked = () => issue({ status: { method: 'bitstring-revocation', set: true } })

/** An Achievement term that reads `name` as field of study and the other way round. */
function swappingContext(version: OpenBadgeVersion): JsonObject {
  const terms = publishedContexts.get(openBadgeContexts[version])?.['@context'] as JsonObject
  const term = terms.Achievement as JsonObject
  const scope = term['@context'] as JsonObject
  return { Achievement: { ...term, '@context': { ...scope, name: scope.fieldOfStudy, fieldOfStudy: scope.name ?? terms.name } } }
}

function swapNameAndField(credential: JsonObject): JsonObject {
  return withAchievement(credential, (achievement) => ({
    ...achievement,
    name: achievement.fieldOfStudy,
    fieldOfStudy: achievement.name,
  }))
}

const swapped = (['3.0.0', '3.0.1'] as const).map(
  (version): Broken => ({
    name: `inline-context-swaps-two-fields-${version}`,
    says: 'Name and field of study changed places, and a context was added that changes them back for the signature.',
    check: 'proof.coverage',
    outcome: 'failed',
    signatureHolds: true,
    make: async () =>
      altered(await issue({ dataModel: '1.1', openBadges: version }), (credential) => ({
        ...swapNameAndField(credential),
        '@context': [...(credential['@context'] as readonly string[]), swappingContext(version)],
      })),
  }),
)

/** The signature signs meanings; these keep the meaning for it and lose it for whoever reads names. */
export const brokenMeanings: readonly Broken[] = [
  ...swapped,
  {
    name: 'expiry-renamed-to-its-address',
    says: 'The end date is still signed, but under its full address, where no reader of names looks.',
    check: null,
    outcome: 'failed',
    signatureHolds: true,
    make: async () =>
      altered(await expired(), (credential) => ({
        ...without(credential, 'validUntil'),
        [`${CREDENTIALS}validUntil`]: { '@type': DATE_TIME, '@value': END },
      })),
  },
  {
    name: 'status-renamed-to-its-address',
    says: 'The status entry of a revoked credential is still signed, but under its full address.',
    check: null,
    outcome: 'failed',
    signatureHolds: true,
    make: async () =>
      altered(await revoked(), (credential) => ({
        ...without(credential, 'credentialStatus'),
        [`${CREDENTIALS}credentialStatus`]: credential.credentialStatus,
      })),
  },
  {
    name: 'expiry-under-nest',
    says: 'The end date moved under @nest, which the signature does not see.',
    check: null,
    outcome: 'failed',
    signatureHolds: true,
    make: async () =>
      altered(await expired(), (credential) => ({ ...without(credential, 'validUntil'), '@nest': { validUntil: END } })),
  },
  {
    name: 'status-under-nest',
    says: 'The status entry of a revoked credential moved under @nest.',
    check: null,
    outcome: 'failed',
    signatureHolds: true,
    make: async () =>
      altered(await revoked(), (credential) => ({
        ...without(credential, 'credentialStatus'),
        '@nest': { credentialStatus: credential.credentialStatus },
      })),
  },
  {
    name: 'member-renamed-to-a-class',
    says: 'The criteria stand under the name of their class, which has the same address.',
    check: null,
    outcome: 'refused',
    signatureHolds: true,
    make: async () =>
      altered(await issue(), (credential) =>
        withAchievement(credential, (achievement) => ({ ...without(achievement, 'criteria'), Criteria: achievement.criteria })),
      ),
  },
  {
    name: 'proto-member',
    says: 'A member __proto__ was added, which JSON-LD drops without a word.',
    check: 'proof.coverage',
    outcome: 'failed',
    signatureHolds: true,
    make: async () =>
      retyped(await issue(), (text) => text.replace('{', '{ "__proto__": { "validUntil": "2099-01-01T00:00:00Z" },')),
  },
  {
    name: 'undefined-term',
    says: 'A member that no context defines was added after signing.',
    check: 'proof.coverage',
    outcome: 'failed',
    make: async () =>
      altered(await issue(), (credential) =>
        withAchievement(credential, (achievement) => ({ ...achievement, honours: 'summa cum laude' })),
      ),
  },
  {
    name: 'undefined-term-named-blank',
    says: 'A member named like a blank node was added after signing.',
    check: 'proof.coverage',
    outcome: 'failed',
    make: async () =>
      altered(await issue(), (credential) =>
        withAchievement(credential, (achievement) => ({ ...achievement, '_:honours': 'summa cum laude' })),
      ),
  },
]
