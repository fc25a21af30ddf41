import { type Accessor, createSignal } from 'solid-js'
import type { IssuerList, KnownIssuers } from '../core/model/issuers.ts'
import { type Attempt, done, type Problem, problem } from '../core/problem.ts'
import type { ListPlace } from '../core/trust/index.ts'
import { listOfPins, type Pin } from '../core/trust/pins.ts'
import type { ListOrigin, ListReading } from '../core/trust/source.ts'
import type { KeptList, KeptTrust, WalletEntry } from '../store/types.ts'
import { holderOptions } from './inspected.ts'
import type { Services } from './services.ts'

/** What became of adding a list: it is used now, or what was found only names lists. */
export type Added =
  | { readonly kind: 'added'; readonly list: KeptList }
  | { readonly kind: 'directory'; readonly origins: readonly ListOrigin[] }

/** Whom this person trusts: the lists of institutions that they use, and the issuers that they said they trust. */
export interface Trust {
  readonly kept: Accessor<KeptTrust>
  /** Ids of the lists that are being read. */
  readonly busy: Accessor<ReadonlySet<string>>
  /** What verification is told of issuers; undefined when nothing is in use. */
  known(): KnownIssuers | undefined
  /**
   * Reads a list and uses it from now on. One that would be asked about the issuers in the wallet is only offered, unless it was
   * taken as what it is.
   * @param as what it was offered as, which says more than the list does of itself
   */
  add(place: ListPlace, as?: ListOrigin): Promise<Attempt<Added>>
  /** Reads a list again, now. What goes wrong is kept with it, and the list stays as it was. */
  refresh(id: string): Promise<void>
  /** Reads again what has not been read for a day, and asks about issuers that are new in the wallet. Does nothing when offline. */
  refreshDue(): Promise<void>
  switchList(id: string, isOn: boolean): Promise<void>
  removeList(id: string): Promise<void>
  /**
   * Trusts the issuer of an entry with the key that signed it. Problems: `key_unproven` when the key is not shown to be the issuer's,
   * and those of the store.
   */
  pin(entry: WalletEntry, name: string): Promise<Attempt<void>>
  unpin(issuer: string): Promise<void>
}

const hour = 60 * 60 * 1000
/** A day, less the time by which a wallet may be opened earlier than yesterday. */
const daily = 22 * hour
/** Longest that a list which has an address counts without being read again, in milliseconds. */
const oldest = 30 * 24 * hour

type Powers = Pick<Services, 'vault' | 'verifier' | 'cards' | 'online' | 'settings' | 'tell'>

