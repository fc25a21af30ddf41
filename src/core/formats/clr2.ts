import { limits } from '../limits.ts'
import type { Association, Credential, Subject } from '../model/credential.ts'
import { idOf, type JsonObject, memberOf, stringsOf } from '../model/json.ts'
import { readAchievement } from './achievement.ts'
import { type FormatIds, readCredential } from './credential.ts'
import type { Format, ParsedPayload } from './format.ts'
import { objectsOf, readText, stated } from './readers.ts'
import { isOfType } from './verifiable-credential.ts'

const ids: FormatIds = { embedded: 'clr2', jose: 'clr2-jwt' }

/** Members of a `ClrSubject` that the model has a place for. */
const known: ReadonlySet<string> = new Set(['achievement', 'association', 'identifier'])

/**
 * A Comprehensive Learner Record 2.0: a credential like any other, which says besides how the achievements inside
 * belong together, and describes some that are not awarded (CLR 2.0 `ClrSubject`).
 */
export const clr2: Format = {
  name: 'clr2',
  recognizes: isOfType('ClrCredential'),
  read: (payload) => readRecord(payload, ids),
}

/** Reads a record, under whichever names its format goes by. */
export function readRecord(payload: ParsedPayload, ids: FormatIds): Credential {
  const credential = readCredential(payload, ids)
  const subjects = objectsOf(memberOf(credential.document, 'credentialSubject'))
  const partial = memberOf(credential.document, 'partial')
  return {
    ...credential,
    title: readText(memberOf(credential.document, 'name')) ?? [],
    subjects: credential.subjects.map(withoutAward),
    associations: subjects.flatMap((subject) =>
      objectsOf(memberOf(subject, 'association'), limits.associations).flatMap(readAssociation),
    ),
    definitions: subjects.flatMap((subject) =>
      objectsOf(memberOf(subject, 'achievement')).flatMap((achievement) => readAchievement(achievement) ?? []),
    ),
    ...(typeof partial === 'boolean' ? { partial } : {}),
  }
}

/** What the subject of a record calls `achievement` is only described: awards are the credentials inside. */
function withoutAward({ achievement: _, results: __, otherMembers, ...subject }: Subject): Subject {
  const others = Object.entries(otherMembers).filter(([name]) => !known.has(name))
  return { ...subject, results: [], otherMembers: Object.fromEntries(others) }
}

/** `Association`; one that does not name both ends is left out. */
function readAssociation(value: JsonObject): readonly Association[] {
  const [sourceId, targetId] = [idOf(memberOf(value, 'sourceId')), idOf(memberOf(value, 'targetId'))]
  if (sourceId === undefined || targetId === undefined) return []
  return [
    {
      type: stringsOf(memberOf(value, 'associationType'))[0] ?? '',
      sourceId,
      targetId,
      ...stated<Pick<Association, 'title'>>({ title: readText(memberOf(value, 'title')) }),
    },
  ]
}
