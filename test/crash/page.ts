import { diskNow, lookAt } from './look.ts'
import type { Told } from './protocol.ts'
import { take } from './steps.ts'
import { writeVersion3 } from './version3.ts'
import { supplies, valueIn, vaultBy } from './ways.ts'

/** Not waited for: what gets lost on the way was never acknowledged. */
const tell = (told: Told) => void window.tell(told)

window.crash = {
  async work({ steps, from, way }) {
    const given = await supplies()
    tell({ kind: 'opening' })
    const vault = await vaultBy(way)
    tell({ kind: 'opened' })
    for (const [step, what] of steps.entries()) {
      if (step < from) continue
      tell({ kind: 'begun', step })
      await take(vault, what, given, () => tell({ kind: 'advanced', step }))
      tell({ kind: 'done', step })
    }
    vault.close()
  },
  look: (look) => lookAt(look, tell),
  disk: diskNow,
  writeVersion3: async (count) => writeVersion3((await supplies()).corpus.slice(0, count)),
  async makeHolderKeys() {
    const vault = await vaultBy(null)
    for (const kind of ['Ed25519', 'P-256'] as const) valueIn(await vault.holder.key(kind))
    const pairs = valueIn(await vault.holder.pairs())
    valueIn(await vault.erase())
    return pairs
  },
}
