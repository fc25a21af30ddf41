import { type BadgeOrigin, type BadgeParts, readBadge } from '../formats/badge-parts.ts'
import { readEndorsement } from '../formats/open-badge-2-endorsement.ts'
import type { Credential } from '../model/credential.ts'
import { hasBadgeClass } from './named.ts'

/** Reads a badge or an endorsement again now that more of its parts are known. A record states its publisher itself. */
export async function reread(credential: Credential, parts: BadgeParts): Promise<Credential> {
  const { format, securing, notices } = credential
  const origin: BadgeOrigin = { format, securing, notices }
  if (hasBadgeClass(format)) return readBadge(parts, origin)
  if (format === 'ob2-endorsement' || format === 'ob2-endorsement-jws') return readEndorsement(parts, origin)
  return credential
}
