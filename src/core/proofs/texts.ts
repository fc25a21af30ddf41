import type { FetchedContext } from '../jsonld/allowed.ts'
import { noTexts, type Texts } from '../jsonld/texts.ts'
import { lazy } from '../lazy.ts'
import type { AllowedContext } from '../model/context.ts'
import type { JsonObject } from '../model/json.ts'
import { type Attempt, attempt, problem } from '../problem.ts'
import type { ProofSuite, ProofTask } from './proof.ts'

const loadAllowed = lazy(() => import('../jsonld/allowed.ts'))
const loadVariants = lazy(() => import('../jsonld/variants.ts'))

/** A signature, and the texts of contexts that it was checked under. */
export interface UnderTexts {
  readonly signature: Attempt<boolean>
  readonly texts: Texts
  /** When the texts were published under which it holds, where those are not the shipped ones. */
  readonly variant?: string
}

/** Of the contexts that the person allowed, those that a document and its proof are under. */
export async function fetchedFor(
  { document, proof }: Pick<ProofTask, 'document' | 'proof'>,
  allowed: readonly AllowedContext[] = [],
): Promise<readonly FetchedContext[]> {
  return allowed.length === 0 ? [] : (await loadAllowed()).allowedIn(withProof(document, proof), allowed)
}

export function textsOf(fetched: readonly FetchedContext[]): Texts {
  return fetched.length === 0 ? noTexts : { ...noTexts, fetched: new Map(fetched.map(({ url, document }) => [url, document])) }
}

/**
 * What a suite says of a signature under the texts of the task; where that does not hold, under each other known text of the
 * contexts that changed in place (verification.md, context drift). Where a term that only another text defines is all that
 * stands in the way, and the signature does not hold there either, it is `variant_unmatched`: what was signed cannot be told.
 */
export async function verifyUnderTexts(suite: ProofSuite, task: ProofTask): Promise<UnderTexts> {
  const texts = task.texts ?? noTexts
  const signature = await attempt(() => suite.verify(task), 'proof_malformed')
  const first = { signature, texts }
  if (!suite.rdf || !mayBeDrift(signature)) return first
  const tried: UnderTexts[] = []
  for (const variant of await (await loadVariants()).variantsFor(withProof(task.document, task.proof))) {
    const under = { ...texts, variants: variant.texts }
    const signature = await attempt(() => suite.verify({ ...task, texts: under }), 'proof_malformed')
    if (signature.ok && signature.value) return { signature, texts: under, variant: variant.name }
    tried.push({ signature, texts: under })
  }
  if (signature.ok) return first
  const past = tried.find(({ signature }) => signature.ok)
  return past
    ? { ...past, signature: problem('variant_unmatched', { facts: signature.problem.facts ?? {} }) }
    : (tried[0] ?? first)
}

function mayBeDrift(signature: Attempt<boolean>): boolean {
  return signature.ok ? !signature.value : signature.problem.code === 'term_undefined'
}

function withProof(document: JsonObject, proof: JsonObject): JsonObject {
  return { ...document, proof: [document.proof ?? [], proof].flat() }
}
