import { createSignal } from 'solid-js'
import { lazy } from '../core/lazy.ts'
import { type Attempt, attempt, done, type Problem } from '../core/problem.ts'
import { defaultSettings } from '../store/default-settings.ts'
import { noteOpening } from '../store/presence.ts'
import type { Opened, RecordId, Settings, Vault, VaultEvent, WalletEntry } from '../store/types.ts'
import { openVault } from '../store/vault.ts'
import type { Verifier } from '../worker/types.ts'
import { setBlocked } from './blocked.ts'
import type { Intake } from './intake.ts'
import { keepTrustFresh } from './keep-fresh.ts'
import { createOnline } from './online.ts'
import type { Opening, Services } from './services.ts'
import { createWalletState } from './wallet-state.ts'

/** Loaded when a passphrase is to be stretched or a backup to be made; most pages never do. */
const safe = lazy(async () => (await import('../worker/safe-client.ts')).createSafe())

/**
 * Opens the store and puts the page together around it, or says that it waits to be unlocked.
 * Problems: those of `OpenVault`, and of reading the settings.
 */
export async function openServices(): Promise<Attempt<Opening>> {
  const opened = await openPatiently()
  if (!opened.ok) return opened
  if (opened.value.state === 'open') {
    noteOpening(opened.value.isNew)
    return done({ state: 'open', services: await servicesOf(opened.value.vault) })
  }
  const { gate } = opened.value
  return done({ state: 'locked', gate, safe, enter: servicesOf })
}

/** For as long as an older tab holds on to the store: it goes on as soon as that one is closed. */
async function openPatiently(): Promise<Attempt<Opened>> {
  const opened = await openVault({
    stretch: async (...given) => (await safe()).stretch(...given),
    onBlocked: () => setBlocked(true),
  })
  if (!opened.ok && opened.problem.code === 'store_blocked') return openPatiently()
  setBlocked(false)
  return opened
}

async function servicesOf(vault: Vault): Promise<Services> {
  // It may be locked before anybody listens.
  const unheard = vault.subscribe(({ kind }) => {
    if (kind === 'locked' || kind === 'rekeyed') window.location.reload()
  })
  const settings = await vault.settings()
  // Settings that cannot be read are no reason to keep somebody from their credentials.
  const services = assemble(vault, settings.ok ? settings.value : defaultSettings)
  unheard()
  if (!settings.ok) services.tell(settings.problem)
  return services
}

/** For new keys to be put in place, in milliseconds. */
const moment = 500

