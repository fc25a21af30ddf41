import { bitstringStatus } from './bitstring.ts'
import type { StatusMethod } from './method.ts'
import { oneEdTechRevocationList } from './one-edtech-revocation-list.ts'
import { openBadgesAssertion } from './open-badges-assertion.ts'
import { openBadgesRevocationList } from './open-badges-revocation-list.ts'
import { revocationList2020 } from './revocation-list-2020.ts'
import { statusList2021 } from './status-list-2021.ts'
import { tokenStatusList } from './token-status-list.ts'

/** The status methods, one line each. */
export const statusMethods: readonly StatusMethod[] = [
  bitstringStatus,
  statusList2021,
  revocationList2020,
  tokenStatusList,
  oneEdTechRevocationList,
  openBadgesAssertion,
  openBadgesRevocationList,
]

/** The method that reads entries of this type, if any. */
export function statusMethodFor(type: string): StatusMethod | undefined {
  return statusMethods.find((method) => method.types.includes(type))
}
