import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseJson } from '../../../src/core/encoding/json.ts'
import { limits } from '../../../src/core/limits.ts'
import { attemptNow, type Problem } from '../../../src/core/problem.ts'

const refusalOf = (text: string): Problem | null => {
  const attempt = attemptNow(() => parseJson(text))
  return attempt.ok ? null : attempt.problem
}

describe('JSON', () => {
  test('is read as the platform reads it, for any value', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(0, 2), (text, indent) => {
        const spaced = JSON.stringify(JSON.parse(text), null, indent)
        expect(parseJson(spaced)).toEqual(JSON.parse(spaced))
      }),
    )
  })

  test('is accepted exactly when the platform accepts it, but for the stricter rules', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '"b"',
      '\\',
      '\\u0041',
      '1',
      '0',
      '-',
      '.5',
      'e1',
      '1e5',
      'true',
      'null',
      ' ',
      '\n',
      '\u0000',
      '\u00a0',
      "'a'",
      '//',
      'é',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const platform = attemptNow(() => JSON.parse(text) as unknown)
        const refusal = refusalOf(text)
        const isStricter = refusal?.code === 'json_duplicate_key' || refusal?.facts?.reason === 'number out of range'
        if (!isStricter) expect(refusal?.code ?? null).toBe(platform.ok ? null : 'json_malformed')
      }),
      { numRuns: 3_000 },
    )
  })

  test.for([
    ['{"a":1,"a":1}', 'a'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{"x":{"b":[{"c":1,"d":2,"c":3}]}}', 'c'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
    ['{"":1,"":2}', ''],
  ] as const)('refuses a member that stands twice: %s', ([text, member]) => {
    expect(refusalOf(text)).toMatchObject({ code: 'json_duplicate_key', facts: { member } })
  })

  test('allows one name in two objects', () => {
    expect(parseJson('[{"a":1},{"a":{"a":2}}]')).toEqual([{ a: 1 }, { a: { a: 2 } }])
  })

  test('keeps __proto__ as a member and no prototype is set', () => {
    const value = parseJson('{"__proto__":{"verified":true}}') as object
    expect(Object.keys(value)).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect('verified' in value).toBe(false)
  })

  test.for(['"\\ud800"', '"\\udc00\\ud800"', '{"\\ud83d":1}', '["\\ud83d x"]'])('refuses a lone surrogate: %s', (text) => {
    expect(refusalOf(text)).toMatchObject({ code: 'json_malformed', facts: { reason: 'lone surrogate' } })
  })

  test('reads a pair of surrogates', () => {
    expect(parseJson('"\\ud83d\\ude00"')).toBe('😀')
  })

  test.for(['1e999', '-1E+400', `[${'9'.repeat(400)}]`])('refuses a number past the range of a double: %s', (text) => {
    expect(refusalOf(text)).toMatchObject({ code: 'json_malformed', facts: { reason: 'number out of range' } })
  })

  test.for([
    '',
    '{',
    '[1,]',
    '{"a":1,}',
    '{a:1}',
    "{'a':1}",
    '01',
    '1.',
    '+1',
    '.5',
    '1e',
    'NaN',
    '"\t"',
    '"\\x"',
    '[1] 2',
    '\ufeff1',
    'tru',
  ])('refuses what is not JSON: %j', (text) => {
    expect(refusalOf(text)?.code).toBe('json_malformed')
  })

  test('says line and column of the trouble', () => {
    expect(refusalOf('{\n  "a": x\n}')).toEqual({ code: 'json_malformed', facts: { position: 9, line: 2, column: 8 } })
    expect(refusalOf('{"a": [1, 2')).toMatchObject({ facts: { reason: 'ends too early', position: 11 } })
  })

  test('goes as deep as the limit and no deeper', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)
    expect(refusalOf(nested(limits.jsonDepth))).toBeNull()
    expect(refusalOf(nested(limits.jsonDepth + 1))?.code).toBe('json_too_deep')
    expect(refusalOf('[{"a":'.repeat(1_000_000))?.code).toBe('json_too_deep')
  })

  test('holds as many values as the limit and no more', () => {
    const list = (size: number): string => `[${'0,'.repeat(size - 1)}0]`
    expect(refusalOf(list(limits.jsonNodes - 1))).toBeNull()
    expect(refusalOf(list(limits.jsonNodes))?.code).toBe('json_too_large')
  })

  test('counts its size in UTF-8', () => {
    const room = limits.jsonBytes - 2
    expect(refusalOf(`"${'a'.repeat(room)}"`)).toBeNull()
    expect(refusalOf(`"${'a'.repeat(room + 1)}"`)?.code).toBe('json_too_large')
    expect(refusalOf(`"${'é'.repeat(room / 2 + 1)}"`)?.code).toBe('json_too_large')
  })
})
