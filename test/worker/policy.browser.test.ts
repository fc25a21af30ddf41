import { describe, expect, test } from 'vitest'
import { scriptUrl } from '../../src/worker/policy.ts'

describe('the address of a script', () => {
  test('is ours to load, as the browser wants it', () => {
    const url: unknown = scriptUrl('./sw.js')
    expect(String(url)).toBe('./sw.js')
    expect(Object.prototype.toString.call(url)).toBe('[object TrustedScriptURL]')
    const worker: unknown = scriptUrl(new URL('/assets/host.js', location.href).href)
    expect(String(worker)).toBe(`${location.origin}/assets/host.js`)
  })

  test.each([
    'https://elsewhere.example/sw.js',
    '//elsewhere.example/sw.js',
    'data:text/javascript,1',
    'blob:https://elsewhere.example/1',
  ])('is refused for %s', (url) => {
    expect(() => scriptUrl(url)).toThrow(TypeError)
  })
})
