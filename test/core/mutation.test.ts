import { describe, expect, test } from 'vitest'
import type { VerificationReport } from '../../src/core/model/report.ts'
import { verifyInput } from '../../src/core/verify.ts'
import { doorTo, FETCHED_AT } from '../issuer/door.ts'
import { type Issued, issue } from '../issuer/issue.ts'
import { issuerOf, utf8 } from '../issuer/issuers.ts'
import { derive, issueBase } from '../issuer/selective.ts'
import { issueWithChain, issueWithSet } from '../issuer/several.ts'
import { type SuiteName, suiteKeys } from '../issuer/sign.ts'
import { meansTheSame } from './meaning.ts'
import { mutationsOf } from './mutations.ts'

function verdictOn(text: string, { documents }: Issued): Promise<VerificationReport> {
  const context = { now: new Date(FETCHED_AT), open: doorTo(documents), audience: 'verifier', identities: [] } as const
  return verifyInput({ bytes: utf8(text), name: 'mutant' }, context)
}

async function survivors(issued: Issued, signsMeaning: boolean, each = 1): Promise<readonly string[]> {
  const original = issued.credential
  const names: string[] = []
  const mutations = mutationsOf(original).filter((_, index) => index % each === 0)
  for (const { name, document } of mutations) {
    const { verdict } = await verdictOn(JSON.stringify(document), issued)
    if (verdict === 'verified' && !(signsMeaning && (await meansTheSame(document, original)))) names.push(name)
  }
  return names
}

const suites = (Object.keys(suiteKeys) as SuiteName[]).flatMap((suite) => suiteKeys[suite].map((key) => ({ suite, key })))

/** The suites whose whole rich credential is gone through; the others share their canonical forms. */
const thorough: readonly string[] = ['eddsa-rdfc-2022', 'eddsa-jcs-2022']

/** A proof of a kind that nobody here knows is as good as one that was taken away: it says nothing either way. */
const takesOneAway = /^(drop|repeat the first of) \/proof(\/\d)?$|^(alter|append a space to) \/proof\/\d\/(type|cryptosuite)$/

describe('a credential changed in any single place is no longer verified', () => {
  for (const { suite, key } of suites)
    test(`${suite} with ${key}`, { timeout: 120_000 }, async () => {
      const issued = await issue({
        issuer: issuerOf('westbridge', { key }),
        content: thorough.includes(suite) ? 'rich' : 'minimal',
        proof: { suite },
        status: { method: 'bitstring-revocation' },
      })
      expect((await verdictOn(issued.text, issued)).verdict).toBe('verified')
      expect(await survivors(issued, !suite.includes('jcs'))).toEqual([])
    })

  // a proof of the second kind takes a tenth of a second, so only some of its places are changed
  for (const [suite, each] of [
    ['ecdsa-sd-2023', 1],
    ['bbs-2023', 13],
  ] as const)
    test(`${suite}, a part of which is shown`, { timeout: 120_000 }, async () => {
      const base = await issueBase(suite, { content: 'minimal' })
      const shown = await derive(suite, base, ['/credentialSubject/id'])
      expect((await verdictOn(shown.text, shown)).verdict).toBe('verified')
      expect(await survivors(shown, true, each)).toEqual([])
    })

  test('a set of two proofs', { timeout: 120_000 }, async () => {
    const issued = await issueWithSet([{ issuer: issuerOf('westbridge') }, { issuer: issuerOf('kestrel', { key: 'P-384' }) }], {
      content: 'minimal',
    })
    const kept = await survivors(issued, true)
    expect(kept.filter((name) => !takesOneAway.test(name))).toEqual([])
  })

  test('a chain of two proofs', { timeout: 120_000 }, async () => {
    const issued = await issueWithChain([{ issuer: issuerOf('westbridge') }, { issuer: issuerOf('kestrel', { key: 'P-256' }) }], {
      content: 'minimal',
    })
    const kept = await survivors(issued, true)
    expect(kept.filter((name) => !takesOneAway.test(name))).toEqual([])
  })

  for (const form of ['vc-claim', 'flat', 'vc+jwt'] as const)
    test(`a JWT (${form}) with any byte of it changed`, { timeout: 120_000 }, async () => {
      const issued = await issue({
        issuer: issuerOf('kestrel', { identity: 'did:web', key: 'P-256' }),
        dataModel: form === 'vc-claim' ? '1.1' : '2.0',
        content: 'minimal',
        jwt: { form },
      })
      expect((await verdictOn(issued.text, issued)).verdict).toBe('verified')
      const kept: number[] = []
      for (let at = 0; at < issued.text.length; at += 3) {
        const other = issued.text[at] === 'A' ? 'B' : 'A'
        const changed = issued.text.slice(0, at) + other + issued.text.slice(at + 1)
        if ((await verdictOn(changed, issued)).verdict === 'verified') kept.push(at)
      }
      expect(kept).toEqual([])
    })
})
