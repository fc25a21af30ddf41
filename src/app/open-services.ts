import { createSignal } from 'solid-js'
import { lazy } from '../core/lazy.ts'
import { type Attempt, done, type Problem } from '../core/problem.ts'
import type { RecordId, Settings, Vault, VaultEvent, WalletEntry } from '../store/types.ts'
import { openVault } from '../store/vault.ts'
import { createVerifier } from '../worker/client.ts'
import type { InspectOptions, Verifier } from '../worker/types.ts'
import type { Intake } from './intake.ts'
import { keepTrustFresh } from './keep-fresh.ts'
import { createOnline } from './online.ts'
import type { Services } from './services.ts'
import { createWalletState } from './wallet-state.ts'

const firstSettings: Settings = {
  language: 'system',
  appearance: 'system',
  identities: [],
  isComparing: false,
  walletLayout: 'cards',
  walletSort: 'added',
}

/**
 * Opens the store and puts the page together around it.
 * Problems: those of `OpenVault`, and of reading the settings.
 */
export async function openServices(): Promise<Attempt<Services>> {
  const opened = await openVault()
  if (!opened.ok) return opened
  const vault = opened.value
  const settings = await vault.settings()
  // Settings that cannot be read are no reason to keep somebody from their credentials.
  const services = assemble(vault, settings.ok ? settings.value : firstSettings)
  if (!settings.ok) services.tell(settings.problem)
  return done(services)
}

function assemble(vault: Vault, stored: Settings): Services {
  const [trouble, setTrouble] = createSignal<Problem | null>(null)
  const [settings, setSettings] = createSignal(stored)
  const [closed, setClosed] = createSignal(false)
  const tell = (problem: Problem) => void setTrouble(problem)
  const wallet = createWalletState(vault, tell)
  const verifier = informed(createVerifier({ keeper: vault.keeper }), {
    trust: () => trust(),
    vocabularies: () => vocabularies(),
  })
  const online = createOnline()
  let intake: Promise<Intake> | undefined
  const trust = lazy(async () => (await import('./trust.ts')).createTrust(services))
  const identities = lazy(async () => (await import('./identities.ts')).createIdentities(services))
  const vocabularies = lazy(async () => (await import('./vocabularies.ts')).createVocabularies(services))
  let settling = Promise.resolve()

  async function readSettings(): Promise<void> {
    const read = await vault.settings()
    if (read.ok) setSettings(read.value)
    else tell(read.problem)
  }

  function follow(event: VaultEvent): void {
    if (event.kind === 'closed' || event.kind === 'erased') setClosed(true)
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
      const next = { ...settings(), ...change }
      setSettings(next)
      const saved = await vault.saveSettings(next)
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

/**
 * A verifier that is told whom this person trusts and what they allowed, whoever asks it. Without the code for it, nobody is
 * trusted and nothing allowed.
 */
function informed(verifier: Verifier, { trust, vocabularies }: Pick<Services, 'trust' | 'vocabularies'>): Verifier {
  async function known(): Promise<Pick<InspectOptions, 'issuers' | 'contexts'>> {
    const [issuers, contexts] = await Promise.all([
      trust().then(
        (loaded) => loaded.known(),
        () => undefined,
      ),
      vocabularies().then(
        (loaded) => loaded.kept(),
        () => [],
      ),
    ])
    return { ...(issuers && { issuers }), ...(contexts.length > 0 && { contexts }) }
  }
  return {
    ...verifier,
    inspect: async (source, options, hearing, signal) =>
      verifier.inspect(source, { ...(await known()), ...options }, hearing, signal),
    newer: async (credential, options, signal) => verifier.newer(credential, { ...(await known()), ...options }, signal),
  }
}
