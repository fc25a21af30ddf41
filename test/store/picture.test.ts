import { describe, expect, test } from 'vitest'
import type { Contents } from '../../src/core/model/inspection.ts'
import { embeddedPicture, entryPicture, placeOfPicture } from '../../src/store/picture.ts'
import { credential, entry } from './sample.ts'

const pictureOf = (url: string) => embeddedPicture({ id: 'r', ...entry('a', { credential: credential({ image: { url } }) }) })
const textOf = (url: string) => new TextDecoder().decode(pictureOf(url)?.bytes)

describe('a picture embedded in a credential', () => {
  test('is decoded from Base64 or from text, with its media type', () => {
    expect(pictureOf('data:image/PNG;base64,iVBORw==')).toMatchObject({
      mediaType: 'image/png',
      bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
    })
    expect(textOf('data:image/svg+xml;charset=utf-8,%3Csvg%2F%3E')).toBe('<svg/>')
    expect(textOf('data:image/svg+xml;charset=utf-8;base64,PHN2Zy8%2B')).toBe('<svg/>')
    expect(textOf('data:image/svg+xml,<svg a="é"/>')).toBe('<svg a="é"/>')
  })

  test.each([
    '',
    'https://issuer.example/p.png',
    'data:text/html,<b>',
    'data:image/png;base64,***',
    'data:image/png,%E0%A4%A',
    'data:image/png',
  ])('is none in %j', (url) => {
    expect(pictureOf(url)).toBeNull()
  })
})

describe('a picture embedded in a part of a record', () => {
  const pictured = (name: string) => credential({ image: { url: `data:image/svg+xml,${name}` } })
  const part = (name: string, parts: Contents['parts'] = []) => ({ credential: pictured(name), parts, endorsements: [] })
  const record = {
    id: 'r',
    ...entry('a', { credential: pictured('whole'), parts: [part('one'), part('two', [part('two-one')])] }),
  }
  const shown = (name: string) => {
    const place = placeOfPicture(name)
    return place && new TextDecoder().decode(embeddedPicture(record, place.part)?.bytes)
  }

  test('is found by where it lies, under a name that says so', () => {
    expect(['', '1', '2', '2.1'].map((path) => shown(entryPicture('r', path)))).toEqual(['whole', 'one', 'two', 'two-one'])
    expect([entryPicture('r'), entryPicture('r', '2.1')]).toEqual(['entry:r', 'entry:r/2.1'])
    expect(placeOfPicture('entry:r/2.1')).toEqual({ id: 'r', part: '2.1' })
  })

  test('is none where there is no such part, or where an address names it', () => {
    for (const path of ['3', '0', '1.1', '2.1.1', 'x', '2.']) expect(embeddedPicture(record, path), path).toBeNull()
    expect(placeOfPicture('https://a.example/entry:r')).toBeNull()
  })
})
