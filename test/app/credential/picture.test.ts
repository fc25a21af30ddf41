import { describe, expect, test } from 'vitest'
import { linkOf, phraseOf } from '../../../src/app/credential/phrase.ts'
import { pictureOf, pictureTypeOf } from '../../../src/app/credential/picture.ts'
import { isStale } from '../../../src/app/features/credential/check-again.ts'
import { exportName } from '../../../src/app/features/credential/export.ts'
import { credentialWith } from './credentials.ts'

const png = 'data:image/png;base64,iVBORw0KGgo='

describe('the picture', () => {
  test('is that of the award, else of the credential, the achievement, the issuer', () => {
    const credential = credentialWith({ image: { url: 'https://kestrel.example/credential.png' } })
    expect(pictureOf(credential)).toMatchObject({ kind: 'remote', host: 'kestrel.example' })
    const [subject] = credential.subjects
    expect(pictureOf({ ...credential, subjects: [{ ...subject!, image: { url: png } }] })).toEqual({ kind: 'embedded', src: png })
  })

  test('is asked for over https only', () => {
    const credential = credentialWith({ image: { url: 'http://kestrel.example/a.png' } })
    expect(pictureOf(credential)).toMatchObject({ url: 'https://kestrel.example/a.png' })
  })

  test.for([
    'data:text/html,<script>alert(1)</script>',
    'data:image/svg+xml-evil,x',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'blob:https://a/b',
    '//a.example/b',
    'https://user:secret@kestrel.example/a.png',
  ])('is never %s', (url) => {
    expect(pictureOf(credentialWith({ image: { url } }))).toEqual({ kind: 'none' })
  })

  test('is known by its first bytes, whatever its host calls it', () => {
    expect(pictureTypeOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'text/html')).toBe('image/png')
    expect(pictureTypeOf(new TextEncoder().encode('<html>'), 'image/png')).toBeNull()
    expect(pictureTypeOf(new TextEncoder().encode('<svg/>'), 'image/svg+xml')).toBe('image/svg+xml')
  })
})

describe('a link', () => {
  test.for([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.example',
    'mailto:a@b.example',
    '',
    'relative',
    'https://',
    'https://a:b@c.example',
  ])('is never made of “%s”', (url) => {
    expect(linkOf(url)).toBeNull()
  })
  test('says its host', () => {
    expect(linkOf('https://Kestrel.example:8443/a?b#c')).toEqual({
      href: 'https://kestrel.example:8443/a?b#c',
      host: 'kestrel.example:8443',
    })
  })
})

test('text is chosen in the reader’s language and keeps its own language and direction', () => {
  const text = [
    { value: 'Data', language: 'en' },
    { value: 'بيانات', language: 'ar', direction: 'rtl' as const },
  ]
  expect(phraseOf(text, ['ar'])).toEqual({ value: 'بيانات', language: 'ar', direction: 'rtl' })
  expect(phraseOf([{ value: 'x', language: '"><script>' }], ['en'])).toEqual({ value: 'x', direction: 'auto' })
  expect(phraseOf([{ value: '  ' }], ['en'])).toBeNull()
})

test('the original is exported under the name it came with, tidied', () => {
  const json = new TextEncoder().encode('{"a":1}')
  expect(exportName('../../etc/My badge.json', '', json)).toBe('My-badge.json')
  expect(exportName('https://kestrel.example/badges/42?token=x', 'Data', json)).toBe('42.json')
  expect(exportName('', 'Data/Ethics: <b>', json)).toBe('Data-Ethics-b.json')
  expect(exportName('', '…', new TextEncoder().encode('eyJhbGciOiJFUzI1NiJ9.e30.AA'))).toBe('credential.jwt')
  expect(exportName('badge', '', Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).toBe('badge.png')
  expect(exportName('badge.svg', '', new TextEncoder().encode(' <svg/>'))).toBe('badge.svg')
})

test('a check is made again when it is older than a day, unreadable or from the future', () => {
  const now = Date.parse('2026-11-23T12:00:00Z')
  expect(isStale('2026-11-22T13:00:00Z', now)).toBe(false)
  expect(isStale('2026-11-22T11:00:00Z', now)).toBe(true)
  expect(isStale('', now)).toBe(true)
  expect(isStale('2027-01-01T00:00:00Z', now)).toBe(true)
})