/** Reads what was kept and keeps it in step with the vault. @param now the clock */
export async function createTrust(services: Powers, now: () => Date = () => new Date()): Promise<Trust> {
  const { vault, verifier, cards, online, tell } = services
  const [kept, setKept] = createSignal<KeptTrust>({ lists: [], pins: [], changedAt: '' })
  const [busy, setBusy] = createSignal<ReadonlySet<string>>(new Set())
  /** Issuers that were asked about since the page was opened: not again before the day is over, also when there was no answer. */
  const asked = new Set<string>()
  const clock = () => now().toISOString()
  const walletIssuers = () => [...new Set((cards() ?? []).flatMap((card) => (card.example ? [] : card.issuerId)))]

  async function read(): Promise<void> {
    const found = await vault.trust()
    if (found.ok) setKept(found.value)
    else tell(found.problem)
  }

  /** Tells trouble with the store; whatever was changed is read again by whoever listens. */
  async function changing(change: Promise<Attempt<void>>): Promise<void> {
    const changed = await change
    if (!changed.ok) tell(changed.problem)
    await read()
  }

  function find(id: string): KeptList | undefined {
    return kept().lists.find((list) => list.id === id)
  }

  async function during(id: string, work: () => Promise<void>): Promise<void> {
    if (busy().has(id)) return
    setBusy((all) => new Set([...all, id]))
    try {
      await work()
    } finally {
      setBusy((all) => new Set([...all].filter((other) => other !== id)))
    }
  }

  /** Asks for a list again: all of it, or about some issuers. */
  async function readAgain(id: string, issuers: readonly string[]): Promise<void> {
    const before = find(id)
    if (!before || before.origin.url === '') return
    for (const issuer of issuers) asked.add(issuer)
    const { anchor, origin, list } = before
    const request = { place: { url: origin.url }, issuers, previous: list, ...(anchor !== undefined && { anchor }) }
    const found = await verifier.readList(request)
    // Switched or removed meanwhile, perhaps in another tab: that stands.
    await read()
    const current = find(id)
    if (!current) return
    // A list of another kind than the one that was chosen may ask for more than was allowed: it is not that list.
    const reading = found.ok && found.value.kind === 'list' ? found.value.reading : null
    const isTheSame = reading?.origin.source === current.origin.source
    await changing(reading && isTheSame ? keep(current, reading) : keepTrouble(current, found))
  }

  function keep(current: KeptList, reading: ListReading): Promise<Attempt<void>> {
    const { anchor, trouble } = reading
    const origin = originOf({ ...reading, origin: { ...reading.origin, url: current.origin.url } }, current.origin)
    const list: IssuerList = { ...reading.list, name: origin.name, kind: origin.kind }
    const fresh = { ...current, origin, list, triedAt: clock(), trouble, ...(anchor !== undefined && { anchor }) }
    return vault.keepList(fresh, current.isOn && !sayTheSame(current.list, list) ? clock() : null)
  }

  function keepTrouble(current: KeptList, found: Attempt<unknown>): Promise<Attempt<void>> {
    const trouble: Problem = found.ok ? { code: 'list_unrecognized' } : found.problem
    return vault.keepList({ ...current, triedAt: clock(), trouble }, null)
  }

  /** The issuers in the wallet that a list which answers about single ones was not asked about yet. */
  function unasked({ list, origin }: KeptList): readonly string[] {
    if (list === null || origin.source !== 'openid-federation') return []
    return walletIssuers().filter((issuer) => !list.entries.has(issuer) && !asked.has(issuer))
  }

  function isDue({ triedAt, trouble }: KeptList): boolean {
    const age = now().getTime() - Date.parse(triedAt)
    return !(age >= 0 && age < (trouble === null ? daily : hour))
  }

  async function refresh(id: string): Promise<void> {
    const isAsked = find(id)?.origin.source === 'openid-federation'
    await during(id, () => readAgain(id, isAsked ? walletIssuers() : []))
  }

  await read()
  vault.subscribe((event) => {
    if (event.kind === 'trust') void read()
  })
  return {
    kept,
    busy,
    known: () => knownOf(kept(), now()),
    refresh,
    async add(place, as) {
      const isTaken = as?.source === 'openid-federation'
      // Added again, a list is held against the key that it was first read with. Only who removes it first lets go of that.
      const known = 'url' in place ? kept().lists.find(({ origin }) => isAt(place.url, origin)) : undefined
      const anchor = known?.anchor
      const issuers = isTaken ? walletIssuers() : []
      const found = await verifier.readList({ place, issuers, previous: null, ...(anchor !== undefined && { anchor }) })
      if (!found.ok) return found
      if (found.value.kind === 'directory') return done(found.value)
      const { reading } = found.value
      if (reading.origin.source === 'openid-federation' && !isTaken) return done({ kind: 'directory', origins: [reading.origin] })
      const same = kept().lists.find(({ origin }) => isAt(reading.origin.url, origin))
      const origin = originOf(reading, as ?? same?.origin)
      const list: KeptList = {
        id: same?.id ?? crypto.randomUUID(),
        origin,
        isOn: true,
        addedAt: same?.addedAt ?? clock(),
        list: { ...reading.list, name: origin.name, kind: origin.kind },
        ...(reading.anchor !== undefined && { anchor: reading.anchor }),
        triedAt: clock(),
        trouble: reading.trouble,
      }
      const written = await vault.keepList(list, clock())
      await read()
      return written.ok ? done({ kind: 'added', list }) : written
    },
    async refreshDue() {
      if (!online()) return
      await read()
      const on = kept().lists.filter(({ isOn, origin }) => isOn && origin.url !== '')
      await Promise.all(
        on.map(async (list) => {
          if (isDue(list)) return refresh(list.id)
          const issuers = unasked(list)
          if (issuers.length > 0) await during(list.id, () => readAgain(list.id, issuers))
        }),
      )
    },
    async switchList(id, isOn) {
      const list = find(id)
      if (list) await changing(vault.keepList({ ...list, isOn }, clock()))
    },
    removeList: (id) => changing(vault.dropList(id, clock())),
    async pin(entry, name) {
      const { issuer } = entry.credential
      const thumbprint = await signerOf(entry, services)
      if (thumbprint === null) return problem('key_unproven')
      // Another tab may have pinned another of its keys.
      await read()
      const before = kept().pins.find((pin) => pin.issuer === issuer.id)
      const thumbprints = [...new Set([...(before?.thumbprints ?? []), thumbprint])]
      const written = await vault.keepPin({ issuer: issuer.id, name: before?.name ?? name, thumbprints, since: clock() })
      await read()
      return written
    },
    unpin: (issuer) => changing(vault.dropPin(issuer, clock())),
  }
}

