import { describe, expect, test } from 'vitest'
import { parseOptions, usage } from '../../src/cli/options.ts'

function options(...argv: string[]) {
  const parsed = parseOptions(argv)
  if (parsed.ask !== 'verify') throw new Error(`not understood: ${JSON.stringify(parsed)}`)
  return parsed.options
}

describe('the command line of the verifier', () => {
  test('takes files in the order in which they are named', () => {
    expect(options('b.json', 'a.json', 'b.json').inputs).toEqual(['b.json', 'a.json', 'b.json'])
  })

  test('takes options before, between and after files', () => {
    const read = options('a.json', '--offline', 'b.json', '--resolve', 'map.json')
    expect(read).toMatchObject({ inputs: ['a.json', 'b.json'], offline: true, resolve: 'map.json' })
  })

  test('takes a value after an equals sign as well', () => {
    expect(options('--challenge=a=b', 'x')).toMatchObject({ challenge: 'a=b' })
  })

  test('takes as many identities as are given', () => {
    expect(options('--identity', 'mailto:a@b.example', '--identity', 'mailto:c@d.example', 'x').identities).toEqual([
      'mailto:a@b.example',
      'mailto:c@d.example',
    ])
  })

  test('takes as many lists of institutions as are given', () => {
    expect(options('--issuers', 'a.json', '--issuers=b.csv', 'x').issuers).toEqual(['a.json', 'b.csv'])
  })

  test('takes what follows -- as file names', () => {
    expect(options('--offline', '--', '--at', '-x').inputs).toEqual(['--at', '-x'])
  })

  test('reads lines from standard input when no file is named', () => {
    expect(options('--ndjson')).toMatchObject({ inputs: ['-'], ndjson: true })
  })

  test('reads lines from standard input in the place where - stands', () => {
    expect(options('--ndjson', 'a', '-', 'b').inputs).toEqual(['a', '-', 'b'])
  })

  test.each([
    ['2026-11-23', '2026-11-23T00:00:00.000Z'],
    ['2026-11-23T12:30:00Z', '2026-11-23T12:30:00.000Z'],
    ['2026-11-23T12:30:00.250+02:00', '2026-11-23T10:30:00.250Z'],
    ['2026-11-23T12:30:00', '2026-11-23T12:30:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ])('reads the date %s as %s, wherever it runs', (text, instant) => {
    expect(options('--at', text, 'x').at?.toISOString()).toBe(instant)
  })

  test.each([
    ['an unknown option', ['--frobnicate', 'x']],
    ['an option of objects', ['--constructor', 'x']],
    ['a value for an option that takes none', ['--offline=yes', 'x']],
    ['a missing value', ['x', '--at']],
    ['a date that is none', ['--at', 'yesterday', 'x']],
    ['a day that does not exist', ['--at', '2026-02-30', 'x']],
    ['an hour that does not exist', ['--at', '2026-02-03T25:00:00Z', 'x']],
    ['no file', ['--offline']],
    ['a file without a name', ['']],
    ['standard input twice', ['-', '-']],
  ])('refuses %s', (_, argv) => {
    expect(parseOptions(argv).ask).toBe('usage')
  })

  test('gives help when asked, in one line', () => {
    expect(parseOptions(['x', '--help']).ask).toBe('help')
    expect(usage).not.toContain('\n')
  })
})
