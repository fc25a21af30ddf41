import type { Answer, Session } from '../checks/check.ts'
import { keyName, type ResolvedKey } from '../dids/keys.ts'
import { speaksOpenBadges2 } from '../formats/glances.ts'
import type { Credential } from '../model/credential.ts'
import { idOf, isObject, type JsonObject, listOf, memberOf } from '../model/json.ts'
import type { FindingDetail, Witness } from '../model/report.ts'
import type { Facts, ProblemCode } from '../problem.ts'
import type { ProofOutcome } from '../proofs/proof.ts'
import { hostOf } from '../witness.ts'
import { authorityOf, isWebAddress, sameDocument, sameResource } from './addresses.ts'
import { keyNamedBy, listedKeys } from './keys.ts'
import { linkedAs } from './linked.ts'
import { isOfOriginAge } from './named.ts'
import { scopeOf, statesScope } from './scope.ts'

/** The issuer of a badge as its own address describes it. */
interface Issuer {
  readonly address: string
  readonly profile: JsonObject
  readonly witnesses: readonly Witness[]
  /** What must be said of how the profile was found. */
  readonly details: readonly FindingDetail[]
}

/**
 * Whether a badge of Open Badges 1 or 2 (or a CLR 1.0) is its issuer's (verification.md §11 to §14), by the profile that the
 * issuer's own address serves and by nothing that the badge says of it. Hosted: it lies where the issuer keeps its badges. Signed:
 * the key is one that the issuer lists, and the key names the issuer. Never a warning: passed, failed or unknown.
 */
export async function badgeIssuerKey(session: Session): Promise<Answer> {
  const { credential } = session
  const facts: Facts = { issuer: credential.issuer.id.slice(0, 200) }
  const proof = (await session.proofs()).proofs[0]
  if (credential.format === 'ob05') return proven(proof, ofOrigin(credential, facts))
  const issuer = issuerOf(credential, facts)
  if ('status' in issuer) return issuer
  const said = { ...facts, host: authorityOf(issuer.address) }
  const answer =
    credential.securing.kind === 'hosted' ? hostedBy(issuer, credential, said) : signedBy(issuer, proof?.key, credential, said)
  return { ...proven(proof, answer), evidence: { details: issuer.details, witnesses: unique(issuer, proof) } }
}

/** Nothing is the issuer's before it is proven; what is not the issuer's needs no proof. */
function proven(proof: ProofOutcome | undefined, answer: Answer): Answer {
  if (answer.status !== 'passed' || proof?.status === 'passed' || proof?.status === 'warning') return answer
  return { status: 'unknown', code: 'key_unproven', facts: { ...answer.facts, ...(proof?.status === 'unknown' && proof.facts) } }
}

/** The profile at the address that the badge names, and whether it speaks for that address. */
function issuerOf(credential: Credential, facts: Facts): Issuer | Answer {
  const linked = linkedAs(credential, 'issuer')
  if (!linked) return unknown(linkedAs(credential, 'badge')?.problem?.code ?? 'issuer_not_web', facts)
  const { address, document, problem, witness } = linked
  const said = { ...facts, host: hostOf(address), ...problem?.facts }
  if (document === null) return unknown(problem?.code ?? 'issuer_not_web', said)
  // whoever was asked about must be the one who is shown
  if (!sameDocument(address, credential.issuer.id)) return unknown('issuer_not_web', said)
  const witnesses = witness ? [witness] : []
  const id = idOf(document)
  // Open Badges 1.0 gives a profile no id
  if (id === undefined || sameResource(id, address)) return { address, profile: document, witnesses, details: [] }
  if (!isWebAddress(id)) return unknown('issuer_not_web', said)
  const names = { ...said, names: id.slice(0, 200) }
  if (authorityOf(id) !== authorityOf(address)) return unknown('profile_of_other', names)
  const details: readonly FindingDetail[] = [{ status: 'passed', code: 'profile_by_address', facts: names }]
  return { address, profile: document, witnesses, details }
}

