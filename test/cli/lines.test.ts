import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesOf, linesOf } from '../../src/cli/lines.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array | null) => (bytes ? new TextDecoder().decode(bytes) : null)

async function* stream(...chunks: string[]) {
  for (const chunk of chunks) yield encode(chunk)
}

async function texts(limit: number, ...chunks: string[]) {
  const lines: (string | null)[] = []
  for await (const line of linesOf(stream(...chunks), limit)) {
    expect(line.number).toBe(lines.length + 1)
    lines.push(decode(line.bytes))
  }
  return lines
}

describe('lines of standard input', () => {
  test('are cut at line breaks, however the bytes arrive', async () => {
    expect(await texts(99, 'on', 'e\ntw', 'o\n', '\nfour')).toEqual(['one', 'two', '', 'four'])
  })

  test('lose the carriage return of other systems', async () => {
    expect(await texts(99, 'one\r\ntwo\r', '\n')).toEqual(['one', 'two'])
  })

  test('do not end with an empty one after the last line break', async () => {
    expect(await texts(99, 'one\n')).toEqual(['one'])
    expect(await texts(99)).toEqual([])
  })

  test('are skipped when too long, and the rest goes on', async () => {
    expect(await texts(4, 'abcd\nabc', 'de', 'fgh\nx\nabcde')).toEqual(['abcd', null, 'x', null])
  })

  test('are given out before the next chunk is there', async () => {
    let more = false
    async function* slow() {
      yield encode('first\nsec')
      more = true
      yield encode('ond\n')
    }
    const lines = linesOf(slow(), 99)
    expect(decode((await lines.next()).value?.bytes ?? null)).toBe('first')
    expect(more).toBe(false)
  })

  test('are the same for every way of cutting the stream into chunks', async () => {
    const chunks = fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '\n', '"') }))
    await fc.assert(
      fc.asyncProperty(chunks, async (parts) => {
        expect(await texts(1e6, ...parts)).toEqual(await texts(1e6, parts.join('')))
      }),
    )
  })
})

describe('a whole stream', () => {
  test('is joined', async () => expect(decode(await bytesOf(stream('a', '', 'bc'), 3))).toBe('abc'))
  test('is refused past its limit', async () => expect(await bytesOf(stream('a', 'bc'), 2)).toBeNull())
})
