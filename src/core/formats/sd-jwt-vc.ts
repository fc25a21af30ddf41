import type { Credential, Identity, Image, Payload, Profile, SdJwt, StatusEntry, Text } from '../model/credential.ts'
import { isObject, type Json, type JsonObject, listOf, memberOf } from '../model/json.ts'
import { isUrl } from '../structure/violation.ts'
import { readEvidence } from './achievement.ts'
import { dateClaim, stringClaim } from './jwt.ts'
import { nestedPayloads } from './nested.ts'
import { readImage, readProfile, readString, readText, stated } from './readers.ts'
import { readStatusEntries, tokenStatusEntries } from './status-entries.ts'
import { readSubjects } from './subject.ts'
import { unstated } from './unstated.ts'

/** Claims about the token, its key, type and status, which say nothing of whom it is about (RFC 7519 §4.1, SD-JWT VC §2.2.2). */
const aboutTheToken: ReadonlySet<string> = new Set(
  'iss sub aud exp nbf iat jti nonce cnf vct vct#integrity status credentialStatus issuer evidence'.split(' '),
)

/** Claims of OpenID Connect that only a person has: beside one of them, `name` is that person's. */
const personal: readonly string[] = ['given_name', 'family_name', 'birthdate', 'birth_date']

/**
 * An SD-JWT VC (SD-JWT VC §2) in the model. Its issuer is `iss`, its dates are `nbf` (else `iat`) and `exp`, and its claims are
 * about `sub`. Claims that are called as a badge calls its members are read as those.
 */
export function readSdJwtVc(payload: Payload, sdJwt: SdJwt): Credential {
  const { claims } = sdJwt
  const vct = stringClaim(claims, 'vct') ?? ''
  const name = isAboutPerson(claims) ? undefined : readText(memberOf(claims, 'name'))
  const subjects = readSubjects(subjectOf(claims, name !== undefined))
  const evidence = listOf(memberOf(claims, 'evidence'))
  return {
    ...unstated,
    format: 'sd-jwt-vc',
    document: claims,
    securing: { kind: 'sd-jwt', sdJwt },
    // Only an address: a bare word could pose as a presentation or a status list.
    types: isUrl(vct) ? [vct] : [],
    title: subjects[0]?.achievement?.name ?? name ?? nameOfType(vct),
    issuer: issuerOf(claims),
    subjects: subjects.map((subject) => ({ ...subject, identities: [...subject.identities, ...identitiesOf(claims)] })),
    evidence: evidence.flatMap(readEvidence),
    statusEntries: statusEntriesOf(claims),
    nested: nestedPayloads(payload, listOf(memberOf(claims, 'verifiableCredential'))),
    notices: payload.notices,
    ...stated<Partial<Credential>>({
      id: stringClaim(claims, 'jti') ?? stringClaim(claims, 'id'),
      description: readText(memberOf(claims, 'description')),
      image: imageOf(claims),
      validFrom: dateClaim(claims, 'nbf') ?? dateClaim(claims, 'iat'),
      validUntil: dateClaim(claims, 'exp'),
    }),
  }
}

function isAboutPerson(claims: JsonObject): boolean {
  return memberOf(claims, 'achievement') === undefined && personal.some((name) => memberOf(claims, name) !== undefined)
}

/** The issuer is who `iss` says; an `issuer` claim may add its name and picture, and nothing that would make it somebody else. */
function issuerOf(claims: JsonObject): Profile {
  const id = stringClaim(claims, 'iss') ?? ''
  const described = readProfile(memberOf(claims, 'issuer'))
  return { ...(described.id === '' || described.id === id ? described : readProfile(undefined)), id }
}

function imageOf(claims: JsonObject): Image | undefined {
  const achievement = memberOf(claims, 'achievement')
  return readImage(memberOf(claims, 'image')) ?? (isObject(achievement) ? readImage(memberOf(achievement, 'image')) : undefined)
}

/** The claims as an achievement subject would have them. */
function subjectOf(claims: JsonObject, named: boolean): JsonObject {
  const shownAbove = new Set(['description', 'image', ...(named ? ['name'] : [])])
  const id = stringClaim(claims, 'sub')
  const own = Object.entries(claims).filter(([name]) => !aboutTheToken.has(name) && !shownAbove.has(name) && name !== 'id')
  return { ...(id !== undefined && { id }), ...Object.fromEntries(own.map(([name, value]) => [name, asBadgeHasIt(name, value)])) }
}

/** Some write plainly what Open Badges has as an object. */
function asBadgeHasIt(name: string, value: Json | undefined): Json | undefined {
  if (name === 'result') return listOf(value).map((result) => (isObject(result) ? result : { value: readString(result) }))
  return name === 'achievement' && isObject(value) ? achievementOf(value) : value
}

function achievementOf(achievement: JsonObject): JsonObject {
  const criteria = memberOf(achievement, 'criteria')
  const credits = memberOf(achievement, 'credits')
  return {
    ...(credits !== undefined && { creditsAvailable: credits }),
    ...achievement,
    ...(typeof criteria === 'string' && !isUrl(criteria) && { criteria: { narrative: criteria } }),
  }
}

/** Who the claims say that it is about, by e-mail and by name. */
function identitiesOf(claims: JsonObject): readonly Identity[] {
  const email = stringClaim(claims, 'email')
  const inParts = [stringClaim(claims, 'given_name'), stringClaim(claims, 'family_name')].filter((part) => part !== undefined)
  const name = inParts.length > 0 ? inParts.join(' ') : isAboutPerson(claims) ? stringClaim(claims, 'name') : undefined
  return [
    ...(name === undefined ? [] : [{ type: 'name', hashed: false, value: name }]),
    ...(email === undefined ? [] : [{ type: 'emailAddress', hashed: false, value: email }]),
  ]
}

/** A type has a name in its metadata, which is not asked for; its address ends in one as a rule. */
function nameOfType(vct: string): Text {
  const [path = ''] = vct.split(/[?#]/)
  const segment = path.split(/[/:]/).findLast((part) => /\p{L}/u.test(part))
  return segment === undefined ? [] : [{ value: segment.replace(/[-_]+/g, ' ').trim() }]
}

/** Every way of status that is named, also those of W3C credentials. */
function statusEntriesOf(claims: JsonObject): readonly StatusEntry[] {
  const ways = tokenStatusEntries(claims)
  const nameless = memberOf(claims, 'status') !== undefined && ways.length === 0
  return [...ways, ...(nameless ? [{ type: '', members: {} }] : []), ...readStatusEntries(memberOf(claims, 'credentialStatus'))]
}
