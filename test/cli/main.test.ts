import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { checkIds, questions } from '../../src/core/model/report.ts'
import { LEARNER } from '../issuer/content.ts'
import { type Issued, issue } from '../issuer/issue.ts'
import { issuerOf } from '../issuer/issuers.ts'
import { collector, verify } from './verifier.ts'

let folder = ''
let badge: Issued
let token: Issued

const file = (name: string) => join(folder, name)
const offline = ['--offline', '--at', '2026-11-23T12:00:00Z']

/** Writes all documents of a credential beside a map that names them. */
async function mapOf(issued: Issued): Promise<string> {
  const map: Record<string, string> = {}
  for (const [address, { bytes }] of issued.documents) {
    const name = `doc-${Object.keys(map).length}.json`
    await writeFile(file(name), bytes)
    map[address] = name
  }
  await writeFile(file('map.json'), JSON.stringify(map))
  return file('map.json')
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'satchel-cli-'))
  badge = await issue()
  token = await issue({ jwt: { form: 'vc+jwt' } })
  await writeFile(file('badge.json'), badge.text)
  await writeFile(file('badge.jwt'), token.text)
  await writeFile(file('altered.json'), badge.text.replace(/"name": "/, '"name": "Not '))
  await writeFile(file('note.txt'), 'not a credential')
})
afterAll(() => rm(folder, { recursive: true }))

describe('the headless verifier', () => {
  test('reports on a genuine badge and says that all is well', async () => {
    const { exit, lines, stderr } = await verify([...offline, file('badge.json')])
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({
      input: file('badge.json'),
      digest: createHash('sha256').update(badge.text).digest('hex'),
      at: '2026-11-23T12:00:00.000Z',
      format: 'ob3',
      verdict: 'verified',
      error: null,
    })
    expect(exit).toBe(0)
    expect(stderr).toBe('')
  })

  test('gives exactly the members that are promised, each check with a sentence', async () => {
    const [line] = (await verify([...offline, file('badge.json')])).lines
    const members = ['input', 'digest', 'at', 'format', 'summary', 'verdict', 'questions', 'checks', 'credentials', 'error']
    expect(Object.keys(line ?? {})).toEqual(members)
    expect(Object.keys(line?.summary ?? {})).toEqual(['title', 'issuer', 'recipient', 'issued', 'expires'])
    expect(Object.keys(line?.questions ?? {})).toEqual([...questions])
    for (const check of line?.checks ?? []) {
      expect(checkIds).toContain(check.id)
      expect(Object.keys(check)).toEqual(['id', 'question', 'status', 'code', 'message', 'evidence'])
      expect(check.message).not.toBe('')
    }
  })

  test('says which badge was altered and which was not, in the order of the files', async () => {
    const { exit, lines } = await verify([...offline, file('altered.json'), file('badge.json'), file('badge.jwt')])
    expect(lines.map(({ verdict }) => verdict)).toEqual(['not-verified', 'verified', 'verified'])
    expect(lines.map(({ input }) => input)).toEqual([file('altered.json'), file('badge.json'), file('badge.jwt')])
    expect(exit).toBe(1)
  })

  test('reports on a file that is not there, and goes on', async () => {
    const { exit, lines } = await verify([...offline, file('nowhere.json'), folder, file('badge.json')])
    expect(lines.map(({ error }) => error?.code)).toEqual(['input_unreadable', 'input_unreadable', undefined])
    expect(lines.map(({ verdict }) => verdict)).toEqual(['not-verified', 'not-verified', 'verified'])
    expect(lines[0]?.error?.message).not.toBe('')
    expect(exit).toBe(1)
  })

  test('reports on what is no credential', async () => {
    const { exit, lines } = await verify([...offline, file('note.txt')])
    expect(lines[0]).toMatchObject({ verdict: 'not-verified', format: null, checks: [] })
    expect(lines[0]?.error?.code).toMatch(/^input_/)
    expect(exit).toBe(1)
  })

  test('reads one input from standard input', async () => {
    const { exit, lines } = await verify([...offline, file('badge.jwt'), '-'], badge.text)
    expect(lines.map(({ input, verdict }) => [input, verdict])).toEqual([
      [file('badge.jwt'), 'verified'],
      ['-', 'verified'],
    ])
    expect(exit).toBe(0)
  })
})

