import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawQr } from '../../../src/core/qr/drawing.ts'
import { frameText, readFrame, transferLimits } from '../../../src/core/qr/frame.ts'
import { createReceiver, type Receiver } from '../../../src/core/qr/receiver.ts'
import { createSender, type Sender } from '../../../src/core/qr/sender.ts'
import { randomOf } from '../../fuzz/random.ts'

/** A message that looks random, as everything encrypted does. */
const noise = (length: number, seed: number) => randomOf(seed, 0).bytes(length)

async function senderOf(message: Uint8Array, blockSize?: number): Promise<Sender> {
  const sender = await createSender(message, blockSize === undefined ? {} : { blockSize })
  if (!sender.ok) throw new Error(sender.problem.code)
  return sender.value
}

/** Shows frames from one on, some of which are lost, until all is there; how many were seen. */
function show(sender: Sender, receiver: Receiver, isLost: (number: number) => boolean, from = 0): number {
  let seen = 0
  for (let number = from; receiver.message() === null; number += 1) {
    if (number > from + 50 * sender.count + 200) throw new Error('it never ends')
    if (isLost(number)) continue
    seen += 1
    receiver.take(sender.frame(number))
  }
  return seen
}

describe('a message sent as QR codes', () => {
  test('arrives from any frames when every third is lost, with a few more seen than it has blocks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 200_000 }),
        fc.integer(),
        fc.integer({ min: 0, max: 500 }),
        async (length, seed, from) => {
          const message = noise(length, seed)
          const lots = randomOf(seed, 1)
          const sender = await senderOf(message)
          const receiver = createReceiver()
          const seen = show(sender, receiver, () => lots.chance(0.3), from)
          const arrived = await receiver.message()
          expect(arrived?.ok && Buffer.compare(arrived.value, message)).toBe(0)
          // Each of the random sums says nothing new with a chance of a half at the very end: 25 of them, once in thirty million runs.
          expect(seen).toBeLessThanOrEqual(sender.count + 25)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('arrives in the first round when nothing is lost, and then needs no more', async () => {
    const message = noise(30_000, 1)
    const sender = await senderOf(message)
    const receiver = createReceiver()
    expect(receiver.progress).toEqual({ have: 0, need: 0 })
    expect(show(sender, receiver, () => false)).toBe(sender.count)
    expect(receiver.progress).toEqual({ have: sender.count, need: sender.count })
    expect(receiver.take(sender.frame(sender.count))).toBe('known')
    expect(await receiver.message()).toEqual({ ok: true, value: message })
  })

  test('arrives whatever its length, the empty one too, and however small the blocks', async () => {
    for (const [length, blockSize] of [
      [0, undefined],
      [1, 4],
      [779, undefined],
      [780, undefined],
      [781, undefined],
      [4_000, 4],
      [5_000, 99_999],
    ] as const) {
      const message = noise(length, length)
      const receiver = createReceiver()
      show(await senderOf(message, blockSize), receiver, (number) => number % 2 === 0)
      expect(await receiver.message()).toEqual({ ok: true, value: message })
    }
  })

  test('says what came of each frame', async () => {
    const [sender, other] = [await senderOf(noise(5_000, 1)), await senderOf(noise(5_000, 2))]
    const receiver = createReceiver()
    expect(receiver.take(sender.frame(3))).toBe('taken')
    expect(receiver.take(sender.frame(3))).toBe('known')
    expect(receiver.take(other.frame(4))).toBe('other')
    expect(receiver.take('https://westbridge.example/')).toBe('no')
    expect(receiver.progress).toEqual({ have: 1, need: sender.count })
    expect(receiver.message()).toBeNull()
  })

  test('is refused when it is too large', async () => {
    const refused = { ok: false, problem: { code: 'transfer_too_large' } }
    expect(await createSender(new Uint8Array(transferLimits.offered + 1))).toEqual(refused)
    expect(await createSender(new Uint8Array(100_000), { blockSize: 40 })).toEqual(refused)
    expect((await createSender(new Uint8Array(transferLimits.offered))).ok).toBe(true)
  })

  test('shows codes that are all equally large: 97 modules, or less for a short one', async () => {
    const [long, short] = [await senderOf(noise(20_000, 1)), await senderOf(noise(100, 1))]
    const sizes = (sender: Sender) => new Set([0, 1, 30, 4_000_000_000].map((number) => drawQr(sender.frame(number))?.size))
    expect(sizes(long)).toEqual(new Set([97 + 8]))
    expect(sizes(short)).toEqual(new Set([49 + 8]))
  })

  test('fits a code of 117 modules at most', async () => {
    const sender = await senderOf(noise(20_000, 1), transferLimits.block)
    expect(drawQr(sender.frame(0))?.size).toBe(117 + 8)
  })
})

describe('a hostile screen', () => {
  test('makes no receiver answer with other bytes: the message arrives or is said to be damaged', async () => {
    const message = noise(3_000, 9)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(2_000), { minLength: 1, maxLength: 6 }), fc.nat(255), async (lies, flip) => {
        const sender = await senderOf(message, 300)
        const receiver = createReceiver()
        for (const number of lies) {
          const frame = readFrame(sender.frame(number))!
          receiver.take(frameText({ ...frame, block: frame.block.map((byte) => byte ^ flip) }))
        }
        show(sender, receiver, () => false)
        const answer = await receiver.message()
        if (flip === 0) expect(answer).toEqual({ ok: true, value: message })
        else expect(answer).toEqual({ ok: false, problem: { code: 'transfer_damaged' } })
      }),
      { numRuns: 60 },
    )
  })

  test('cannot change the shape of a transfer on its way', async () => {
    const sender = await senderOf(noise(3_000, 9))
    const receiver = createReceiver()
    const first = readFrame(sender.frame(0))!
    receiver.take(sender.frame(0))
    expect(receiver.take(frameText({ ...first, number: 1, length: 2_999 }))).toBe('other')
    expect(receiver.take(frameText({ ...first, number: 1, blockSize: 4, block: new Uint8Array(4) }))).toBe('other')
  })

  test.each([
    ['no blocks', { blockSize: 0, block: new Uint8Array(0) }],
    ['blocks of three bytes', { blockSize: 3, block: new Uint8Array(3) }],
    ['a block of another size than it says', { blockSize: 400, block: new Uint8Array(100) }],
    ['a message beyond all bounds', { length: 0xffffffff }],
    ['a message above the bound', { length: transferLimits.message + 1, blockSize: 1_212, block: new Uint8Array(1_212) }],
    ['too many blocks', { length: 1_000_000 }],
    ['blocks above the bound', { blockSize: 1_216, block: new Uint8Array(1_216) }],
  ])('is not believed when it claims %s', (_, claims) => {
    const honest = { id: 1, length: 1_000, blockSize: 100, number: 0, block: new Uint8Array(100) }
    expect(createReceiver().take(frameText(honest))).toBe('taken')
    expect(createReceiver().take(frameText({ ...honest, ...claims }))).toBe('no')
  })

  test('is not believed when a letter of a frame was misread', async () => {
    const text = (await senderOf(noise(500, 3))).frame(0)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...'0A $:'), (at, letter) => {
        const misread = text.slice(0, at) + letter + text.slice(at + 1)
        expect(createReceiver().take(misread)).toBe(misread === text ? 'taken' : 'no')
      }),
    )
    expect(createReceiver().take(text.slice(0, -3))).toBe('no')
    expect(createReceiver().take(`${text}000`)).toBe('no')
  })

  test('tires nobody with what is no frame', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `SQ1:${text}`),
        ),
        (text) => {
          expect(createReceiver().take(text)).toBe('no')
        },
      ),
    )
    expect(createReceiver().take(`SQ1:${'0'.repeat(5_000_000)}`)).toBe('no')
  })
})
