import { limits } from '../limits.ts'
import type { Alignment, Identifier, Identity, Image, Profile, RubricLevel, Text, TextIn } from '../model/credential.ts'
import { idOf, isObject, type Json, type JsonObject, listOf, memberOf } from '../model/json.ts'

/*
 * Readers from JSON as stated to the model. One value or many everywhere, own members only, and never a failure: what
 * has not the shape it should have is left out, for the structure check says what is wrong with it. Nothing here
 * decides anything about trust.
 */

/** The members of an object that was read elsewhere may be left out when undefined, as optional members of the model are. */
export function stated<T extends object>(members: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Partial<T>
}

/** The objects among one value or many, as many as are shown. */
export function objectsOf(value: Json | undefined, most: number = limits.shownItems): readonly JsonObject[] {
  return listOf(value).filter(isObject).slice(0, most)
}

/** The first of several things; what says nothing is none. */
function firstOf(value: Json | undefined): Json | undefined {
  return listOf(value).find((item) => item !== null && !Array.isArray(item))
}

/** One plain string: a string, a number, or the first of several or of several languages. */
export function readString(value: Json | undefined): string | undefined {
  return readText(listOf(value).map(numberAsText))?.[0]?.value
}

function numberAsText(item: Json): Json {
  const stated = isObject(item) ? memberOf(item, '@value') : item
  return typeof stated === 'number' ? String(stated) : item
}

/** The address of one thing, or of the first of several: stated as text, as a value object or as an object's `id`. */
export function readId(value: Json | undefined): string | undefined {
  return listOf(value).flatMap((item) => idOf(item) ?? readString(item) ?? [])[0]
}

/** Each string of one value or many. */
export function readStrings(value: Json | undefined): readonly string[] {
  return listOf(value)
    .flatMap((item) => readString(item) ?? [])
    .slice(0, limits.shownItems)
}

/** A finite number, the first of several, also when it stands in a string. */
export function readNumber(value: Json | undefined): number | undefined {
  const text = readString(value) ?? ''
  if (text.trim() === '') return undefined
  const number = Number(text)
  return Number.isFinite(number) ? number : undefined
}

/**
 * Text: a string, a value object (`@value`, `@language`, `@direction`), a language map, or several of these
 * (VCDM 2.0 §11.1; the language maps of the Open Badges schemas). Absent when there is none.
 */
export function readText(value: Json | undefined): Text | undefined {
  // what says nothing does not count: before enough of it nothing would be seen
  const texts = listOf(value).flatMap(textsOf).slice(0, limits.shownItems)
  return texts.length > 0 ? texts : undefined
}

function textsOf(value: Json): readonly TextIn[] {
  if (typeof value === 'string') return value === '' ? [] : [{ value }]
  if (!isObject(value)) return []
  const text = memberOf(value, '@value')
  if (typeof text === 'string') return [{ value: text, ...languageOf(value) }]
  return Object.entries(value)
    .filter(([language]) => /^(?:@none|[a-z]{2,3}(?:-[a-z0-9]{1,8})*)$/i.test(language))
    .slice(0, limits.shownItems)
    .flatMap(([language, inIt]) =>
      listOf(inIt).flatMap((item) =>
        typeof item !== 'string' ? [] : language === '@none' ? [{ value: item }] : [{ value: item, language }],
      ),
    )
}

function languageOf(value: JsonObject): Partial<TextIn> {
  const language = memberOf(value, '@language')
  const direction = memberOf(value, '@direction')
  return stated<Partial<TextIn>>({
    language: typeof language === 'string' ? language : undefined,
    direction: direction === 'ltr' || direction === 'rtl' ? direction : undefined,
  })
}

/** An address that may become a link: http or https only. */
export function readAddress(value: Json | undefined): string | undefined {
  const address = readId(value)
  return address !== undefined && ['http:', 'https:'].includes(protocolOf(address)) ? address : undefined
}

/** A URI as an identifier, without those that run or hold content. */
function readUri(value: Json | undefined): string | undefined {
  const uri = readId(value)
  if (uri === undefined) return undefined
  return ['javascript:', 'vbscript:', 'data:', 'blob:', 'file:'].includes(protocolOf(uri)) ? undefined : uri
}

function protocolOf(address: string): string {
  return URL.canParse(address) ? new URL(address).protocol : ''
}

