import { afterEach, describe, expect, test } from 'vitest'
import { createSender } from '../../src/core/qr/sender.ts'
import { createQrReader } from '../../src/worker/scan-client.ts'
import { sightOf } from './sight.ts'

const reader = createQrReader()
afterEach(() => reader.end())

const address = 'https://westbridge.example/view#1234567890'

async function frames(blockSize: number): Promise<readonly string[]> {
  const sender = await createSender(crypto.getRandomValues(new Uint8Array(20_000)), { blockSize })
  if (!sender.ok) throw new Error(sender.problem.code)
  return [0, 1, 100].map((number) => sender.value.frame(number))
}

describe('the scan worker', () => {
  test.each([
    ['upright', {}],
    ['turned by a few degrees', { turned: 7 }],
    ['turned on its side', { turned: 95 }],
    ['mirrored', { mirrored: true }],
    ['light on dark', { inverted: true }],
    ['a little out of focus', { blurred: 2 }],
    ['from afar', { side: 150 }],
    ['by a large camera', { width: 3840, height: 2160 }],
  ])('reads a code that is seen %s', async (_, seen) => {
    expect(await reader.read(await sightOf(address, seen))).toBe(address)
  })

  test.each([
    ['of 97 modules', 812],
    ['of 117 modules, as fine as they get,', 1_212],
  ])('reads a frame %s in a picture of 1280 by 720', async (_, blockSize) => {
    for (const text of await frames(blockSize)) {
      expect(await reader.read(await sightOf(text))).toBe(text)
      expect(await reader.read(await sightOf(text, { mirrored: true, turned: 3 }))).toBe(text)
    }
  })

  test('finds a small code in a large still picture', async () => {
    const picture = await sightOf(address, { width: 4000, height: 3000, side: 180 })
    expect(await reader.read(picture, { isStill: true })).toBe(address)
  })

  test('answers null where there is no code, however small the picture', async () => {
    for (const [width, height] of [
      [1280, 720],
      [1, 1],
      [3000, 1],
    ] as const) {
      const canvas = new OffscreenCanvas(width, height)
      canvas.getContext('2d')?.fillRect(0, 0, 1, 1)
      expect(await reader.read(await createImageBitmap(canvas), { isStill: true })).toBeNull()
    }
  })

  test('answers each of many that are asked for at once', async () => {
    const texts = ['ONE', 'TWO', 'THREE']
    const sights = await Promise.all(texts.map((text) => sightOf(text)))
    expect(await Promise.all(sights.map((sight) => reader.read(sight)))).toEqual(texts)
  })

  test('takes the picture with it, and leaves no copy behind', async () => {
    const sight = await sightOf(address)
    const reading = reader.read(sight)
    expect(sight.width).toBe(0)
    await reading
  })

  test('answers null to what is under way when it is ended, and begins anew with the next', async () => {
    const reading = reader.read(await sightOf(address))
    reader.end()
    expect(await reading).toBeNull()
    expect(await reader.read(await sightOf(address))).toBe(address)
  })

  test('answers null to a picture that is used up', async () => {
    const sight = await sightOf(address)
    sight.close()
    expect(await reader.read(sight)).toBeNull()
    expect(await reader.read(await sightOf(address))).toBe(address)
  })
})
