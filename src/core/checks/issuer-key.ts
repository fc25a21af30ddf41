import type { ControllerDocument, ListedMethod } from '../dids/controller-document.ts'
import { issuerDocuments, keyPlacesOf } from '../dids/issuer-documents.ts'
import { keyName, type ResolvedKey, sameKey } from '../dids/keys.ts'
import { sameAddress } from '../dids/same-address.ts'
import { lazy } from '../lazy.ts'
import type { Facts, ProblemCode } from '../problem.ts'
import type { ProofOutcome } from '../proofs/proof.ts'
import { parseDateTime } from '../structure/datetime.ts'
import { hostOf } from '../witness.ts'
import { answerByRecord, recordOf } from './by-record.ts'
import { isPresentation } from './carrier.ts'
import type { Answer, Check, Session } from './check.ts'

const loadBadges = lazy(() => import('../badges/index.ts'))

/**
 * The signing key belongs to the issuer that is named (verification.md §3.3 and §4.3). Passed only when a document of the
 * issuer lists the key for `assertionMethod`, or the issuer is the key (`did:key`, `did:jwk`); failed when a document that
 * lists keys was read and lacks it; unknown in every other case. Never a warning. Of several proofs the issuer's own is enough:
 * each covers the whole document, and what others sign beside it takes nothing away.
 */
export const issuerKey: Check = {
  id: 'issuer.key',
  async run(session) {
    const { credential } = session
    if (credential.format === 'array' || isPresentation(credential)) return null
    const record = recordOf(session)
    if (record) return answerByRecord('issuer.key', session, record)
    const { kind } = credential.securing
    if (kind === 'none') return { status: 'unknown', code: 'key_unproven' }
    if (kind === 'hosted' || kind === 'badge-jws') return (await loadBadges()).badgeIssuerKey(session)
    const { proofs } = await session.proofs()
    const signed = proofs.filter((proof) => proof.key && (proof.status === 'passed' || proof.status === 'warning'))
    if (signed.length === 0) return answerWithoutSignature(proofs, session)
    const answers = await Promise.all(signed.map((proof) => keyOfIssuer(proof, session)))
    return bestOf(answers)
  },
}

function bestOf(answers: readonly Answer[]): Answer {
  const order = ['passed', 'failed', 'unknown'] as const
  const status = order.find((one) => answers.some((answer) => answer.status === one))
  return answers.find((answer) => answer.status === status) as Answer
}

/** Without a signature that holds nothing ties anybody to the credential; a key the issuer's document lacks is still said. */
function answerWithoutSignature(proofs: readonly ProofOutcome[], session: Session): Answer {
  const { id } = session.credential.issuer
  const unlisted = proofs.find((proof) => proof.code === 'key_not_listed')
  if (unlisted) return { status: 'failed', code: 'key_not_listed', facts: { ...unlisted.facts, issuer: id } }
  const reason = proofs.find((proof) => proof.status === 'unknown' && proof.code)
  return { status: 'unknown', code: 'key_unproven', facts: { issuer: id, ...(reason && { ...reason.facts }) } }
}

async function keyOfIssuer(proof: ProofOutcome, session: Session): Promise<Answer> {
  const { credential, context } = session
  const key = proof.key as ResolvedKey
  const issuer = credential.issuer.id
  const facts: Facts = { issuer, key: keyName(key.key), method: key.id.slice(0, 200) }
  const documents = await issuerDocuments(
    issuer,
    context,
    (document) => lists(document, key, issuer) === 'yes',
    keyPlacesOf(credential),
  )
  const witnesses = [...key.witnesses, ...documents.read.flatMap((document) => document.witnesses)]
  const evidence = { witnesses: unique(witnesses) }
  const answers = documents.read.map((document) => ({ document, answer: lists(document, key, issuer) }))
  const yes = answers.find(({ answer }) => answer === 'yes')
  if (yes) return { ...listed(yes.document, proof, facts, session), evidence }
  const wrongPurpose = answers.some(({ answer }) => answer === 'other purpose')
  if (wrongPurpose) return { status: 'failed', code: 'key_wrong_purpose', facts, evidence }
  if (answers.some(({ answer }) => answer === 'no')) return { status: 'failed', code: 'key_not_listed', facts, evidence }
  return { status: 'unknown', ...whyUnknown(documents.trouble, issuer, facts), evidence }
}

function whyUnknown(
  trouble: { code: ProblemCode; facts?: Facts } | null,
  issuer: string,
  facts: Facts,
): { code: ProblemCode; facts: Facts } {
  if (trouble) return { code: trouble.code, facts: { ...facts, host: hostOf(issuer), ...trouble.facts } }
  return { code: 'key_not_tied', facts: { ...facts, host: hostOf(issuer) } }
}

/** The key is listed; what is left is whether the listing had ended. The method that the proof names speaks first. */
function listed(document: ControllerDocument, proof: ProofOutcome, facts: Facts, { credential, context }: Session): Answer {
  const key = proof.key as ResolvedKey
  const methods = methodsFor(document, key, credential.issuer.id).filter(mayAssert)
  const method = methods.find(({ id }) => id === key.id) ?? methods[0]
  const ended = method ? endOf(method, proof.created, context.now) : null
  const said = { ...facts, document: document.id }
  if (ended) return { status: 'failed', code: 'key_revoked', facts: { ...said, date: ended } }
  return { status: 'passed', code: isKeyDid(document.id) ? 'key_by_did_key' : null, facts: said }
}

function isKeyDid(id: string): boolean {
  return id.startsWith('did:key:') || id.startsWith('did:jwk:')
}

/** A key that was revoked or ran out before it signed (or before now, when the proof does not say when it was made). */
function endOf(method: ListedMethod, created: string | undefined, now: Date): string | null {
  const signedAt = (created === undefined ? null : parseDateTime(created)) ?? now.getTime()
  for (const date of [method.revoked, method.expires]) {
    if (date === undefined) continue
    const end = parseDateTime(date)
    if (end === null || end <= signedAt) return date
  }
  return null
}

type Listing = 'yes' | 'no' | 'other purpose' | 'has no list'

function lists(document: ControllerDocument, key: ResolvedKey, issuer: string): Listing {
  const methods = methodsFor(document, key, issuer)
  if (methods.some(mayAssert)) return 'yes'
  if (methods.length > 0) return 'other purpose'
  return document.listsKeys ? 'no' : 'has no list'
}

/** The methods that hold the key and are controlled by the issuer. */
function methodsFor(document: ControllerDocument, key: ResolvedKey, issuer: string): readonly ListedMethod[] {
  return document.methods.filter(
    (method) => method.key.ok && sameKey(method.key.value, key.key) && controlledBy(method, document, issuer),
  )
}

/** A key set or a bare key has no relationships to tell; a document that has them must name `assertionMethod`. */
function mayAssert({ relationships }: ListedMethod): boolean {
  return relationships === null || relationships.includes('assertionMethod')
}

/** A listed method names its controller: it must be the issuer, or the document itself (a host's own document vouches for its host). */
function controlledBy(method: ListedMethod, document: ControllerDocument, issuer: string): boolean {
  return method.controller === '' || sameAddress(method.controller, issuer) || sameAddress(method.controller, document.id)
}

function unique<T extends { readonly url: string }>(witnesses: readonly T[]): readonly T[] {
  return [...new Map(witnesses.map((witness) => [witness.url, witness])).values()]
}
