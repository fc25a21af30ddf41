import { withoutFragment } from '../dids/controller-document.ts'
import type { Resolved } from '../dids/did.ts'
import { fetchControllerDocument } from '../dids/fetch-document.ts'
import { resolveDid } from '../dids/index.ts'
import { type ResolvedKey, sameKey } from '../dids/keys.ts'
import { lazy } from '../lazy.ts'
import type { VerifyContext } from '../model/context.ts'
import type { Credential } from '../model/credential.ts'
import { type JsonObject, listOf, memberOf, stringsOf } from '../model/json.ts'
import { attempt, type Facts } from '../problem.ts'
import type { ProofOutcome } from '../proofs/proof.ts'
import { isPresentation } from './carrier.ts'
import type { Answer, Check, Session } from './check.ts'

const loadKeyBinding = lazy(() => import('./key-binding.ts'))

/**
 * Who shows it (verification.md §15). Only a presentation can answer: signed by its holder, over our challenge and domain, with
 * a key of the subject. One that nobody asked for is a warning, since a copy would look the same. A credential shown without a
 * presentation leaves it unknown; an SD-JWT carries its holder's proof itself. Of several proofs one that answers everything is
 * enough: no two may share the answering.
 */
export const identityHolder: Check = {
  id: 'identity.holder',
  async run(session) {
    const { credential } = session
    if (credential.securing.kind === 'sd-jwt')
      return (await loadKeyBinding()).keyBindingAnswer(credential.securing.sdJwt, session)
    if (!isPresentation(credential)) {
      const bound = credential.subjects.some((subject) => subject.id !== undefined)
      return bound && credential.nested.length === 0 ? { status: 'unknown', code: 'holder_unproven' } : null
    }
    if (credential.securing.kind === 'none') return unsigned(session)
    const { proofs } = await session.proofs()
    const good = proofs.filter(({ status }) => status === 'passed' || status === 'warning')
    if (good.length === 0) {
      const failed = proofs.some(({ status }) => status === 'failed')
      return { status: failed ? 'failed' : 'unknown', code: 'holder_proof_wrong' }
    }
    return bestOf(await Promise.all(good.map((proof) => answerBy(proof, session))))
  },
}

async function answerBy(proof: ProofOutcome, session: Session): Promise<Answer> {
  const presenter = presenterOf(proof, session)
  return (
    challengeTrouble(proof, session) ??
    (await keyTrouble(proof, presenter, session)) ??
    (await subjectTrouble(presenter, session, proof.key)) ??
    freshness(proof, session)
  )
}

function bestOf(answers: readonly Answer[]): Answer {
  const order = ['passed', 'warning', 'failed', 'unknown'] as const
  const status = order.find((one) => answers.some((answer) => answer.status === one))
  return answers.find((answer) => answer.status === status) as Answer
}

/** Asked for an answer, an unsigned presentation gives none. */
function unsigned({ context }: Session): Answer {
  if (context.challenge !== undefined || context.domain !== undefined) return { status: 'failed', code: 'holder_proof_wrong' }
  return { status: 'unknown', code: 'holder_unproven' }
}

/** Who the presentation says shows it: the holder that it names, else whoever the key is said to be of. Neither is proven yet. */
function presenterOf({ key }: ProofOutcome, { credential }: Session): string {
  return credential.holder ?? withoutFragment(key?.id ?? '')
}

/**
 * The signing key must stand in the presenter's own document, for `authentication`: a key may call itself by any name. Whoever
 * has no document that could list it cannot be shown to be the subject.
 */
async function keyTrouble({ key }: ProofOutcome, presenter: string, session: Session): Promise<Answer | null> {
  if (!/^(did:|https?:\/\/)/i.test(presenter))
    return (await subjectTrouble(null, session)) ?? { status: 'unknown', code: 'holder_unproven' }
  const document = await documentOf(presenter, session.context)
  if (!document.ok) return { status: 'unknown', code: document.problem.code, facts: document.problem.facts ?? {} }
  if (!document.value.listsKeys) return { status: 'unknown', code: 'key_not_tied' }
  const listed = document.value.methods.some(
    (method) =>
      method.key.ok &&
      sameKey(method.key.value, (key as ResolvedKey).key) &&
      (method.relationships?.includes('authentication') ?? true),
  )
  return listed ? null : { status: 'failed', code: 'holder_proof_wrong' }
}

function documentOf(presenter: string, powers: VerifyContext): Promise<Resolved> {
  if (presenter.startsWith('did:')) return resolveDid(presenter, powers)
  return attempt(() => fetchControllerDocument(presenter, presenter, powers), 'controller_document_invalid')
}

/** Challenge and domain of the proof, or `nonce` and `aud` of the JWT (VC Data Integrity §4.4, OpenID4VP §14.1). */
function challengeTrouble({ stated }: ProofOutcome, { credential, context }: Session): Answer | null {
  const answers = credential.securing.kind === 'jose' ? claimsOf(credential.securing.jws.payload) : optionsOf(stated ?? {})
  if (context.challenge !== undefined && answers.challenge !== context.challenge)
    return { status: 'failed', code: 'challenge_wrong' }
  if (context.domain !== undefined && !answers.isFor(context.domain)) return { status: 'failed', code: 'domain_wrong' }
  return null
}

type Answers = { readonly challenge: unknown; isFor(domain: string): boolean }

function claimsOf(payload: JsonObject): Answers {
  const audience = stringsOf(memberOf(payload, 'aud'))
  return { challenge: memberOf(payload, 'nonce'), isFor: (domain) => audience.includes(domain) }
}

/** The domains of a proof are a set that must be ours and nobody else's (VC Data Integrity §4.4 step 6). */
function optionsOf(proof: JsonObject): Answers {
  const domains = listOf(memberOf(proof, 'domain'))
  return {
    challenge: memberOf(proof, 'challenge'),
    isFor: (domain) => domains.length > 0 && domains.every((one) => one === domain),
  }
}

/** What is presented must be about the presenter: each credential inside names the presenter as its subject, or the key. */
async function subjectTrouble(presenter: string | null, session: Session, key?: ResolvedKey): Promise<Answer | null> {
  const credentials = (await session.nestedCredentials()).flat()
  const theirs = await Promise.all(
    credentials.map(
      async (credential) =>
        (presenter !== null && credential.subjects.some(({ id }) => id === presenter)) ||
        (key !== undefined && (await isBoundTo(credential, key, session))),
    ),
  )
  const others = theirs.filter((their) => !their)
  return others.length === 0
    ? null
    : { status: 'failed', code: 'holder_not_subject', facts: { count: others.length, of: credentials.length } }
}

/** An SD-JWT names the key of its holder where others name the subject. */
async function isBoundTo({ securing }: Credential, { key }: ResolvedKey, { context }: Session): Promise<boolean> {
  return securing.kind === 'sd-jwt' && (await loadKeyBinding()).isBoundTo(securing.sdJwt, key, context)
}

function freshness(proof: ProofOutcome, { context }: Session): Answer {
  const facts: Facts = { ...(proof.created !== undefined && { created: proof.created }) }
  if (context.challenge === undefined) return { status: 'warning', code: 'holder_not_asked', facts }
  return { status: 'passed', code: null, facts }
}
