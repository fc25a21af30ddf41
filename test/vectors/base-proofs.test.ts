import { expect, test } from 'vitest'
import type { Audience } from '../../src/core/model/context.ts'
import { problem } from '../../src/core/problem.ts'
import { verifyInput } from '../../src/core/verify.ts'
import { bytesOf, describeVectors, entriesOf } from './vectors.ts'

async function told(file: string, audience: Audience): Promise<string> {
  const now = new Date('2026-11-23T00:00:00Z')
  const context = { now, open: async () => problem('fetch_offline'), audience, identities: [] }
  const { checks, verdict } = await verifyInput({ bytes: bytesOf(file), name: file }, context)
  const { status, code } = checks.find(({ id }) => id === 'proof.signature') ?? {}
  if (audience === 'verifier') expect(verdict).not.toBe('verified')
  return `${status} ${code}`
}

const isBaseline = (file: string) => !file.includes('holder-binding')

describeVectors('a base proof', () => {
  const files = entriesOf('ob3', 'vc-di-ecdsa', 'vc-di-bbs')
    .filter(({ scope }) => scope === 'base-proof')
    .map(({ file }) => file)

  test.each(files.filter(isBaseline))('%s is right in the wallet of its holder, and is not to be passed on', async (file) => {
    expect(await told(file, 'holder')).toBe('passed null')
    expect(await told(file, 'verifier')).toBe('unknown proof_base_only')
  })

  test.each(files.filter((file) => !isBaseline(file)))('%s has a feature that is new to us', async (file) => {
    expect(await told(file, 'holder')).toBe('unknown proof_type_unsupported')
    expect(await told(file, 'verifier')).toBe('unknown proof_type_unsupported')
  })
})
