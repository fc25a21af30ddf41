import type { JsonObject } from '../model/json.ts'
import { isObject, listOf, memberOf } from '../model/json.ts'
import type { DataModel } from './data-model.ts'
import type { ValueRule, Violation } from './violation.ts'
import { each, objectThat, optional, pointer, required, text, typed, url, violation } from './violation.ts'

/** A class of Open Badges 3.0: the members that must be there, and the members that hold further classes. */
interface ClassRules {
  /** Value rules by member. */
  readonly required?: Readonly<Record<string, ValueRule>>
  /** Class by member: one value or many. */
  readonly parts?: Readonly<Record<string, ClassName>>
  /** Set where an address alone may stand for the whole object. */
  readonly byAddress?: true
  /** Set for the one class that has no type of its own. */
  readonly untyped?: true
}

const present: ValueRule = () => []
const flag: ValueRule = (value, at) => (typeof value === 'boolean' ? [] : [violation('member_invalid', at, 'boolean')])

/** The address of a picture, or the picture itself: a data URL may hold markup that no other URL may. */
const picture: ValueRule = (value, at) => (typeof value === 'string' && value.startsWith('data:') ? [] : url(value, at))

/** Open Badges 3.0 "Data Models": required members and the types by which each class is known. */
const classes = {
  AchievementSubject: {
    required: { achievement: present },
    parts: { achievement: 'Achievement', identifier: 'IdentityObject', image: 'Image', result: 'Result', source: 'Profile' },
  },
  EndorsementSubject: { required: { id: url } },
  Achievement: {
    required: { id: url, name: text, description: text, criteria: present },
    parts: {
      alignment: 'Alignment',
      creator: 'Profile',
      criteria: 'Criteria',
      image: 'Image',
      otherIdentifier: 'IdentifierEntry',
      related: 'Related',
      resultDescription: 'ResultDescription',
    },
  },
  Criteria: { untyped: true },
  Alignment: { required: { targetName: text, targetUrl: present } },
  Result: { parts: { alignment: 'Alignment' } },
  ResultDescription: {
    required: { id: url, name: text, resultType: present },
    parts: { alignment: 'Alignment', rubricCriterionLevel: 'RubricCriterionLevel' },
  },
  RubricCriterionLevel: { required: { id: url, name: text }, parts: { alignment: 'Alignment' } },
  Related: { required: { id: url } },
  Evidence: {},
  Image: { required: { id: picture }, byAddress: true },
  IdentityObject: { required: { hashed: flag, identityHash: present, identityType: present } },
  IdentifierEntry: { required: { identifier: present, identifierType: present } },
  Profile: {
    required: { id: url },
    parts: { address: 'Address', image: 'Image', otherIdentifier: 'IdentifierEntry', parentOrg: 'Profile' },
  },
  Address: { parts: { geo: 'GeoCoordinates' } },
  GeoCoordinates: { required: { latitude: present, longitude: present } },
} as const satisfies Record<string, Omit<ClassRules, 'parts'> & { parts?: Record<string, string> }>

type ClassName = keyof typeof classes

/** Which class the subject of a credential of this type is. */
const subjectClass: Readonly<Record<string, ClassName>> = {
  OpenBadgeCredential: 'AchievementSubject',
  AchievementCredential: 'AchievementSubject',
  EndorsementCredential: 'EndorsementSubject',
}

/**
 * What a credential breaks of Open Badges 3.0 beside the rules of the W3C data model; nothing for a credential that is
 * neither an Open Badge, nor an endorsement, nor names an Open Badges subject.
 */
export function openBadgeViolations(document: JsonObject, model: DataModel | null): readonly Violation[] {
  if (isPreRelease(document)) return []
  const expected = listOf(memberOf(document, 'type')).flatMap((type) =>
    typeof type === 'string' && Object.hasOwn(subjectClass, type) ? [subjectClass[type] as ClassName] : [],
  )[0]
  return [
    ...(expected === undefined ? [] : badgeEnvelopeOf(document, model)),
    ...optional(document, 'credentialSubject', '', each(expected === undefined ? namedSubject : subjectOf(expected))),
  ]
}

/** Vocabularies from before Open Badges 3.0 was finished: its rules do not bind what was issued under them. */
const preReleases = ['https://imsglobal.github.io/openbadges-specification/', 'https://w3c-ccg.github.io/vc-ed/plugfest-1-2022/']

function isPreRelease(document: JsonObject): boolean {
  return listOf(memberOf(document, '@context')).some(
    (context) => typeof context === 'string' && preReleases.some((start) => context.startsWith(start)),
  )
}

/** What the members of the credential itself break; a record of CLR 2.0 has the same. */
export function badgeEnvelopeOf(document: JsonObject, model: DataModel | null): readonly Violation[] {
  return [
    ...required(document, 'id', '', url),
    ...(model === '1.1' ? [] : required(document, 'validFrom', '', present)),
    // An issuer without type is a plain W3C issuer; one that says what it is must say that it is a Profile.
    ...(isObject(document.issuer) ? instanceOf('Profile')(document.issuer, '/issuer') : []),
    ...optional(document, 'image', '', each(instanceOf('Image'))),
    ...optional(document, 'evidence', '', each(instanceOf('Evidence'))),
  ]
}

/** A subject that calls itself an achievement subject is held to it, whatever the credential is called. */
const namedSubject: ValueRule = (value, at) =>
  isObject(value) && listOf(memberOf(value, 'type')).includes('AchievementSubject')
    ? subjectOf('AchievementSubject')(value, at)
    : []

function subjectOf(name: ClassName): ValueRule {
  const rules = name === 'AchievementSubject' ? [identified, instanceOf(name)] : [instanceOf(name)]
  return (value, at) => (isObject(value) ? rules.flatMap((rule) => rule(value, at)) : instanceOf(name)(value, at))
}

/** OB 3.0 §B.1.2: either `id` or at least one `identifier`. Many genuine badges have neither: whose it is stays unsaid. */
export const identified: ValueRule = objectThat((object, at) =>
  memberOf(object, 'id') === undefined && listOf(memberOf(object, 'identifier')).length === 0
    ? [{ ...violation('member_missing', pointer(at, 'id'), 'id or identifier'), outcome: 'warning' }]
    : [],
)

/** The rule of one class: its type, the members that must be there, and those that hold further classes. */
export function instanceOf(name: ClassName): ValueRule {
  const rules: ClassRules = classes[name]
  const whole = objectThat((object, at) => [
    ...(rules.untyped ? [] : typed(object, at, name)),
    ...Object.entries(rules.required ?? {}).flatMap(([member, rule]) => required(object, member, at, rule)),
    ...Object.entries(rules.parts ?? {}).flatMap(([member, part]) => optional(object, member, at, each(instanceOf(part)))),
  ])
  return (value, at) => (rules.byAddress && typeof value === 'string' ? picture(value, at) : whole(value, at))
}