function assemble(vault: Vault, stored: Settings): Services {
  const [trouble, setTrouble] = createSignal<Problem | null>(null)
  const [settings, setSettings] = createSignal(stored)
  const [closed, setClosed] = createSignal(false)
  const tell = (problem: Problem) => {
    // Locked or given a new data key while this tab was not listening; or just here, and what was asked came in between.
    if (problem.code === 'store_locked') void leaveIfShut()
    else setTrouble(problem)
  }
  const wallet = createWalletState(vault, tell)
  const verifier = lazyVerifier(
    lazy(async () =>
      (await import('./informed-verifier.ts')).createInformedVerifier({
        keeper: vault.keeper,
        trust: () => trust(),
        vocabularies: () => vocabularies(),
      }),
    ),
  )
  const online = createOnline()
  let intake: Promise<Intake> | undefined
  const trust = lazy(async () => (await import('./trust.ts')).createTrust(services))
  const identities = lazy(async () => (await import('./identities.ts')).createIdentities(services))
  const vocabularies = lazy(async () => (await import('./vocabularies.ts')).createVocabularies(services))
  let settling = Promise.resolve()
  /** The settings with all that was asked for, kept yet or not; and how many changes are on their way to the disk. */
  let wanted = stored
  let saving = 0

  async function readSettings(): Promise<void> {
    const read = await vault.settings()
    if (!read.ok) return tell(read.problem)
    // What is being saved here is newer than what was read.
    if (saving > 0) return
    wanted = read.value
    setSettings(read.value)
  }

  async function leaveIfShut(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, moment))
    if (!(await vault.settings()).ok) leave()
  }

  /** Nothing of what was open may stay in memory; with a new data key, no id means anything any more. */
  function leave(): void {
    verifier.end()
    window.location.reload()
  }

  function follow(event: VaultEvent): void {
    if (event.kind === 'locked' || event.kind === 'rekeyed') leave()
    else if (event.kind === 'closed' || event.kind === 'erased') setClosed(true)
    else if (event.kind === 'settings') void readSettings()
    else if ('ids' in event) void wallet.refresh()
  }

  async function keepEntries(entries: readonly Omit<WalletEntry, 'id'>[]) {
    const added = await vault.add(entries)
    if (!added.ok) tell(added.problem)
    else {
      void wallet.refresh()
      void settle(added.value.map(({ id }) => id))
    }
    return added
  }

  /** One after the other, so that none marks what another is still looking at. Should the code for it not arrive, the next check settles it. */
  function settle(ids: readonly RecordId[]): Promise<void> {
    settling = settling.then(async () => (await import('./versions.ts')).settleVersions(services, ids)).catch(() => undefined)
    return settling
  }

  async function removeEntries(ids: readonly RecordId[]) {
    const removed: WalletEntry[] = []
    for (const id of ids) {
      const entry = await vault.remove(id)
      if (!entry.ok) {
        tell(entry.problem)
        return null
      }
      if (entry.value) removed.push(entry.value)
    }
    await wallet.refresh()
    return removed
  }

  const services: Services = {
    vault,
    verifier,
    cards: wallet.cards,
    damaged: wallet.damaged,
    settings,
    async changeSettings(change) {
      wanted = { ...wanted, ...change }
      const next = wanted
      // Shown once it is kept: what a person has seen is there when they come back.
      saving += 1
      const saved = await vault.saveSettings(next)
      saving -= 1
      setSettings(next)
      if (!saved.ok) tell(saved.problem)
    },
    online,
    keepEntries,
    removeEntries,
    async addExamples() {
      const { addExamples } = await import('./add-examples.ts')
      await addExamples(services)
    },
    tell,
    trouble,
    dismissTrouble: () => setTrouble(null),
    closed,
    trust,
    identities,
    vocabularies,
    settle,
    safe,
    intake() {
      intake ??= import('./features/add/intake.ts').then(({ createIntake }) => createIntake(services))
      return intake
    },
  }
  vault.subscribe(follow)
  void wallet.refresh()
  keepTrustFresh(services)
  // Should the code for it not arrive, the next start is as good.
  if (stored.isComparing)
    void identities().then(
      (loaded) => loaded.resume(),
      () => undefined,
    )
  return services
}

/** A verifier whose code is loaded with the first question to it. Should it not arrive, that is the answer. */
function lazyVerifier(load: () => Promise<Verifier>): Verifier {
  let isUsed = false
  const loading = () => {
    isUsed = true
    return attempt(load, 'worker_failed')
  }
  async function ask<T>(question: (verifier: Verifier) => Promise<Attempt<T>>): Promise<Attempt<T>> {
    const loaded = await loading()
    return loaded.ok ? question(loaded.value) : loaded
  }
  return {
    async inspect(...given) {
      const loaded = await loading()
      return loaded.ok ? loaded.value.inspect(...given) : []
    },
    open: (...given) => ask((verifier) => verifier.open(...given)),
    newer: (...given) => ask((verifier) => verifier.newer(...given)),
    readList: (...given) => ask((verifier) => verifier.readList(...given)),
    readPathway: (...given) => ask((verifier) => verifier.readPathway(...given)),
    end() {
      if (isUsed) void loading().then((loaded) => loaded.ok && loaded.value.end())
    },
  }
}
