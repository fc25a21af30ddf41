import type { Identity, Subject } from '../model/credential.ts'
import { isObject, type JsonObject, memberOf } from '../model/json.ts'
import { readIdentity, readString } from './readers.ts'
import { typesOf } from './types.ts'

/** What each property of a profile that identifies a recipient is called among identities of today. */
const kinds: Readonly<Record<string, string>> = {
  email: 'emailAddress',
  telephone: 'telephone',
  url: 'url',
  id: 'identifier',
}

/**
 * Whom a badge was given to: an `IdentityObject`, in clear or hashed; in Open Badges 0.5 a bare e-mail address or hash, with the
 * salt beside it.
 */
export function readRecipient(assertion: JsonObject): Pick<Subject, 'id' | 'identities'> {
  const recipient = memberOf(assertion, 'recipient')
  if (typeof recipient === 'string') return { identities: identityOf(recipient, 'email', undefined, memberOf(assertion, 'salt')) }
  if (!isObject(recipient)) return { identities: [] }
  const kind = kindOf(recipient)
  const value = readString(memberOf(recipient, 'identity'))
  const identities = identityOf(value, kind, memberOf(recipient, 'hashed'), memberOf(recipient, 'salt'))
  const named = kind === 'id' && identities[0]?.hashed === false ? value : undefined
  return named === undefined ? { identities } : { id: named, identities }
}

/** The first type that names a property; else as stated. */
function kindOf(recipient: JsonObject): string {
  const types = typesOf(recipient).filter((type) => type !== 'IdentityObject')
  return types.find((type) => Object.hasOwn(kinds, type)) ?? types[0] ?? 'email'
}

function identityOf(
  value: string | undefined,
  kind: string,
  hashed: JsonObject[string],
  salt: JsonObject[string],
): readonly Identity[] {
  const identityType = Object.hasOwn(kinds, kind) ? kinds[kind] : kind
  return readIdentity({ identityHash: value, identityType, hashed, salt })
}
