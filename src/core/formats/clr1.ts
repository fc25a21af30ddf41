import type { Credential, Identity, Subject } from '../model/credential.ts'
import { idOf, isObject, type Json, type JsonObject, listOf, memberOf } from '../model/json.ts'
import { achievementsIn } from '../structure/clr1-parts.ts'
import { dateIn } from './badge-text.ts'
import { assertionOf, associationsOf, endorsementsIn, extensionsOf, signedOr } from './clr1-assertion.ts'
import { isAssertion, isCarried, isClr1, isRecord, recordsIn } from './clr1-glance.ts'
import { defined, readAchievement1, readProfile1 } from './clr1-names.ts'
import { readCredential } from './credential.ts'
import type { Format, ParsedPayload } from './format.ts'
import { statedIn } from './glances.ts'
import { nestedPayloads } from './nested.ts'
import { objectsOf, readIdentifier, readString, readText, stated } from './readers.ts'
import { unstated } from './unstated.ts'
import { webAddress } from './web-address.ts'

/**
 * Comprehensive Learner Record 1.0: a record (`Clr`) or one of its assertions, as JSON or as a compact JWS; and the form in which
 * some wallets carried records, inside a W3C credential.
 */
export const clr1: Format = { name: 'clr1', recognizes: isClr1, read }

function read(payload: ParsedPayload): Credential {
  const document = statedIn(payload) ?? undefined
  if (isRecord(document)) return readRecord(payload, document)
  if (isAssertion(document)) return assertionOf(payload, document)
  return readWrapped(payload)
}

/**
 * A `Clr`: the publisher is who issued it, the learner whom it is about, and each assertion is a credential of its own. Those that
 * are only listed under `achievements` are not awarded.
 */
function readRecord(payload: ParsedPayload, document: JsonObject): Credential {
  const member = (name: string): Json | undefined => memberOf(document, name)
  const securing = signedOr(payload, { kind: 'hosted', address: webAddress(member('id')) })
  const partial = member('partial')
  return {
    ...unstated,
    format: securing.kind === 'badge-jws' ? 'clr1-jws' : 'clr1',
    document,
    securing,
    types: ['Clr'],
    title: readText(member('name')) ?? [],
    issuer: readProfile1(member('publisher')),
    subjects: [learnerOf(member('learner'))],
    endorsements: endorsementsIn([
      [document, ''],
      [member('publisher'), '/publisher'],
      [member('learner'), '/learner'],
      ...listOf(member('achievements')).map((achievement, at) => [achievement, `/achievements/${at}`] as const),
    ]),
    nested: nestedPayloads(payload, [...listOf(member('assertions')), ...listOf(member('signedAssertions'))]),
    associations: associationsOf(achievementsIn(document)),
    definitions: objectsOf(member('achievements')).flatMap((achievement) => readAchievement1(achievement) ?? []),
    extensions: extensionsOf([document, defined.record], [member('publisher'), defined.profile]),
    notices: payload.notices,
    ...stated<Partial<Credential>>({
      id: idOf(document),
      validFrom: dateIn(document, 'issuedOn'),
      partial: isFlag(partial) ? isTrue(partial) : undefined,
    }),
  }
}

/** Some write these as text. */
function isFlag(value: Json | undefined): value is boolean | string {
  return typeof value === 'boolean' || (typeof value === 'string' && /^(?:true|false)$/i.test(value))
}

const isTrue = (flag: boolean | string) => flag === true || String(flag).toLowerCase() === 'true'

/** What each member that identifies a learner is called among identities of today. */
const identifying: Readonly<Record<string, string>> = {
  name: 'name',
  email: 'emailAddress',
  studentId: 'studentId',
  sourcedId: 'sourcedId',
  telephone: 'telephone',
  url: 'url',
}

function learnerOf(value: Json | undefined): Subject {
  const learner = isObject(value) ? value : {}
  const others = Object.entries(learner).filter(([name]) => !Object.hasOwn(identifying, name) && name !== 'id' && name !== 'type')
  return {
    identities: identitiesOf(learner),
    results: [],
    otherMembers: Object.fromEntries(others),
    ...stated<Pick<Subject, 'id'>>({ id: idOf(value) }),
  }
}

function identitiesOf(learner: JsonObject): readonly Identity[] {
  const own = Object.entries(identifying).flatMap(([name, type]) => clear(type, readString(memberOf(learner, name))))
  const further = objectsOf(memberOf(learner, 'identifiers')).flatMap(readIdentifier)
  return [...own, ...further.flatMap(({ type, value }) => clear(type, value))]
}

function clear(type: string, value: string | undefined): readonly Identity[] {
  return value === undefined || value === '' ? [] : [{ type, hashed: false, value }]
}

/**
 * A W3C credential whose subject holds records of CLR 1.0, as some wallets exported them: verified like any credential, and each
 * record inside it on its own. Its subject is the learner of these records, by whatever id.
 */
function readWrapped(payload: ParsedPayload): Credential {
  const credential = readCredential(payload, { embedded: 'vc-other', jose: 'vc-other-jwt' })
  const subjects = listOf(memberOf(credential.document, 'credentialSubject')).filter(isObject)
  return {
    ...credential,
    subjects: credential.subjects.map((subject, at) => withoutRecords(subject, recordsIn(subjects[at] ?? {}))),
    nested: [...credential.nested, ...nestedPayloads(payload, subjects.flatMap(recordsIn))],
  }
}

function withoutRecords(subject: Subject, records: readonly Json[]): Subject {
  const others = Object.entries(subject.otherMembers).filter(
    ([name, value]) => !listOf(value).some((item) => isCarried(name, item)),
  )
  const learners = records.flatMap((record) => idOf(isObject(record) ? memberOf(record, 'learner') : undefined) ?? [])
  return {
    ...subject,
    identities: [...subject.identities, ...learners.map((value): Identity => ({ type: 'id', hashed: false, value }))],
    otherMembers: Object.fromEntries(others),
  }
}
