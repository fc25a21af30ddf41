import { hashes, readHash } from '../identity/hash.ts'
import { type IdentityKind, kindOf } from '../identity/kinds.ts'
import type { Credential, Identity, Subject } from '../model/credential.ts'

/** Whether two credentials speak of one person. */
export type Sameness = 'same' | 'other' | 'unknown'

/** One thing by which a person is named: of a kind, in clear or hashed. */
interface Name extends Omit<Identity, 'type'> {
  readonly kind: IdentityKind
}

/** Most names of one subject, and most subjects of one credential, that are looked at: each is compared with each. */
const mostNames = 16
const mostSubjects = 4

/** Kinds that name a person wherever they are used. Any other is a number in somebody's books, and means nothing in those of another. */
const universal: readonly IdentityKind[] = ['id', 'email', 'telephone', 'url', 'nationalIdentityNumber']

/** Kinds that people share: what they are called, and the course, tool or book that they met at. */
const shared: readonly IdentityKind[] = [
  'name',
  'productId',
  'ltiContextId',
  'ltiDeploymentId',
  'ltiToolId',
  'ltiPlatformId',
  'isbn',
  'issn',
]

/**
 * Compares the subject of a record with that of a credential inside it (verification.md §10.4): one identifier that is the
 * same makes them the same person; of those that can be compared none the same makes them two; without any that can be
 * compared it is unknown. A name that people share is no identifier, one person may have a DID here and a UUID there, and a number
 * that an issuer gave counts beside another that it gave. Where either has several subjects each must be the same person.
 */
export async function samePerson(record: Credential, inside: Credential): Promise<Sameness> {
  if (record.subjects.length > mostSubjects || inside.subjects.length > mostSubjects) return 'unknown'
  const kept = record.issuer.id !== '' && record.issuer.id === inside.issuer.id ? () => true : isUniversal
  const pairs = record.subjects.flatMap((one) =>
    inside.subjects.map((other) => [namesOf(one, kept), namesOf(other, kept)] as const),
  )
  const answers = await Promise.all(pairs.map(([these, those]) => compareNames(these, those)))
  if (answers.includes('other')) return 'other'
  return answers.length === 0 || answers.includes('unknown') ? 'unknown' : 'same'
}

function isUniversal({ kind }: Name): boolean {
  return universal.includes(kind)
}

function namesOf({ id, identities }: Subject, isKept: (name: Name) => boolean): readonly Name[] {
  const own: readonly Name[] = id === undefined ? [] : [{ kind: 'id', hashed: false, value: id }]
  const others = identities.map(({ type, ...identity }): Name => ({ ...identity, kind: kindOf(type) }))
  return [...own, ...others.filter(({ kind }) => !shared.includes(kind)).filter(isKept)].slice(0, mostNames)
}

async function compareNames(these: readonly Name[], those: readonly Name[]): Promise<Sameness> {
  let compared = false
  for (const one of these)
    for (const other of those) {
      const same = await compare(one, other)
      if (same) return 'same'
      compared ||= same === false
    }
  return compared ? 'other' : 'unknown'
}

/** Null for two that cannot be compared: of different kinds, or hashed in different ways. */
async function compare(one: Name, other: Name): Promise<boolean | null> {
  if (one.kind !== other.kind) return null
  if (!one.hashed && !other.hashed) {
    const same = plain(one) === plain(other)
    return same || one.kind !== 'id' || schemeOf(one) === schemeOf(other) ? same : null
  }
  if (one.hashed && other.hashed) {
    const alike = (one.salt ?? '') === (other.salt ?? '') && algorithmOf(one) === algorithmOf(other)
    return alike ? one.value.toLowerCase() === other.value.toLowerCase() : null
  }
  return one.hashed ? matches(one, other) : matches(other, one)
}

/** Mail systems ignore case; other identifiers are compared as given. */
function plain({ kind, value }: Name): string {
  return kind === 'email' ? value.trim().toLowerCase() : value
}

async function matches({ value, salt = '' }: Name, clear: Name): Promise<boolean | null> {
  const hashed = readHash(value)
  if (hashed === null) return null
  for (const writing of new Set([clear.value, plain(clear)])) if (await hashes(writing, salt, hashed)) return true
  return false
}

function schemeOf({ value }: Name): string {
  return value.slice(0, value.indexOf(':') + 1).toLowerCase()
}

function algorithmOf({ value }: Name): string {
  return value.slice(0, Math.max(0, value.indexOf('$'))).toLowerCase()
}
