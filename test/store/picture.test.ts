import { describe, expect, test } from 'vitest'
import { embeddedPicture } from '../../src/store/picture.ts'
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
