import type { Damage, DamageKind } from '../store/types.ts'
import type { BackupText } from '../text/backup.ts'

const kinds: readonly DamageKind[] = ['unreadable', 'old', 'missing', 'foreign']

/** What is damaged, each kind with how many there are of it, as the parts of one sentence. */
export function damageWords(damaged: readonly Damage[], words: BackupText['damaged']): readonly string[] {
  return kinds.flatMap((kind) => {
    const count = damaged.filter((damage) => damage.kind === kind).length
    return count > 0 ? [words.kinds[kind](count)] : []
  })
}
