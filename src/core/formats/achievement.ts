import type { Achievement, Criteria, Evidence } from '../model/credential.ts'
import { idOf, isObject, type Json, type JsonObject, listOf, memberOf } from '../model/json.ts'
import {
  objectsOf,
  readAddress,
  readAlignment,
  readIdentifier,
  readImage,
  readNumber,
  readOptionalProfile,
  readString,
  readStrings,
  readText,
  stated,
} from './readers.ts'
import { readResultDescriptions } from './results.ts'

/** `Criteria`: an address alone or an object. */
export function readCriteria(value: Json | undefined): Criteria {
  const criteria = listOf(value)[0]
  return stated<Criteria>({
    url: readAddress(criteria),
    narrative: isObject(criteria) ? readText(memberOf(criteria, 'narrative')) : undefined,
  })
}

/** `Evidence`: an address alone or an object; one that says nothing is left out. */
export function readEvidence(value: Json): readonly Evidence[] {
  const member = (name: string): Json | undefined => (isObject(value) ? memberOf(value, name) : undefined)
  const evidence = stated<Evidence>({
    url: readAddress(value),
    name: readText(member('name')),
    description: readText(member('description')),
    narrative: readText(member('narrative')),
    genre: readString(member('genre')),
    audience: readString(member('audience')),
  })
  return Object.keys(evidence).length > 0 ? [evidence] : []
}

/** `Achievement`; absent when the value is no object. */
export function readAchievement(value: Json | undefined): Achievement | undefined {
  const achievement = listOf(value)[0]
  if (!isObject(achievement)) return undefined
  const member = (name: string): Json | undefined => memberOf(achievement, name)
  return {
    id: idOf(achievement) ?? '',
    name: readText(member('name')) ?? [],
    criteria: readCriteria(member('criteria')),
    tags: readStrings(member('tag')),
    alignments: objectsOf(member('alignment')).flatMap(readAlignment),
    otherIdentifiers: objectsOf(member('otherIdentifier')).flatMap(readIdentifier),
    resultDescriptions: [...readResultDescriptions(achievement).values()],
    related: objectsOf(member('related')).flatMap(readRelated),
    ...stated<Partial<Achievement>>({
      type: readString(member('achievementType')),
      description: readText(member('description')),
      image: readImage(member('image')),
      creator: readOptionalProfile(member('creator')),
      creditsAvailable: readNumber(member('creditsAvailable')),
      fieldOfStudy: readText(member('fieldOfStudy')),
      specialization: readText(member('specialization')),
      humanCode: readString(member('humanCode')),
      language: readString(member('inLanguage')),
      version: readString(member('version')),
    }),
  }
}

function readRelated(value: JsonObject): Achievement['related'] {
  const id = idOf(value)
  if (id === undefined) return []
  return [
    {
      id,
      ...stated<Partial<Achievement['related'][number]>>({
        language: readString(memberOf(value, 'inLanguage')),
        version: readString(memberOf(value, 'version')),
      }),
    },
  ]
}
