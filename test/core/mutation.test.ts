import jsonld from 'jsonld'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/core/model/json.ts'
import type { VerificationReport } from '../../src/core/model/report.ts'
import { verifyInput } from '../../src/core/verify.ts'
import { documentLoader } from '../issuer/contexts.ts'
import { doorTo, FETCHED_AT } from '../issuer/door.ts'
import { type Issued, issue } from '../issuer/issue.ts'
import { issuerOf, utf8 } from '../issuer/issuers.ts'
import { issueWithChain, issueWithSet } from '../issuer/several.ts'
import { type SuiteName, suiteKeys } from '../issuer/sign.ts'
import { mutationsOf } from './mutations.ts'

function verdictOn(text: string, { documents }: Issued): Promise<VerificationReport> {
  const context = { now: new Date(FETCHED_AT), open: doorTo(documents), audience: 'verifier', identities: [] } as const
  return verifyInput({ bytes: utf8(text), name: 'mutant' }, context)
}

/** The second opinion on what a document means: the unmodified library, with its own context handling. */
async function meaningOf(document: JsonObject): Promise<string> {
  const options = { algorithm: 'RDFC-1.0', format: 'application/n-quads', safe: true, base: null, rdfDirection: 'i18n-datatype' }
  const stock = jsonld as unknown as { canonize(document: unknown, options: object): Promise<string> }
  return stock.canonize(document, { ...options, documentLoader: documentLoader() })
}

/** A signature over meanings cannot tell apart two writings of the same statement, and need not. */
async function meansTheSame(mutant: JsonObject, original: JsonObject): Promise<boolean> {
  const parts = async ({ proof, ...document }: JsonObject) =>
    `${await meaningOf(document)}\n${await meaningOf({ '@context': original['@context'], type: 'VerifiableCredential', proof })}`
  try {
    return (await parts(mutant)) === (await parts(original))
  } catch {
    return false
  }
}

async function survivors(issued: Issued, signsMeaning: boolean): Promise<readonly string[]> {
  const original = issued.credential
  const names: string[] = []
  for (const { name, document } of mutationsOf(original)) {
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
