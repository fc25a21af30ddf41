import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limits } from '../../../src/core/limits.ts'
import { bakeSvg } from '../../issuer/bake.ts'
import { isPayloads, jws, opened, textsOf } from './support.ts'

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>A</title></svg>'
const json = '{"name":"Résumé ☂","html":"<b>&amp;</b>"}'
const ob3 = 'xmlns:ob="https://purl.imsglobal.org/ob/v3p0"'

describe('a baked SVG', () => {
  test.for(['open-badges-3', 'open-badges-2'] as const)('gives JSON and JWS of %s', async (namespace) => {
    expect(await textsOf(bakeSvg(drawing, json, namespace))).toEqual([json])
    expect(await textsOf(bakeSvg(drawing, jws, namespace))).toEqual([jws])
  })

  test('may be baked as a record', async () => {
    const file = `<svg xmlns:c="https://purl.imsglobal.org/clr/v2p0"><c:credential><![CDATA[${json}]]></c:credential></svg>`
    expect(await textsOf(file)).toEqual([json])
  })

  test('is known by namespace, whatever the prefix, and by nothing else', async () => {
    const element = (namespace: string): string => `<svg><credential xmlns="${namespace}"><![CDATA[${json}]]></credential></svg>`
    expect(await textsOf(element('https://purl.imsglobal.org/ob/v3p0'))).toEqual([json])
    expect(await opened(element('https://purl.imsglobal.org/ob/v3p0/'))).toEqual({ code: 'svg_no_badge' })
    expect(await opened(`<svg xmlns:openbadges="urn:other"><openbadges:credential verify="${jws}"/></svg>`)).toEqual({
      code: 'svg_no_badge',
    })
  })

  test('may escape its JSON instead of wrapping it, in several pieces', async () => {
    const file = `<svg ${ob3}><ob:credential>{"a":&quot;&lt;<![CDATA[&]]>&#x2602;"}</ob:credential></svg>`
    expect(await textsOf(file)).toEqual(['{"a":"<&☂"}'])
  })

  test('may begin with declaration, comments, byte order mark and a doctype that names a file', async () => {
    const prolog =
      '\ufeff<?xml version="1.0"?>\n<!-- <svg> -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/a.dtd">\n'
    expect(await textsOf(prolog + bakeSvg(drawing, json))).toEqual([json])
  })

  test.for([
    '<!DOCTYPE svg [<!ENTITY a "b">]>',
    '<!DOCTYPE svg SYSTEM "a.dtd" [\n<!ENTITY a SYSTEM "file:///etc/passwd">\n]>',
    '<!DOCTYPE svg []>',
  ])('is refused when its doctype declares anything: %s', async (doctype) => {
    expect(await opened(doctype + bakeSvg(drawing, json))).toEqual({ code: 'svg_doctype' })
  })

  test('is refused when it uses an entity of its own', async () => {
    expect(await opened(`<svg ${ob3}><ob:credential>&lol;</ob:credential></svg>`)).toMatchObject({ code: 'svg_malformed' })
  })

  test('offers all of several badges', async () => {
    const two = `<ob:credential verify="${jws}"/><g><ob:credential>{"a":1}</ob:credential></g>`
    expect(await textsOf(`<svg ${ob3}>${two}</svg>`)).toEqual([jws, '{"a":1}'])
  })

  test('prefers its body to the address beside it', async () => {
    const file = `<svg ${ob3}><ob:credential verify="https://example.org/a">{"a":1}</ob:credential></svg>`
    expect(await textsOf(file)).toEqual(['{"a":1}'])
  })

  test('prefers a badge in full to the address in another element', async () => {
    const both = '<ob:credential verify="https://example.org/a"/><ob:credential>{"a":1}</ob:credential>'
    expect(await textsOf(`<svg ${ob3}>${both}</svg>`)).toEqual(['{"a":1}'])
  })

  test('gives the address when that is all it holds', async () => {
    const file = `<svg ${ob3}><ob:credential verify="https://example.org/a"/></svg>`
    expect(await opened(file)).toEqual([{ text: 'https://example.org/a', container: 'svg', notices: [] }])
  })

  test.for([
    ['no badge', drawing, 'svg_no_badge'],
    ['an empty badge element', `<svg ${ob3}><ob:credential/></svg>`, 'svg_no_badge'],
    ['an end that is missing', bakeSvg(drawing, json).slice(0, -3), 'svg_malformed'],
    ['a prefix that is not declared', '<svg><ob:credential/></svg>', 'svg_malformed'],
    ['elements deeper than anyone draws', `<svg>${'<g>'.repeat(limits.svgDepth)}`, 'svg_too_deep'],
    ['a size past the ceiling', `<svg>${' '.repeat(limits.svgBytes)}</svg>`, 'input_too_large'],
  ] as const)('is refused with %s', async ([, file, code]) => {
    expect(await opened(file)).toMatchObject({ code })
  })

  test('never throws, whatever is cut out of it or put into it', async () => {
    const file = bakeSvg(drawing, json)
    const piece = fc.constantFrom(
      '',
      '<',
      '>',
      '&',
      '"',
      ']]>',
      '<![CDATA[',
      '</svg>',
      '<!DOCTYPE',
      '\u0000',
      '\ud800',
      'xmlns:a=""',
    )
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length), fc.nat(30), piece, async (at, length, put) => {
        const result = await opened(file.slice(0, at) + put + file.slice(at + length))
        expect(isPayloads(result) || result.code !== 'unexpected').toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
