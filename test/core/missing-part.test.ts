import { expect, test, vi } from 'vitest'
import { lazy } from '../../src/core/lazy.ts'
import { Failure, fail } from '../../src/core/problem.ts'
import { verifyInput } from '../../src/core/verify.ts'
import { doorTo, FETCHED_AT } from '../issuer/door.ts'
import { issue } from '../issuer/issue.ts'
import { utf8 } from '../issuer/issuers.ts'

// A chunk that does not arrive, as on a train: the import fails, and works later.
const line = vi.hoisted(() => ({ isDead: true }))
vi.mock('../../src/core/jsonld/canonize.ts', async (original) => {
  if (line.isDead) throw new TypeError('Failed to fetch dynamically imported module')
  return original()
})

test('a part of the program that does not arrive is no fault of the credential, and is asked for again', async () => {
  const { text, documents } = await issue({ content: 'minimal' })
  const context = { now: new Date(FETCHED_AT), open: doorTo(documents), audience: 'verifier', identities: [] } as const
  const verdict = async () => {
    const { verdict, checks } = await verifyInput({ bytes: utf8(text), name: 'badge.json' }, context)
    return `${verdict} ${checks.find(({ id }) => id === 'proof.signature')?.code}`
  }
  expect(await verdict()).toBe('cannot-tell unexpected')
  line.isDead = false
  expect(await verdict()).toBe('verified null')
})

test('work that is done once is done again when it failed, and says in a code why', async () => {
  const answers = [() => fail('key_malformed'), () => Promise.reject(new TypeError('no line')), async () => 'here']
  const work = lazy(() => Promise.resolve().then(() => answers.shift()?.()))
  const codeOf = (error: unknown) => (error instanceof Failure ? error.problem.code : error)
  expect(await work().catch(codeOf)).toBe('key_malformed')
  expect(await work().catch(codeOf)).toBe('unexpected')
  expect(await work()).toBe('here')
  expect(await work()).toBe('here')
})
