import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactBytes, pack, unpack } from '../../src/store/pack.ts'

const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 40 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value

test('plain data with bytes anywhere in it comes back equal', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), plain, { noNullPrototype: true }), (value) => {
      expect(unpack(pack(value))).toStrictEqual(value)
    }),
  )
})

test('what looks like our own table of contents is data like any other', () => {
  const value = { plain: { a: 1 }, parts: [{ at: ['plain'], length: 5 }], bytes: new Uint8Array([1, 2, 3]) }
  expect(unpack(pack(value))).toStrictEqual(value)
})

test('bytes come back in memory of their own, so that each can be handed on without the others', () => {
  const { a, b } = unpack<{ a: Uint8Array; b: Uint8Array }>(pack({ a: new Uint8Array(3), b: new Uint8Array(5) }))
  expect([a.buffer.byteLength, b.buffer.byteLength]).toEqual([3, 5])
})

test('members that are undefined are left out', () => {
  expect(unpack(pack({ a: undefined, b: 1 }))).toStrictEqual({ b: 1 })
})

test('bytes in memory that threads share are copied out of it', () => {
  const shared = new Uint8Array(new SharedArrayBuffer(2))
  shared[0] = 7
  expect(exactBytes(shared)).toEqual(new Uint8Array([7, 0]))
  expect(exactBytes(shared).buffer).toBeInstanceOf(ArrayBuffer)
})
