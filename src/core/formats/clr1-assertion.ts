import { limits } from '../limits.ts'
import type { Association, Credential, Evidence, Securing, StatusEntry, Subject } from '../model/credential.ts'
import { idOf, isObject, type Json, type JsonObject, memberOf } from '../model/json.ts'
import { type Placed, tiesIn } from '../structure/clr1-parts.ts'
import { readRecipient } from './badge-recipient.ts'
import { dateIn } from './badge-text.ts'
import { defined, readAchievement1, readOptionalProfile1, readProfile1, readResults1 } from './clr1-names.ts'
import { endorsementsOf } from './endorsements.ts'
import type { ParsedPayload } from './format.ts'
import { objectsOf, readAddress, readImage, readNumber, readString, readText, stated } from './readers.ts'
import { revocationListsOf } from './revocation-lists.ts'
import { unstated } from './unstated.ts'

/**
 * An `Assertion`: an award inside a record, issued by the issuer of its achievement. One that is no compact JWS has no proof of its
 * own; the record that it lies in vouches for it.
 */
export function assertionOf(payload: ParsedPayload, document: JsonObject): Credential {
  const member = (name: string): Json | undefined => memberOf(document, name)
  const achievement = member('achievement')
  const issuer = isObject(achievement) ? memberOf(achievement, 'issuer') : undefined
  const securing = signedOr(payload, { kind: 'none' })
  return {
    ...unstated,
    format: securing.kind === 'badge-jws' ? 'clr1-jws' : 'clr1',
    document,
    securing,
    types: ['Assertion'],
    title: readAchievement1(achievement)?.name ?? [],
    issuer: readProfile1(issuer),
    subjects: [awardedTo(document)],
    evidence: objectsOf(member('evidence')).flatMap(evidenceOf).slice(0, limits.shownItems),
    statusEntries: statusEntries(document, issuer),
    endorsements: endorsementsIn([
      [document, ''],
      [achievement, '/achievement'],
      [issuer, '/achievement/issuer'],
      [member('source'), '/source'],
    ]),
    associations: associationsOf(isObject(achievement) ? [{ achievement, at: '/achievement' }] : []),
    extensions: extensionsOf([document, defined.assertion], [achievement, defined.achievement], [issuer, defined.profile]),
    notices: payload.notices,
    ...stated<Partial<Credential>>({
      id: idOf(document),
      image: readImage(member('image')),
      validFrom: dateIn(document, 'issuedOn'),
      validUntil: dateIn(document, 'expires'),
    }),
  }
}

/** How a document is secured: by the signature that it came with, or otherwise. */
export function signedOr(payload: ParsedPayload, otherwise: Securing): Securing {
  return payload.kind === 'jws' ? { kind: 'badge-jws', jws: payload.jws } : otherwise
}

function awardedTo(document: JsonObject): Subject {
  const member = (name: string): Json | undefined => memberOf(document, name)
  return {
    ...readRecipient(document),
    results: readResults1(document),
    otherMembers: {},
    ...stated<Partial<Subject>>({
      achievement: readAchievement1(member('achievement')),
      narrative: readText(member('narrative')),
      creditsEarned: readNumber(member('creditsEarned')),
      licenseNumber: readString(member('licenseNumber')),
      role: readString(member('role')),
      term: readString(member('term')),
      source: readOptionalProfile1(member('source')),
      activityStart: dateIn(document, 'activityStartDate') ?? dateIn(document, 'startDate'),
      activityEnd: dateIn(document, 'activityEndDate') ?? dateIn(document, 'endDate'),
    }),
  }
}

/** One for each artifact, with what is said of all of them; or that alone. */
function evidenceOf(value: JsonObject): readonly Evidence[] {
  const common = textsOf(value)
  const all: Partial<Evidence> = {
    ...common,
    ...stated<Partial<Evidence>>({
      narrative: readText(memberOf(value, 'narrative')),
      genre: readString(memberOf(value, 'genre')),
      audience: readString(memberOf(value, 'audience')),
    }),
  }
  const artifacts = objectsOf(memberOf(value, 'artifacts'))
  if (artifacts.length === 0) return Object.keys(all).length > 0 ? [all] : []
  return artifacts.map((artifact) => ({
    ...all,
    ...textsOf(artifact),
    ...stated<Pick<Evidence, 'url'>>({ url: readAddress(memberOf(artifact, 'url')) }),
  }))
}

function textsOf(value: JsonObject): Pick<Evidence, 'name' | 'description'> {
  return stated<Pick<Evidence, 'name' | 'description'>>({
    name: readText(memberOf(value, 'name')),
    description: readText(memberOf(value, 'description')),
  })
}

/** What is to be asked about withdrawal: its own word, and the lists that its issuer names. */
function statusEntries(document: JsonObject, issuer: Json | undefined): readonly StatusEntry[] {
  const own = memberOf(document, 'revoked') === undefined ? [] : [{ type: 'OpenBadgesAssertion', members: {} }]
  return [...own, ...revocationListsOf([issuer])]
}

/** How achievements belong together, as they say themselves. */
export function associationsOf(achievements: readonly Placed[]): readonly Association[] {
  return tiesIn(achievements).map(({ type, sourceId, targetId, title }) => ({
    type,
    sourceId,
    targetId,
    ...stated<Pick<Association, 'title'>>({ title: readText(title) }),
  }))
}

/** The endorsements of each of several objects, with where each stands. */
export function endorsementsIn(holders: readonly (readonly [Json | undefined, string])[]): Credential['endorsements'] {
  return holders
    .flatMap(([holder, at]) => endorsementsOf(holder, at, ['endorsements', 'signedEndorsements']))
    .slice(0, limits.shownItems)
}

/** Members that CLR 1.0 does not define, as stated. */
export function extensionsOf(...objects: readonly (readonly [Json | undefined, readonly string[]])[]): Credential['extensions'] {
  return objects
    .flatMap(([object, known]) =>
      Object.entries(isObject(object) ? object : {})
        .filter(([name]) => !['@context', 'id', 'type'].includes(name) && !known.includes(name))
        .map(([name, value]) => ({ name, value: value ?? null })),
    )
    .slice(0, limits.shownItems)
}
