import { recordOf } from '../checks/by-record.ts'
import type { Answer, Session } from '../checks/check.ts'
import { keyName } from '../dids/keys.ts'
import { limits } from '../limits.ts'
import type { Credential } from '../model/credential.ts'
import type { IssuerList, KnownIssuers, ListedIssuer } from '../model/issuers.ts'
import type { FindingDetail } from '../model/report.ts'
import { attempt, type Facts } from '../problem.ts'
import { thumbprintOf } from './thumbprint.ts'

/** An issuer found in a list. */
interface Match {
  readonly list: IssuerList
  readonly entry: ListedIssuer
}

/** What the lists in use say of one issuer. */
interface LookedUp {
  readonly matches: readonly Match[]
  /** Names of the lists that could not tell: not read, not asked about this one, or what they said has ended. */
  readonly unread: readonly string[]
}

/**
 * What the lists that a person uses say of an issuer (trust.md §3). A listing counts only once `issuer.key` has passed, and one that
 * pins keys only for the key that signed. A production list comes first, then what this person trusts; a list for tests lifts nobody
 * above a bare key. Whatever the answer, it changes no verdict.
 * @param known the lists in use
 * @param byItself what is said of an issuer that no list knows
 */
export async function standingOf(session: Session, known: KnownIssuers, byItself: Answer): Promise<Answer> {
  const { credential, context } = session
  const { matches, unread } = lookUp(credential.issuer.id, String(byItself.facts?.['host'] ?? ''), known, context.now)
  const key = await session.answer('issuer.key')
  const [telling] = matches.filter(({ list }) => list.kind !== 'test')
  if (key?.status !== 'passed') return telling ? unproven(telling) : byItself
  const signers = await signersOf(session, key)
  const holding = matches.filter(({ entry }) => holdsFor(entry, signers))
  const ofKind = (kind: IssuerList['kind']) => holding.filter(({ list }) => list.kind === kind)
  const listings = ofKind('production')
  const recognised = [...listings, ...ofKind('personal')][0]
  const other = matches.find((match) => !holding.includes(match) && match.list.kind !== 'test')
  const details = [...listings.slice(1).map(alsoListed), ...(other ? [otherKey(other, signers)] : [])]
  if (recognised) return { status: 'passed', code: null, facts: factsOf(recognised, credential), ...withDetails(details) }
  if (other)
    return { status: 'warning', code: 'issuer_other_key', facts: { ...byItself.facts, ...otherKey(other, signers).facts } }
  const [test] = ofKind('test')
  if (test) return { status: 'warning', code: 'issuer_in_test_list', facts: { ...factsOf(test, credential), ...silence(unread) } }
  return { ...byItself, facts: { ...byItself.facts, ...searched(known, unread) } }
}

function lookUp(id: string, host: string, { lists, unread }: KnownIssuers, now: Date): LookedUp {
  const matches: Match[] = []
  const silent = unread.map(({ name }) => name)
  for (const list of lists) {
    const answer = list.entries.get(id)
    const entry = answer ?? (host === '' ? undefined : list.hosts?.get(host.toLowerCase()))
    if (hasEnded(entry, now)) silent.push(list.name)
    else if (entry) matches.push({ list, entry })
    else if (!list.complete && answer === undefined) silent.push(list.name)
  }
  return { matches, unread: silent }
}

function hasEnded(entry: ListedIssuer | undefined, now: Date): boolean {
  return entry?.until !== undefined && !(Date.parse(entry.until) > now.getTime())
}

/** The keys under a credential, as a list may pin them. */
interface Signers {
  /** Thumbprint of the key that was found to be the issuer's; empty when it has none, or none can be told. */
  readonly own: string
  /** Thumbprints of all that signed: a pinned key among them counts, whichever of the issuer's was looked at. */
  readonly all: readonly string[]
}

/**
 * A badge that nobody signs, but that its own address serves, is pinned by the empty thumbprint. What stands under the proof of a
 * record is signed by who signed the record, wherever it says that it lies.
 */
async function signersOf(session: Session, answer: Answer): Promise<Signers> {
  const record = recordOf(session)
  if (record) return signersOf(record, answer)
  if (session.credential.securing.kind === 'hosted') return { own: '', all: [''] }
  const { proofs } = await session.proofs()
  const signed = proofs.filter(({ status }) => status === 'passed' || status === 'warning').flatMap(({ key }) => key?.key ?? [])
  const found = await Promise.all(
    signed.map(async (key) => {
      const thumbprint = await attempt(() => thumbprintOf(key))
      return { isOwn: keyName(key) === answer.facts?.['key'], thumbprint: thumbprint.ok ? thumbprint.value : '' }
    }),
  )
  const told = found.filter(({ thumbprint }) => thumbprint !== '')
  // The name of a key may be short enough to be made again: two keys of one name are nobody's.
  const own = new Set(told.flatMap(({ isOwn, thumbprint }) => (isOwn ? thumbprint : [])))
  return { own: own.size === 1 ? ([...own][0] ?? '') : '', all: told.map(({ thumbprint }) => thumbprint) }
}

function holdsFor({ thumbprints }: ListedIssuer, { all }: Signers): boolean {
  return thumbprints === undefined || all.some((signer) => thumbprints.includes(signer))
}

/** The name in the list, and the name that the credential states where that is another. */
function factsOf({ list, entry }: Match, credential: Credential): Facts {
  const stated = statedOtherwise(entry, credential)
  return {
    ...(list.kind === 'personal' ? { personal: true } : { list: list.name }),
    name: entry.name,
    ...(stated !== '' && { stated }),
    asOf: list.asOf,
  }
}

function statedOtherwise({ name, legalName }: ListedIssuer, { issuer }: Credential): string {
  const known = [name, legalName ?? name].map(plainName)
  const isKnown = issuer.name.some(({ value }) => known.includes(plainName(value)))
  return isKnown ? '' : (issuer.name[0]?.value ?? '').slice(0, limits.issuerName)
}

function plainName(name: string): string {
  return name.slice(0, limits.issuerName).normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
}

function unproven({ list }: Match): Answer {
  const facts: Facts = list.kind === 'personal' ? { personal: true } : { list: list.name }
  return { status: 'warning', code: 'issuer_listed_unproven', facts }
}

function alsoListed({ list, entry }: Match): FindingDetail {
  return { status: 'passed', code: 'issuer_also_listed', facts: { list: list.name, name: entry.name, asOf: list.asOf } }
}

function otherKey({ list }: Match, { own }: Signers): FindingDetail {
  const whose: Facts = list.kind === 'personal' ? { personal: true } : { list: list.name }
  return { status: 'warning', code: 'issuer_other_key', facts: { ...whose, ...(own !== '' && { thumbprint: own }) } }
}

function withDetails(details: readonly FindingDetail[]): Pick<Answer, 'evidence'> {
  return details.length > 0 ? { evidence: { details } } : {}
}

/** How far the lists were searched: in vain, or not in all of them. What this person trusts is no list to be found in. */
function searched({ lists }: KnownIssuers, unread: LookedUp['unread']): Facts {
  if (unread.length > 0) return silence(unread)
  const count = lists.filter(({ kind }) => kind !== 'personal').length
  return count > 0 ? { lists: count } : {}
}

function silence(unread: LookedUp['unread']): Facts {
  return unread.length > 0 ? { unread: unread.join(', ') } : {}
}
