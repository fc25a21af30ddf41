import { createRoot, createSignal } from 'solid-js'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Services } from '../../src/app/services.ts'
import { createTrust } from '../../src/app/trust.ts'
import type { IssuerList } from '../../src/core/model/issuers.ts'
import { type Attempt, done, problem } from '../../src/core/problem.ts'
import type { Found, ListRequest } from '../../src/core/trust/index.ts'
import type { ListOrigin } from '../../src/core/trust/source.ts'
import type { Card, KeptList, KeptTrust, WalletEntry } from '../../src/store/types.ts'
import { finding, report } from '../store/sample.ts'
import { credentialWith } from './credential/credentials.ts'

const day = 24 * 60 * 60 * 1000
const start = Date.parse('2026-11-23T12:00:00.000Z')
let time = start
const iso = () => new Date(time).toISOString()
beforeEach(() => {
  time = start
})

const origin: ListOrigin = {
  source: 'dcc-legacy',
  name: 'registry.example',
  kind: 'production',
  url: 'https://registry.example/list.json',
}
const issuer = 'did:web:westbridge.example'

function listWith(name: string | null, more: Partial<IssuerList> = {}): IssuerList {
  const entries = new Map([[issuer, name === null ? null : { name }]])
  return { name: origin.name, kind: origin.kind, asOf: iso(), entries, complete: true, ...more }
}

const reading = (name: string | null, more: Partial<IssuerList> = {}, from: Partial<ListOrigin> = {}): Attempt<Found> =>
  done({ kind: 'list', reading: { origin: { ...origin, ...from }, list: listWith(name, more), trouble: null } })

/** A wallet whose store is a value, and whose lists are read from a table. */
function wallet(answers: (request: ListRequest) => Attempt<Found>, more: Partial<Services> = {}) {
  let kept: KeptTrust = { lists: [], pins: [], changedAt: '' }
  const asked: ListRequest[] = []
  const [cards, setCards] = createSignal<readonly Pick<Card, 'issuerId' | 'example'>[]>([{ issuerId: issuer, example: false }])
  const change = async (part: Partial<KeptTrust>, changedAt: string | null) => {
    kept = { ...kept, ...part, ...(changedAt !== null && { changedAt }) }
    return done(undefined)
  }
  const services = {
    vault: {
      trust: async () => done(kept),
      keepList: (list: KeptList, changedAt: string | null) =>
        change({ lists: [...kept.lists.filter(({ id }) => id !== list.id), list] }, changedAt),
      dropList: (id: string, changedAt: string) => change({ lists: kept.lists.filter((list) => list.id !== id) }, changedAt),
      keepPin: (pin: KeptTrust['pins'][number]) =>
        change({ pins: [...kept.pins.filter((other) => other.issuer !== pin.issuer), pin] }, pin.since),
      dropPin: (gone: string, changedAt: string) => change({ pins: kept.pins.filter((pin) => pin.issuer !== gone) }, changedAt),
      subscribe: () => () => undefined,
    },
    verifier: {
      readList: async (request: ListRequest) => {
        asked.push(request)
        return answers(request)
      },
    },
    cards,
    online: () => true,
    settings: () => ({ identities: [] }),
    tell: (trouble: unknown) => {
      throw new Error(JSON.stringify(trouble))
    },
    ...more,
  } as unknown as Services
  const trust = createRoot(() => createTrust(services, () => new Date(time)))
  return { trust, asked, setCards, kept: () => kept }
}

