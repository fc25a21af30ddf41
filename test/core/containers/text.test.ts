import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toBase64url } from '../../../src/core/encoding/base64url.ts'
import { bytesOf } from '../../../src/core/encoding/utf8.ts'
import { limits } from '../../../src/core/limits.ts'
import { isPayloads, jws, opened, textsOf } from './support.ts'

describe('text', () => {
  test('may be JSON or a compact JWS, with white space and a byte order mark around it', async () => {
    expect(await textsOf('\ufeff \n{"a":1}\n')).toEqual(['{"a":1}'])
    expect(await textsOf(`\r\n${jws}\r\n`)).toEqual([jws])
  })

  test('may be a JSON string or a data URL that holds one', async () => {
    expect(await textsOf(JSON.stringify(jws))).toEqual([jws])
    expect(await textsOf(`data:application/vc+jwt,${jws}`)).toEqual([jws])
    expect(await textsOf(`data:application/vc-ld+jwt;base64url,${jws}`)).toEqual([jws])
    expect(await textsOf(JSON.stringify(`data:application/vc+jwt,${jws}`))).toEqual([jws])
    expect(await textsOf(`data:application/json,${encodeURIComponent('{"a":"é"}')}`)).toEqual(['{"a":"é"}'])
    expect(await textsOf(`data:application/json;base64,${btoa('{"a":1}')}`)).toEqual(['{"a":1}'])
    expect(await textsOf(`data:application/json;base64,${toBase64url(bytesOf('{"a":"ÿ"}'))}`)).toEqual(['{"a":"ÿ"}'])
  })

  test('may hold several JWS, one after the other', async () => {
    expect(await textsOf(`${jws}\n${jws} ${jws}`)).toEqual([jws, jws, jws])
  })

  test('may be a JWS that mail broke into lines', async () => {
    expect(await textsOf(`${jws.slice(0, 20)}\n${jws.slice(20, 40)}\r\n${jws.slice(40)}`)).toEqual([jws])
  })

  test('may be an SD-JWT, whole or broken into lines', async () => {
    const sdJwt = `${jws}~WyJzYWx0Il0~`
    expect(await textsOf(sdJwt)).toEqual([sdJwt])
    expect(await textsOf(` ${sdJwt.slice(0, 20)}\n${sdJwt.slice(20, 60)}\r\n${sdJwt.slice(60)}\n`)).toEqual([sdJwt])
  })

  test.for([
    ['nothing', '', 'input_empty'],
    ['white space', ' \n\t', 'input_empty'],
    ['an address', ' https://example.org/badge?x=1 ', 'input_is_address'],
    ['a page', '<!DOCTYPE html><title>x</title>', 'input_is_html'],
    ['a page with a drawing in it', '<html><body><svg></svg></body></html>', 'input_is_html'],
    [
      'a page that says it is XML',
      '<?xml version="1.0"?><!-- x --><html xmlns="http://www.w3.org/1999/xhtml"/>',
      'input_is_html',
    ],
    ['other XML', '<feed/>', 'input_unrecognized'],
    ['prose', 'Congratulations on your new badge.', 'input_unrecognized'],
    ['a JSON string of prose', '"hello"', 'input_unrecognized'],
    ['a JSON string that does not end', '"hello', 'json_malformed'],
    ['a data URL of nothing known', 'data:text/plain,hello', 'input_unrecognized'],
    ['a data URL that cannot be decoded', 'data:application/json;base64,%%%', 'input_unrecognized'],
  ] as const)('says what it found: %s', async ([, given, code]) => {
    expect(await opened(given)).toMatchObject({ code })
  })

  test('says the address that was pasted', async () => {
    expect(await opened('https://example.org/b')).toEqual({
      code: 'input_is_address',
      facts: { address: 'https://example.org/b' },
    })
  })

  test('stops unwrapping strings in strings', async () => {
    let given: string = jws
    for (let depth = 0; depth <= limits.nestingDepth; depth += 1) given = JSON.stringify(given)
    expect(await opened(given)).toMatchObject({ code: 'input_unrecognized' })
  })
})

describe('NDJSON', () => {
  const first = '{"a":1}'
  const sdJwt = `${jws}~WyJhIl0~`

  test.for([
    ['documents', [first, '{"b":[2]}', '[3]'], [first, '{"b":[2]}', '[3]']],
    ['JWTs as strings', [JSON.stringify(jws), JSON.stringify(jws)], [jws, jws]],
    ['JWTs as they are among documents', [first, jws, sdJwt], [first, jws, sdJwt]],
    ['a JWT first', [jws, first], [jws, first]],
    ['SD-JWTs', [sdJwt, sdJwt], [sdJwt, sdJwt]],
    ['a line that is nothing', [first, first, 'nothing', '"broken'], [first, first, 'nothing', '"broken']],
  ] as const)('gives what stands in each line: %s', async ([, lines, texts]) => {
    expect(await textsOf(`${lines.join('\r\n\n')}\n`)).toEqual(texts)
  })

  test.for(['{"a":{}\n,"b":1}', '{"a":[]\n}', '[{"a":1},\n{"a":2}]', '{\n"a":1\n}', '{"a":"x"}\n'])(
    'is not what a document in several lines is: %j',
    async (text) => {
      expect(await textsOf(text)).toEqual([text.trim()])
    },
  )

  test('of more lines than are opened is refused', async () => {
    expect(await opened(`${first}\n`.repeat(limits.credentialsPerInput + 1))).toMatchObject({ code: 'too_many_credentials' })
  })
})

describe('a file', () => {
  test.for([
    ['PDF', bytesOf('%PDF-1.7'), { code: 'input_is_pdf' }],
    ['JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), { code: 'input_unrecognized', facts: { found: 'jpeg' } }],
    ['other bytes', Uint8Array.of(0xc3, 0x28), { code: 'text_not_utf8' }],
  ] as const)('of another kind is named: %s', async ([, bytes, problem]) => {
    expect(await opened(bytes)).toEqual(problem)
  })

  test('past the ceiling is not looked at', async () => {
    expect(await opened(new Uint8Array(limits.inputBytes + 1))).toMatchObject({ code: 'input_too_large' })
  })

  test('of any bytes is opened or refused by name, never thrown at', async () => {
    const beginning = fc.constantFrom('', '{', '[', '"', '<svg>', 'data:,', 'eyJ', '\x89PNG\r\n\x1a\n', '%PDF')
    await fc.assert(
      fc.asyncProperty(beginning, fc.uint8Array({ maxLength: 200 }), async (start, rest) => {
        const result = await opened(Uint8Array.from([...Array.from(start, (letter) => letter.charCodeAt(0)), ...rest]))
        expect(isPayloads(result) || !['unexpected', 'input_unreadable'].includes(result.code)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
