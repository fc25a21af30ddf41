import { toBase64url } from '../../../src/core/encoding/base64url.ts'
import { bytesOf } from '../../../src/core/encoding/utf8.ts'
import { recognise } from '../../../src/core/formats/index.ts'
import type { Credential } from '../../../src/core/model/credential.ts'
import type { Problem } from '../../../src/core/problem.ts'

export const v2 = 'https://www.w3.org/ns/credentials/v2'
export const v1 = 'https://www.w3.org/2018/credentials/v1'
export const ob3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

/** An unsigned JWT of a payload; nothing here checks signatures. */
export function jwtOf(payload: unknown, header: unknown = { alg: 'none' }): string {
  return `${[header, payload].map((part) => toBase64url(bytesOf(JSON.stringify(part)))).join('.')}.AA`
}

/** The credentials that a document or text is read as, or the problem. */
export async function reading(given: unknown): Promise<readonly Credential[] | Problem> {
  const text = typeof given === 'string' ? given : JSON.stringify(given)
  const attempt = await recognise({ text, container: 'text', notices: [] })
  return attempt.ok ? attempt.value : attempt.problem
}

/** The one credential that a document or text is read as; fails the test when it is none or several. */
export async function credentialOf(given: unknown): Promise<Credential> {
  const result = await reading(given)
  const [only, ...more] = Array.isArray(result) ? (result as readonly Credential[]) : []
  if (only === undefined || more.length > 0) throw new Error(`not one credential: ${JSON.stringify(result).slice(0, 300)}`)
  return only
}

/** The problem with a document or text; fails the test when it is read. */
export async function problemOf(given: unknown): Promise<Problem> {
  const result = await reading(given)
  if (Array.isArray(result)) throw new Error('it was read')
  return result as Problem
}
