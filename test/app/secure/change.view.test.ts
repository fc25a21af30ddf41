import { describe, expect, test } from 'vitest'
import { changeFor, doneWords, makeChange, nameOf, needsNew, titleOf } from '../../../src/app/secure/change.view.ts'
import { nameAmong } from '../../../src/app/secure/new-passkey.ts'
import { done } from '../../../src/core/problem.ts'
import type { MethodInfo, NewMethod, Secret, Security } from '../../../src/store/types.ts'
import { loadSecurity } from '../../../src/text/security.ts'

const way = (method: MethodInfo['method'], id: string, name = ''): MethodInfo => ({ id, method, name, addedAt: '2026-11-23' })
const ways = [way('passkey', 'k', 'This Mac'), way('passphrase', 'p')]
const text = await loadSecurity('en')
const proof: Secret = { method: 'passphrase', passphrase: 'tapir' }
const code: NewMethod = { method: 'recovery', name: '', code: 'A' }

describe('a change of the ways into a wallet', () => {
  test('adds passkeys beside each other, and puts a new passphrase or code in place of the old', () => {
    expect(changeFor('passkey', ways)).toEqual({ kind: 'add', method: 'passkey' })
    expect(changeFor('passphrase', ways)).toEqual({ kind: 'replace', method: 'passphrase', id: 'p' })
    expect(changeFor('recovery', ways)).toEqual({ kind: 'add', method: 'recovery' })
  })

  test('needs something new only when something new is added', () => {
    expect(needsNew(changeFor('recovery', ways))).toBe(true)
    expect(needsNew({ kind: 'remove', id: 'k', name: 'This Mac' })).toBe(false)
    expect(needsNew({ kind: 'rotate' })).toBe(false)
  })

  test('is called by what it does', () => {
    expect(titleOf(changeFor('passphrase', ways), text)).toBe(text.settings.changePassphrase)
    expect(titleOf(changeFor('recovery', ways), text)).toBe(text.settings.addRecovery)
    expect(titleOf({ kind: 'remove', id: 'k', name: 'This Mac' }, text)).toContain('This Mac')
    expect(doneWords(changeFor('recovery', ways), 'Recovery code', text)).toBe(text.settings.added('Recovery code'))
    expect(doneWords({ kind: 'replace', method: 'recovery', id: 'r' }, '', text)).toBe(text.settings.recoveryChanged)
  })

  test('reaches the store with its proof', async () => {
    const asked: unknown[] = []
    const tell =
      (name: string) =>
      (...given: readonly unknown[]) => {
        asked.push([name, ...given.filter((value) => typeof value !== 'function' && !(value instanceof AbortSignal))])
        return Promise.resolve(done(undefined))
      }
    const security = {
      add: tell('add'),
      replace: tell('replace'),
      remove: tell('remove'),
      rotate: tell('rotate'),
    } as unknown as Security
    const make = (change: Parameters<typeof makeChange>[1], made: NewMethod | null) =>
      makeChange(security, change, proof, made, () => undefined, new AbortController().signal)
    await make({ kind: 'add', method: 'recovery' }, code)
    await make({ kind: 'replace', method: 'recovery', id: 'r' }, code)
    await make({ kind: 'remove', id: 'k', name: 'This Mac' }, null)
    await make({ kind: 'rotate' }, null)
    expect(asked).toEqual([['add', code, proof], ['replace', 'r', code, proof], ['remove', 'k', proof], ['rotate']])
  })
})

describe('the name of a way', () => {
  test('is its own, or that of its kind', () => {
    expect(nameOf(way('passkey', 'k', 'This Mac'), text)).toBe('This Mac')
    expect(nameOf(way('recovery', 'r'), text)).toBe('Recovery code')
  })

  test('gets a number when there is one of that name already', () => {
    expect(nameAmong('Security key', ['This Mac'])).toBe('Security key')
    expect(nameAmong('Security key', ['Security key', 'Security key 2'])).toBe('Security key 3')
  })
})
