import { describe, expect, test } from 'vitest'
import type { OpenRequest, VerifyContext } from '../../src/core/model/context.ts'
import type { Credential } from '../../src/core/model/credential.ts'
import { askForNewer } from '../../src/core/refresh.ts'
import { inspect } from '../../src/core/verify.ts'
import { doorTo } from '../issuer/door.ts'
import { type IssueOptions, issue } from '../issuer/issue.ts'
import { issuerOf } from '../issuer/issuers.ts'
import { refreshAddress, withRefresh } from '../issuer/refresh.ts'

const westbridge = issuerOf('westbridge', { identity: 'did:web' })
const old = await issue({ issuer: westbridge, change: withRefresh() })
const later = '2025-05-03T09:00:00Z'

function contextWith(body: string | null, asked: OpenRequest[] = []): VerifyContext {
  const media = 'application/json'
  const served = body === null ? [] : [[refreshAddress, { bytes: new TextEncoder().encode(body), mediaType: media }] as const]
  const open = doorTo(new Map([...old.documents, ...served]))
  return {
    now: new Date('2026-11-23T12:00:00Z'),
    open(request) {
      asked.push(request)
      return open(request)
    },
    audience: 'holder',
    identities: [],
  }
}

async function read(text: string): Promise<Credential> {
  const [inspection] = await inspect({ bytes: new TextEncoder().encode(text), name: '' }, contextWith(null))
  if (!inspection?.credential) throw new Error(inspection?.report.error?.code)
  return inspection.credential
}

async function answer(options: IssueOptions, mend: (text: string) => string = (text) => text) {
  const { text } = await issue({ issuer: westbridge, ...options })
  return askForNewer(await read(old.text), contextWith(mend(text)))
}

describe('a refresh service (1EdTech VCCR 1.0 §2)', () => {
  test('gives the newer version, verified', async () => {
    const given = await answer({ change: withRefresh({ validFrom: later }) })
    expect(given).toMatchObject({ ok: true, value: { credential: { validFrom: later }, report: { verdict: 'verified' } } })
  })

  test('is asked once, for a refresh, in the form of the credential, past every kept copy', async () => {
    const asked: OpenRequest[] = []
    await askForNewer(await read(old.text), contextWith(old.text, asked))
    expect(asked.filter(({ url }) => url === refreshAddress)).toMatchObject([
      { purpose: 'refresh', accept: expect.stringContaining('application/vc'), maxAge: 0 },
    ])
    const jwt = await issue({ issuer: westbridge, jwt: { form: 'vc+jwt' }, change: withRefresh() })
    asked.length = 0
    await askForNewer(await read(jwt.text), contextWith(jwt.text, asked))
    expect(asked.find(({ url }) => url === refreshAddress)?.accept).toContain('text/plain')
  })

  test('that gives the same version again has nothing newer', async () => {
    expect(await answer({ change: withRefresh() })).toEqual({ ok: true, value: null })
    expect(await answer({ change: withRefresh({ validFrom: '2020-01-01T00:00:00Z' }) })).toEqual({ ok: true, value: null })
  })

  test.each<[string, IssueOptions, string]>([
    ['another credential', { change: withRefresh({ id: 'urn:uuid:another', validFrom: later }) }, 'refresh_other'],
    [
      'one of another issuer',
      { issuer: issuerOf('kestrel', { identity: 'did:web' }), change: withRefresh({ validFrom: later }) },
      'refresh_other',
    ],
    [
      'one that has run out',
      { change: withRefresh({ validFrom: later, validUntil: '2025-06-01T00:00:00Z' }) },
      'refresh_unverified',
    ],
  ])('that gives %s is not believed', async (_, options, code) => {
    expect(await answer(options)).toMatchObject({ ok: false, problem: { code } })
  })

  test('that gives one that was altered, several, or none at all is not believed', async () => {
    const altered = await answer({ change: withRefresh({ validFrom: later }) }, (text) =>
      text.replace('"creditsEarned": 6', '"creditsEarned": 60'),
    )
    expect(altered).toMatchObject({ ok: false, problem: { code: 'refresh_unverified' } })
    const several = await answer({ change: withRefresh({ validFrom: later }) }, (text) => `[${text},${text}]`)
    expect(several.ok).toBe(false)
    expect(await answer({}, () => '{}')).toMatchObject({ ok: false })
  })

  test('that does not answer is a problem of the door', async () => {
    expect(await askForNewer(await read(old.text), contextWith(null))).toMatchObject({
      ok: false,
      problem: { code: 'fetch_failed' },
    })
  })

  test('that is not there cannot be asked, and nothing is fetched', async () => {
    const asked: OpenRequest[] = []
    const { text } = await issue({ issuer: westbridge })
    expect(await askForNewer(await read(text), contextWith(null, asked))).toEqual({
      ok: false,
      problem: { code: 'refresh_not_offered' },
    })
    expect(asked).toEqual([])
  })
})
