import type { Achievement, Profile, Result } from '../model/credential.ts'
import { isObject, type Json, type JsonObject, listOf, memberOf } from '../model/json.ts'
import { readAchievement } from './achievement.ts'
import { readOptionalProfile, readProfile } from './readers.ts'
import { readResultDescriptions, readResults } from './results.ts'

/*
 * CLR 1.0 says what Open Badges 3.0 says, in other names (data-model.md §5). Each class is a table from its own names to those of
 * today, so that one reader serves both.
 */

interface Member {
  /** What it is called today. */
  readonly as: string
  /** The class of what it holds. */
  readonly of?: () => Class
}
type Class = Readonly<Record<string, Member>>

const same = (...names: readonly string[]): Class => Object.fromEntries(names.map((name) => [name, { as: name }]))

const alignment: Class = {
  ...same('id', 'type', 'targetName', 'targetUrl', 'targetCode', 'targetDescription', 'targetType', 'targetFramework'),
  educationalFramework: { as: 'targetFramework' },
}

const rubricLevel: Class = {
  ...same('id', 'type', 'name', 'description', 'level', 'points'),
  alignments: { as: 'alignment', of: () => alignment },
}

const resultDescription: Class = {
  ...same('id', 'type', 'name', 'resultType', 'requiredLevel', 'requiredValue', 'valueMax', 'valueMin'),
  allowedValues: { as: 'allowedValue' },
  alignments: { as: 'alignment', of: () => alignment },
  rubricCriterionLevels: { as: 'rubricCriterionLevel', of: () => rubricLevel },
}

const result: Class = {
  ...same('id', 'type', 'resultDescription', 'value', 'status', 'achievedLevel'),
  alignments: { as: 'alignment', of: () => alignment },
}

const achievement: Class = {
  ...same('id', 'type', 'name', 'description', 'achievementType', 'creditsAvailable', 'fieldOfStudy', 'humanCode', 'image'),
  ...same('specialization'),
  alignments: { as: 'alignment', of: () => alignment },
  identifiers: { as: 'otherIdentifier' },
  requirement: { as: 'criteria' },
  resultDescriptions: { as: 'resultDescription', of: () => resultDescription },
  tags: { as: 'tag' },
}

const profile: Class = {
  ...same('id', 'type', 'name', 'url', 'description', 'image', 'email', 'official', 'address'),
  ...same('givenName', 'additionalName', 'familyName'),
  telephone: { as: 'phone' },
  identifiers: { as: 'otherIdentifier' },
  parentOrg: { as: 'parentOrg', of: () => profile },
}

/** Names of the enumeration of achievement types that changed. */
const types: Readonly<Record<string, string>> = { AssessmentResult: 'Assessment', 'Co-Curricular': 'CoCurricular' }

/** An `Achievement` of CLR 1.0; absent when the value is no object. */
export function readAchievement1(value: Json | undefined): Achievement | undefined {
  const read = isObject(value) ? readAchievement(today(value, achievement)) : undefined
  if (read?.type === undefined || !Object.hasOwn(types, read.type)) return read
  return { ...read, type: types[read.type] ?? read.type }
}

/** The `results` of an assertion, each joined with its description in the achievement. */
export function readResults1(assertion: JsonObject): readonly Result[] {
  const stated = memberOf(assertion, 'achievement')
  const descriptions = readResultDescriptions(isObject(stated) ? today(stated, achievement) : {})
  return readResults({ result: named(memberOf(assertion, 'results'), result) }, descriptions)
}

/** A `Profile` of CLR 1.0. Never absent: an issuer nobody names has an empty id. */
export function readProfile1(value: Json | undefined): Profile {
  const read = readProfile(named(value, profile))
  const sourcedId = isObject(value) ? memberOf(value, 'sourcedId') : undefined
  if (typeof sourcedId !== 'string') return read
  return { ...read, otherIdentifiers: [...read.otherIdentifiers, { type: 'sourcedId', value: sourcedId }] }
}

/** A profile where none need be. */
export function readOptionalProfile1(value: Json | undefined): Profile | undefined {
  return readOptionalProfile(value) && readProfile1(value)
}

/** One value or many, each object among them in the names of today. */
function named(value: Json | undefined, names: Class): readonly Json[] {
  return listOf(value).map((item) => (isObject(item) ? today(item, names) : item))
}

/** An object in the names of today; what its class does not know is left out. */
function today(object: JsonObject, names: Class): JsonObject {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, { as, of }]) => {
      const value = memberOf(object, name)
      if (value === undefined) return []
      return [[as, of === undefined ? value : named(value, of())]]
    }),
  )
}

/** The members that each class defines, also those that are read elsewhere; any other is an extension. */
export const defined = {
  record: words(
    'learner publisher issuedOn name partial assertions signedAssertions achievements endorsements signedEndorsements',
    'verification revoked revocationReason',
  ),
  assertion: words(
    'achievement recipient issuedOn expires activityStartDate activityEndDate startDate endDate creditsEarned licenseNumber',
    'narrative role term source results evidence image endorsements signedEndorsements verification revoked revocationReason',
  ),
  achievement: [...Object.keys(achievement), ...words('issuer associations endorsements signedEndorsements')],
  profile: [
    ...Object.keys(profile),
    ...words('sourcedId studentId publicKey revocationList verification endorsements signedEndorsements'),
  ],
}

function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '))
}
