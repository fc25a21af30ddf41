import { describe, expect, test } from 'vitest'
import { vocabulariesLacking } from '../../../src/app/features/credential/vocabulary.view.ts'
import type { Finding, VerificationReport } from '../../../src/core/model/report.ts'
import { finding, report } from '../../store/sample.ts'

function lacking(context: string): Finding {
  return { ...finding('proof.signature', 'unknown', 'context_unavailable'), evidence: { facts: { context } } }
}
const reportWith = (checks: readonly Finding[], credentials: readonly VerificationReport[] = []) =>
  report({ checks, credentials })

describe('the vocabularies that a check lacked', () => {
  test('are told once, of the credential and of what is inside', () => {
    const inside = reportWith([lacking('https://b.example/v1'), lacking('https://a.example/v1')])
    expect(vocabulariesLacking(reportWith([lacking('https://a.example/v1')], [inside]))).toEqual([
      'https://a.example/v1',
      'https://b.example/v1',
    ])
  })

  test('are told from the further things said beside a finding', () => {
    const details = [{ status: 'unknown', code: 'context_unavailable', facts: { context: 'https://a.example/v1' } }] as const
    expect(vocabulariesLacking(reportWith([{ ...finding('proof.coverage', 'unknown'), evidence: { details } }]))).toEqual([
      'https://a.example/v1',
    ])
  })

  test.each(['urn:example:context', 'javascript:alert(1)', 'https://', `https://a.example/${'x'.repeat(200)}`, '../context'])(
    '%s cannot be fetched, or not for sure',
    (context) => expect(vocabulariesLacking(reportWith([lacking(context)]))).toEqual([]),
  )

  test('are none where something else was wrong, and few at a time', () => {
    expect(vocabulariesLacking(reportWith([finding('proof.signature', 'failed', 'proof_signature_wrong')]))).toEqual([])
    const many = Array.from({ length: 50 }, (_, index) => lacking(`https://a.example/${index}`))
    expect(vocabulariesLacking(reportWith(many))).toHaveLength(8)
  })
})
