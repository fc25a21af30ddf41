import { describe, expect, test } from 'vitest'
import { createQueue } from '../../../src/app/features/add/queue.ts'

function gate() {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

describe('the queue of things to add', () => {
  test('runs no more at once than it may', async () => {
    const queue = createQueue(2)
    let running = 0
    let most = 0
    const work = async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 1))
      running -= 1
    }
    await Promise.all(Array.from({ length: 9 }, () => queue.add(work)))
    expect(most).toBe(2)
  })

  test('starts in the order given', async () => {
    const queue = createQueue(1)
    const started: number[] = []
    await Promise.all([1, 2, 3].map((number) => queue.add(async () => started.push(number))))
    expect(started).toEqual([1, 2, 3])
  })

  test('goes on after a piece of work that failed', async () => {
    const queue = createQueue(1)
    const broken = queue.add(async () => {
      throw new TypeError('broken file')
    })
    const fine = queue.add(async () => 'fine')
    await expect(broken).rejects.toThrow('broken file')
    await expect(fine).resolves.toBe('fine')
  })

  test('drops what waits and tells what runs when it is cancelled', async () => {
    const queue = createQueue(1)
    const { open, opened } = gate()
    const running = queue.add(async (signal) => {
      await opened
      return signal.aborted
    })
    const waiting = queue.add(async () => 'never')
    queue.cancel()
    open()
    await expect(running).resolves.toBe(true)
    await expect(waiting).resolves.toBeNull()
  })

  test('takes new work after it was cancelled', async () => {
    const queue = createQueue(1)
    queue.cancel()
    await expect(queue.add(async (signal) => signal.aborted)).resolves.toBe(false)
  })
})
