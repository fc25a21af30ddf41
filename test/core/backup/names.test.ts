import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { credentialPath, isSafePath, safeName } from '../../../src/core/backup/names.ts'

describe('the name of a file in a backup', () => {
  test.for([
    ['Web Foundations (2026).json', 'Web-Foundations-2026.json'],
    ['Zürich Diplôme.PNG', 'Zurich-Diplome.PNG'],
    ['https://host.example/badges/7.json?token=secret#x', '7.json'],
    ['archive.zip/folder\\badge.svg', 'badge.svg'],
    ['../../etc/passwd', 'passwd'],
    ['日本語.jwt', 'credential.jwt'],
    ['', 'credential'],
    ['...', 'credential'],
    ['con.json', '_con.json'],
    ['LPT1', '_LPT1'],
    [`${'long'.repeat(40)}.json`, `${'long'.repeat(15)}.json`],
    ['-:12', '12'],
  ] as const)('%s becomes %s', ([given, safe]) => {
    expect(safeName(given)).toBe(safe)
  })

  test('begins with its digest, with all of it where somebody made two that begin the same', () => {
    const [one, two] = [`${'0'.repeat(12)}${'a'.repeat(52)}`, `${'0'.repeat(12)}${'b'.repeat(52)}`]
    const taken = new Set<string>()
    expect(
      [one, two, two].map((digest, index) => credentialPath(digest, index === 1 ? 'BADGE.json' : 'badge.json', taken)),
    ).toEqual(['credentials/000000000000-badge.json', `credentials/${two}-BADGE.json`, `credentials/${two}-badge.json`])
  })

  test('is safe whatever a credential is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        expect(isSafePath(credentialPath('0'.repeat(64), name, new Set()))).toBe(true)
        expect(isSafePath(`pictures/1-${safeName(name)}`)).toBe(true)
      }),
    )
  })

  test.for(['../a', '/a', 'a/../b', 'a//b', 'a/', '.a', 'a\\b', 'C:a', '', 'a'.repeat(201), 'a\n'])('is not %j', (path) => {
    expect(isSafePath(path)).toBe(false)
  })
})
