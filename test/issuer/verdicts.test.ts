import { describe, expect, test } from 'vitest'
import type { VerificationReport } from '../../src/core/model/report.ts'
import { verifyInput } from '../../src/core/verify.ts'
import { type Broken, broken } from './broken/index.ts'
import { doorTo, FETCHED_AT } from './door.ts'
import { type Documents, utf8 } from './issuers.ts'
import { samples } from './samples.ts'

function report(bytes: Uint8Array, documents: Documents, hosts?: Broken['hosts']): Promise<VerificationReport> {
  const context = { now: new Date(FETCHED_AT), open: doorTo(documents, hosts), audience: 'verifier', identities: [] } as const
  return verifyInput({ bytes, name: 'input' }, context)
}

/** What is wrong with a report, in a form that a failing test shows at once. */
function complaints({ verdict, error, checks }: VerificationReport) {
  const bad = checks.filter(({ question, status }) => question !== 'identity' && status !== 'passed' && status !== 'warning')
  return { verdict, error, bad: bad.map(({ id, status, code }) => `${id} ${status} ${code}`) }
}

const examplesNotValid = ['cloud-foundations', 'conflict-mediation']
const valid = samples.filter(({ name, group }) => group !== 'broken' && !examplesNotValid.includes(name))

describe('what the test issuer makes is verified', () => {
  for (const { name, make } of valid)
    test(name, async () => {
      const { bytes, documents } = await make()
      expect(complaints(await report(bytes, documents))).toEqual({ verdict: 'verified', error: null, bad: [] })
    })
})

describe('what is broken is never verified, and the right check says so', () => {
  for (const { name, check, outcome, error, hosts, make } of broken)
    test(name, async () => {
      const { text, documents } = await make()
      const found = await report(utf8(text), documents, hosts)
      const verdicts = { failed: ['not-verified'], unknown: ['cannot-tell'], refused: ['not-verified', 'cannot-tell'] }[outcome]
      expect(verdicts).toContain(found.verdict)
      if (error !== undefined) expect(found.error?.code).toBe(error)
      if (check === null) return
      const statuses = found.checks.filter(({ id }) => id === check).map(({ status }) => status)
      expect(statuses).toHaveLength(1)
      expect(outcome === 'refused' ? ['failed', 'unknown'] : [outcome]).toContain(statuses[0])
    })
})
