import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isPrivateWindow, noteOpening, presence, rememberPresence } from '../../src/store/presence.ts'

afterEach(() => vi.unstubAllGlobals())

describe('that a wallet was here', () => {
  const kept = new Map<string, string>()
  beforeEach(() => {
    kept.clear()
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    })
  })

  test('is remembered, and forgotten without a trace', () => {
    expect(presence()).toBe('none')
    rememberPresence('kept')
    expect(presence()).toBe('kept')
    rememberPresence('none')
    expect([...kept]).toEqual([])
  })

  test('makes an empty store in its place a loss, which stays one until it is known', () => {
    rememberPresence('kept')
    noteOpening(false)
    expect(presence()).toBe('kept')
    noteOpening(true)
    expect(presence()).toBe('lost')
    noteOpening(false)
    noteOpening(true)
    expect(presence()).toBe('lost')
  })

  test('is no loss on the first day', () => {
    noteOpening(true)
    expect(presence()).toBe('none')
  })

  test('is not believed from a mark that is not ours', () => {
    rememberPresence('kept')
    for (const key of kept.keys()) kept.set(key, 'none, or something else')
    expect(presence()).toBe('none')
  })

  test('goes unsaid where storage is switched off', () => {
    const refuse = () => {
      throw new DOMException('no', 'SecurityError')
    }
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse })
    rememberPresence('kept')
    noteOpening(true)
    expect(presence()).toBe('none')
  })
})

describe('a private window', () => {
  const firefox = { supports: (property: string) => property === '-moz-appearance' }
  const withDirectory = (getDirectory: () => Promise<unknown>) => vi.stubGlobal('navigator', { storage: { getDirectory } })
  const refusing = (name: string) => () => Promise.reject(new DOMException('no', name))

  test('is one where Firefox refuses its file system', async () => {
    vi.stubGlobal('CSS', firefox)
    withDirectory(refusing('SecurityError'))
    expect(await isPrivateWindow()).toBe(true)
  })

  test.each([
    ['it has one', async () => ({})],
    ['it fails for another reason', refusing('UnknownError')],
  ])('is not claimed in Firefox when %s', async (_when, getDirectory) => {
    vi.stubGlobal('CSS', firefox)
    withDirectory(getDirectory)
    expect(await isPrivateWindow()).toBe(false)
  })

  test('is not claimed where Firefox has no such thing', async () => {
    vi.stubGlobal('CSS', firefox)
    vi.stubGlobal('navigator', {})
    expect(await isPrivateWindow()).toBe(false)
  })

  test('is not even asked for elsewhere', async () => {
    const getDirectory = vi.fn(refusing('SecurityError'))
    withDirectory(getDirectory)
    for (const CSS of [undefined, { supports: () => false }]) {
      vi.stubGlobal('CSS', CSS)
      expect(await isPrivateWindow()).toBe(false)
    }
    expect(getDirectory).not.toHaveBeenCalled()
  })
})
