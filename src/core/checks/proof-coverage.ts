import { answerByRecord, recordOf } from './by-record.ts'
import { isUnsignedCarrier } from './carrier.ts'
import type { Check } from './check.ts'

/**
 * Everything shown is under each proof that counts. Unlike other checks it knows no warning: something shown is signed, or
 * is not, or cannot be told.
 */
export const proofCoverage: Check = {
  id: 'proof.coverage',
  async run(session) {
    if (isUnsignedCarrier(session.credential)) return null
    const record = recordOf(session)
    if (record) return answerByRecord('proof.coverage', session, record)
    if (session.credential.securing.kind === 'none') return { status: 'unknown', code: 'proof_missing' }
    const { proofs } = await session.proofs()
    const answers = proofs.filter((proof) => proof.code !== 'proof_type_unsupported').map((proof) => proof.coverage)
    const worst = answers.find(({ status }) => status === 'failed') ?? answers.find(({ status }) => status === 'unknown')
    if (worst) return { status: worst.status, code: worst.code, facts: worst.facts ?? {} }
    if (answers.length === 0) return { status: 'unknown', code: 'coverage_unknown' }
    const remark = answers.find(({ code }) => code !== null)
    return remark ? { status: 'passed', code: remark.code, facts: remark.facts ?? {} } : { status: 'passed', code: null }
  },
}
