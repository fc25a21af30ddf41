import type { JsonObject } from '../../../src/core/model/json.ts'
import { issue } from '../issue.ts'
import { issuerOf } from '../issuers.ts'
import { issueWithChain, issueWithSet } from '../several.ts'
import { type SuiteName, suiteKeys } from '../sign.ts'
import { altered, type Broken, retyped, withAchievement, without, withProof } from './broken.ts'

const kestrel = issuerOf('kestrel')

/** The claim changed after signing, once for each suite. */
const tampered = (Object.keys(suiteKeys) as SuiteName[]).map(
  (suite): Broken => ({
    name: `tampered-claim-${suite.toLowerCase()}`,
    says: 'Somebody changed the name of the achievement after it was signed.',
    check: 'proof.signature',
    outcome: 'failed',
    async make() {
      const from = await issue({ issuer: issuerOf('westbridge', { key: suiteKeys[suite][0] }), proof: { suite } })
      return altered(from, (credential) =>
        withAchievement(credential, (achievement) => ({ ...achievement, name: 'Neurosurgery' })),
      )
    },
  }),
)

/** Proofs that are wrong in themselves. */
const proofs: readonly Broken[] = [
  {
    name: 'tampered-proof-options',
    says: 'The date of the proof was changed.',
    check: 'proof.signature',
    outcome: 'failed',
    make: async () =>
      altered(await issue(), (credential) => withProof(credential, (proof) => ({ ...proof, created: '2020-01-01T00:00:00Z' }))),
  },
  {
    name: 'proof-of-another-document',
    says: 'The proof was made for another credential.',
    check: 'proof.signature',
    outcome: 'failed',
    async make() {
      const [one, other] = await Promise.all([issue(), issue({ content: 'minimal' })])
      return altered(one, (credential) => ({ ...credential, proof: other.credential.proof }))
    },
  },
  {
    name: 'proof-value-cut',
    says: 'The last characters of the signature are missing.',
    check: 'proof.signature',
    outcome: 'failed',
    make: async () =>
      altered(await issue(), (credential) =>
        withProof(credential, (proof) => ({ ...proof, proofValue: String(proof.proofValue).slice(0, -6) })),
      ),
  },
  {
    name: 'proof-value-without-multibase',
    says: 'The signature does not say how it is encoded.',
    check: 'proof.signature',
    outcome: 'failed',
    make: async () =>
      altered(await issue(), (credential) =>
        withProof(credential, (proof) => ({ ...proof, proofValue: String(proof.proofValue).slice(1) })),
      ),
  },
  {
    name: 'proof-purpose-authentication',
    says: 'The proof was made to log in, not to assert a credential.',
    check: 'proof.signature',
    outcome: 'failed',
    signatureHolds: true,
    make: () => issue({ proof: { purpose: 'authentication' } }),
  },
  {
    name: 'proof-expired',
    says: 'The proof itself is out of date.',
    check: 'proof.signature',
    outcome: 'failed',
    signatureHolds: true,
    make: () => issue({ proof: { members: { expires: '2025-01-01T00:00:00Z' } } }),
  },
  {
    name: 'unsigned',
    says: 'There is no proof at all.',
    check: 'proof.signature',
    outcome: 'failed',
    make: async () => altered(await issue(), (credential) => without(credential, 'proof')),
  },
  {
    name: 'proof-set-with-one-wrong',
    says: 'One of two proofs does not hold.',
    check: 'proof.signature',
    outcome: 'failed',
    async make() {
      const from = await issueWithSet([
        { issuer: issuerOf('westbridge') },
        { issuer: issuerOf('westbridge'), suite: 'eddsa-jcs-2022' },
      ])
      const [first, second] = from.credential.proof as readonly [JsonObject, JsonObject]
      return altered(from, (credential) => ({ ...credential, proof: [first, { ...second, created: '2020-01-01T00:00:00Z' }] }))
    },
  },
  {
    name: 'proof-chain-with-a-link-missing',
    says: 'The last proof names one before it that is not there.',
    check: 'proof.signature',
    outcome: 'failed',
    async make() {
      const from = await issueWithChain([{ issuer: issuerOf('westbridge') }, { issuer: kestrel }])
      return altered(from, (credential) => ({ ...credential, proof: (credential.proof as readonly JsonObject[]).slice(1) }))
    },
  },
  {
    name: 'proof-chain-with-a-link-exchanged',
    says: 'The first proof of the chain was made again, so that the second no longer signs it.',
    check: 'proof.signature',
    outcome: 'failed',
    async make() {
      const chain = await issueWithChain([{ issuer: issuerOf('westbridge') }, { issuer: kestrel }])
      const again = await issueWithChain([{ issuer: issuerOf('westbridge'), created: '2024-06-01T00:00:00Z' }])
      const [, second] = chain.credential.proof as readonly [JsonObject, JsonObject]
      return altered(chain, (credential) => ({
        ...credential,
        proof: [...(again.credential.proof as readonly JsonObject[]), second],
      }))
    },
  },
]

