import { recordOf } from './by-record.ts'
import type { Session } from './check.ts'

/**
 * Whether the holder chose what is shown of a credential, so that what is not there may have been left out: a date, a status entry.
 * One without a proof of its own was chosen from with its record. An SD-JWT VC always shows what it is judged by
 * (SD-JWT VC §2.2.2.2), other SD-JWTs need not.
 */
export async function isPartial(session: Session): Promise<boolean> {
  const record = recordOf(session)
  if (record !== null) return isPartial(record)
  const { securing, format } = session.credential
  if (securing.kind === 'sd-jwt') return format !== 'sd-jwt-vc' && securing.sdJwt.withheld > 0
  if (securing.kind !== 'embedded') return false
  return (await session.proofs()).proofs.some(({ partial }) => partial === true)
}
