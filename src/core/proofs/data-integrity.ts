import type { Cryptosuite, Verifier } from '@digitalbazaar/data-integrity'
import type { KeyCurve, PublicKey } from '../dids/keys.ts'
import { lazy } from '../lazy.ts'
import { listOf } from '../model/json.ts'
import { Failure, fail, type Problem } from '../problem.ts'
import { cryptoKey } from './crypto-keys.ts'
import type { ProofSuite, ProofTask } from './proof.ts'

const loadFrame = lazy(() => import('@digitalbazaar/data-integrity'))
const loadCanonize = lazy(() => import('../jsonld/canonize.ts'))

/** What makes one `DataIntegrityProof` cryptosuite differ from another. */
export interface DataIntegritySuite {
  readonly name: string
  readonly rdf: boolean
  readonly obsolete?: true
  /** The kinds of key that may sign, each with the length of its signature in bytes. */
  readonly signatures: Readonly<Partial<Record<KeyCurve, number>>>
  /** The suite of the library; loaded when a proof of this kind is met. */
  readonly load: () => Promise<Cryptosuite>
}

/**
 * A suite of the `DataIntegrityProof` type (VC Data Integrity §4.4). The library's suite transforms, hashes and compares;
 * ours are the canonical form's limits and speed (`core/jsonld`), keys imported once, and what went wrong as data.
 */
export function dataIntegrity(row: DataIntegritySuite): ProofSuite {
  return { ...row, verify: (task) => verify(row, task) }
}

async function verify(row: DataIntegritySuite, task: ProofTask): Promise<boolean> {
  assertProofValue(task.proof.proofValue, row.signatures[task.key.key.curve])
  const [{ DataIntegrityProof }, suite] = await Promise.all([loadFrame(), row.load()])
  const watch: Watch = { verified: null, problem: null }
  const proofSuite = new DataIntegrityProof({ cryptosuite: watched(suite, row, task, watch) })
  const method = await methodDocument(task.key.key, task.key.id)
  const { verified } = await proofSuite.verifyProof({
    ...(row.rdf ? rdfInput(task) : jcsInput(task)),
    documentLoader: async () => ({ document: method }),
  })
  return conclude(verified, watch)
}

/** Data Integrity §4.4: the proof is transformed under the context of its document, whatever context it carries itself. */
export function rdfInput({ document, proof }: ProofTask): { proof: object; document: object } {
  return { proof: { ...proof, '@context': document['@context'] }, document }
}

/**
 * The JCS suites replace the document's context by the proof's, when the former starts with the latter
 * (VC-DI-EdDSA §3.3.2 step 4). Compared here by value: the library compares inline contexts by identity.
 */
function jcsInput({ document, proof }: ProofTask): { proof: object; document: object } {
  const signed = proof['@context']
  if (signed === undefined) return { proof: { ...proof }, document: { ...document } }
  const [prefix, whole] = [listOf(signed), listOf(document['@context'])]
  const starts = prefix.every((item, index) => JSON.stringify(item) === JSON.stringify(whole[index]))
  if (!starts) fail('proof_context_mismatch')
  return { proof: { ...proof }, document: { ...document, '@context': signed } }
}

/** What happened inside the library: its own answer is one boolean for every kind of trouble. */
export interface Watch {
  verified: boolean | null
  problem: Problem | null
}

/** The end of a library's verification: the comparison's own answer, or the problem that kept it from being made. */
export function conclude(verified: boolean, watch: Watch): boolean {
  if (watch.problem) throw new Failure(watch.problem)
  if (watch.verified === null) fail('proof_malformed')
  return verified && watch.verified
}

function watched(suite: Cryptosuite, row: DataIntegritySuite, task: ProofTask, watch: Watch): Cryptosuite {
  return {
    ...suite,
    canonize: (input, options) => keepProblem(watch, () => canonical(suite, row, input, options, task)),
    createVerifier: async ({ verificationMethod }) => {
      const verifier = (await nativeEd25519(task.key.key)) ?? (await suite.createVerifier({ verificationMethod }))
      return watchVerifier(verifier, watch)
    },
  }
}

async function canonical(
  suite: Cryptosuite,
  row: DataIntegritySuite,
  input: unknown,
  options: Record<string, unknown>,
  { signal, texts }: ProofTask,
) {
  if (!row.rdf) return suite.canonize(input, options)
  const { canonize } = await loadCanonize()
  return canonize(input, options?.messageDigestAlgorithm === 'SHA-384' ? 'SHA-384' : 'SHA-256', signal, texts)
}

async function keepProblem<T>(watch: Watch, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Failure) watch.problem ??= error.problem
    throw error
  }
}

/** A verifier that leaves its answer where we can read it. */
export function watchVerifier(verifier: Verifier, watch: Watch): Verifier {
  return {
    ...verifier,
    algorithm: verifier.algorithm,
    verify: async (options) => {
      watch.verified = await verifier.verify(options)
      return watch.verified
    },
  }
}

/** WebCrypto for Ed25519 where the engine has it: several times faster than the library's own arithmetic. */
export async function nativeEd25519(key: PublicKey): Promise<Verifier | null> {
  if (key.curve !== 'Ed25519') return null
  const native = await cryptoKey(key, 'Ed25519')
  if (!native) return null
  return {
    algorithm: 'Ed25519',
    verify: ({ data, signature }) => crypto.subtle.verify('Ed25519', native, signature as BufferSource, data as BufferSource),
  }
}

/** The verification method as the libraries expect it; EC keys come imported, so that they are not imported again. */
export async function methodDocument(key: PublicKey, id: string): Promise<object> {
  if (key.kind !== 'multikey') fail('alg_key_mismatch', { facts: { key: key.curve } })
  const method = { '@context': 'https://w3id.org/security/multikey/v1', id, type: 'Multikey', publicKeyMultibase: key.multibase }
  return key.curve === 'Ed25519' ? method : { ...method, publicKey: await cryptoKey(key, 'ECDSA') }
}

/** A `proofValue` is multibase of exactly one signature of the key's kind. Fails with `proof_value_malformed`. */
export function assertProofValue(value: unknown, length: number | undefined): void {
  if (length === undefined) fail('alg_key_mismatch')
  if (typeof value !== 'string' || !couldHold(value, length)) fail('proof_value_malformed')
}

/** Whether a multibase text could be that of so many bytes; by its letters and length alone, for the library decodes it. */
function couldHold(text: string, bytes: number): boolean {
  if (text.startsWith('u')) return text.length === 1 + Math.ceil((bytes * 4) / 3) && /^[\w-]+$/.test(text)
  const longest = 1 + Math.ceil((bytes * 8) / Math.log2(58))
  return text.length > bytes && text.length <= longest && /^z[1-9A-HJ-NP-Za-km-z]+$/.test(text)
}
