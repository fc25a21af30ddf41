import { cleanup, fireEvent, render } from '@solidjs/testing-library'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openTexts, type Texts, TextsProvider } from '../../../src/app/text.ts'
import { AnimatedQr } from '../../../src/app/ui/animated-qr.tsx'
import { createSender, type Sender } from '../../../src/core/qr/sender.ts'

let texts: Texts
beforeEach(async () => {
  texts = await openTexts('en')
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

/** A sender that notes which of its frames were asked for. */
async function noted(length: number): Promise<{ sender: Sender; asked: number[] }> {
  const made = await createSender(new Uint8Array(length), { blockSize: 100 })
  if (!made.ok) throw new Error(made.problem.code)
  const asked: number[] = []
  const frame = (number: number) => {
    asked.push(number)
    return made.value.frame(number)
  }
  return { sender: { count: made.value.count, frame }, asked }
}

function show(sender: Sender) {
  return render(() => (
    <TextsProvider value={texts}>
      <AnimatedQr sender={sender} />
    </TextsProvider>
  ))
}

describe('a moving QR code', () => {
  test('shows one frame after another, beyond the first round too, and leaves none out', async () => {
    const { sender, asked } = await noted(150)
    const { findByRole } = show(sender)
    await findByRole('img', { name: 'Moving QR code' })
    await vi.waitFor(() => expect(asked.length).toBeGreaterThan(sender.count + 3), 10_000)
    expect(asked).toEqual(asked.map((_, index) => index))
  })

  test('draws each anew, without a style of its own', async () => {
    const { sender } = await noted(1_000)
    const { findByRole, container } = show(sender)
    const path = (await findByRole('img')).querySelector('path')!
    const first = path.getAttribute('d')
    await vi.waitFor(() => expect(path.getAttribute('d')).not.toBe(first), 5_000)
    expect(container.querySelectorAll('[style]')).toHaveLength(0)
  })

  test('can be stopped and stepped through', async () => {
    const { sender, asked } = await noted(1_000)
    const { findByRole, getByRole, queryByRole } = show(sender)
    fireEvent.click(await findByRole('button', { name: 'Pause' }))
    const at = asked.at(-1)!
    expect(queryByRole('button', { name: 'Slower' })).toBeNull()
    fireEvent.click(getByRole('button', { name: 'Next code' }))
    expect(asked.at(-1)).toBe(at + 1)
    expect(getByRole('status').textContent).toBe(`Code ${at + 2}`)
    for (let back = 0; back <= at + 3; back += 1) fireEvent.click(getByRole('button', { name: 'Previous code' }))
    expect(asked.at(-1)).toBe(0)
    expect(getByRole('button', { name: 'Previous code' })).toHaveProperty('disabled', true)
    fireEvent.click(getByRole('button', { name: 'Go on' }))
    await vi.waitFor(() => expect(asked.at(-1)).toBeGreaterThan(0), 5_000)
  })

  test('can be shown slower and faster, within bounds', async () => {
    const { sender } = await noted(1_000)
    const { findByRole, getByRole } = show(sender)
    await findByRole('img')
    for (let clicks = 0; clicks < 10; clicks += 1) fireEvent.click(getByRole('button', { name: 'Slower' }))
    expect(getByRole('status').textContent).toBe('1 code a second')
    for (let clicks = 0; clicks < 10; clicks += 1) fireEvent.click(getByRole('button', { name: 'Faster' }))
    expect(getByRole('status').textContent).toBe('10 codes a second')
    expect(getByRole('button', { name: 'Faster' })).toHaveProperty('disabled', true)
  })

  test('starts slowly where motion is not wanted', async () => {
    const { matches } = window.matchMedia('(prefers-reduced-motion: reduce)')
    const { sender } = await noted(1_000)
    const media = window.matchMedia('(min-width: 1px)')
    vi.spyOn(window, 'matchMedia').mockReturnValue(media)
    const { findByRole } = show(sender)
    expect((await findByRole('status')).textContent).toBe('2 codes a second')
    cleanup()
    vi.restoreAllMocks()
    const usual = show(sender)
    expect((await usual.findByRole('status')).textContent).toBe(matches ? '2 codes a second' : '8 codes a second')
  })

  test('stands still when one code holds it all', async () => {
    const { sender } = await noted(10)
    const { findByRole, queryByRole } = show(sender)
    await findByRole('img', { name: 'QR code' })
    expect(queryByRole('button')).toBeNull()
  })

  test('keeps the screen awake for as long as it is there', async () => {
    const release = vi.fn(async () => {})
    const request = vi.fn(async () => ({ release }) as unknown as WakeLockSentinel)
    vi.spyOn(navigator, 'wakeLock', 'get').mockReturnValue({ request })
    const { sender } = await noted(1_000)
    const { findByRole, unmount } = show(sender)
    await findByRole('img')
    expect(request).toHaveBeenCalledWith('screen')
    document.dispatchEvent(new Event('visibilitychange'))
    expect(request).toHaveBeenCalledTimes(2)
    unmount()
    await vi.waitFor(() => expect(release).toHaveBeenCalled())
    document.dispatchEvent(new Event('visibilitychange'))
    expect(request).toHaveBeenCalledTimes(2)
  })
})
