import type { Credential, Securing } from '../model/credential.ts'
import { idOf, type JsonObject, memberOf } from '../model/json.ts'
import { fail, type Problem } from '../problem.ts'
import { readBadgeClass, readIssuer } from './badge-class.ts'
import { embeddedParts, readBadge } from './badge-parts.ts'
import { objectIn, textIn } from './badge-text.ts'
import type { Format } from './format.ts'
import { generationOf, isOpenBadge2, type PartName, partOf, statedIn } from './glances.ts'
import { webAddress } from './web-address.ts'

/**
 * Open Badges 2.0 and 2.1: what its own address serves, or a compact JWS (formats.md §5). A badge class, issuer or alignment
 * that stands alone is read too, as what it is: nobody's badge, and secured by nothing.
 */
export const openBadge2: Format = {
  name: 'ob2',
  recognizes: isOpenBadge2,
  read(payload) {
    const stated = statedIn(payload) ?? fail('input_not_credential', { facts: { found: 'json' } })
    const { notices } = payload
    const jws: Securing | null = payload.kind === 'jws' ? { kind: 'badge-jws', jws: payload.jws } : null
    if (jws) return readBadge(embeddedParts(stated), { format: 'ob2-jws', securing: jws, notices })
    const part = generationOf(stated) === null ? partOf(stated) : null
    if (part !== null) return readPart(stated, part, notices)
    const securing: Securing = { kind: 'hosted', address: webAddress(idOf(stated)) }
    return readBadge(embeddedParts(stated), { format: 'ob2', securing, notices })
  },
}

/** A part of a badge that stands alone. */
function readPart(document: JsonObject, part: PartName, notices: readonly Problem[]): Credential {
  const isIssuer = part === 'Issuer' || part === 'Profile'
  const issuer = isIssuer ? document : (objectIn(document, 'issuer') ?? {})
  const empty = readBadge({ assertion: {}, badge: null, issuer: null }, { format: 'ob2', securing: { kind: 'none' }, notices })
  const achievement = readBadgeClass(idOf(document) ?? '', document)
  return {
    ...empty,
    document,
    types: [part],
    title: textIn(document, 'name', 'targetName') ?? [],
    issuer: readIssuer((isIssuer ? idOf(document) : idOf(memberOf(document, 'issuer'))) ?? '', issuer),
    definitions: part === 'BadgeClass' ? [achievement] : [],
    ...(idOf(document) !== undefined && { id: idOf(document) as string }),
    ...(achievement.description && { description: achievement.description }),
    ...(achievement.image && { image: achievement.image }),
  }
}
