import type { Inspection } from '../core/model/inspection.ts'
import type { Problem } from '../core/problem.ts'
import type { WalletEntry } from '../store/types.ts'
import type { InspectOptions } from '../worker/types.ts'
import type { Services } from './services.ts'

type Kept = Pick<WalletEntry, 'example'> & { readonly replacedBy?: { readonly date: string } }

/** How a credential of the learner's own is checked, new or as it lies in the wallet. */
export function holderOptions({ settings, online }: Pick<Services, 'settings' | 'online'>, kept?: Kept): InspectOptions {
  return {
    audience: 'holder',
    // An example is nobody's.
    identities: kept?.example ? [] : settings().identities,
    offline: !online(),
    ...(kept?.replacedBy && { newer: kept.replacedBy.date }),
  }
}

/** The credentials among what was inspected, as the wallet keeps them. */
export function entriesOf(
  inspections: readonly Inspection[],
  remembered: Pick<WalletEntry, 'addedAt' | 'example'>,
): readonly Omit<WalletEntry, 'id'>[] {
  return inspections.flatMap(({ source, credential, report, parts, endorsements }) =>
    credential && report.error === null ? [{ source, credential, report, parts, endorsements, ...remembered }] : [],
  )
}

/** Why there is no credential among what was inspected. */
export function refusalOf(inspections: readonly Inspection[]): Problem {
  const told = inspections.find(({ report }) => report.error)?.report.error
  // Not even an answer: the verifier did not come to look.
  return told ?? { code: inspections.length === 0 ? 'worker_failed' : 'nothing_inside' }
}
