import { expect, test } from 'vitest'
import { isKnownLevel, issuerLevelOf } from '../../src/core/issuer-level.ts'
import type { Finding } from '../../src/core/model/report.ts'
import type { Facts } from '../../src/core/problem.ts'
import { finding } from '../store/sample.ts'

const signed = [finding('proof.signature', 'passed'), finding('issuer.key', 'passed')]
const registry = (status: Finding['status'], code: Finding['code'], facts: Facts = {}): Finding => ({
  ...finding('issuer.registry', status, code),
  evidence: { facts },
})

test.for([
  ['listed', registry('passed', null, { list: 'A list' }), true],
  ['personal', registry('passed', null, { personal: true }), true],
  ['web', registry('warning', 'issuer_by_web_address', { host: 'a.example' }), true],
  ['web', registry('warning', 'issuer_other_key', { host: 'a.example' }), true],
  ['key', registry('warning', 'issuer_other_key'), false],
  ['test', registry('warning', 'issuer_in_test_list', { host: 'a.example' }), false],
  ['key', registry('warning', 'issuer_key_only'), false],
  ['key', registry('warning', 'issuer_unbound'), false],
  ['key', registry('unknown', 'unexpected'), false],
  ['key', registry('passed', 'issuer_also_listed'), false],
] as const)('an issuer is %s', ([level, found, isKnown]) => {
  expect(issuerLevelOf({ checks: [...signed, found] })).toBe(level)
  expect(isKnownLevel(level)).toBe(isKnown)
})

test('an issuer whose key was not found to be its own is none, whatever lists say', () => {
  const listed = registry('passed', null)
  for (const checks of [[], [listed], [finding('issuer.key', 'passed'), listed], [finding('proof.signature', 'passed'), listed]])
    expect(issuerLevelOf({ checks })).toBe('none')
  for (const status of ['unknown', 'failed', 'warning'] as const)
    expect(issuerLevelOf({ checks: [finding('proof.signature', 'passed'), finding('issuer.key', status), listed] })).toBe('none')
  expect(issuerLevelOf({ checks: [finding('proof.signature', 'failed'), finding('issuer.key', 'passed'), listed] })).toBe('none')
})

test('without an answer about lists nothing but a key is known', () => {
  expect(issuerLevelOf({ checks: signed })).toBe('key')
})
