import { limits } from '../limits.ts'
import type { Credential } from '../model/credential.ts'
import { isObject, type Json, type JsonObject, listOf, memberOf } from '../model/json.ts'

type Endorsements = Credential['endorsements']

/**
 * The endorsements stated anywhere a reader looks: on the credential, its issuer, the achievement, its creator and the
 * source of each subject. Each with the JSON pointer of where it was found; nothing about them is verified.
 */
export function readEndorsements(document: JsonObject): Endorsements {
  const places = [
    ...endorsementsOf(document, ''),
    ...endorsementsOf(memberOf(document, 'issuer'), '/issuer'),
    ...each(memberOf(document, 'credentialSubject'), '/credentialSubject').flatMap(([subject, at]) => [
      ...endorsementsOf(memberOf(subject, 'source'), `${at}/source`),
      ...each(memberOf(subject, 'achievement'), `${at}/achievement`).flatMap(([achievement, path]) => [
        ...endorsementsOf(achievement, path),
        ...endorsementsOf(memberOf(achievement, 'creator'), `${path}/creator`),
      ]),
    ]),
  ]
  return places.slice(0, limits.shownItems)
}

/** The endorsements that one object states, under the names that its generation has for them. */
export function endorsementsOf(
  holder: Json | undefined,
  at: string,
  names: readonly string[] = ['endorsement', 'endorsementJwt'],
): Endorsements {
  if (!isObject(holder)) return []
  return names.flatMap((name) => items(memberOf(holder, name), `${at}/${name}`))
}

function items(value: Json | undefined, at: string): Endorsements {
  return listOf(value).map((item, index) => ({ at: Array.isArray(value) ? `${at}/${index}` : at, value: item }))
}

function each(value: Json | undefined, at: string): readonly (readonly [JsonObject, string])[] {
  return items(value, at).flatMap((item) => (isObject(item.value) ? [[item.value, item.at] as const] : []))
}
