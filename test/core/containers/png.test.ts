import { deflateSync, crc32 as platformCrc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crc32 } from '../../../src/core/encoding/png.ts'
import { bytesOf } from '../../../src/core/encoding/utf8.ts'
import { limits } from '../../../src/core/limits.ts'
import { bakePng, pngChunkKinds } from '../../issuer/bake.ts'
import { chunk, concat, pngOf } from '../../issuer/png.ts'
import { isPayloads, jws, opened, textsOf } from './support.ts'

const header = chunk('IHDR', Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0))
const pixels = chunk('IDAT', deflateSync(Uint8Array.of(0, 0)))
const end = chunk('IEND', new Uint8Array())
const picture = (...chunks: readonly Uint8Array[]): Uint8Array => pngOf([header, ...chunks, pixels, end])
const json = '{"name":"Résumé ☂"}'
const itxt = (keyword: string, body: Uint8Array, flag = 0, method = 0): Uint8Array =>
  chunk('iTXt', concat([bytesOf(keyword), Uint8Array.of(0, flag, method), bytesOf('en\0titre\0'), body]))

describe('a baked PNG', () => {
  test.for(pngChunkKinds)('gives the credential that stands in it as %s', async (kind) => {
    const latin = '{"name":"Résumé"}'
    expect(await textsOf(bakePng(picture(), latin, { kind }))).toEqual([latin])
  })

  test.for(['openbadges', 'openbadgecredential', 'clrcredential'])('is known by the keyword %s', async (keyword) => {
    expect(await textsOf(bakePng(picture(), jws, { keyword }))).toEqual([jws])
  })

  test('may state language and translated keyword, and carry any script', async () => {
    expect(await textsOf(picture(itxt('openbadgecredential', bytesOf(json))))).toEqual([json])
  })

  test('may hold UTF-8 in a chunk that should be Latin-1', async () => {
    expect(await textsOf(picture(chunk('tEXt', bytesOf(`openbadges\0${json}`))))).toEqual([json])
  })

  test('says when the CRC of the badge chunk is wrong', async () => {
    expect(await opened(bakePng(picture(), jws, { wrongCrc: true }))).toMatchObject([
      { text: jws, container: 'png', notices: [{ code: 'png_crc_wrong' }] },
    ])
  })

  test('says nothing about the CRC of other chunks', async () => {
    const wrong = pixels.with(pixels.length - 1, 0)
    const file = pngOf([header, itxt('openbadges', bytesOf(json)), wrong, end])
    expect(await opened(file)).toMatchObject([{ notices: [] }])
  })

  test('says when the badge was compressed', async () => {
    expect(await opened(bakePng(picture(), jws, { kind: 'iTXt compressed' }))).toMatchObject([
      { notices: [{ code: 'png_chunk_compressed' }] },
    ])
  })

  test('offers all of several badges, and says that there are several', async () => {
    const file = bakePng(bakePng(picture(), json), jws, { keyword: 'openbadges' })
    expect(await opened(file)).toMatchObject([
      { text: jws, notices: [{ code: 'png_several_badges', facts: { count: 2 } }] },
      { text: json, notices: [{ code: 'png_several_badges' }] },
    ])
  })

  test('gives the address when that is all it holds', async () => {
    const file = bakePng(picture(), 'https://example.org/assertion', { kind: 'tEXt', keyword: 'openbadges' })
    expect(await opened(file)).toEqual([{ text: 'https://example.org/assertion', container: 'png', notices: [] }])
  })

  test('gives the badge that stands beside an address', async () => {
    const file = bakePng(bakePng(picture(), json), 'https://example.org/assertion', { keyword: 'openbadges' })
    expect(await opened(file)).toEqual([{ text: json, container: 'png', notices: [] }])
  })

  test('is an ordinary picture without a badge chunk', async () => {
    const comment = chunk('tEXt', bytesOf('Comment\0openbadges'))
    expect(await opened(picture(comment))).toEqual({ code: 'png_no_badge' })
  })

  test('is malformed when cut anywhere before its end', async () => {
    const file = bakePng(picture(), json)
    for (let length = 8; length < file.length; length += 1) {
      expect(await opened(file.subarray(0, length))).toMatchObject({ code: 'png_malformed' })
    }
  })

  test('is malformed when a chunk claims more than there is', async () => {
    const file = picture(itxt('openbadges', bytesOf(json)))
    new DataView(file.buffer).setUint32(8, 0xffff_fff0)
    expect(await opened(file)).toMatchObject({ code: 'png_malformed' })
  })

  test('is malformed with more chunks than anyone needs', async () => {
    const many = Array.from({ length: limits.pngChunks }, () => chunk('tEXt', new Uint8Array()))
    expect(await opened(picture(...many))).toMatchObject({ code: 'png_malformed', facts: { reason: 'too many chunks' } })
  })

  test('may have anything after its end', async () => {
    expect(await textsOf(concat([bakePng(picture(), json), bytesOf('trailing')]))).toEqual([json])
  })

  test('stops inflating at the ceiling', async () => {
    const bomb = deflateSync(new Uint8Array(limits.inflatedChunkBytes + 1).fill(0x20))
    expect(bomb.length).toBeLessThan(20_000)
    expect(await opened(picture(itxt('openbadges', bomb, 1)))).toMatchObject({
      code: 'png_inflate_failed',
      facts: { reason: 'too large' },
    })
  })

  test('shares the ceiling among all of its badges', async () => {
    const half = deflateSync(bytesOf(`{"a":"${'a'.repeat(limits.inflatedChunkBytes / 2)}"}`))
    const one = itxt('openbadges', half, 1)
    expect(await opened(picture(one, one))).toMatchObject([{ notices: [{ code: 'png_several_badges' }, {}] }])
  })

  test.for([
    ['damaged data', itxt('openbadges', bytesOf('not zlib'), 1), 'png_inflate_failed'],
    ['an unknown method', itxt('openbadges', deflateSync(bytesOf(json)), 1, 1), 'png_inflate_failed'],
    ['fields missing', chunk('iTXt', bytesOf('openbadges\0\0\0en')), 'png_malformed'],
    ['text that is not UTF-8', itxt('openbadges', Uint8Array.of(0x7b, 0xff)), 'text_not_utf8'],
    ['no text', itxt('openbadges', new Uint8Array()), 'nothing_inside'],
    ['other text', itxt('openbadges', bytesOf('hello')), 'input_unrecognized'],
  ] as const)('is refused when its badge chunk has %s', async ([, bad, code]) => {
    expect(await opened(picture(bad))).toMatchObject({ code })
  })

  test('never throws, whatever a byte is changed to', async () => {
    const file = bakePng(picture(), json, { kind: 'iTXt compressed' })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        async (changes) => {
          const changed = file.slice()
          for (const [at, byte] of changes) changed[at] = byte
          const result = await opened(changed)
          expect(isPayloads(result) || result.code !== 'unexpected').toBe(true)
        },
      ),
    )
  })

  test('has the CRC of the standard', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(crc32(bytes)).toBe(platformCrc32(bytes))
      }),
    )
  })
})