/** `Image`: a string or an object with an `id`. Only https and pictures in data URIs are kept. */
export function readImage(value: Json | undefined): Image | undefined {
  const image = firstOf(value)
  const url = idOf(image)
  if (url === undefined || !(protocolOf(url) === 'https:' || /^data:image\//i.test(url))) return undefined
  return {
    url,
    ...stated<Pick<Image, 'caption'>>({ caption: isObject(image) ? readText(memberOf(image, 'caption')) : undefined }),
  }
}

/** `Profile`: an address alone or an object. Never absent: an issuer nobody names has an empty id. */
export function readProfile(value: Json | undefined): Profile {
  const profile = firstOf(value)
  if (!isObject(profile)) return { id: typeof profile === 'string' ? profile : '', name: [], otherIdentifiers: [] }
  const member = (name: string): Json | undefined => memberOf(profile, name)
  return {
    id: idOf(profile) ?? '',
    name: readText(member('name')) ?? personName(profile),
    otherIdentifiers: objectsOf(member('otherIdentifier')).flatMap(readIdentifier),
    ...stated<Partial<Profile>>({
      url: readAddress(member('url')),
      description: readText(member('description')),
      image: readImage(member('image')),
      email: readString(member('email')),
      phone: readString(member('phone')),
      official: readString(member('official')),
      address: readPostalAddress(firstOf(member('address'))),
      parentOrg: readOptionalProfile(member('parentOrg')),
    }),
  }
}

/** A profile where none need be. */
export function readOptionalProfile(value: Json | undefined): Profile | undefined {
  const profile = readProfile(value)
  return profile.id === '' && profile.name.length === 0 ? undefined : profile
}

/** The name of a person who is given in parts. */
function personName(profile: JsonObject): Text {
  const parts = ['honorificPrefix', 'givenName', 'additionalName', 'familyNamePrefix', 'familyName', 'honorificSuffix']
  const name = parts.flatMap((part) => readString(memberOf(profile, part)) ?? []).join(' ')
  return name === '' ? [] : [{ value: name }]
}

const addressLines = [
  'streetAddress',
  'postOfficeBoxNumber',
  'postalCode',
  'addressLocality',
  'addressRegion',
  'addressCountry',
] as const

function readPostalAddress(value: Json | undefined): readonly string[] | undefined {
  if (typeof value === 'string') return [value]
  if (!isObject(value)) return undefined
  const lines = addressLines.flatMap((line) => readString(memberOf(value, line)) ?? [])
  return lines.length > 0 ? lines : undefined
}

/** `IdentifierEntry`. */
export function readIdentifier(value: JsonObject): readonly Identifier[] {
  const identifier = readString(memberOf(value, 'identifier'))
  if (identifier === undefined) return []
  return [{ type: readString(memberOf(value, 'identifierType')) ?? 'identifier', value: identifier }]
}

/** `IdentityObject`; a value written `alg$hex` counts as hashed when `hashed` is not stated. */
export function readIdentity(value: JsonObject): readonly Identity[] {
  const identity = readString(memberOf(value, 'identityHash'))
  if (identity === undefined) return []
  const hashed = memberOf(value, 'hashed') ?? /^(?:sha\d+|md5)\$[0-9a-f]+$/i.test(identity)
  return [
    {
      type: readString(memberOf(value, 'identityType')) ?? 'identifier',
      hashed: hashed === true || hashed === 'true',
      value: identity,
      ...stated<Pick<Identity, 'salt'>>({ salt: readString(memberOf(value, 'salt')) }),
    },
  ]
}

/** `Alignment`; one that names nothing is left out. */
export function readAlignment(value: JsonObject): readonly Alignment[] {
  const name = readText(memberOf(value, 'targetName')) ?? []
  const url = readUri(memberOf(value, 'targetUrl')) ?? ''
  if (name.length === 0 && url === '') return []
  return [
    {
      name,
      url,
      ...stated<Partial<Alignment>>({
        code: readString(memberOf(value, 'targetCode')),
        framework: readString(memberOf(value, 'targetFramework')),
        description: readText(memberOf(value, 'targetDescription')),
        type: readString(memberOf(value, 'targetType')),
      }),
    },
  ]
}

/** `RubricCriterionLevel`. */
export function readRubricLevel(value: JsonObject): RubricLevel {
  return {
    id: idOf(value) ?? '',
    name: readText(memberOf(value, 'name')) ?? [],
    ...stated<Partial<RubricLevel>>({
      description: readText(memberOf(value, 'description')),
      level: readString(memberOf(value, 'level')),
      points: readString(memberOf(value, 'points')),
    }),
  }
}
