import jsonld from 'jsonld'
import type { JsonObject } from '../../src/core/model/json.ts'
import { documentLoader } from '../issuer/contexts.ts'

/** The second opinion on what a document means: the unmodified library, with its own context handling. */
async function meaningOf(document: JsonObject): Promise<string> {
  const options = { algorithm: 'RDFC-1.0', format: 'application/n-quads', safe: true, base: null, rdfDirection: 'i18n-datatype' }
  const stock = jsonld as unknown as { canonize(document: unknown, options: object): Promise<string> }
  return stock.canonize(document, { ...options, documentLoader: documentLoader() })
}

/** A signature over meanings cannot tell apart two writings of the same statement, and need not. */
export async function meansTheSame(mutant: JsonObject, original: JsonObject): Promise<boolean> {
  const parts = async ({ proof, ...document }: JsonObject) =>
    `${await meaningOf(document)}\n${await meaningOf({ '@context': original['@context'], type: 'VerifiableCredential', proof })}`
  try {
    return (await parts(mutant)) === (await parts(original))
  } catch {
    return false
  }
}
