import { recognise } from '../formats/index.ts'
import { isEnveloped } from '../formats/types.ts'
import { limits } from '../limits.ts'
import type { Credential } from '../model/credential.ts'
import { idOf, isObject, type Json, type JsonObject, listOf, memberOf, stringsOf } from '../model/json.ts'
import { danglingAssociations, type Ends } from './associations.ts'
import { lenient } from './badges.ts'
import { badgeEnvelopeOf, identified, instanceOf } from './open-badges.ts'
import {
  each,
  isUrl,
  objectThat,
  optional,
  pointer,
  required,
  text,
  typed,
  type ValueRule,
  type Violation,
  violation,
} from './violation.ts'

/** What a record breaks of Comprehensive Learner Record 2.0 beside the rules of the W3C data model. */
export async function clr2Violations(credential: Credential): Promise<readonly Violation[]> {
  const { document, dataModel } = credential
  if (isDraft(document)) return []
  return [
    ...contexts(document),
    ...badgeEnvelopeOf(document, dataModel),
    ...required(document, 'name', '', text),
    ...optional(document, 'partial', '', flag),
    ...optional(document, 'credentialSubject', '', each(subject)),
    ...(await dangling(document)),
  ]
}

/** The vocabulary from before CLR 2.0 was finished: its rules do not bind what was issued under it. */
function isDraft(document: JsonObject): boolean {
  return stringsOf(memberOf(document, '@context')).some((context) => context.startsWith('https://dc.imsglobal.org/draft/clr/'))
}

const clrContext = /^https:\/\/purl\.imsglobal\.org\/spec\/clr\/v2p0\/context(?:-2\.\d\.\d)?\.json$/
const badgeContext = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(?:-3\.\d\.\d)?\.json$/

/**
 * The first three contexts are those of the W3C, of CLR and of Open Badges, in this order. Many have the last two the other way
 * round, which changes no meaning: that is only said.
 */
function contexts(document: JsonObject): readonly Violation[] {
  const [, second, third] = listOf(memberOf(document, '@context'))
  const missing = [clrContext, badgeContext].filter(
    (wanted) => !stringsOf(memberOf(document, '@context')).some((one) => wanted.test(one)),
  )
  if (missing.length > 0)
    return [violation('context_missing', '/@context', missing[0] === clrContext ? 'CLR 2.0' : 'Open Badges 3.0')]
  const inOrder = typeof second === 'string' && clrContext.test(second) && typeof third === 'string' && badgeContext.test(third)
  return inOrder ? [] : lenient([violation('context_order', '/@context/1', 'CLR 2.0')])
}

const flag: ValueRule = (value, at) => (typeof value === 'boolean' ? [] : [violation('member_invalid', at, 'boolean')])
const word: ValueRule = (value, at) => (isUrl(value) ? [] : [violation('id_invalid', at, 'url')])

/** CLR 2.0 `Association`. Some have several types. */
const association: ValueRule = objectThat((object, at) => [
  ...lenient(typed(object, at, 'Association')),
  ...required(object, 'associationType', at, associationType),
  ...required(object, 'sourceId', at, word),
  ...required(object, 'targetId', at, word),
])

const associationTypes: readonly string[] = [
  'exactMatchOf',
  'isChildOf',
  'isParentOf',
  'isPartOf',
  'isPeerOf',
  'isRelatedTo',
  'precedes',
  'replacedBy',
]

const associationType: ValueRule = (value, at) =>
  typeof value === 'string' && associationTypes.includes(value)
    ? []
    : lenient([violation('member_invalid', at, associationTypes.join(' '))])

/** CLR 2.0 `ClrSubject`. */
const subject: ValueRule = (value, at) => [
  ...identified(value, at),
  ...objectThat((object, place) => [
    ...typed(object, place, 'ClrSubject'),
    ...required(object, 'verifiableCredential', place, () => []),
    ...optional(object, 'identifier', place, each(instanceOf('IdentityObject'))),
    ...optional(object, 'achievement', place, each(instanceOf('Achievement'))),
    ...optional(object, 'association', place, each(association)),
  ])(value, at),
]

/** Associations resolve in the order of data-model.md §2: whatever has one of these ids is enough not to dangle. */
async function dangling(document: JsonObject): Promise<readonly Violation[]> {
  const associations = places(document, 'credentialSubject', '').flatMap(([subject, at]) =>
    places(subject, 'association', at).flatMap(([association, place]) => endsOf(association, place)),
  )
  if (associations.length === 0) return []
  const known = new Set<string>()
  await collect(document, 0, known)
  return danglingAssociations(associations, known)
}

function endsOf(association: JsonObject, at: string): readonly Ends[] {
  const [sourceId, targetId] = [memberOf(association, 'sourceId'), memberOf(association, 'targetId')]
  return typeof sourceId === 'string' && typeof targetId === 'string' ? [{ sourceId, targetId, at }] : []
}

/** The objects in a member of one value or many, each with its pointer. */
function places(object: JsonObject, member: string, at: string): readonly (readonly [JsonObject, string])[] {
  const value = memberOf(object, member)
  return listOf(value).flatMap((item, index) => {
    const place = pointer(at, member)
    return isObject(item) ? [[item, Array.isArray(value) ? pointer(place, index) : place] as const] : []
  })
}

/** Ids of achievements awarded or described, of their results and levels, and of the credentials themselves, at any depth. */
async function collect(document: JsonObject, depth: number, known: Set<string>): Promise<void> {
  add(known, document)
  for (const [subject] of places(document, 'credentialSubject', '')) {
    for (const [achievement] of places(subject, 'achievement', '')) addAchievement(known, achievement)
    if (depth < limits.nestingDepth)
      for (const part of listOf(memberOf(subject, 'verifiableCredential')).slice(0, limits.credentialsPerInput))
        for (const inside of await documentsIn(part)) await collect(inside, depth + 1, known)
  }
}

function addAchievement(known: Set<string>, achievement: JsonObject): void {
  add(known, achievement)
  for (const [result] of places(achievement, 'resultDescription', '')) {
    add(known, result)
    for (const [level] of places(result, 'rubricCriterionLevel', '')) add(known, level)
  }
}

function add(known: Set<string>, object: JsonObject): void {
  const id = idOf(object)
  if (id !== undefined) known.add(id)
}

/** What one place in a record holds: a credential as it stands, or those in a token or an envelope. */
async function documentsIn(part: Json): Promise<readonly JsonObject[]> {
  if (isObject(part) && !isEnveloped(part)) return [part]
  const text = typeof part === 'string' ? part : JSON.stringify(part)
  const read = await recognise({ text, container: 'text', notices: [] })
  return read.ok ? read.value.map((credential) => credential.document) : []
}
