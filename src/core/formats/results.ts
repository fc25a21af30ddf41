import type { Result } from '../model/credential.ts'
import { idOf, type JsonObject, memberOf } from '../model/json.ts'
import { objectsOf, readAlignment, readId, readRubricLevel, readString, readStrings, readText, stated } from './readers.ts'

/** What can be earned in an achievement: its `ResultDescription`s by id (by position where one has none). */
export function readResultDescriptions(achievement: JsonObject): ReadonlyMap<string, Result> {
  return new Map(
    objectsOf(memberOf(achievement, 'resultDescription')).map((value, at) => [
      idOf(value) ?? `#${at}`,
      readResultDescription(value),
    ]),
  )
}

function readResultDescription(value: JsonObject): Result {
  return {
    allowedValues: readStrings(memberOf(value, 'allowedValue')),
    levels: objectsOf(memberOf(value, 'rubricCriterionLevel')).map(readRubricLevel),
    alignments: objectsOf(memberOf(value, 'alignment')).flatMap(readAlignment),
    ...stated<Partial<Result>>({
      name: readText(memberOf(value, 'name')),
      type: readString(memberOf(value, 'resultType')),
      requiredLevel: readId(memberOf(value, 'requiredLevel')),
      requiredValue: readString(memberOf(value, 'requiredValue')),
      valueMin: readString(memberOf(value, 'valueMin')),
      valueMax: readString(memberOf(value, 'valueMax')),
    }),
  }
}

const nothingDescribed: Result = { allowedValues: [], levels: [], alignments: [] }

/** The `Result`s of a subject, each joined with its description in the same achievement. */
export function readResults(subject: JsonObject, descriptions: ReadonlyMap<string, Result>): readonly Result[] {
  return objectsOf(memberOf(subject, 'result')).map((value) => {
    const described = descriptions.get(readId(memberOf(value, 'resultDescription')) ?? '') ?? nothingDescribed
    return {
      ...described,
      alignments: [...objectsOf(memberOf(value, 'alignment')).flatMap(readAlignment), ...described.alignments],
      ...stated<Partial<Result>>({
        value: readString(memberOf(value, 'value')),
        status: readString(memberOf(value, 'status')),
        achievedLevel: readId(memberOf(value, 'achievedLevel')),
      }),
    }
  })
}
