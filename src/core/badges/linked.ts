import { parseJson } from '../encoding/json.ts'
import { textOf } from '../encoding/utf8.ts'
import { limits } from '../limits.ts'
import type { Purpose, VerifyContext } from '../model/context.ts'
import type { Credential, LinkedDocument } from '../model/credential.ts'
import { isObject } from '../model/json.ts'
import type { Witness } from '../model/report.ts'
import { type Attempt, attempt, attemptNow, Failure, fail, type Problem } from '../problem.ts'
import { hostOf, witnessOf } from '../witness.ts'
import { isWebAddress } from './addresses.ts'

/** What asking for documents takes. */
export type LinkedPowers = Pick<VerifyContext, 'open' | 'now' | 'signal'>

/** A text that a host served, and where in the end. */
export interface ServedText {
  readonly text: string
  readonly finalUrl: string
  readonly witness: Witness
}

/** How a document is asked for, and what it is when it is none of the kind. */
interface Asking {
  readonly purpose: Purpose
  readonly accept: string
  readonly otherwise?: 'hosted_not_badge' | 'linked_invalid'
}

/** What Open Badges 2.0 asks for ("Hosted verification"). */
export const acceptJson = 'application/ld+json, application/json'

/**
 * Asks for a document that a badge names. One that ends on another origin than it was asked at answers for nobody here
 * (`document_moved`); a kept copy counts for `limits.statusListAge` (`hosted_copy_old`). Never throws.
 */
export function openText(
  url: string,
  { purpose, accept, otherwise = 'linked_invalid' }: Asking,
  powers: LinkedPowers,
): Promise<Attempt<ServedText>> {
  return attempt(async () => {
    const host = hostOf(url)
    if (!isWebAddress(url)) fail('fetch_address_refused', { facts: { host } })
    const { signal } = powers
    const opened = await powers.open({
      url,
      purpose,
      accept,
      maxBytes: limits.badgeBytes,
      maxAge: limits.statusListAge,
      ...(signal && { signal }),
    })
    if (!opened.ok) throw new Failure({ ...opened.problem, facts: { host, ...opened.problem.facts } })
    const { url: asked, finalUrl, fetchedAt, bytes } = opened.value
    if (new URL(finalUrl).origin !== new URL(asked).origin) fail('document_moved', { facts: { host, to: hostOf(finalUrl) } })
    const age = powers.now.getTime() - Date.parse(fetchedAt)
    if (!(age <= limits.statusListAge)) fail('hosted_copy_old', { facts: { host, asOf: fetchedAt } })
    const text = attemptNow(() => textOf(bytes))
    return text.ok ? { text: text.value, finalUrl, witness: witnessOf(opened.value) } : fail(otherwise, { facts: { host } })
  }, 'fetch_failed')
}

/** Asks for the JSON object at an address. Never throws. */
export async function openLinked(role: LinkedDocument['role'], address: string, powers: LinkedPowers): Promise<LinkedDocument> {
  const purpose = role === 'assertion' ? 'credential' : 'issuer'
  const served = await openText(address, { purpose, accept: acceptJson, otherwise: otherwiseAs(role) }, powers)
  return served.ok ? readLinked(role, address, served.value) : unavailable(role, address, served.problem)
}

/** A document as it was served. */
export function readLinked(
  role: LinkedDocument['role'],
  address: string,
  { text, finalUrl, witness }: ServedText,
): LinkedDocument {
  const json = attemptNow(() => parseJson(text))
  if (json.ok && isObject(json.value)) return { role, address, document: json.value, problem: null, finalUrl, witness }
  const problem: Problem = { code: otherwiseAs(role), facts: { host: hostOf(address) } }
  return { role, address, document: null, problem, finalUrl, witness }
}

function otherwiseAs(role: LinkedDocument['role']): 'hosted_not_badge' | 'linked_invalid' {
  return role === 'assertion' ? 'hosted_not_badge' : 'linked_invalid'
}

/** A document that could not be had. */
export function unavailable(role: LinkedDocument['role'], address: string, problem: Problem): LinkedDocument {
  return { role, address, document: null, problem }
}

/** The document in one role, if the credential names one. */
export function linkedAs(credential: Credential, role: LinkedDocument['role']): LinkedDocument | undefined {
  return credential.linked.find((linked) => linked.role === role)
}