/** Hosted: within the scope that the issuer states, and in 1.x on the origin of all that it names. */
function hostedBy(issuer: Issuer, credential: Credential, facts: Facts): Answer {
  const address = credential.securing.kind === 'hosted' ? credential.securing.address : ''
  if (!isWebAddress(address)) return unknown('hosted_no_address', facts)
  const said = { ...facts, place: authorityOf(address) }
  const { finalUrl } = linkedAs(credential, 'assertion') ?? {}
  const addresses = finalUrl === undefined ? [address] : [address, finalUrl]
  if (isOfOriginAge(credential.format)) {
    if (!shareOrigin([address, ...addressesOf(issuer, credential)])) return failed('origins_differ', said)
    if (!statesScope(issuer.profile)) return { status: 'passed', code: 'hosted_by_issuer', facts: said }
  }
  const scope = scopeOf(issuer.profile, issuer.address, addresses)
  if (scope === 'unreadable') return unknown('scope_unreadable', said)
  return scope === 'inside' ? { status: 'passed', code: 'hosted_by_issuer', facts: said } : failed('hosted_out_of_scope', said)
}

/**
 * Signed: the profile lists the key and the key names its owner; in 1.x, where neither exists, they share an origin. A profile of
 * 2.0 would list its keys, and a key that names an owner has none but that one: there an origin shows nothing.
 */
function signedBy(issuer: Issuer, key: ResolvedKey | undefined, credential: Credential, facts: Facts): Answer {
  if (!key) return unknown('key_unproven', facts)
  const said = { ...facts, key: keyName(key.key), method: key.id.slice(0, 200) }
  const listed = listedKeys(issuer.profile)
  const byAddress = keyNamedBy(credential)?.by === 'address' && credential.format === 'ob1-jws'
  if (byAddress && !shareOrigin([key.id, ...addressesOf(issuer, credential)])) return failed('origins_differ', said)
  const byOrigin = byAddress && listed.length === 0
  if (!byOrigin && !listed.some((entry) => sameDocument(idOf(entry) ?? '', key.id))) return failed('key_not_listed', said)
  const namesNobody = byAddress && key.controller === ''
  if (!namesNobody && !isOwner(key.controller, issuer)) return failed('key_owner_wrong', said)
  if (byOrigin && speaksOpenBadges2(issuer.profile)) return unknown('key_not_tied', said)
  return { status: 'passed', code: byOrigin ? 'key_by_origin' : null, facts: said }
}

/** A key names its owner by the address of the profile, or by the id that the profile states on the same host. */
function isOwner(owner: string, { address, profile }: Issuer): boolean {
  return [address, idOf(profile) ?? ''].some((id) => id !== '' && sameDocument(owner, id))
}

/** Open Badges 0.5 knows an issuer by an origin alone: the badge lies there, or is not its. */
function ofOrigin(credential: Credential, facts: Facts): Answer {
  const address = credential.securing.kind === 'hosted' ? credential.securing.address : ''
  const badge = memberOf(credential.document, 'badge')
  const stated = isObject(badge) ? memberOf(badge, 'issuer') : undefined
  const issuer = isObject(stated) ? stated : {}
  const origin = memberOf(issuer, 'origin')
  if (!isWebAddress(origin)) return unknown('issuer_not_web', facts)
  if (!isWebAddress(address)) return unknown('hosted_no_address', facts)
  const said = { ...facts, host: authorityOf(origin), place: authorityOf(address) }
  const { finalUrl = address } = linkedAs(credential, 'assertion') ?? {}
  return shareOrigin([origin, address, finalUrl, credential.issuer.id, ...ownUrl(issuer)])
    ? { status: 'passed', code: 'hosted_by_issuer', facts: said }
    : failed('origins_differ', said)
}

/** The addresses of a 1.x badge that must share an origin: of the badge class, of the issuer, and the one that it calls its own. */
function addressesOf({ address, profile }: Issuer, credential: Credential): readonly string[] {
  const badge = linkedAs(credential, 'badge')?.address ?? ''
  return [...(badge === '' ? [] : [badge]), address, ...ownUrl(profile)]
}

/** The address that an issuer is shown to have, where it states one; empty for one that is none. */
function ownUrl(profile: JsonObject): readonly string[] {
  return listOf(memberOf(profile, 'url')).map((url) => idOf(url) ?? '')
}

function shareOrigin(addresses: readonly string[]): boolean {
  const [first, ...others] = addresses.map(authorityOf)
  return first !== undefined && first !== '' && others.every((other) => other === first)
}

function unique({ witnesses }: Issuer, proof: ProofOutcome | undefined): readonly Witness[] {
  const all = [...(proof?.key?.witnesses ?? []), ...witnesses]
  return [...new Map(all.map((witness) => [witness.url, witness])).values()]
}

function failed(code: ProblemCode, facts: Facts): Answer {
  return { status: 'failed', code, facts }
}

function unknown(code: ProblemCode, facts: Facts): Answer {
  return { status: 'unknown', code, facts }
}