/** Signed as they stand, and not what the data model allows or today accepts. */
const validity: readonly Broken[] = [
  {
    name: 'expired',
    says: 'It was valid until 1 June 2025.',
    check: 'validity.dates',
    outcome: 'failed',
    signatureHolds: true,
    make: () => issue({ change: (credential) => ({ ...credential, validUntil: '2025-06-01T00:00:00Z' }) }),
  },
  {
    name: 'expired-1-1',
    says: 'It was valid until 1 June 2025, in the words of VC 1.1.',
    check: 'validity.dates',
    outcome: 'failed',
    signatureHolds: true,
    make: () => issue({ dataModel: '1.1', change: (credential) => ({ ...credential, expirationDate: '2025-06-01T00:00:00Z' }) }),
  },
  {
    name: 'not-yet-valid',
    says: 'It becomes valid in 2090.',
    check: 'validity.dates',
    outcome: 'failed',
    signatureHolds: true,
    make: () => issue({ change: (credential) => ({ ...credential, validFrom: '2090-01-01T00:00:00Z' }) }),
  },
  {
    name: 'dates-reversed',
    says: 'It ends before it begins.',
    check: 'validity.dates',
    outcome: 'failed',
    signatureHolds: true,
    make: () => issue({ change: (credential) => ({ ...credential, validUntil: '2023-01-01T00:00:00Z' }) }),
  },
  {
    name: 'date-is-no-date',
    says: 'The start is no date.',
    check: 'structure.data-model',
    outcome: 'failed',
    signatureHolds: true,
    make: () => issue({ change: (credential) => ({ ...credential, validFrom: 'last spring' }) }),
  },
  {
    name: 'issuer-missing',
    says: 'It does not say who issued it.',
    check: 'structure.data-model',
    outcome: 'failed',
    signatureHolds: true,
    make: () => issue({ change: (credential) => without(credential, 'issuer') }),
  },
  {
    name: 'achievement-missing',
    says: 'A badge that does not say for what.',
    check: null,
    outcome: 'refused',
    signatureHolds: true,
    make: () =>
      issue({
        change: (credential) => ({
          ...credential,
          credentialSubject: without(credential.credentialSubject as JsonObject, 'achievement'),
        }),
      }),
  },
  {
    name: 'json-duplicate-key',
    says: 'The same member stands there twice; the second hides the first.',
    check: null,
    outcome: 'refused',
    error: 'json_duplicate_key',
    signatureHolds: true,
    make: async () =>
      retyped(await issue(), (text) =>
        text.replace('"name": "Data Storytelling"', '"name": "Neurosurgery", "name": "Data Storytelling"'),
      ),
  },
]

export const brokenDocuments: readonly Broken[] = [...tampered, ...proofs, ...validity]
