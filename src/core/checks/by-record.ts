import { sameAddress } from '../dids/same-address.ts'
import type { StatusEntry } from '../model/credential.ts'
import type { CheckId } from '../model/report.ts'
import { areEntangled } from '../proofs/entangled.ts'
import { suiteOf } from '../proofs/index.ts'
import { isPresentation } from './carrier.ts'
import type { Answer, Session } from './check.ts'

/**
 * A credential without a proof of its own inside a record stands under the proof of the record (verification.md §10.3), as what
 * the issuer of the record asserts: only if it names that issuer. One that names another is stated by the record, and nobody
 * shows that it was ever issued. In a presentation, which its holder signs, no proof is no proof.
 */
export function recordOf({ credential, outer }: Session): Session | null {
  if (outer === null || isPresentation(outer.credential) || outer.credential.format === 'array') return null
  const { kind } = credential.securing
  return kind === 'none' || (kind === 'hosted' && credential.format.startsWith('clr1')) ? outer : null
}

/** `proof.signature`, `proof.coverage` or `issuer.key` of such a credential: what the record's own answer makes of it. */
export async function answerByRecord(
  id: 'proof.signature' | 'proof.coverage' | 'issuer.key',
  session: Session,
  record: Session,
): Promise<Answer> {
  const stranger = !isSameIssuer(session, record)
  if (stranger && id !== 'proof.coverage')
    return { status: 'unknown', code: 'issuer_stated', facts: { issuer: session.credential.issuer.id.slice(0, 200) } }
  if (id === 'proof.coverage' && isLeftOpen(record)) return { status: 'unknown', code: 'parts_entangled' }
  const answer = await answerOf(id, record)
  if (id !== 'proof.signature' || answer.status === 'failed' || answer.status === 'unknown') return answer
  return { status: 'passed', code: 'proof_by_record' }
}

/** The revocation lists of such a record that is its issuer's own: they may name what stands under its proof, too. */
export function listsByRecord(session: Session): readonly StatusEntry[] {
  const record = recordOf(session)
  if (record === null || !isSameIssuer(session, record)) return []
  return record.credential.statusEntries.filter(({ type }) => type === 'OpenBadgesRevocationList')
}

async function answerOf(id: CheckId, record: Session): Promise<Answer> {
  const answer = await record.answer(id)
  if (answer === null) return { status: 'unknown', code: 'proof_missing' }
  const { status, code, facts } = answer
  return { status, code, ...(facts && { facts }) }
}

function isSameIssuer({ credential }: Session, record: Session): boolean {
  const { id } = credential.issuer
  return id !== '' && sameAddress(id, record.credential.issuer.id)
}

/** The record that is signed: a record inside a record may have no proof of its own either. */
function isLeftOpen(record: Session): boolean {
  const signed = record.credential.securing.kind === 'none' && record.outer ? record.outer : record
  if (signed !== record) return isLeftOpen(signed)
  const { securing, document } = record.credential
  return securing.kind === 'embedded' && securing.proofs.some((proof) => suiteOf(proof)?.rdf !== false) && areEntangled(document)
}
