import { describe, expect, test, vi } from 'vitest'
import { createCodeReader } from '../../../src/app/scan/code-reader.ts'
import { drawSight } from '../../worker/sight.ts'

/** A detector of the browser's that finds this, or fails. */
function detectors(found: readonly string[] | Error, formats: readonly string[] = ['qr_code', 'ean_13']) {
  const detect = vi.fn(async () => {
    if (found instanceof Error) throw found
    return found.map((rawValue) => ({ rawValue }))
  })
  return {
    detect,
    Detectors: class {
      static getSupportedFormats = async () => formats
      detect = detect
    },
  }
}

async function pictureOf(text: string): Promise<Blob> {
  const canvas = new OffscreenCanvas(600, 600)
  drawSight(canvas.getContext('2d')!, text)
  return canvas.convertToBlob()
}

describe('what reads codes', () => {
  test('is the detector of the browser where it has one, for all codes in a picture', async () => {
    const reader = createCodeReader(detectors(['A', 'B']).Detectors)
    expect(await reader.read(await pictureOf('OURS'))).toEqual(['A', 'B'])
    reader.end()
  })

  test('is ours where the browser has none, or one that knows no QR codes', async () => {
    for (const Detectors of [undefined, detectors(['A'], ['ean_13']).Detectors]) {
      const reader = createCodeReader(Detectors)
      expect(await reader.read(await pictureOf('OURS'))).toEqual(['OURS'])
      reader.end()
    }
  })

  test('is ours once that of the browser has failed, which is then left alone', async () => {
    const { Detectors, detect } = detectors(new Error('service not available'))
    const reader = createCodeReader(Detectors)
    expect(await reader.read(await pictureOf('ONE'))).toEqual(['ONE'])
    expect(await reader.read(await pictureOf('TWO'))).toEqual(['TWO'])
    expect(detect).toHaveBeenCalledOnce()
    reader.end()
  })

  test('looks itself at a picture in which the browser finds nothing', async () => {
    const reader = createCodeReader(detectors([]).Detectors)
    expect(await reader.read(await pictureOf('OURS'))).toEqual(['OURS'])
    reader.end()
  })

  test('finds nothing in what is no picture', async () => {
    const reader = createCodeReader()
    expect(await reader.read(new Blob(['no picture']))).toEqual([])
    reader.end()
  })
})
