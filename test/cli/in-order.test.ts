import { describe, expect, test } from 'vitest'
import { inOrder } from '../../src/cli/in-order.ts'

async function* numbers(count: number) {
  for (let i = 0; i < count; i++) yield i
}
const afterwards = (ms: number) => new Promise((done) => setTimeout(done, ms))

describe('work on several inputs at once', () => {
  test('gives results in the order of the inputs, whichever is ready first', async () => {
    const given: number[] = []
    const work = async (n: number) => {
      await afterwards(20 - n)
      return n
    }
    await inOrder(numbers(20), 8, work, async (n) => void given.push(n))
    expect(given).toEqual([...Array(20).keys()])
  })

  test('has no more under way than allowed', async () => {
    let underWay = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++underWay)
      await afterwards(1)
      underWay--
    }
    await inOrder(numbers(12), 3, work, async () => {})
    expect(most).toBe(3)
  })

  test('gives a result while the next input is still awaited', async () => {
    const given: number[] = []
    let release = () => {}
    async function* slow() {
      yield 1
      await new Promise<void>((done) => {
        release = done
      })
      yield 2
    }
    const finished = inOrder(
      slow(),
      8,
      async (n) => n,
      async (n) => void given.push(n),
    )
    await afterwards(5)
    expect(given).toEqual([1])
    release()
    await finished
    expect(given).toEqual([1, 2])
  })

  test('ends with the failure of giving', async () => {
    const give = async (n: number) => {
      if (n === 2) throw new Error('nobody reads')
    }
    await expect(inOrder(numbers(50), 4, async (n) => n, give)).rejects.toThrow('nobody reads')
  })
})
