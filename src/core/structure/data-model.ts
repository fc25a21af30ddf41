import type { Json, JsonObject } from '../model/json.ts'
import { isObject, listOf, memberOf } from '../model/json.ts'
import { hasZone, parseDateTime } from './datetime.ts'
import type { ValueRule, Violation } from './violation.ts'
import {
  each,
  isUrl,
  objectThat,
  optional,
  pointer,
  required,
  text,
  typed,
  url,
  urlOrObjectWithUrl,
  violation,
} from './violation.ts'

/** The versions of the W3C Verifiable Credentials Data Model. */
export type DataModel = '1.1' | '2.0'

/** The context that each version wants first. */
export const baseContexts: Readonly<Record<DataModel, string>> = {
  '1.1': 'https://www.w3.org/2018/credentials/v1',
  '2.0': 'https://www.w3.org/ns/credentials/v2',
}

type Presence = 'required' | 'optional'
type DocumentRule = (document: JsonObject, model: DataModel) => readonly Violation[]

/** Members whose values are objects with a `type`, and whether each version wants an `id` beside it (VCDM §4.4 to §5). */
const typedMembers: Readonly<Record<string, Readonly<Record<DataModel, Presence>>>> = {
  credentialStatus: { '1.1': 'required', '2.0': 'optional' },
  credentialSchema: { '1.1': 'required', '2.0': 'required' },
  refreshService: { '1.1': 'required', '2.0': 'optional' },
  termsOfUse: { '1.1': 'optional', '2.0': 'optional' },
  evidence: { '1.1': 'optional', '2.0': 'optional' },
  proof: { '1.1': 'optional', '2.0': 'optional' },
  renderMethod: { '1.1': 'optional', '2.0': 'optional' },
  confidenceMethod: { '1.1': 'optional', '2.0': 'optional' },
}

/** The date members of each version; 1.1 lets a date be without zone (`xsd:dateTime`), 2.0 does not (`dateTimeStamp`). */
const dateMembers: Readonly<Record<DataModel, Readonly<Record<string, Presence>>>> = {
  '1.1': { issuanceDate: 'required', expirationDate: 'optional' },
  '2.0': { validFrom: 'optional', validUntil: 'optional' },
}

const credentialRules: readonly DocumentRule[] = [
  (document) => typed(document, '', 'VerifiableCredential'),
  (document) => optional(document, 'id', '', url),
  (document) => required(document, 'issuer', '', urlOrObjectWithUrl),
  (document) => required(document, 'credentialSubject', '', each(subject)),
  (document, model) => texts(document, model),
  (document, model) => dates(document, model),
  (document, model) => typedObjects(document, model),
  (document) => optional(document, 'relatedResource', '', each(relatedResource)),
]

const presentationRules: readonly DocumentRule[] = [
  (document) => typed(document, '', 'VerifiablePresentation'),
  (document) => optional(document, 'id', '', url),
  (document) => optional(document, 'holder', '', urlOrObjectWithUrl),
  (document, model) => optional(document, 'verifiableCredential', '', each(presented(model))),
  (document, model) => typedObjects(document, model),
]

/** What a credential breaks of the rules of its data model version. VC Data Model 1.1 §4 and §5, 2.0 §4 and §5. */
export function credentialViolations(document: JsonObject, model: DataModel | null): readonly Violation[] {
  return violationsOf(credentialRules, document, model)
}

/** What a presentation breaks; the credentials inside are only looked at from outside. VC Data Model 1.1 §4.10, 2.0 §4.13. */
export function presentationViolations(document: JsonObject, model: DataModel | null): readonly Violation[] {
  return violationsOf(presentationRules, document, model)
}

/** What an enveloped credential or presentation breaks: its `id` must be a `data:` URL. VC Data Model 2.0 §4.13.1. */
export function envelopeViolations(document: JsonObject, type: string): readonly Violation[] {
  return [...contexts(document, null), ...envelope(document, '', type)]
}