describe('with one credential per line', () => {
  const oneLine = (text: string) => JSON.stringify(JSON.parse(text))

  test('reports on documents and on strings that hold a JWT, by their line', async () => {
    const stdin = `${oneLine(badge.text)}\n${JSON.stringify(token.text)}\n{"broken\n`
    const { exit, lines } = await verify([...offline, '--ndjson'], stdin)
    expect(lines.map(({ input, verdict }) => [input, verdict])).toEqual([
      ['-:1', 'verified'],
      ['-:2', 'verified'],
      ['-:3', 'not-verified'],
    ])
    expect(lines[2]?.error?.code).toBe('json_malformed')
    expect(exit).toBe(1)
  })

  test('answers an empty line too, so that answers and lines never lose step', async () => {
    const { lines } = await verify([...offline, '--ndjson'], `\n${oneLine(badge.text)}`)
    expect(lines.map(({ input, error }) => [input, error?.code ?? null])).toEqual([
      ['-:1', 'input_empty'],
      ['-:2', null],
    ])
  })

  test('answers each line before the next one comes', async () => {
    const stdin = new PassThrough()
    let heard: (text: string) => void = () => {}
    const stdout = collector((text) => heard(text))
    const ended = main([...offline, '--ndjson'], { stdin, stdout: stdout.stream, stderr: collector().stream })
    for (const count of [1, 2, 3]) {
      const answered = new Promise<void>((done) => {
        heard = (text) => {
          if (text.split('\n').length > count) done()
        }
      })
      stdin.write(`${oneLine(badge.text)}\n`)
      await answered
    }
    stdin.end()
    expect(await ended).toBe(0)
  })
})

describe('with files that answer for addresses', () => {
  test('finds the key of an issuer in the file that the map names', async () => {
    const issued = await issue({ issuer: issuerOf('kestrel', { identity: 'did:web' }) })
    await writeFile(file('web.json'), issued.text)
    const map = await mapOf(issued)
    expect((await verify([...offline, '--resolve', map, file('web.json')])).lines[0]).toMatchObject({ verdict: 'verified' })
    const { exit, lines } = await verify([...offline, file('web.json')])
    expect(lines[0]).toMatchObject({ verdict: 'cannot-tell' })
    expect(lines[0]?.checks.find(({ id }) => id === 'issuer.key')).toMatchObject({ status: 'unknown' })
    expect(exit).toBe(1)
  })

  test('refuses a badge that the list in the map says is revoked', async () => {
    const revoked = await issue({ status: { method: 'bitstring-revocation', set: true } })
    await writeFile(file('revoked.json'), revoked.text)
    const { lines } = await verify([...offline, '--resolve', await mapOf(revoked), file('revoked.json')])
    expect(lines[0]?.checks.find(({ id }) => id === 'validity.status')).toMatchObject({
      status: 'failed',
      code: 'status_revoked',
    })
    expect(lines[0]?.verdict).toBe('not-verified')
  })
})

describe('with the clock and the reader given', () => {
  test('judges by the date that is given', async () => {
    const { lines } = await verify(['--offline', '--at', '2020-01-01', file('badge.json')])
    expect(lines[0]?.checks.find(({ id }) => id === 'validity.dates')).toMatchObject({ status: 'failed', code: 'not_yet_valid' })
    expect(lines[0]?.at).toBe('2020-01-01T00:00:00.000Z')
  })

  test('knows the recipient by an identity that is given', async () => {
    const whose = async (identity: string) => {
      const { lines } = await verify([...offline, '--identity', identity, file('badge.json')])
      return lines[0]
    }
    expect((await whose(`mailto:${LEARNER.email}`))?.checks.find(({ id }) => id === 'identity.recipient')?.status).toBe('passed')
    expect((await whose('mailto:someone.else@learner.example'))?.verdict).toBe('cannot-tell')
  })
})

describe('when it is asked wrongly', () => {
  test.each([
    ['an unknown option', ['--frobnicate']],
    ['no file', []],
    ['a map that is not there', ['--resolve', 'nowhere.json', 'x.json']],
  ])('refuses %s in one line, and says nothing on standard output', async (_, argv) => {
    const { exit, stdout, stderr } = await verify(argv)
    expect(exit).toBe(2)
    expect(stdout).toBe('')
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).toContain('usage: ')
  })

  test('gives help on standard output when that is asked', async () => {
    const { exit, stdout } = await verify(['--help'])
    expect(exit).toBe(0)
    expect(stdout).toMatch(/^usage: /)
  })
})