describe('a list that is added', () => {
  test('is read at once and told to verification from then on, as what it was offered as', async () => {
    const { trust: loading, asked } = wallet(() => reading('Westbridge College'))
    const trust = await loading
    expect(trust.known()).toBeUndefined()
    const added = await trust.add({ url: origin.url }, { ...origin, name: 'DCC Registry' })
    expect(added).toMatchObject({ ok: true, value: { kind: 'added', list: { origin: { name: 'DCC Registry' }, isOn: true } } })
    expect(asked).toMatchObject([{ place: { url: origin.url }, issuers: [] }])
    expect(trust.known()).toMatchObject({ lists: [{ name: 'DCC Registry', kind: 'production' }], unread: [] })
    expect(trust.kept().changedAt).toBe(iso())
  })

  test('offered as one for tests, or calling itself one, is one', async () => {
    for (const [offered, itself] of [
      ['test', 'production'],
      ['production', 'test'],
    ] as const) {
      const trust = await wallet(() => reading('X', {}, { kind: itself })).trust
      await trust.add({ url: origin.url }, { ...origin, kind: offered })
      expect(trust.known()?.lists).toMatchObject([{ kind: 'test' }])
    }
  })

  test('twice is one', async () => {
    const trust = await wallet(() => reading('X')).trust
    await trust.add({ url: origin.url })
    await trust.add({ url: origin.url })
    expect(trust.kept().lists).toHaveLength(1)
  })

  test('that cannot be read is not there', async () => {
    const trust = await wallet(() => problem('list_unrecognized')).trust
    expect(await trust.add({ bytes: new Uint8Array(), name: 'x' })).toEqual(problem('list_unrecognized'))
    expect(trust.kept().lists).toEqual([])
  })

  test('a directory is offered, and nothing of it is used', async () => {
    const trust = await wallet(() => done({ kind: 'directory', origins: [origin] })).trust
    expect(await trust.add({ url: 'https://registry.example/all.json' })).toEqual(done({ kind: 'directory', origins: [origin] }))
    expect(trust.known()).toBeUndefined()
  })

  test('that would be asked about the issuers in the wallet is only offered, until it is taken as such', async () => {
    const federated = { ...origin, source: 'openid-federation' } as const
    const { trust: loading, asked } = wallet(() => reading('X', { complete: false }, federated))
    const trust = await loading
    expect(await trust.add({ url: origin.url })).toEqual(done({ kind: 'directory', origins: [federated] }))
    expect(trust.known()).toBeUndefined()
    await trust.add({ url: origin.url }, federated)
    expect(asked.map(({ issuers }) => issuers)).toEqual([[], [issuer]])
    expect(trust.known()?.lists).toHaveLength(1)
  })

  test('is not used while it is switched off, nor when it was removed', async () => {
    const trust = await wallet(() => reading('X')).trust
    await trust.add({ url: origin.url })
    const [{ id } = { id: '' }] = trust.kept().lists
    time += 1000
    await trust.switchList(id, false)
    expect(trust.known()).toBeUndefined()
    expect(trust.kept().changedAt).toBe(iso())
    await trust.switchList(id, true)
    expect(trust.known()?.lists).toHaveLength(1)
    await trust.removeList(id)
    expect(trust.known()).toBeUndefined()
  })
})

