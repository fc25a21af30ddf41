import { existsSync, readFileSync } from 'node:fs'
import type { Session } from '../../../src/core/checks/check.ts'
import { recognise } from '../../../src/core/formats/index.ts'
import { lazy } from '../../../src/core/lazy.ts'
import { limits } from '../../../src/core/limits.ts'
import type { Opened, OpenRequest, VerifyContext } from '../../../src/core/model/context.ts'
import type { Credential } from '../../../src/core/model/credential.ts'
import type { Endorsing } from '../../../src/core/model/inspection.ts'
import type { JsonObject } from '../../../src/core/model/json.ts'
import type { Verdict, VerificationReport } from '../../../src/core/model/report.ts'
import type { Attempt } from '../../../src/core/problem.ts'
import { done, problem } from '../../../src/core/problem.ts'

/** Where the published test vectors lie, beside the project; absent on most machines. */
export const vectors = new URL('../../../../shared/vectors/', import.meta.url)
export const haveVectors = existsSync(vectors)

export interface VectorCase {
  readonly file: string
  readonly family: string
  readonly expect: string
  readonly scope?: string
}

export function vectorCases(): readonly VectorCase[] {
  return haveVectors ? (JSON.parse(readFileSync(new URL('manifest.json', vectors), 'utf8')) as VectorCase[]) : []
}

export function vectorText(file: string): string {
  return readFileSync(new URL(file, vectors), 'utf8')
}

export function vectorJson(file: string): JsonObject {
  return JSON.parse(vectorText(file)) as JsonObject
}

/** The credential that a document or a compact JWS states, read as the product reads it. */
export async function credentialOf(input: JsonObject | string): Promise<Credential> {
  const text = typeof input === 'string' ? input : JSON.stringify(input)
  const read = await recognise({ text, container: 'text', notices: [] })
  if (!read.ok) throw new Error(read.problem.code)
  const [credential] = read.value
  if (credential === undefined) throw new Error('no credential')
  return credential
}

/** An unsigned JWT: what these checks look at is not the signature. */
export function jwtOf(payload: JsonObject, header: JsonObject = { alg: 'EdDSA' }): string {
  const part = (value: JsonObject) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part(header)}.${part(payload)}.c2ln`
}

/** What a host serves in a test: a body, or a body with how and when it came. */
export interface Served {
  readonly body: string
  readonly fetchedAt?: string
  readonly kept?: boolean
  readonly finalUrl?: string
}

export interface SessionOptions {
  readonly now?: string
  readonly served?: Readonly<Record<string, string | Served>>
  readonly requests?: OpenRequest[]
  /** The verdict on every other document, or the reports themselves by their text. */
  readonly verdict?: Verdict | ((text: string) => VerificationReport | Promise<VerificationReport>)
}

/** A session whose network is a table and whose verdict on other documents is given. */
export function sessionOf(credential: Credential, options: SessionOptions = {}): Session {
  const now = new Date(options.now ?? '2026-11-23T00:00:00Z')
  const open = (request: OpenRequest): Promise<Attempt<Opened>> => {
    options.requests?.push(request)
    const answer = options.served?.[request.url]
    if (answer === undefined) return Promise.resolve(problem('fetch_offline'))
    const {
      body,
      fetchedAt = now.toISOString(),
      kept = false,
      finalUrl = request.url,
    } = typeof answer === 'string' ? { body: answer } : answer
    return Promise.resolve(
      done({ url: request.url, finalUrl, bytes: new TextEncoder().encode(body), mediaType: 'application/json', fetchedAt, kept }),
    )
  }
  const context: VerifyContext = { now, open, audience: 'verifier', identities: [] }
  const verdict = options.verdict ?? 'verified'
  const report = async (text: string) => (typeof verdict === 'function' ? verdict(text) : reportOf(verdict))
  const endorsing = async ({ at, value }: Credential['endorsements'][number]): Promise<Endorsing> => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    const read = await recognise({ text, container: 'text', notices: [] })
    const [only, ...more] = read.ok ? read.value : []
    return { at, credential: more.length === 0 ? (only ?? null) : null, report: await report(text) }
  }
  return {
    credential,
    context,
    outer: null,
    answer: () => Promise.resolve(null),
    proofs: () => Promise.resolve({ proofs: [] }),
    nested: () => Promise.resolve([]),
    nestedCredentials: () => Promise.resolve([]),
    endorsements: lazy(() => Promise.all(credential.endorsements.slice(0, limits.endorsements).map(endorsing))),
    followsEndorsements: true,
    verifyText: report,
  }
}

export function reportOf(verdict: Verdict, checks: VerificationReport['checks'] = []): VerificationReport {
  const outcome = verdict === 'verified' ? 'passed' : verdict === 'not-verified' ? 'failed' : 'unknown'
  return {
    input: 'list',
    digest: '',
    at: '2026-11-23T00:00:00Z',
    format: 'status-list',
    summary: { title: '', issuer: '', recipient: '', issued: '', expires: '' },
    verdict,
    questions: { integrity: outcome, validity: outcome, authority: outcome, identity: 'unknown' },
    checks,
    credentials: [],
    error: null,
  }
}
