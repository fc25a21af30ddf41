import { describe, expect, test } from 'vitest'
import { addressIn, hostOf, looksLikeCredential } from '../../src/app/sniff.ts'

describe('what was pasted', () => {
  test('knows an address, and asks for it as https', () => {
    expect(addressIn('  https://westbridge.example/badge/1 \n')).toBe('https://westbridge.example/badge/1')
    expect(addressIn('http://westbridge.example/badge')).toBe('https://westbridge.example/badge')
  })

  test.each([
    'see https://westbridge.example',
    'javascript:alert(1)',
    'ftp://westbridge.example',
    'https://',
    'westbridge.example',
    '',
  ])('does not take %j for an address', (text) => expect(addressIn(text)).toBeNull())

  test.each([
    '{"@context": []}',
    ' \n[{}]',
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '<?xml version="1.0"?><svg/>',
    'eyJhbGciOiJFZERTQSJ9.e30.c2ln',
  ])('takes %j without being asked', (text) => expect(looksLikeCredential(text)).toBe(true))

  test.each(['Dear all', '<!doctype html>', 'eye of the storm', ''])('leaves %j alone', (text) =>
    expect(looksLikeCredential(text)).toBe(false),
  )

  test('names the host for people', () => {
    expect(hostOf('https://westbridge.example/badge/1')).toBe('westbridge.example')
    expect(hostOf('no address')).toBe('no address')
  })
})