describe('a list in use', () => {
  test('is read again once a day, and its change is noted only when it says something else', async () => {
    let name = 'Westbridge College'
    const { trust: loading, asked } = wallet(() => reading(name))
    const trust = await loading
    await trust.add({ url: origin.url })
    const added = iso()
    await trust.refreshDue()
    expect(asked).toHaveLength(1)
    time += day
    await trust.refreshDue()
    expect(asked).toHaveLength(2)
    expect(trust.kept().changedAt).toBe(added)
    expect(trust.kept().lists[0]?.list?.asOf).toBe(iso())
    time += day
    name = 'Westbridge University'
    await trust.refreshDue()
    expect(trust.kept().changedAt).toBe(iso())
  })

  test('that cannot be read stays as it was, with what came instead, and is tried again after an hour', async () => {
    let answer = reading('Westbridge College')
    const { trust: loading, asked } = wallet(() => answer)
    const trust = await loading
    await trust.add({ url: origin.url })
    const added = iso()
    answer = problem('fetch_failed', { facts: { host: 'registry.example' } })
    time += day
    await trust.refreshDue()
    expect(trust.kept().lists).toMatchObject([{ triedAt: iso(), trouble: { code: 'fetch_failed' }, list: { asOf: added } }])
    expect(trust.known()?.lists[0]?.entries.get(issuer)).toEqual({ name: 'Westbridge College' })
    await trust.refreshDue()
    expect(asked).toHaveLength(2)
    time += day / 12
    await trust.refreshDue()
    expect(asked).toHaveLength(3)
  })

  test('that could not be read for a month no longer counts: it is said to be unread', async () => {
    const trust = await wallet(() => reading('X')).trust
    await trust.add({ url: origin.url })
    time += 31 * day
    expect(trust.known()).toEqual({ lists: [], unread: [{ name: 'registry.example', reason: 'fetch_offline' }] })
  })

  test('that was given as a file counts until it is removed, and is never asked for', async () => {
    const { trust: loading, asked } = wallet(() => reading('X', {}, { url: '' }))
    const trust = await loading
    await trust.add({ bytes: new Uint8Array(), name: 'x' })
    time += 400 * day
    await trust.refreshDue()
    expect(asked).toHaveLength(1)
    expect(trust.known()?.lists).toHaveLength(1)
  })

  test('is not asked for when offline or switched off', async () => {
    let online = true
    const { trust: loading, asked } = wallet(() => reading('X'), { online: () => online })
    const trust = await loading
    await trust.add({ url: origin.url })
    time += 2 * day
    online = false
    await trust.refreshDue()
    online = true
    await trust.switchList(trust.kept().lists[0]?.id ?? '', false)
    await trust.refreshDue()
    expect(asked).toHaveLength(1)
  })

  test('is held to the key that it was first read with', async () => {
    const anchored = (): Attempt<Found> =>
      done({ kind: 'list', reading: { origin, list: listWith('X', { complete: false }), anchor: 'key-1', trouble: null } })
    const { trust: loading, asked } = wallet(anchored)
    const trust = await loading
    await trust.add({ url: origin.url })
    await trust.refresh(trust.kept().lists[0]?.id ?? '')
    expect(asked.map(({ anchor }) => anchor)).toEqual([undefined, 'key-1'])
  })

  test('that answers about single issuers is asked about those that are new in the wallet, once, and never about examples', async () => {
    const federated = { ...origin, source: 'openid-federation' } as const
    const { trust: loading, asked, setCards } = wallet(() => reading('X', { complete: false }, federated))
    const trust = await loading
    await trust.add({ url: origin.url }, federated)
    setCards([
      { issuerId: issuer, example: false },
      { issuerId: 'did:web:kestrel.example', example: false },
      { issuerId: 'did:key:example', example: true },
    ])
    await trust.refreshDue()
    await trust.refreshDue()
    expect(asked.map(({ issuers }) => issuers)).toEqual([[issuer], ['did:web:kestrel.example']])
  })

  test('that turns into one of another kind is not read as that, and is told nothing of the wallet', async () => {
    let answer = reading('X')
    const { trust: loading, asked } = wallet(() => answer)
    const trust = await loading
    await trust.add({ url: origin.url })
    answer = reading('Y', { complete: false }, { source: 'openid-federation' })
    await trust.refresh(trust.kept().lists[0]?.id ?? '')
    expect(asked.map(({ issuers }) => issuers)).toEqual([[], []])
    expect(trust.kept().lists).toMatchObject([{ trouble: { code: 'list_unrecognized' }, list: { complete: true } }])
    expect(trust.known()?.lists[0]?.entries.get(issuer)).toEqual({ name: 'X' })
  })

  test('that was removed while it was being read stays removed', async () => {
    let finish: (found: Attempt<Found>) => void = () => undefined
    const verifier = {
      readList: () => new Promise<Attempt<Found>>((resolve) => (finish = resolve)),
    } as unknown as Services['verifier']
    const { trust: loading, kept } = wallet(() => reading('X'), { verifier })
    const trust = await loading
    const adding = trust.add({ url: origin.url })
    finish(reading('X'))
    await adding
    const [{ id } = { id: '' }] = trust.kept().lists
    const refreshing = trust.refresh(id)
    await trust.removeList(id)
    finish(reading('Y'))
    await refreshing
    expect(kept().lists).toEqual([])
    expect(trust.busy().size).toBe(0)
  })
})

