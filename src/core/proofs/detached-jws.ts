import { sha256 } from '@noble/hashes/sha2.js'
import { fromBase64url } from '../encoding/base64url.ts'
import { joined } from '../encoding/bytes.ts'
import { parseJson } from '../encoding/json.ts'
import { bytesOf, textOf } from '../encoding/utf8.ts'
import { canonize } from '../jsonld/canonize.ts'
import { isPlainName } from '../jsonld/plain-names.ts'
import { isObject, type Json, type JsonObject, memberOf, wordOf } from '../model/json.ts'
import { attempt, attemptNow, Failure, fail, type Problem } from '../problem.ts'
import { verifyParts } from './jws-algorithms.ts'
import type { ProofTask } from './proof.ts'

/** What makes one suite that signs with a detached JWS differ from another. */
export interface DetachedSuite {
  readonly algorithms: readonly string[]
  /** Contexts under which the options of a proof were also signed, besides those of the document, where all have plain names. */
  readonly contexts: readonly string[]
}

/** What the suites of 2018 wrote into every proof, whatever its document said. */
export const SECURITY_V2 = 'https://w3id.org/security/v2'

interface DetachedJws {
  readonly header: string
  readonly alg: string
  readonly signature: string
}

/** Longest `jws` of a proof, in characters: an RSA key of 16,384 bits signs in 2,731. */
const longest = 8_192

/**
 * The suites before Data Integrity: a JWS with detached, unencoded payload (RFC 7797) over the hashes of the canonical proof
 * options and the canonical document. Fails with `proof_value_malformed`, `crit_unknown`, `alg_key_mismatch` and what
 * `canonize` fails with.
 */
export async function verifyDetached(task: ProofTask, { algorithms, contexts }: DetachedSuite): Promise<boolean> {
  const { header, alg, signature } = open(task.proof)
  if (!algorithms.includes(alg)) fail('alg_key_mismatch', { facts: { alg, key: task.key.key.curve } })
  const documentHash = await hashOf(task.document, task)
  let answered = false
  let problem: Problem | null = null
  const others = Object.keys(task.proof).every(isPlainName) ? contexts : []
  for (const context of [task.document['@context'], ...others]) {
    const optionsHash = await attempt(() => hashOf(optionsOf(task.proof, context), task))
    if (!optionsHash.ok) problem ??= optionsHash.problem
    else if (
      await verifyParts({ protected: header, payload: joined([optionsHash.value, documentHash]), signature }, alg, task.key.key)
    )
      return true
    else answered = true
  }
  if (problem && !answered) throw new Failure(problem)
  return false
}

async function hashOf(document: object, { texts, signal }: ProofTask): Promise<Uint8Array> {
  return sha256(bytesOf(await canonize(document, 'SHA-256', signal, texts)))
}

function optionsOf(proof: JsonObject, context: Json | undefined): object {
  const { jws: _, proofValue: __, signatureValue: ___, ...options } = proof
  return { ...options, '@context': context }
}

/** Takes `header..signature` apart. The payload is not base64url, and the header has to say so (RFC 7797 §6). */
function open({ jws }: JsonObject): DetachedJws {
  if (typeof jws !== 'string' || jws.length > longest) fail('proof_value_malformed')
  const [header, payload, signature, ...rest] = jws.split('.')
  if (!header || payload !== '' || !signature || rest.length > 0) fail('proof_value_malformed')
  const bytes = fromBase64url(header)
  if (!bytes || !fromBase64url(signature)) fail('proof_value_malformed')
  const parsed = attemptNow(() => parseJson(textOf(bytes)))
  if (!parsed.ok || !isObject(parsed.value)) fail('proof_value_malformed')
  const crit = memberOf(parsed.value, 'crit')
  if (memberOf(parsed.value, 'b64') !== false || !Array.isArray(crit) || crit.length !== 1 || crit[0] !== 'b64')
    fail('crit_unknown', { facts: { crit: 'b64' } })
  return { header, alg: wordOf(memberOf(parsed.value, 'alg'), 'none', 40), signature }
}
