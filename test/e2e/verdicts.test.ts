import { describe, expect } from 'vitest'
import { type IssueOptions, issue } from '../issuer/issue.ts'
import { issuerOf } from '../issuer/issuers.ts'
import { addFile, expectVerdict, fileOf, publish } from './adding.ts'
import { test } from './harness.ts'

const westbridge = issuerOf('westbridge', { identity: 'did:web' })

interface Case {
  readonly what: string
  readonly options?: IssueOptions
  readonly alter?: (text: string) => string
  readonly broken?: true
  readonly crossOrigin?: false
  readonly says: RegExp
}

const cases: readonly Case[] = [
  { what: 'a valid one', says: /^Genuine and unchanged\. .*westbridge\.example/ },
  {
    what: 'one under a key that nothing ties to anybody',
    options: { issuer: issuerOf('westbridge') },
    says: /^Unchanged since it was signed, but by a key that anyone could have made\./,
  },
  {
    what: 'an expired one',
    options: { change: (credential) => ({ ...credential, validUntil: '2025-06-01T00:00:00Z' }) },
    says: /^Genuine, but out of date since/,
  },
  {
    what: 'a revoked one',
    options: { status: { method: 'bitstring-revocation', set: true } },
    says: /withdrew this/,
  },
  { what: 'a suspended one', options: { status: { method: 'bitstring-suspension', set: true } }, says: /suspended this for now/ },
  {
    what: 'a tampered one',
    alter: (text) => text.replace('"creditsEarned": 6', '"creditsEarned": 60'),
    says: /^This was changed after it was issued\. Do not rely on it\./,
  },
  { what: 'one whose issuer does not answer', broken: true, says: /^We could not check it right now: westbridge\.example/ },
  {
    what: 'one whose issuer refuses other sites',
    crossOrigin: false,
    says: /^westbridge\.example does not let browsers read its records/,
  },
]

describe('the learner is told the truth about', () => {
  test.for(cases)('$what', async ({ options = {}, alter, broken, crossOrigin, says }, { openApp, issuers }) => {
    const app = await openApp()
    const issued = await issue({ issuer: westbridge, ...options })
    const text = alter?.(issued.text) ?? issued.text
    if (alter) expect(text).not.toBe(issued.text)
    publish(issuers, issued.documents)
    const refusal = { ...(broken ? { broken } : {}), ...(crossOrigin === false ? { crossOrigin } : {}) }
    for (const [url, answer] of issuers.answers) issuers.answers.set(url, { ...answer, ...refusal })
    // A browser says on the console that a request failed, whatever the page makes of it.
    if (broken || crossOrigin === false)
      app.expectConsole(/^console: (Failed to load resource|Access to fetch).*westbridge\.example/)
    await addFile(app.page, fileOf('badge.json', text))
    await expectVerdict(app.page, says)
  })
})