describe('an issuer that the learner trusts', () => {
  const entry = { id: 'a', source: { bytes: new Uint8Array(), name: '' }, credential: credentialWith() } as unknown as WalletEntry
  const id = entry.credential.issuer.id
  const told = (facts: Record<string, string>) => ({
    ...finding('issuer.registry', 'warning', 'issuer_other_key'),
    evidence: { facts },
  })

  function pinning(checks: ReturnType<typeof told>[]) {
    const inspect = async () => [{ report: report({ checks }) }]
    return wallet(() => reading('X'), { verifier: { inspect } as unknown as Services['verifier'] }).trust
  }

  test('is kept with the key that signed, and a further key beside it', async () => {
    const facts = { thumbprint: 'key-1' }
    const trust = await pinning([told(facts)])
    expect(await trust.pin(entry, 'Westbridge College')).toEqual(done(undefined))
    facts.thumbprint = 'key-2'
    time += 1000
    await trust.pin(entry, 'Another name')
    expect(trust.kept().pins).toEqual([{ issuer: id, name: 'Westbridge College', thumbprints: ['key-1', 'key-2'], since: iso() }])
    expect(trust.known()?.lists).toMatchObject([{ kind: 'personal', complete: true }])
    await trust.unpin(id)
    expect(trust.known()).toBeUndefined()
  })

  test('is not kept when its key is not shown to be its own', async () => {
    for (const checks of [[], [told({})]]) {
      const trust = await pinning(checks)
      expect(await trust.pin(entry, 'X')).toEqual(problem('key_unproven'))
      expect(trust.kept().pins).toEqual([])
    }
  })
})

describe('a list that is there already', () => {
  const signed = (anchor: string): Attempt<Found> => {
    const read = reading('Westbridge College', {}, { source: 'openid-federation' })
    if (!read.ok || read.value.kind !== 'list') throw new Error('no list')
    return done({ kind: 'list', reading: { ...read.value.reading, anchor } })
  }
  const offered: ListOrigin = { ...origin, source: 'openid-federation' }

  test('and is added again is held against the key that it was first read with', async () => {
    const { trust: loading, asked } = wallet(({ anchor = 'first' }) => signed(anchor))
    const trust = await loading
    await trust.add({ url: origin.url }, offered)
    for (const url of [origin.url, origin.url.replace('https:', 'HTTPS:'), origin.url.replace('https:', 'http:')]) {
      await trust.add({ url }, offered)
      expect(asked.at(-1)).toMatchObject({ anchor: 'first' })
    }
    expect(trust.kept().lists).toHaveLength(1)
    await trust.removeList(trust.kept().lists[0]?.id ?? '')
    await trust.add({ url: origin.url }, offered)
    expect(asked.at(-1)).not.toHaveProperty('anchor')
  })

  test('stays one for tests when it is added again by its address alone', async () => {
    const { trust: loading } = wallet(() => reading('Westbridge College'))
    const trust = await loading
    await trust.add({ url: origin.url }, { ...origin, kind: 'test' })
    await trust.add({ url: origin.url })
    expect(trust.known()?.lists[0]?.kind).toBe('test')
  })

  test('and has come to call itself one for tests is one from then on, and what was said by it is looked at again', async () => {
    let kind: ListOrigin['kind'] = 'production'
    const { trust: loading } = wallet(() => reading('Westbridge College', { kind }, { kind }))
    const trust = await loading
    await trust.add({ url: origin.url })
    kind = 'test'
    time += day
    await trust.refreshDue()
    expect(trust.known()?.lists[0]?.kind).toBe('test')
    expect(trust.kept()).toMatchObject({ lists: [{ origin: { kind: 'test', url: origin.url } }], changedAt: iso() })
  })

  test('and was read under a clock that ran ahead does not count until that day comes', async () => {
    const { trust: loading } = wallet(() => reading('Westbridge College'))
    const trust = await loading
    time += 400 * day
    await trust.add({ url: origin.url })
    time = start
    expect(trust.known()).toMatchObject({ lists: [], unread: [{ name: origin.name }] })
  })
})
