import fc from 'fast-check'
import { decodeQR } from 'qr/decode.js'
import { describe, expect, test } from 'vitest'
import { drawQr, type QrDrawing } from '../../../src/core/qr/drawing.ts'

/** The drawing as a picture of a few pixels for each module, and what a reader of QR codes finds in it. */
function readDrawing({ size, path }: QrDrawing): string {
  const scale = 4
  const width = size * scale
  const data = new Uint8Array(width * width * 4).fill(255)
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let row = 0; row < scale; row += 1) {
      const at = ((Number(y) * scale + row) * width + Number(x) * scale) * 4
      data.fill(0, at, at + Number(run) * scale * 4)
    }
  return decodeQR({ width, height: width, data })
}

describe('a drawn QR code', () => {
  test('is read as the text that it was drawn from', () => {
    const texts = fc.oneof(fc.string({ minLength: 1 }), fc.stringMatching(/^[0-9A-Z $%*+./:-]{1,200}$/), fc.webUrl())
    fc.assert(
      fc.property(texts, (text) => {
        expect(readDrawing(drawQr(text) as QrDrawing)).toBe(text)
      }),
    )
  })

  test('keeps four modules quiet on each side', () => {
    const { size, path } = drawQr('SATCHEL', { correction: 'medium' }) as QrDrawing
    const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((run) => run.slice(1).map(Number) as [number, number, number])
    expect(size).toBe(21 + 8)
    expect(Math.min(...runs.flatMap((run) => run.slice(0, 2)))).toBe(4)
    expect(Math.max(...runs.flatMap(([x, y, run]) => [x + run, y + 1]))).toBe(size - 4)
  })

  test('is none when the text is too long for any', () => {
    expect(drawQr('7'.repeat(7_089))).not.toBeNull()
    expect(drawQr('7'.repeat(7_090))).toBeNull()
    expect(drawQr('7'.repeat(7_089), { correction: 'medium' })).toBeNull()
  })
})