function violationsOf(rules: readonly DocumentRule[], document: JsonObject, model: DataModel | null) {
  // Without a known version the rules of 2.0, which asks least of old members, say the rest of what is wrong.
  return [...contexts(document, model), ...rules.flatMap((rule) => rule(document, model ?? '2.0'))]
}

function contexts(document: JsonObject, model: DataModel | null): readonly Violation[] {
  const items = listOf(memberOf(document, '@context'))
  if (items.length === 0) return [violation('context_missing', '/@context')]
  const wanted = model === null ? Object.values(baseContexts) : [baseContexts[model]]
  const first = wanted.some((context) => context === items[0])
    ? []
    : [violation('context_first_wrong', '/@context/0', wanted.join(' '))]
  const broken = items.flatMap((item, index) =>
    isUrl(item) || isObject(item) ? [] : [violation('context_invalid', `/@context/${index}`, 'url or object')],
  )
  return [...first, ...broken]
}

const subject: ValueRule = objectThat((object, at) => {
  if (Object.keys(object).length === 0) return [violation('member_invalid', at, 'claims')]
  return optional(object, 'id', at, url)
})

function texts(document: JsonObject, model: DataModel): readonly Violation[] {
  if (model === '1.1') return []
  const issuer = memberOf(document, 'issuer')
  const named: readonly (readonly [JsonObject, string])[] = [
    [document, ''],
    ...(isObject(issuer) ? [[issuer, '/issuer'] as const] : []),
  ]
  return named.flatMap(([object, at]) => ['name', 'description'].flatMap((member) => optional(object, member, at, text)))
}

function dates(document: JsonObject, model: DataModel): readonly Violation[] {
  const date: ValueRule = (value, at) => {
    const good = typeof value === 'string' && parseDateTime(value) !== null && (model === '1.1' || hasZone(value))
    return good ? [] : [violation('date_invalid', at, model === '1.1' ? 'dateTime' : 'dateTimeStamp')]
  }
  return Object.entries(dateMembers[model]).flatMap(([member, presence]) =>
    presence === 'required' ? required(document, member, '', date) : optional(document, member, '', date),
  )
}

function typedObjects(document: JsonObject, model: DataModel): readonly Violation[] {
  return Object.entries(typedMembers).flatMap(([member, id]) => {
    const rule = objectThat((object, at) => [
      ...typed(object, at),
      ...(id[model] === 'required' ? required(object, 'id', at, url) : optional(object, 'id', at, url)),
    ])
    return optional(document, member, '', each(rule))
  })
}

const relatedResource: ValueRule = objectThat((object, at) => {
  const digested = ['digestSRI', 'digestMultibase'].some((member) => memberOf(object, member) !== undefined)
  const digest = digested ? [] : [violation('member_missing', pointer(at, 'digestSRI'), 'digestSRI or digestMultibase')]
  return [...required(object, 'id', at, url), ...digest]
})

/** A credential inside a presentation: an object by 2.0; by 1.1 also a compact JWS. */
function presented(model: DataModel): ValueRule {
  return (value: Json, at) => {
    if (isObject(value)) {
      const enveloped = listOf(memberOf(value, 'type')).includes('EnvelopedVerifiableCredential')
      return enveloped ? envelope(value, at, 'EnvelopedVerifiableCredential') : typed(value, at, 'VerifiableCredential')
    }
    const compact = model === '1.1' && typeof value === 'string' && /^[\w-]+\.[\w-]+\.[\w-]*$/.test(value)
    return compact ? [] : [violation('member_invalid', at, 'object')]
  }
}

function envelope(object: JsonObject, at: string, type: string): readonly Violation[] {
  const data: ValueRule = (value, place) =>
    typeof value === 'string' && value.startsWith('data:') ? [] : [violation('id_invalid', place, 'data: url')]
  return [...typed(object, at, type), ...required(object, 'id', at, data)]
}
