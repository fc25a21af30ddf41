import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createAutoLock } from '../../src/app/auto-lock.ts'
import { whileAwake } from '../../src/app/awake.ts'
import type { Settings } from '../../src/store/types.ts'

const minute = 60_000
let ends: (() => void)[] = []

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  for (const end of ends) end()
  ends = []
  vi.useRealTimers()
})

/** A wallet that locks after five minutes; each is a tab of its own, since channels do not hear themselves. */
function open() {
  const lock = vi.fn()
  const [settings, setSettings] = createSignal({ lockAfter: 5 } as Settings)
  createRoot((end) => {
    ends.push(end)
    createAutoLock({ vault: { lock }, settings })
  })
  return { lock, choose: (lockAfter: number) => setSettings((before) => ({ ...before, lockAfter })) }
}

const touch = () => document.dispatchEvent(new Event('pointerdown'))
/** Channels deliver in their own time, which is not the faked one. */
const heard = () => new Promise<void>((resolve) => channelDelay(resolve))
function channelDelay(then: () => void): void {
  const [one, other] = [new BroadcastChannel('satchel test'), new BroadcastChannel('satchel test')]
  other.addEventListener('message', () => {
    one.close()
    other.close()
    requestAnimationFrame(then)
  })
  one.postMessage('')
}

describe('a wallet that nobody touches', () => {
  test('locks when its time is up, and not before', () => {
    const { lock } = open()
    vi.advanceTimersByTime(5 * minute - 1)
    expect(lock).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1_000)
    expect(lock).toHaveBeenCalledOnce()
  })

  test('stays open while somebody touches it', () => {
    const { lock } = open()
    for (let minutes = 0; minutes < 30; minutes += 4) {
      vi.advanceTimersByTime(4 * minute)
      touch()
    }
    expect(lock).not.toHaveBeenCalled()
  })

  test('locks when it wakes from a sleep that was too long, whoever touches it then', () => {
    const { lock } = open()
    // Asleep: the clock goes on, timers do not.
    vi.setSystemTime(Date.now() + 60 * minute)
    touch()
    vi.advanceTimersByTime(1_000)
    expect(lock).toHaveBeenCalledOnce()
  })

  test('stays open while work of our own is under way, and has its whole time after it', async () => {
    const { lock } = open()
    let finish: () => void = () => undefined
    const work = whileAwake(() => new Promise<void>((resolve) => (finish = resolve)))
    vi.advanceTimersByTime(20 * minute)
    expect(lock).not.toHaveBeenCalled()
    finish()
    await work
    vi.advanceTimersByTime(4 * minute)
    expect(lock).not.toHaveBeenCalled()
    vi.advanceTimersByTime(2 * minute)
    expect(lock).toHaveBeenCalledOnce()
  })

  test('never locks when that was chosen, and at once goes by a new choice', () => {
    const { lock, choose } = open()
    choose(0)
    vi.advanceTimersByTime(600 * minute)
    expect(lock).not.toHaveBeenCalled()
    choose(1)
    vi.advanceTimersByTime(1_000)
    expect(lock).toHaveBeenCalledOnce()
  })

  test('hears of touches in another tab, also of those that it slept through', async () => {
    const { lock } = open()
    const other = new BroadcastChannel('satchel touches')
    ends.push(() => other.close())
    vi.advanceTimersByTime(4 * minute)
    other.postMessage({ touchedAt: Date.now() })
    await heard()
    vi.advanceTimersByTime(3 * minute)
    expect(lock).not.toHaveBeenCalled()

    vi.setSystemTime(Date.now() + 60 * minute)
    window.dispatchEvent(new Event('focus'))
    other.postMessage({ touchedAt: Date.now() - minute })
    await heard()
    vi.advanceTimersByTime(1_000)
    expect(lock).not.toHaveBeenCalled()
    vi.advanceTimersByTime(5 * minute)
    expect(lock).toHaveBeenCalledOnce()
  })
})
