import { createVerifyCryptosuite } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite'
import { describe, expect, test } from 'vitest'
import { parseJson } from '../../src/core/encoding/json.ts'
import { describeVectors, entriesOf, textOf } from './vectors.ts'

// the canonical form is the library's own; what we add is the parser before it, which must not change a value
const { canonize } = createVerifyCryptosuite()
const canonical = async (file: string) => canonize(parseJson(textOf(file)), {})

describeVectors('JSON canonicalization, RFC 8785', () => {
  const inputs = entriesOf('jcs')
    .map(({ file }) => file)
    .filter((file) => file.includes('/input/'))

  test('has inputs', () => expect(inputs.length).toBeGreaterThanOrEqual(4))

  describe('gives the published text, byte for byte', () => {
    for (const input of inputs)
      test(input, async () => {
        const text = await canonical(input)
        expect(text).toBe(textOf(input.replace('/input/', '/output/')))
        const hex = textOf(input.replace('/input/', '/outhex/').replace('.json', '.txt')).replace(/\s/g, '')
        expect(Buffer.from(text, 'utf8').toString('hex')).toBe(hex)
      })
  })

  test('sorts names by UTF-16 code units', async () =>
    expect(await canonical('jcs/generated/utf16-order.input.json')).toBe(textOf('jcs/generated/utf16-order.output.json')))
})
