import { isObject, type JsonObject, listOf, memberOf } from '../model/json.ts'
import { glance, readCredential } from './credential.ts'
import type { Format } from './format.ts'
import { contextsOf, hasType } from './types.ts'

/** Open Badges 3.0 `OpenBadgeCredential` (also called `AchievementCredential`), with embedded proofs or as a JWT. */
export const openBadge3: Format = {
  name: 'ob3',
  recognizes(payload) {
    const document = glance(payload)
    return document !== null && (hasType(document, 'OpenBadgeCredential', 'AchievementCredential') || awardsInContext(document))
  },
  read: (payload) => readCredential(payload, { embedded: 'ob3', jose: 'ob3-jwt' }),
}

/** A badge whose type is wrong is still a badge, and its schema says what is wrong. */
function awardsInContext(document: JsonObject): boolean {
  return (
    contextsOf(document).some((context) => /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context/.test(context)) &&
    listOf(memberOf(document, 'credentialSubject')).filter(isObject).some(isAwarded)
  )
}

function isAwarded(subject: JsonObject): boolean {
  return hasType(subject, 'AchievementSubject') || isObject(memberOf(subject, 'achievement'))
}
