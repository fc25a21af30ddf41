import type { Credential, FormatId, Payload, SchemaReference, Securing, StatusEntry, Text } from '../model/credential.ts'
import { idOf, isObject, type Json, type JsonObject, listOf, memberOf, stringsOf } from '../model/json.ts'
import { fail } from '../problem.ts'
import { readEvidence } from './achievement.ts'
import { readEndorsements } from './endorsements.ts'
import type { ParsedPayload } from './format.ts'
import { claimedIn, filledFromClaims, filledPresentation } from './jwt.ts'
import { nestedPayloads } from './nested.ts'
import { objectsOf, readImage, readProfile, readString, readText, stated } from './readers.ts'
import { readStatusEntries, tokenStatusEntries } from './status-entries.ts'
import { readSubjects } from './subject.ts'
import { dataModelOf, proofsIn, typesOf } from './types.ts'

/** The two names of a format: with embedded proofs, and as a JWT. */
export interface FormatIds {
  readonly embedded: FormatId
  readonly jose: FormatId
}

/** A glance at the document that a payload states, before anything is filled in; null when it is no JSON object. */
export function glance(payload: ParsedPayload): JsonObject | null {
  if (payload.kind === 'jws') return claimedIn(payload.jws)?.document ?? null
  return payload.kind === 'json' && isObject(payload.value) ? payload.value : null
}

/** The document that a payload states and how it is secured. */
function securedDocument(
  payload: ParsedPayload,
  fill: typeof filledFromClaims,
): { readonly document: JsonObject; readonly securing: Securing } {
  if (payload.kind === 'jws') {
    const { jws } = payload
    const claimed = claimedIn(jws) ?? fail('input_not_credential', { facts: { found: 'jwt' } })
    return { document: fill(claimed, jws.payload), securing: { kind: 'jose', jws, form: claimed.form } }
  }
  const document =
    payload.kind === 'json' && isObject(payload.value)
      ? payload.value
      : fail('input_not_credential', { facts: { found: 'json' } })
  const proofs = proofsIn(document)
  return { document, securing: proofs.length > 0 ? { kind: 'embedded', proofs } : { kind: 'none' } }
}

/** Reads a W3C credential of any type into the model, as far as it goes. */
export function readCredential(payload: ParsedPayload, ids: FormatIds, fill = filledFromClaims): Credential {
  const { document, securing } = securedDocument(payload, fill)
  const member = (name: string): Json | undefined => memberOf(document, name)
  const subjects = readSubjects(member('credentialSubject'))
  return {
    format: securing.kind === 'jose' ? ids.jose : ids.embedded,
    dataModel: dataModelOf(document),
    document,
    securing,
    types: typesOf(document),
    title: readText(member('name')) ?? titleOf(subjects),
    issuer: readProfile(member('issuer')),
    subjects,
    evidence: listOf(member('evidence')).flatMap(readEvidence),
    statusEntries: [...readStatusEntries(member('credentialStatus')), ...tokenEntries(payload, document)],
    schemas: listOf(member('credentialSchema')).map(readSchema),
    refreshServices: objectsOf(member('refreshService')),
    termsOfUse: objectsOf(member('termsOfUse')),
    endorsements: readEndorsements(document),
    nested: nestedIn(payload, document),
    associations: [],
    definitions: [],
    extensions: [],
    linked: [],
    notices: payload.notices,
    ...stated<Partial<Credential>>({
      id: idOf(document),
      description: readText(member('description')),
      image: readImage(member('image')),
      awardedDate: readString(member('awardedDate')),
      validFrom: dated(document, 'validFrom', 'issuanceDate'),
      validUntil: dated(document, 'validUntil', 'expirationDate'),
    }),
  }
}

/**
 * Reads a presentation: who presents, and the credentials inside, verbatim. It states nothing itself: one that also has
 * a name, an issuer, a subject or dates must not be shown as the credential it would then seem to be.
 */
export function readPresentation(payload: ParsedPayload, ids: FormatIds): Credential {
  const {
    image: _1,
    description: _2,
    awardedDate: _3,
    validFrom: _4,
    validUntil: _5,
    ...read
  } = readCredential(payload, ids, filledPresentation)
  const holder = idOf(memberOf(read.document, 'holder'))
  return {
    ...read,
    title: [],
    issuer: readProfile(undefined),
    subjects: [],
    evidence: [],
    endorsements: [],
    ...stated<Pick<Credential, 'holder'>>({ holder }),
  }
}

/** A date by the name that the version of the data model gives it, else by its other name. */
function dated(document: JsonObject, second: string, first: string): string | undefined {
  const names = dataModelOf(document) === '1.1' ? [first, second] : [second, first]
  return names.map((name) => readString(memberOf(document, name))).find((date) => date !== undefined)
}

/** An award is called what its achievement is called when it has no name of its own. */
function titleOf(subjects: Credential['subjects']): Text {
  return subjects.find(({ achievement }) => achievement !== undefined)?.achievement?.name ?? []
}

/**
 * A token states its status in a claim, beside the credential that it carries or as one of its members. In a document that is no
 * token, or lies in a claim of one, only a list is meant: `status` may be a word of its own there.
 */
function tokenEntries(payload: ParsedPayload, document: JsonObject): readonly StatusEntry[] {
  const claims = payload.kind === 'jws' ? payload.jws.payload : {}
  const isClaim = memberOf(document, 'status') === memberOf(claims, 'status')
  const own = isClaim ? [] : tokenStatusEntries(document).filter(({ type }) => type === 'TokenStatusList')
  return [...own, ...tokenStatusEntries(claims)]
}

function readSchema(schema: Json): SchemaReference {
  const members = isObject(schema) ? schema : {}
  return { id: idOf(schema) ?? '', type: stringsOf(memberOf(members, 'type'))[0] ?? '' }
}

/** The credentials inside: of a presentation, and of the subjects of a record. */
function nestedIn(payload: Payload, document: JsonObject): readonly Payload[] {
  const carriers = [document, ...listOf(memberOf(document, 'credentialSubject')).filter(isObject)]
  return nestedPayloads(
    payload,
    carriers.flatMap((carrier) => listOf(memberOf(carrier, 'verifiableCredential'))),
  )
}
