import { type Attempt, attempt } from '../core/problem.ts'
import type { DoorKeeper } from '../net/types.ts'
import { defaultSettings } from './default-settings.ts'
import type { Events } from './events.ts'
import type { Live } from './parts.ts'
import { jsonChange, openOne } from './records.ts'
import type { StackRecords } from './stacks.ts'
import type { BackupNote, Settings, Vault, VaultEvent } from './types.ts'

const settingsId = 'settings'
const backupId = 'backup'
const settingsVersion = 1

type RecordWork = Pick<
  Vault,
  | 'log'
  | 'clearLog'
  | 'settings'
  | 'saveSettings'
  | 'lastBackup'
  | 'noteBackup'
  | 'trust'
  | 'keepList'
  | 'dropList'
  | 'keepPin'
  | 'dropPin'
  | 'vocabularies'
  | 'keepVocabulary'
  | 'dropVocabulary'
>

/** What a vault does with settings, the log, lists, pins and vocabularies. */
export function recordWork(live: Live, events: Events): RecordWork {
  const { trust, vocabularies } = { trust: () => live.parts.trust, vocabularies: () => live.parts.vocabularies }
  const changing = changingIn(events)
  const write = (id: string, value: object) => live.parts.ledger.commit([jsonChange('settings', id, settingsVersion, value)])
  const read = <T>(id: string) => openOne<T>(live.parts.ledger, live.parts.keyring.keys, 'settings', id)
  return {
    log: (limit) => attempt(() => live.parts.log.read(limit), 'store_aborted'),
    clearLog: () => attempt(() => live.parts.log.clear(), 'store_aborted'),
    settings: () => attempt(async () => ({ ...defaultSettings, ...(await read<Settings>(settingsId)) }), 'store_aborted'),
    saveSettings: (settings) => changing('settings', () => write(settingsId, settings)),
    lastBackup: () => attempt(() => read<BackupNote>(backupId), 'store_aborted'),
    noteBackup: (note) => changing('settings', () => write(backupId, note)),
    trust: () => attempt(() => trust().read(), 'store_aborted'),
    keepList: (list, changedAt) => changing('trust', () => trust().keepList(list, changedAt)),
    dropList: (id, changedAt) => changing('trust', () => trust().dropList(id, changedAt)),
    keepPin: (pin, changedAt) => changing('trust', () => trust().keepPin(pin, changedAt)),
    dropPin: (issuer, changedAt) => changing('trust', () => trust().dropPin(issuer, changedAt)),
    vocabularies: () => attempt(() => vocabularies().read(), 'store_aborted'),
    keepVocabulary: (context) => changing('vocabularies', () => vocabularies().keep(context)),
    dropVocabulary: (url) => changing('vocabularies', () => vocabularies().drop(url)),
  }
}

/** What a vault does with the learner's groupings and with pathways. */
export function stackWork(
  live: Live,
  events: Events,
): Pick<Vault, 'stacks' | 'keepStack' | 'dropStack' | 'keepPathway' | 'dropPathway'> {
  const changing = changingIn(events)
  const change = (work: (stacks: StackRecords) => Promise<void>) =>
    changing('stacks', async () => work(await live.parts.stacks()))
  return {
    stacks: () => attempt(async () => (await live.parts.stacks()).read(), 'store_aborted'),
    keepStack: (stack) => change((stacks) => stacks.keepStack(stack)),
    dropStack: (id) => change((stacks) => stacks.dropStack(id)),
    keepPathway: (pathway) => change((stacks) => stacks.keepPathway(pathway)),
    dropPathway: (id) => change((stacks) => stacks.dropPathway(id)),
  }
}

/** Does what changes a kind of record, and tells every tab. */
function changingIn(events: Events) {
  return (
    kind: Exclude<VaultEvent['kind'], 'added' | 'changed' | 'removed'>,
    change: () => Promise<unknown>,
  ): Promise<Attempt<void>> =>
    attempt(async () => {
      await change()
      events.tell({ kind })
    }, 'store_aborted')
}

/** The door's keeper. What goes wrong here rejects: the door goes on without a copy. */
export function keeperOf(live: Live): DoorKeeper {
  return {
    recall: (url) => live.parts.copies.recall(url),
    keep: (copy) => live.parts.copies.keep(copy),
    forget: (url) => live.parts.copies.forget(url),
    log: (entry) => live.parts.log.write(entry),
  }
}
