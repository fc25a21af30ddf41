import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { createIdentities } from '../../src/app/identities.ts'
import type { Identity } from '../../src/core/model/credential.ts'
import { defaultSettings } from '../../src/store/default-settings.ts'
import type { Settings, Vault } from '../../src/store/types.ts'
import { freshDisk, tab, valueIn } from '../store/disk.ts'
import { achievement, credential, entry, report } from '../store/sample.ts'

beforeEach(freshDisk)

const hashOf = (text: string) => `sha256$${createHash('sha256').update(text).digest('hex')}`

function badgeTo(email: string, example = false) {
  const identity: Identity = { type: 'emailAddress', hashed: true, value: hashOf(email) }
  const subjects = [{ identities: [identity], achievement: achievement(), results: [], otherMembers: {} }]
  return entry(`${email} ${example}`, { credential: credential({ subjects }), report: report(), example })
}

async function walletWith(...entries: Parameters<Vault['add']>[0]) {
  const vault = await tab()
  const ids = valueIn(await vault.add(entries)).map(({ id }) => id)
  let settings: Settings = defaultSettings
  const updates: string[] = []
  const counted: Vault = {
    ...vault,
    revise: (id, change) =>
      vault.revise(id, async (known) => {
        const changed = await change(known)
        if (changed !== null) updates.push(id)
        return changed
      }),
  }
  const identities = createIdentities({
    vault: counted,
    settings: () => settings,
    changeSettings: async (change) => {
      settings = { ...settings, ...change }
    },
    tell: ({ code }) => expect.fail(code),
  })
  const recipientOf = async (index: number) => {
    const found = valueIn(await vault.entry(ids[index] ?? ''))
    return found?.report.checks.find(({ id }) => id === 'identity.recipient')
  }
  return { vault, ids, identities, recipientOf, updates, settings: () => settings }
}

test('a claimed identity is kept and everything in the wallet is compared with it, without any host being asked', async () => {
  const { identities, recipientOf, settings } = await walletWith(badgeTo('ana@learner.example'), badgeTo('bea@learner.example'))
  await identities.keep(['mailto:ana@learner.example', 'mailto:ana@learner.example'])
  expect(settings()).toMatchObject({ identities: ['mailto:ana@learner.example'], isComparing: false })
  expect(await recipientOf(0)).toMatchObject({ status: 'passed' })
  expect(await recipientOf(1)).toMatchObject({ status: 'warning', code: 'recipient_differs' })
  await identities.keep([])
  for (const index of [0, 1]) expect(await recipientOf(index)).toMatchObject({ status: 'unknown', code: 'recipient_not_asked' })
  expect(identities.progress()).toBeNull()
})

test('only what the identity changed is written again, and an example is nobody’s', async () => {
  const { identities, recipientOf, updates } = await walletWith(
    badgeTo('ana@learner.example'),
    badgeTo('bea@learner.example', true),
  )
  await identities.keep(['mailto:ana@learner.example'])
  expect(updates).toHaveLength(1)
  expect(await recipientOf(1)).toBeUndefined()
  await identities.keep(['mailto:ana@learner.example', 'studentId:A1'])
  expect(updates).toHaveLength(1)
})

test('identities that change again meanwhile are the ones that everything is compared with', async () => {
  const all = Array.from({ length: 40 }, (_, index) => badgeTo(`${index}@learner.example`))
  const { identities, recipientOf } = await walletWith(...all)
  const earlier = identities.keep(['mailto:0@learner.example'])
  await identities.keep(['mailto:39@learner.example'])
  await earlier
  expect(await recipientOf(0)).toMatchObject({ code: 'recipient_differs' })
  expect(await recipientOf(39)).toMatchObject({ status: 'passed' })
  expect(identities.progress()).toBeNull()
})

test('a wallet that was closed while it was compared goes on when it is opened again', async () => {
  const { identities, recipientOf, settings } = await walletWith(badgeTo('ana@learner.example'))
  const keeping = identities.keep(['mailto:ana@learner.example'])
  expect(settings()).toMatchObject({ identities: ['mailto:ana@learner.example'], isComparing: true })
  await identities.resume()
  await keeping
  expect(await recipientOf(0)).toMatchObject({ status: 'passed' })
  expect(settings().isComparing).toBe(false)
})
