import { sha256 } from '@noble/hashes/sha2.js'
import jsonld from 'jsonld'
import { canonize as canonizeDataset } from 'rdf-canonize'
import { hexOf } from '../encoding/bytes.ts'
import { limits } from '../limits.ts'
import { wordOf } from '../model/json.ts'
import { Failure, fail, type Problem } from '../problem.ts'
import { loadContext } from './contexts.ts'
import { createContextResolver } from './resolver.ts'
import { noTexts, type Texts } from './texts.ts'

interface Loaded {
  document: object
  documentUrl: string
  contextUrl: null
}

/** Loads a bundled context for jsonld; anything else is `context_unavailable`: a context is never fetched to fix a failure. */
async function loadFrom(url: string, { variants, fetched }: Texts): Promise<Loaded> {
  const document = variants.get(url) ?? (await loadContext(url)) ?? fetched.get(url)
  if (!document) fail('context_unavailable', { facts: { context: url.slice(0, 200) } })
  return { document, documentUrl: url, contextUrl: null }
}

/** How every operation is called: with the contexts that we ship, those in `texts`, and no others. */
export const optionsFor = (texts: Texts) =>
  ({
    documentLoader: (url: string) => loadFrom(url, texts),
    rdfDirection: 'i18n-datatype',
    produceGeneralizedRdf: false,
    base: null,
    contextResolver: createContextResolver(texts),
  }) as const

/**
 * Expands a document (JSON-LD 1.1 API §5.1), in safe mode unless told otherwise. Fails with `term_undefined`,
 * `context_unavailable` or `jsonld_invalid`.
 */
export async function expand(document: unknown, safe = true, texts = noTexts): Promise<readonly Record<string, unknown>[]> {
  try {
    return await jsonld.expand(document, { ...optionsFor(texts), safe })
  } catch (error) {
    throw new Failure(problemOfJsonld(error))
  }
}

/**
 * The canonical N-Quads of a document (RDFC-1.0), always in safe mode: a member that would be dropped is
 * `term_undefined`. Fails with `canonicalization_too_hard` when the graph is poisoned or time is up.
 */
export async function canonize(
  document: unknown,
  digest: 'SHA-256' | 'SHA-384' = 'SHA-256',
  signal?: AbortSignal,
  texts?: Texts,
): Promise<string> {
  return canonizeRdf(await toRdf(document, texts), digest, signal)
}

/** The quads of a document, always in safe mode. Fails as `expand` does. */
export async function toRdf(document: unknown, texts = noTexts): Promise<object[]> {
  try {
    return await jsonld.toRDF(document, { ...optionsFor(texts), safe: true })
  } catch (error) {
    throw new Failure(problemOfJsonld(error))
  }
}

/**
 * RDFC-1.0 over a dataset of RDF/JS-like quads. `labels` is filled with the canonical label of each blank node. Fails with
 * `canonicalization_too_hard`.
 */
export async function canonizeRdf(
  dataset: object[],
  digest: 'SHA-256' | 'SHA-384' = 'SHA-256',
  signal?: AbortSignal,
  labels?: Map<string, string>,
): Promise<string> {
  try {
    return await canonizeDataset(dataset, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      maxWorkFactor: limits.canonicalizationWorkFactor,
      signal: deadline(limits.canonicalizationTime, signal),
      ...(labels && { canonicalIdMap: labels }),
      ...(digest === 'SHA-256' ? { createMessageDigest: () => new SyncSha256() } : { messageDigestAlgorithm: digest }),
    })
  } catch {
    fail('canonicalization_too_hard')
  }
}

/** What rdf-canonize asks of a signal. A timer for each verification would outlive it by its whole time. */
function deadline(milliseconds: number, signal: AbortSignal | undefined) {
  const end = performance.now() + milliseconds
  return {
    get aborted() {
      return (signal?.aborted ?? false) || performance.now() > end
    },
    reason: 'time is up',
  }
}

/** Collects the strings and hashes them once: a call to WebCrypto for each would cost more than the hashing. */
class SyncSha256 {
  #text = ''
  update(text: string): void {
    this.#text += text
  }
  async digest(): Promise<string> {
    return hexOf(sha256(utf8(this.#text)))
  }
}

const encoder = new TextEncoder()
const scratch = new Uint8Array(16_384)

/** Text in UTF-8, in a buffer that is used again: these texts are many and short. */
function utf8(text: string): Uint8Array {
  if (text.length * 3 > scratch.length) return encoder.encode(text)
  return scratch.subarray(0, encoder.encodeInto(text, scratch).written)
}

/** What jsonld says when it refuses, read from its codes. */
export function problemOfJsonld(error: unknown): Problem {
  const own = failureInside(error)
  if (own) return own
  const details = (error as { details?: { code?: unknown; event?: { code?: unknown; details?: Record<string, unknown> } } })
    .details
  const event = details?.event
  if (event) {
    const what = event.details ?? {}
    const term = what.property ?? what.type ?? what.id ?? what.value ?? ''
    return { code: 'term_undefined', facts: { term: wordOf(term, ''), event: wordOf(event.code) } }
  }
  return { code: 'jsonld_invalid', facts: { reason: wordOf(details?.code) } }
}

/** jsonld wraps what its loader throws; our own problem lies somewhere along the causes. */
function failureInside(error: unknown): Problem | null {
  for (let cause = error, depth = 0; cause && depth < 6; depth++) {
    if (cause instanceof Failure) return cause.problem
    const { details, cause: next } = cause as { details?: { cause?: unknown }; cause?: unknown }
    cause = details?.cause ?? next
  }
  return null
}
