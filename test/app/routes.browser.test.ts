import { describe, expect, test } from 'vitest'
import { appBase } from '../../src/app/base.ts'
import { credentialPath, href, paths, screenAt } from '../../src/app/paths.ts'

describe('addresses of the screens', () => {
  test('lie under the folder that the app is served from, and lead back to their screen', () => {
    for (const screen of ['wallet', 'add', 'credential', 'settings'] as const) {
      expect(href(paths[screen]).startsWith(appBase())).toBe(true)
      expect(screenAt(href(paths[screen]))).toBe(screen)
    }
  })

  test('are one level deep: the id of a credential is in the query', () => {
    expect(credentialPath('a/b?c')).toBe('/credential/?id=a%2Fb%3Fc')
    expect(href(credentialPath('x')).slice(appBase().length)).toBe('credential/?id=x')
  })

  test('are known with and without their last slash, and anything else as lost', () => {
    expect(screenAt(`${appBase()}add`)).toBe('add')
    expect(screenAt(`${appBase()}elsewhere/`)).toBe('other')
    expect(screenAt(`${appBase()}add/more`)).toBe('other')
  })
})
