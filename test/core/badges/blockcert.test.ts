import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { issueBadge } from '../../issuer/badges.ts'
import { findingIn, reportOn, said, serving } from './support.ts'

const signature = {
  type: ['MerkleProof2017', 'Extension'],
  targetHash: '05'.repeat(32),
  merkleRoot: '4b'.repeat(32),
  proof: [{ right: '62'.repeat(32) }],
  anchors: [{ sourceId: 'e0'.repeat(32), type: 'BTCOpReturn' }],
}

/** As Blockcerts 2.0 has it: no address of its own, and verified in a blockchain. */
function anchored(assertion: JsonObject): JsonObject {
  return {
    ...assertion,
    id: 'urn:uuid:bc9bdbb5-d734-4242-9edc-d1bc3f8f7a6e',
    verification: { type: ['MerkleProofVerification2017', 'Extension'], creator: 'ecdsa-koblitz-pubkey:msBCHdwaQ7N2yp' },
    issuedOn: '2017-05-02',
    signature,
  }
}

describe('a Blockcert of the second generation (Open Badges 2.0 with a Merkle receipt)', () => {
  test('cannot be told: its receipt is of a kind that nobody here checks, named, and nothing else is held against it', async () => {
    const badge = await issueBadge({ shape: 'embedded', changeCopy: anchored })
    const report = await reportOn(badge.text, badge.documents)
    expect(report.verdict).toBe('cannot-tell')
    expect(said(report, 'proof.signature')).toBe('unknown proof_type_unsupported')
    expect(findingIn(report, 'proof.signature')?.evidence.facts).toMatchObject({ suite: 'MerkleProof2017' })
    expect(report.checks.filter(({ status }) => status === 'failed')).toEqual([])
  })

  test('that is hosted too is verified by that, and the receipt is mentioned', async () => {
    const badge = await issueBadge({ change: (assertion) => ({ ...assertion, signature }) })
    const report = await reportOn(badge.text, badge.documents)
    expect(`${report.verdict}: ${said(report, 'proof.signature')}`).toBe('verified: warning proof_also_unsupported')
  })

  test('excuses nothing: a copy that its own address does not serve is not verified', async () => {
    const badge = await issueBadge({ changeCopy: (assertion) => ({ ...assertion, signature, narrative: 'With honours.' }) })
    expect((await reportOn(badge.text, badge.documents)).verdict).toBe('not-verified')
    expect((await reportOn(badge.text, serving())).verdict).toBe('cannot-tell')
  })
})
