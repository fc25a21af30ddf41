import { describe, expect, test } from 'vitest'
import { type CheckId, checkIds, type Finding, type Outcome, questionOf } from '../../src/core/model/report.ts'
import type { ProblemCode } from '../../src/core/problem.ts'
import { questionsOf, verdictOf, worstVerdict } from '../../src/core/verdict.ts'

function finding(id: CheckId, status: Outcome, code: ProblemCode | null = null): Finding {
  return { id, question: questionOf[id], status, code, evidence: {} }
}

const mandatory = ['structure.data-model', 'proof.signature', 'proof.coverage', 'validity.dates', 'issuer.key'] as const
const sound = mandatory.map((id) => finding(id, 'passed'))
const without = (id: CheckId) => sound.filter((one) => one.id !== id)

describe('a verdict', () => {
  test('is verified when every mandatory check passed', () => {
    expect(verdictOf(sound, 'credential')).toBe('verified')
  })

  test.each(mandatory)('is never verified when %s is missing: silence is not a yes', (id) => {
    expect(verdictOf(without(id), 'credential')).toBe('cannot-tell')
  })

  test.each(checkIds.filter((id) => ['integrity', 'validity'].includes(questionOf[id]) || id === 'issuer.key'))(
    'follows %s: failed is not verified, unknown cannot be told',
    (id) => {
      expect(verdictOf([...without(id), finding(id, 'failed')], 'credential')).toBe('not-verified')
      expect(verdictOf([...without(id), finding(id, 'unknown')], 'credential')).toBe('cannot-tell')
      expect(verdictOf([...without(id), finding(id, 'failed'), finding('validity.status', 'unknown')], 'credential')).toBe(
        'not-verified',
      )
    },
  )

  test.each(['issuer.registry', 'issuer.endorsements', 'identity.holder', 'identity.recipient'] as const)(
    'does not change when %s is a warning or unknown',
    (id) => {
      for (const status of ['warning', 'unknown'] as const)
        expect(verdictOf([...sound, finding(id, status)], 'credential')).toBe('verified')
    },
  )

  test('cannot be told when it is genuine but not shown to be this person’s', () => {
    expect(verdictOf([...sound, finding('identity.recipient', 'failed', 'recipient_differs')], 'credential')).toBe('cannot-tell')
    expect(verdictOf([...sound, finding('identity.holder', 'failed', 'holder_not_subject')], 'credential')).toBe('cannot-tell')
  })

  test('is not verified when the holder’s answer to a challenge is wrong', () => {
    for (const code of ['challenge_wrong', 'domain_wrong', 'holder_proof_wrong'] as const)
      expect(verdictOf([...sound, finding('identity.holder', 'failed', code)], 'presentation')).toBe('not-verified')
  })

  test('of several is the worst, and of none is not verified', () => {
    expect(worstVerdict(['verified', 'cannot-tell', 'verified'])).toBe('cannot-tell')
    expect(worstVerdict(['cannot-tell', 'not-verified'])).toBe('not-verified')
    expect(worstVerdict([])).toBe('not-verified')
  })
})

describe('the four questions', () => {
  test('are each answered by the worst of their checks, and unknown when nobody asked', () => {
    const answers = questionsOf([finding('proof.signature', 'passed'), finding('proof.coverage', 'failed')])
    expect(answers).toEqual({ integrity: 'failed', validity: 'unknown', authority: 'unknown', identity: 'unknown' })
  })

  test('whose it is may be shown by either way: an e-mail that matches does not need a holder’s proof beside it', () => {
    const identity = (holder: Outcome, recipient: Outcome) =>
      questionsOf([finding('identity.holder', holder), finding('identity.recipient', recipient)]).identity
    expect(identity('unknown', 'passed')).toBe('passed')
    expect(identity('passed', 'unknown')).toBe('passed')
    expect(identity('unknown', 'failed')).toBe('failed')
    expect(identity('failed', 'passed')).toBe('failed')
    expect(identity('warning', 'passed')).toBe('warning')
    expect(identity('unknown', 'unknown')).toBe('unknown')
  })
})
