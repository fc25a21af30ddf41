import { sameAddress, withoutFragment } from '../dids/controller-document.ts'
import { resolveDid } from '../dids/index.ts'
import { sameKey } from '../dids/keys.ts'
import { listOf, memberOf, stringsOf } from '../model/json.ts'
import type { Facts } from '../problem.ts'
import type { ProofOutcome } from '../proofs/proof.ts'
import type { Answer, Check, Session } from './check.ts'
import { isPresentation } from './issuer-key.ts'

/**
 * Who shows it (verification.md §15). Only a presentation can answer: signed by its holder, over our challenge and domain, with
 * a key of the subject. One that nobody asked for is a warning, since a copy would look the same. A credential shown without a
 * presentation leaves it unknown.
 */
export const identityHolder: Check = {
  id: 'identity.holder',
  async run(session) {
    const { credential } = session
    if (!isPresentation(credential.types)) {
      const bound = credential.subjects.some((subject) => subject.id !== undefined)
      return bound && credential.nested.length === 0 ? { status: 'unknown', code: 'holder_unproven' } : null
    }
    if (credential.securing.kind === 'none') return unsigned(session)
    const { proofs } = await session.proofs()
    const proof = proofs.find(({ status }) => status === 'passed' || status === 'warning')
    if (!proof) {
      const failed = proofs.some(({ status }) => status === 'failed')
      return { status: failed ? 'failed' : 'unknown', code: 'holder_proof_wrong' }
    }
    return (
      (await keyOfHolder(proof, session)) ??
      challengeTrouble(session) ??
      (await subjectTrouble(session)) ??
      freshness(proof, session)
    )
  },
}

/** Asked for an answer, an unsigned presentation gives none. */
function unsigned({ context }: Session): Answer {
  if (context.challenge !== undefined || context.domain !== undefined) return { status: 'failed', code: 'holder_proof_wrong' }
  return { status: 'unknown', code: 'holder_unproven' }
}

/** The signing key must be one of the holder that the presentation names, for `authentication`. */
async function keyOfHolder(proof: ProofOutcome, session: Session): Promise<Answer | null> {
  const { holder } = session.credential
  const { key } = proof
  if (!key || holder === undefined) return null
  if (!holder.startsWith('did:'))
    return sameAddress(key.controller, holder) ? null : { status: 'failed', code: 'holder_proof_wrong' }
  const document = await resolveDid(holder, session.context)
  if (!document.ok) return { status: 'unknown', code: document.problem.code, facts: document.problem.facts ?? {} }
  const listed = document.value.methods.some(
    (method) => method.key.ok && sameKey(method.key.value, key.key) && (method.relationships?.includes('authentication') ?? true),
  )
  return listed ? null : { status: 'failed', code: 'holder_proof_wrong' }
}

/** Challenge and domain of the proof, or `nonce` and `aud` of the JWT (VC Data Integrity §4.4, OpenID4VP §14.1). */
function challengeTrouble({ credential, context }: Session): Answer | null {
  const stated =
    credential.securing.kind === 'jose' ? claimsOf(credential.securing.jws.payload) : proofOptions(credential.document)
  if (context.challenge !== undefined && stated.challenge !== context.challenge)
    return { status: 'failed', code: 'challenge_wrong' }
  if (context.domain !== undefined && !stated.domains.includes(context.domain)) return { status: 'failed', code: 'domain_wrong' }
  return null
}

type Stated = { readonly challenge: unknown; readonly domains: readonly string[] }

function claimsOf(payload: Parameters<typeof memberOf>[0]): Stated {
  return { challenge: memberOf(payload, 'nonce'), domains: stringsOf(memberOf(payload, 'aud')) }
}

function proofOptions(document: Parameters<typeof memberOf>[0]): Stated {
  const [proof] = listOf(memberOf(document, 'proof'))
  const options =
    proof !== null && typeof proof === 'object' && !Array.isArray(proof) ? (proof as Parameters<typeof memberOf>[0]) : {}
  return { challenge: memberOf(options, 'challenge'), domains: stringsOf(memberOf(options, 'domain')) }
}

/** What is presented must be about the presenter: each credential inside names the holder as its subject. */
async function subjectTrouble(session: Session): Promise<Answer | null> {
  const holder = session.credential.holder ?? (await presenterOf(session))
  const subjects = await session.nestedSubjects()
  if (holder === undefined || subjects.length === 0) return null
  const others = subjects.filter((ids) => !ids.includes(holder))
  return others.length === 0
    ? null
    : { status: 'failed', code: 'holder_not_subject', facts: { count: others.length, of: subjects.length } }
}

async function presenterOf(session: Session): Promise<string | undefined> {
  const { proofs } = await session.proofs()
  const key = proofs.find((proof) => proof.key)?.key
  return key ? withoutFragment(key.id) : undefined
}

function freshness(proof: ProofOutcome, { context }: Session): Answer {
  const facts: Facts = { ...(proof.created !== undefined && { created: proof.created }) }
  if (context.challenge === undefined) return { status: 'warning', code: 'holder_not_asked', facts }
  return { status: 'passed', code: null, facts }
}
