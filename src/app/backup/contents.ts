import type { BackupCredential, BackupRest } from '../../core/backup/types.ts'
import { bytesOf } from '../../core/encoding/utf8.ts'
import { type Attempt, done } from '../../core/problem.ts'
import { digestOf, errorReport } from '../../core/report.ts'
import type { RecordId, Replacement, Vault } from '../../store/types.ts'
import { writtenList } from './lists.ts'

/** A credential; `lost` when nothing of it can be opened, `gone` when it was removed meanwhile. */
export type Content = BackupCredential | 'lost' | 'gone'

/** The digest of the source of an entry, which is how a backup names it. */
type DigestOf = (id: RecordId) => Promise<string>

/** What is in a vault, as a backup holds it. */
export interface Contents {
  /** One entry, or as much of it as can be opened. Problems: those of the store. */
  credential(id: RecordId): Promise<Attempt<Content>>
  /** All but the credentials. Problems: those of the store. */
  rest(): Promise<Attempt<BackupRest>>
}

/** @param at when the backup is made (ISO 8601) */
export function createContents(vault: Vault, at: string): Contents {
  const digests = new Map<RecordId, Promise<string>>()
  const digestOfEntry: DigestOf = (id) => {
    const digest = digests.get(id) ?? digestIn(vault, id)
    digests.set(id, digest)
    return digest
  }

  /** The bytes of an entry whose reading is damaged: whoever restores them reads them anew. */
  async function damaged(id: RecordId): Promise<Attempt<Content>> {
    const found = await vault.source(id)
    if (!found.ok || found.value === null) return done('lost')
    const source = found.value
    const about = { input: source.name, digest: await digestOf(source.bytes), at }
    return done({ source, addedAt: at, example: false, report: errorReport(about, { code: 'store_corrupt' }) })
  }

  return {
    async credential(id: RecordId): Promise<Attempt<Content>> {
      const found = await vault.entry(id)
      if (!found.ok) return found.problem.code === 'store_corrupt' ? damaged(id) : found
      if (found.value === null) return done('gone')
      const { source, addedAt, example, report, replacedBy } = found.value
      const replaced = replacedBy && { replacedBy: await replacement(replacedBy, digestOfEntry) }
      return done({ source, addedAt, example, report, ...replaced })
    },

    rest: () => restOf(vault),
  }
}

async function digestIn(vault: Vault, id: RecordId): Promise<string> {
  const found = await vault.source(id)
  // What replaced a credential may be gone: then this names nothing, and the credential stays marked as replaced.
  return digestOf(found.ok && found.value ? found.value.bytes : bytesOf(id))
}

async function replacement({ id, date }: Replacement, digestOfEntry: DigestOf) {
  return { digest: await digestOfEntry(id), date }
}

async function restOf(vault: Vault): Promise<Attempt<BackupRest>> {
  const [settings, trust, vocabularies, holderKeys, pictures, stacks] = await Promise.all([
    vault.settings(),
    vault.trust(),
    vault.vocabularies(),
    vault.holder.pairs(),
    vault.pictures(),
    vault.stacks(),
  ])
  if (!settings.ok) return settings
  if (!trust.ok) return trust
  if (!vocabularies.ok) return vocabularies
  if (!holderKeys.ok) return holderKeys
  if (!pictures.ok) return pictures
  if (!stacks.ok) return stacks
  return done({
    settings: { ...settings.value },
    lists: trust.value.lists.map(writtenList),
    pins: trust.value.pins,
    vocabularies: vocabularies.value,
    holderKeys: holderKeys.value,
    pictures: pictures.value,
    groupings: stacks.value.stacks,
    pathways: stacks.value.pathways,
  })
}
