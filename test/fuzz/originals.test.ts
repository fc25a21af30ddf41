import { describe, expect, test } from 'vitest'
import { problem } from '../../src/core/problem.ts'
import { inspect } from '../../src/core/verify.ts'
import { issueBadge } from '../issuer/badges.ts'
import { doorTo, FETCHED_AT } from '../issuer/door.ts'
import { issue } from '../issuer/issue.ts'
import { type Documents, utf8 } from '../issuer/issuers.ts'
import { issuedSdJwt } from '../issuer/sd-jwt.ts'
import { addOriginals, isAsIssued, type Originals, standingAlone } from './originals.ts'

const open = async () => problem('fetch_offline')

async function inspected(text: string, documents?: Documents) {
  const context = {
    now: new Date(FETCHED_AT),
    open: documents ? doorTo(documents) : open,
    audience: 'verifier',
    identities: [],
  } as const
  return inspect({ name: 'a', bytes: utf8(text) }, context)
}

const ob3 = await issue({ content: 'minimal' })
const jwt = await issue({ content: 'minimal', jwt: {} })
const sdJwt = await issuedSdJwt()
const badge = await issueBadge()
const originals: Originals = new Map()
for (const { text, documents } of [ob3, jwt, sdJwt, badge]) addOriginals(originals, await inspected(text, documents))

async function isIssued(text: string, documents?: Documents): Promise<boolean> {
  const [credential] = (await inspected(text, documents)).flatMap(standingAlone)
  return credential !== undefined && isAsIssued(credential, originals)
}

describe('the fuzzer knows a credential that its issuer made', () => {
  test('however it is written, and whatever it lies in', async () => {
    const reversed = Object.fromEntries(Object.entries(ob3.credential).reverse())
    expect(await isIssued(JSON.stringify([reversed]))).toBe(true)
    expect(await isIssued(` ${jwt.text} `)).toBe(true)
    expect(await isIssued(badge.text, badge.documents)).toBe(true)
  })

  test('with facts kept back, and none added', async () => {
    const pieces = sdJwt.text.split('~')
    expect(await isIssued(pieces.toSpliced(1, 1).join('~'))).toBe(true)
    expect(await isIssued(pieces.with(1, 'WyJhIiwiYiIsImMiXQ').join('~'))).toBe(false)
  })

  test('and one that somebody changed, under the same proof', async () => {
    expect(await isIssued(JSON.stringify({ ...ob3.credential, name: 'Another' }))).toBe(false)
    expect(await isIssued(JSON.stringify({ ...badge.assertion, narrative: 'Another' }))).toBe(false)
    expect(await isIssued(`${jwt.text.slice(0, -4)}AAAA`)).toBe(false)
  })
})
