import type { Credential } from '../model/credential.ts'
import { idOf, isObject, type Json, type JsonObject, listOf, memberOf, stringsOf } from '../model/json.ts'
import { danglingAssociations } from './associations.ts'
import { date, lenient, maybe, words } from './badges.ts'
import { achievementsIn, tiesIn } from './clr1-parts.ts'
import { each, objectThat, pointer, required, url, type ValueRule, type Violation, violation } from './violation.ts'

/*
 * Comprehensive Learner Record 1.0, as JSON: its context maps properties to classes, and says nothing of what must be there.
 * What a record or an assertion could not be without is demanded; what genuine records often leave out is only said.
 */

/** What a record or an assertion of CLR 1.0 breaks. */
export function clr1Violations(credential: Credential): readonly Violation[] {
  return credential.types.includes('Clr') ? record(credential) : assertion(credential)
}

/** CLR 1.0 has the endorsements of Open Badges 2.0, in words and a vocabulary of its own. */
export function isOfClr1(document: JsonObject): boolean {
  return stringsOf(memberOf(document, '@context')).some((context) => /\/clr\/v1p0\/context\//.test(context))
}

/** What an endorsement of CLR 1.0 breaks. */
export function clr1EndorsementViolations(credential: Credential): readonly Violation[] {
  const { document } = credential
  const claim = objectThat((object, at) => required(object, 'id', at, words))
  return [
    ...named(document, '', 'Endorsement'),
    ...required(document, 'id', '', words),
    ...required(document, 'claim', '', claim),
    ...required(document, 'issuer', '', profile),
    ...required(document, 'issuedOn', '', when),
    ...required(document, 'verification', '', cameAsItSays(credential)),
  ]
}

function record(credential: Credential): readonly Violation[] {
  const { document } = credential
  return [
    ...named(document, '', 'Clr'),
    ...required(document, 'id', '', words),
    ...required(document, 'learner', '', profile),
    ...required(document, 'publisher', '', profile),
    ...required(document, 'issuedOn', '', when),
    ...maybe(document, 'name', '', said(words)),
    ...maybe(document, 'achievements', '', said(each(achievement))),
    ...maybe(document, 'verification', '', cameAsItSays(credential)),
    ...danglingIn(document),
  ]
}

function assertion(credential: Credential): readonly Violation[] {
  const { document } = credential
  return [
    ...named(document, '', 'Assertion'),
    ...required(document, 'id', '', words),
    ...required(document, 'achievement', '', achievement),
    ...maybe(document, 'recipient', '', identity),
    ...maybe(document, 'issuedOn', '', when),
    ...maybe(document, 'expires', '', when),
    ...maybe(document, 'source', '', said(profile)),
    ...maybe(document, 'results', '', said(each(objectThat((object, at) => required(object, 'resultDescription', at, words))))),
    ...maybe(document, 'evidence', '', said(each(objectThat((object, at) => required(object, 'name', at, words))))),
    ...(credential.securing.kind === 'badge-jws' ? maybe(document, 'verification', '', cameAsItSays(credential)) : []),
  ]
}

/** Types may be left out, and may be written with `dt` before them. */
function named(object: JsonObject, at: string, name: string): readonly Violation[] {
  const types = stringsOf(memberOf(object, 'type'))
  const good = types.length === 0 || types.includes(name) || types.includes(`dt${name}`)
  return good ? [] : lenient([violation('type_unknown', pointer(at, 'type'), name)])
}

const said =
  (rule: ValueRule): ValueRule =>
  (value, at) =>
    lenient(rule(value, at))

const anyDate = date('zoned', 'no zone', 'day')
/** A date and time; without a zone it is read as UTC, and that is said. */
const when: ValueRule = (value, at) => [
  ...anyDate(value, at),
  ...(anyDate(value, at).length === 0 ? lenient(date('zoned')(value, at)) : []),
]

const profile: ValueRule = objectThat((object, at) => [
  ...required(object, 'id', at, words),
  ...lenient(required(object, 'name', at, words)),
])

const identity: ValueRule = objectThat((object, at) => [
  ...required(object, 'type', at, words),
  ...required(object, 'identity', at, words),
])

const alignment: ValueRule = objectThat((object, at) => [
  ...required(object, 'targetName', at, words),
  ...required(object, 'targetUrl', at, url),
])

const rubricLevel: ValueRule = objectThat((object, at) => [
  ...required(object, 'id', at, words),
  ...required(object, 'name', at, words),
])

const resultDescription: ValueRule = objectThat((object, at) => [
  ...required(object, 'id', at, words),
  ...required(object, 'name', at, words),
  ...required(object, 'resultType', at, words),
  ...maybe(object, 'rubricCriterionLevels', at, each(rubricLevel)),
])

const association: ValueRule = objectThat((object, at) => [
  ...required(object, 'associationType', at, words),
  ...required(object, 'targetId', at, words),
])

const achievement: ValueRule = objectThat((object, at) => [
  ...required(object, 'id', at, words),
  ...required(object, 'name', at, words),
  ...required(object, 'issuer', at, profile),
  ...maybe(object, 'alignments', at, said(each(alignment))),
  ...maybe(object, 'associations', at, said(each(association))),
  ...maybe(object, 'resultDescriptions', at, said(each(resultDescription))),
])

/** The `verification` of a document names the way in which it came. */
function cameAsItSays({ securing }: Credential): ValueRule {
  return objectThat((object, at) => {
    const types = stringsOf(memberOf(object, 'type')).map((type) => type.toLowerCase())
    if (types.length === 0) return []
    const signed = types.some((type) => type.startsWith('signed'))
    return signed === (securing.kind === 'badge-jws') ? [] : [violation('badge_form_mixed', pointer(at, 'type'))]
  })
}

/** Associations resolve among the achievements of the record, their results and the assertions (data-model.md §2). */
function danglingIn(document: JsonObject): readonly Violation[] {
  const achievements = achievementsIn(document)
  const known = new Set([
    ...achievements.flatMap(({ achievement: { id, resultDescriptions } }) => [
      ...idsOf(id),
      ...listOf(resultDescriptions).flatMap(resultIds),
    ]),
    ...listOf(memberOf(document, 'assertions')).flatMap(idsOf),
  ])
  return danglingAssociations(tiesIn(achievements), known)
}

function resultIds(description: Json): readonly string[] {
  const levels = isObject(description) ? listOf(memberOf(description, 'rubricCriterionLevels')) : []
  return [description, ...levels].flatMap(idsOf)
}

function idsOf(value: Json | undefined): readonly string[] {
  const id = idOf(value)
  return id === undefined ? [] : [id]
}
