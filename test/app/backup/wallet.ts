import { createSignal } from 'solid-js'
import type { Services } from '../../../src/app/services.ts'
import { moveKey } from '../../../src/core/backup/age.ts'
import { openBackup } from '../../../src/core/backup/open.ts'
import type { BackupKey, BackupLock } from '../../../src/core/backup/types.ts'
import { createBackupWriter } from '../../../src/core/backup/write.ts'
import type { Inspection } from '../../../src/core/model/inspection.ts'
import { attempt, done } from '../../../src/core/problem.ts'
import { digestOf } from '../../../src/core/report.ts'
import { defaultSettings } from '../../../src/store/default-settings.ts'
import type { Settings, Vault, WalletEntry } from '../../../src/store/types.ts'
import type { OpenedBackup, Safe } from '../../../src/worker/safe-types.ts'
import type { InspectOptions } from '../../../src/worker/types.ts'
import { valueIn } from '../../store/disk.ts'
import { credential, report } from '../../store/sample.ts'

/** The safe without its worker; `added` hears of each batch. */
export function safeHere(added: () => void = () => undefined): Safe {
  const notHere = () => Promise.reject(new Error('not here'))
  return {
    stretch: notHere,
    openLockedWallet: notHere,
    writeWallet: notHere,
    end: () => undefined,
    moveKey: () => attempt(moveKey),
    async writeBackup(lock, about) {
      const writer = await createBackupWriter(lock, about)
      return done({
        add(credentials) {
          added()
          return attempt(() => writer.add(credentials))
        },
        finish: (rest) => attempt(() => writer.finish(rest)),
        cancel: () => undefined,
      })
    },
    openBackup: (file, key, signal) =>
      attempt(async () => {
        const { credentials, ...opened } = await openBackup(file, key, signal)
        return { ...opened, credentials: async (start: number, count: number) => attempt(() => credentials(start, count)) }
      }),
  }
}

/** A lock and the key for it that cost no time. */
export async function quickLock(): Promise<{ readonly lock: BackupLock; readonly key: BackupKey }> {
  const { identity, recipient } = await moveKey()
  return { lock: { kind: 'recipient', recipient }, key: { kind: 'identity', identity } }
}

export async function opened(file: Blob, key: BackupKey): Promise<OpenedBackup> {
  return valueIn(await safeHere().openBackup(file, key))
}

export interface Checked {
  readonly name: string
  readonly options: InspectOptions
}

/** The services of a wallet whose verifier finds every text to be a credential of that title, but for those that begin with `!`. */
export async function walletOf(vault: Vault, safe: Safe = safeHere()) {
  const [settings, setSettings] = createSignal<Settings>(valueIn(await vault.settings()))
  const checked: Checked[] = []
  const claimed: string[][] = []
  let refreshed = 0
  const services = {
    vault,
    settings,
    safe: async () => safe,
    online: () => false,
    tell: (problem: unknown) => {
      throw new Error(JSON.stringify(problem))
    },
    changeSettings: async (change: Partial<Settings>) => {
      setSettings({ ...settings(), ...change })
      valueIn(await vault.saveSettings(settings()))
    },
    identities: async () => ({
      keep: async (claims: readonly string[]) => {
        claimed.push([...claims])
        await services.changeSettings({ identities: claims })
      },
    }),
    trust: async () => ({
      refreshDue: async () => {
        refreshed += 1
      },
    }),
    keepEntries: (entries: readonly Omit<WalletEntry, 'id'>[]) => vault.add(entries),
    verifier: {
      async inspect(source: Inspection['source'], options: InspectOptions): Promise<readonly Inspection[]> {
        checked.push({ name: source.name, options })
        return [await inspectionOf(source)]
      },
    },
  }
  return {
    services: services as unknown as Services,
    checked,
    claimed,
    refreshed: () => refreshed,
  }
}

async function inspectionOf(source: Inspection['source']): Promise<Inspection> {
  const text = new TextDecoder().decode(source.bytes)
  const about = { input: source.name, digest: await digestOf(source.bytes) }
  if (text.startsWith('!')) {
    const error = { code: 'json_malformed' } as const
    return { source, credential: null, report: report({ ...about, error }), parts: [], endorsements: [] }
  }
  const summary = { ...report().summary, title: text }
  return {
    source,
    credential: credential({ title: [{ value: text }] }),
    report: report({ ...about, summary }),
    parts: [],
    endorsements: [],
  }
}

/** An entry as the verifier of `walletOf` finds it. */
export async function entryOf(text: string, more: Partial<WalletEntry> = {}): Promise<Omit<WalletEntry, 'id'>> {
  const source = { bytes: new TextEncoder().encode(text), name: `${text}.json` }
  const { credential: read, report: found } = await inspectionOf(source)
  return {
    source,
    credential: read ?? credential(),
    report: found,
    parts: [],
    endorsements: [],
    addedAt: '2026-03-01T10:00:00.000Z',
    example: false,
    ...more,
  }
}

/** Everything that a person would miss, by the digest of each credential and not by where it lies. */
export async function everythingIn(vault: Vault) {
  const { cards } = valueIn(await vault.cards())
  const entries = await Promise.all(cards.map(async ({ id }) => valueIn(await vault.entry(id)) as WalletEntry))
  const digests = new Map(await Promise.all(entries.map(async ({ id, source }) => [id, await digestOf(source.bytes)] as const)))
  const { lists, pins } = valueIn(await vault.trust())
  return {
    entries: entries
      .map(({ id, replacedBy, source, addedAt, example, report: { verdict } }) => ({
        digest: digests.get(id),
        name: source.name,
        addedAt,
        example,
        verdict,
        replacedBy: replacedBy && { digest: digests.get(replacedBy.id), date: replacedBy.date },
      }))
      .toSorted((a, b) => ((a.digest ?? '') < (b.digest ?? '') ? -1 : 1)),
    lists: lists.map(({ origin, isOn, addedAt, list }) => ({ origin, isOn, addedAt, list: origin.url === '' ? list : null })),
    pins,
    vocabularies: valueIn(await vault.vocabularies()),
    keys: valueIn(await vault.holder.pairs()).map(({ did, kind, jwk, createdAt, retiredAt }) => ({
      did,
      kind,
      jwk,
      createdAt,
      retiredAt,
    })),
    pictures: valueIn(await vault.pictures()),
    arranged: valueIn(await vault.stacks()),
    settings: { ...valueIn(await vault.settings()), isComparing: defaultSettings.isComparing },
  }
}