/** Whether a list lies at an address, as the door asks for it. */
function isAt(address: string, { url }: ListOrigin): boolean {
  return url !== '' && plainAddress(address) === plainAddress(url)
}

function plainAddress(address: string): string {
  return URL.canParse(address) ? new URL(address).href.replace(/^http:/, 'https:') : address
}

/** A list is called what it was offered as; what is for tests by either account is for tests. */
function originOf({ origin }: ListReading, as: ListOrigin | undefined): ListOrigin {
  if (!as) return origin
  return { ...origin, name: as.name, kind: as.kind === 'test' ? 'test' : origin.kind }
}

function knownOf({ lists, pins }: KeptTrust, now: Date): KnownIssuers | undefined {
  const on = lists.filter(({ isOn }) => isOn)
  const [current, silent] = [on.filter((kept) => !isTooOld(kept, now)), on.filter((kept) => isTooOld(kept, now))]
  const unread = silent.map(({ origin, trouble }) => ({ name: origin.name, reason: trouble?.code ?? ('fetch_offline' as const) }))
  if (on.length === 0 && pins.length === 0) return undefined
  const personal = pins.length > 0 ? [listOfPins(pins, now.toISOString())] : []
  return { lists: [...current.flatMap(({ list }) => list ?? []), ...personal], unread }
}

/** A list that was given as a file stands until it is removed; one with an address must be read now and then. */
export function isTooOld({ list, origin }: Pick<KeptList, 'list' | 'origin'>, now: Date): boolean {
  if (list === null) return true
  const age = now.getTime() - Date.parse(list.asOf)
  // One from the future means that the clock was wrong then or is now.
  return origin.url !== '' && !(age <= oldest && age >= -daily)
}

/**
 * RFC 7638 thumbprint of the key that signed an entry and is its issuer's; empty for a badge that its own address serves; null when
 * the key is not shown to be the issuer's. Verification says it of an issuer that is pinned without any key.
 */
async function signerOf(entry: WalletEntry, services: Powers): Promise<string | null> {
  const { issuer, securing } = entry.credential
  const keyless: Pin = { issuer: issuer.id, name: '', thumbprints: [], since: '' }
  const issuers = { lists: [listOfPins([keyless], '')], unread: [] }
  const [inspection] = await services.verifier.inspect(entry.source, { ...holderOptions(services, entry), issuers })
  const finding = inspection?.report.checks.find(({ id }) => id === 'issuer.registry')
  if (finding?.code !== 'issuer_other_key') return null
  const thumbprint = finding.evidence.facts?.['thumbprint']
  if (typeof thumbprint === 'string') return thumbprint
  return securing.kind === 'hosted' ? '' : null
}

/** Whether two readings of a list know the same issuers by the same names: when their word ends may differ. */
function sayTheSame(one: IssuerList | null, other: IssuerList): boolean {
  return one !== null && wordsOf(one) === wordsOf(other)
}

function wordsOf({ kind, entries, hosts }: IssuerList): string {
  return JSON.stringify([kind, [...entries], [...(hosts ?? [])]], (name, value: unknown) =>
    name === 'until' ? undefined : value,
  )
}
