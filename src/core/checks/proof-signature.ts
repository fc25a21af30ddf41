import type { FindingDetail, Witness } from '../model/report.ts'
import type { ProofOutcome } from '../proofs/proof.ts'
import { answerByRecord, recordOf } from './by-record.ts'
import { isUnsignedCarrier } from './carrier.ts'
import type { Answer, Check, Session } from './check.ts'

/**
 * Every proof verifies (VC Data Integrity §4.5: a set counts only when each member does). One that fails makes it failed;
 * an unsupported one beside a passed one is a warning; only unsupported ones: unknown; none at all: failed.
 */
export const proofSignature: Check = {
  id: 'proof.signature',
  async run(session) {
    if (isUnsignedCarrier(session.credential)) return null
    const record = recordOf(session)
    if (record) return answerByRecord('proof.signature', session, record)
    if (session.credential.securing.kind === 'none') return { status: 'failed', code: 'proof_missing' }
    const { proofs } = await session.proofs()
    if (proofs.length === 0) return { status: 'failed', code: 'proof_missing' }
    return {
      ...sumOf(proofs),
      evidence: { details: proofs.map(detailOf), witnesses: [...linkedWitnesses(session), ...proofs.flatMap(keyWitnesses)] },
    }
  },
}

function keyWitnesses({ key }: ProofOutcome): readonly Witness[] {
  return key?.witnesses ?? []
}

/** A hosted badge is proven by the documents that its addresses serve. */
function linkedWitnesses({ credential }: Session): readonly Witness[] {
  return credential.linked.flatMap(({ witness }) => witness ?? [])
}

function sumOf(proofs: readonly ProofOutcome[]): Answer {
  const failed = proofs.find(({ status }) => status === 'failed')
  if (failed) return { status: 'failed', code: failed.code, facts: failed.facts }
  const good = proofs.find(({ status }) => status === 'passed' || status === 'warning')
  const unknown =
    proofs.find(({ status, code }) => status === 'unknown' && code !== 'proof_type_unsupported') ??
    proofs.find(({ status }) => status === 'unknown')
  if (!good) return { status: 'unknown', code: unknown?.code ?? 'proof_missing', facts: unknown?.facts ?? {} }
  if (unknown && unknown.code !== 'proof_type_unsupported') return { status: 'unknown', code: unknown.code, facts: unknown.facts }
  if (unknown)
    return {
      status: 'warning',
      code: 'proof_also_unsupported',
      facts: { ...good.facts, other: String(unknown.facts.suite ?? '') },
    }
  const warning = proofs.find(({ status }) => status === 'warning')
  if (warning) return { status: 'warning', code: warning.code, facts: warning.facts }
  // Anybody can sign what is shown beside a proof that is over a part: it remains one.
  const told = proofs.find(({ code }) => code !== null) ?? good
  return { status: 'passed', code: told.code, facts: told.facts }
}

function detailOf({ status, code, facts }: ProofOutcome): FindingDetail {
  return { status, code, facts }
}
