import type { Subject } from '../model/credential.ts'
import { idOf, isObject, type Json, type JsonObject, listOf, memberOf } from '../model/json.ts'
import { readAchievement } from './achievement.ts'
import { objectsOf, readIdentity, readImage, readNumber, readOptionalProfile, readString, readText, stated } from './readers.ts'
import { readResultDescriptions, readResults } from './results.ts'

/** Members of `AchievementSubject` that the model has a place for. */
const known: ReadonlySet<string> = new Set([
  'id',
  'type',
  'achievement',
  'identifier',
  'result',
  'image',
  'narrative',
  'creditsEarned',
  'licenseNumber',
  'role',
  'term',
  'source',
  'activityStartDate',
  'activityEndDate',
])

/** Members of a subject that carry whole credentials, which are read as `nested`. */
const carried: ReadonlySet<string> = new Set(['verifiableCredential'])

/** Every subject of a credential, one or many. */
export function readSubjects(value: Json | undefined): readonly Subject[] {
  return objectsOf(value).map(readSubject)
}

function readSubject(subject: JsonObject): Subject {
  const member = (name: string): Json | undefined => memberOf(subject, name)
  // what a CLR subject calls `achievement` it describes beside the credentials it holds: none of them is the award
  const awarded = carriesCredentials(subject) ? undefined : listOf(member('achievement'))[0]
  return {
    identities: objectsOf(member('identifier')).flatMap(readIdentity),
    results: readResults(subject, isObject(awarded) ? readResultDescriptions(awarded) : new Map()),
    otherMembers: otherMembers(subject, awarded !== undefined),
    ...stated<Partial<Subject>>({
      id: idOf(subject),
      achievement: readAchievement(awarded),
      image: readImage(member('image')),
      narrative: readText(member('narrative')),
      creditsEarned: readNumber(member('creditsEarned')),
      licenseNumber: readString(member('licenseNumber')),
      role: readString(member('role')),
      term: readString(member('term')),
      source: readOptionalProfile(member('source')),
      activityStart: readString(member('activityStartDate')),
      activityEnd: readString(member('activityEndDate')),
    }),
  }
}

function carriesCredentials(subject: JsonObject): boolean {
  return memberOf(subject, 'verifiableCredential') !== undefined
}

/** What the model has no place for: all of a subject that is no award, what is left over of one that is. */
function otherMembers(subject: JsonObject, isAward: boolean): JsonObject {
  return Object.fromEntries(
    Object.entries(subject).filter(
      ([name]) => !carried.has(name) && name !== 'id' && name !== 'type' && !(isAward && known.has(name)),
    ),
  )
}
