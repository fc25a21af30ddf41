import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { issue } from '../issuer/issue.ts'
import { issuerOf } from '../issuer/issuers.ts'
import { verify } from './verifier.ts'

let folder = ''
const file = (name: string) => join(folder, name)
const offline = ['--offline', '--at', '2026-11-23T12:00:00Z']
const westbridge = issuerOf('westbridge')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'satchel-lists-'))
  await writeFile(file('badge.json'), (await issue({ issuer: westbridge })).text)
  await writeFile(
    file('dcc.json'),
    JSON.stringify({ meta: {}, registry: { [westbridge.id]: { name: 'Westbridge College District' } } }),
  )
  await writeFile(file('office.csv'), `issuer,name\n${westbridge.id},Westbridge\n`)
  await writeFile(file('none.json'), '{}')
})
afterAll(() => rm(folder, { recursive: true }))

async function registryCheck(...lists: readonly string[]) {
  const { lines } = await verify([...offline, ...lists.flatMap((name) => ['--issuers', file(name)]), file('badge.json')])
  const [report] = lines as readonly { checks: readonly { id: string; message: string }[] }[]
  return report?.checks.find(({ id }) => id === 'issuer.registry')
}

describe('lists of institutions for the headless verifier', () => {
  test('recognise an issuer, as of the clock that was set', async () => {
    expect(await registryCheck('dcc.json')).toMatchObject({
      status: 'passed',
      code: null,
      message:
        'The issuer is listed by dcc.json as Westbridge College District (read on November 23, 2026). It calls itself “Westbridge College”.',
    })
  })

  test('may be several', async () => {
    expect(await registryCheck('dcc.json', 'office.csv')).toMatchObject({
      evidence: { details: [{ code: 'issuer_also_listed' }] },
    })
  })

  test('are none when none are given', async () => {
    expect(await registryCheck()).toMatchObject({ status: 'warning', code: 'issuer_key_only' })
  })

  test.for(['none.json', 'missing.json', 'badge.json'])('that are none are bad usage: %s', async (name) => {
    const { exit, lines, stderr } = await verify([...offline, '--issuers', file(name), file('badge.json')])
    expect(exit).toBe(2)
    expect(lines).toEqual([])
    expect(stderr).toContain(`${file(name)} is no list of institutions`)
  })
})
