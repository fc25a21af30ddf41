import type { Image, Text } from '../model/credential.ts'
import { isObject, type Json, type JsonObject, memberOf } from '../model/json.ts'
import { parseBadgeDate } from '../structure/badge-dates.ts'
import { readImage, readString, readText, stated } from './readers.ts'

/** Text of an object that may say in which language its words are (`@language`, Open Badges 2.0 "Internationalization"). */
export function textIn(object: JsonObject, ...names: readonly string[]): Text | undefined {
  const text = names.map((name) => readText(memberOf(object, name))).find((found) => found !== undefined)
  const language = languageOf(object)
  return language === undefined ? text : text?.map((each) => ({ language, ...each }))
}

/** A date as it would be written today: the first of some members that is there. */
export function dateIn(object: JsonObject, ...names: readonly string[]): string | undefined {
  const value = names.map((name) => memberOf(object, name)).find((date) => date !== undefined && date !== null)
  return value === undefined ? undefined : (parseBadgeDate(value)?.text ?? readString(value))
}

/** The language that an object says its words are in. */
export function languageOf(object: JsonObject): string | undefined {
  const language = memberOf(object, '@language')
  return typeof language === 'string' && /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(language) ? language : undefined
}

/** A picture: an address, a data URI, or an object with a caption. What was given as `http:` is asked as `https:`, as everything is. */
export function pictureIn(object: JsonObject): Image | undefined {
  const value = memberOf(object, 'image')
  const address = isObject(value) ? readString(memberOf(value, 'id')) : value
  const image = readImage(typeof address === 'string' ? address.replace(/^http:/i, 'https:') : undefined)
  if (image === undefined || !isObject(value)) return image
  return { ...image, ...stated<Pick<Image, 'caption'>>({ caption: textIn(value, 'caption') }) }
}

/** A member that is an object, or null. */
export function objectIn(object: JsonObject, name: string): JsonObject | null {
  const value: Json | undefined = memberOf(object, name)
  return isObject(value) ? value : null
}
