import { limits } from '../limits.ts'
import type { Credential, Evidence, FormatId, Securing, Subject } from '../model/credential.ts'
import { idOf, isObject, type Json, type JsonObject, listOf, memberOf } from '../model/json.ts'
import type { Problem } from '../problem.ts'
import { readEvidence } from './achievement.ts'
import { readBadgeClass, readIssuer } from './badge-class.ts'
import { readExtensions } from './badge-extensions.ts'
import { readRecipient } from './badge-recipient.ts'
import { dateIn, objectIn, pictureIn, textIn } from './badge-text.ts'
import { endorsementsOf } from './endorsements.ts'
import { readString, stated } from './readers.ts'
import { typesOf } from './types.ts'
import { unstated } from './unstated.ts'
import { webAddress } from './web-address.ts'

/** A badge of Open Badges 0.5 to 2.1: an assertion and, as far as they are known, the documents that it names. */
export interface BadgeParts {
  readonly assertion: JsonObject
  /** The badge class: embedded or fetched. */
  readonly badge: JsonObject | null
  /** The issuer's profile: embedded or fetched. */
  readonly issuer: JsonObject | null
}

/** How a badge came to us. */
export interface BadgeOrigin {
  readonly format: FormatId
  readonly securing: Securing
  readonly notices: readonly Problem[]
}

/** Reads a badge into the model from as many of its parts as are there (data-model.md §4). */
export type ReadBadge = (parts: BadgeParts, origin: BadgeOrigin) => Credential

/** The parts that an assertion carries itself. */
export function embeddedParts(assertion: JsonObject): BadgeParts {
  const badge = objectIn(assertion, 'badge')
  return { assertion, badge, issuer: badge && objectIn(badge, 'issuer') }
}

/**
 * Reads a badge of Open Badges 0.5 to 2.1 from as many of its parts as are there (data-model.md §4). A part is known by the
 * address under which the part before it names it, whatever it calls itself. Never fails: what has not the shape it should have
 * is left out.
 */
export const readBadge: ReadBadge = (parts, { format, securing, notices }) => {
  const { assertion, badge, issuer } = format === 'ob05' ? atOrigin(parts) : parts
  const achievement = readBadgeClass(idOf(memberOf(assertion, 'badge')) ?? idOf(badge ?? {}) ?? '', badge ?? {})
  return {
    ...unstated,
    format,
    document: parts.assertion,
    securing,
    // a badge presents nobody, whatever it calls itself
    types: typesOf(assertion).filter((type) => type !== 'VerifiablePresentation'),
    title: achievement.name,
    issuer: readIssuer(issuerId(badge, issuer), issuer ?? {}),
    subjects: isStated(assertion) ? [subjectOf(assertion, achievement)] : [],
    evidence: listOf(memberOf(assertion, 'evidence'))
      .slice(0, limits.shownItems)
      .flatMap((item) => evidenceOf(item, assertion)),
    endorsements: endorsementsIn({ assertion, badge, issuer }),
    extensions: readExtensions({ assertion, badge, issuer }),
    notices,
    ...stated<Partial<Credential>>({
      id: credentialId(assertion, securing),
      image: pictureIn(assertion) ?? achievement.image,
      validFrom: dateIn(assertion, 'issuedOn', 'issued_on'),
      validUntil: dateIn(assertion, 'expires'),
    }),
  }
}

/** Open Badges 0.5 has addresses that are relative to the origin of the issuer. */
function atOrigin({ assertion, badge, issuer }: BadgeParts): BadgeParts {
  const origin = webAddress(issuer ? memberOf(issuer, 'origin') : undefined)
  const absolute = (object: JsonObject, ...names: readonly string[]): JsonObject => ({
    ...object,
    ...Object.fromEntries(names.map((name) => [name, resolved(memberOf(object, name), origin)])),
  })
  return { assertion: absolute(assertion, 'evidence'), badge: badge && absolute(badge, 'image', 'criteria'), issuer }
}

function resolved(value: Json | undefined, origin: string): Json | undefined {
  const isPath = typeof value === 'string' && /^\/(?!\/)/.test(value) && URL.canParse(value, origin)
  return isPath ? new URL(value, origin).href : value
}

/** An address alone states nothing yet. */
function isStated(assertion: JsonObject): boolean {
  return Object.keys(assertion).length > 0
}

/** Open Badges 1.0 has no `id`: a hosted assertion is known by its address, a signed one by its `uid`. */
function credentialId(assertion: JsonObject, securing: Securing): string | undefined {
  const address = securing.kind === 'hosted' && securing.address !== '' ? securing.address : undefined
  return idOf(assertion) ?? address ?? readString(memberOf(assertion, 'uid'))
}

/** Open Badges 0.5 knows its issuer by an origin. */
function issuerId(badge: JsonObject | null, issuer: JsonObject | null): string {
  const origin = issuer && memberOf(issuer, 'origin')
  return idOf(badge ? memberOf(badge, 'issuer') : undefined) ?? idOf(issuer ?? {}) ?? (typeof origin === 'string' ? origin : '')
}

function subjectOf(assertion: JsonObject, achievement: NonNullable<Subject['achievement']>): Subject {
  return {
    ...readRecipient(assertion),
    achievement,
    results: [],
    otherMembers: {},
    ...stated<Pick<Subject, 'narrative'>>({ narrative: textIn(assertion, 'narrative') }),
  }
}

/** Evidence in the language of the assertion, unless it states one itself. */
function evidenceOf(value: Json, assertion: JsonObject): readonly Evidence[] {
  if (!isObject(value)) return readEvidence(value)
  const words = { '@language': memberOf(assertion, '@language'), ...value }
  return readEvidence(value).map((evidence) => ({
    ...evidence,
    ...stated<Partial<Evidence>>({
      name: textIn(words, 'name'),
      description: textIn(words, 'description'),
      narrative: textIn(words, 'narrative'),
    }),
  }))
}

function endorsementsIn({ assertion, badge, issuer }: BadgeParts): Credential['endorsements'] {
  return [
    ...endorsementsOf(assertion, ''),
    ...endorsementsOf(badge ?? {}, '/badge'),
    ...endorsementsOf(issuer ?? {}, '/badge/issuer'),
  ].slice(0, limits.shownItems)
}
