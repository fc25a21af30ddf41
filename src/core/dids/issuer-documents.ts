import { lazy } from '../lazy.ts'
import type { Credential } from '../model/credential.ts'
import { attempt, type Problem } from '../problem.ts'
import type { ControllerDocument } from './controller-document.ts'
import type { ResolvePowers } from './did.ts'
import { fetchControllerDocument } from './fetch-document.ts'
import { resolveDid } from './index.ts'

const loadMetadata = lazy(() => import('./issuer-metadata.ts'))

/** The documents in which an issuer may list its keys, as far as they could be read. */
export interface IssuerDocuments {
  readonly read: readonly ControllerDocument[]
  /** Why one could not be read: the first trouble met. */
  readonly trouble: Problem | null
}

/** Where else an issuer may list its keys: `metadata` for SD-JWT VC and its status lists, which have a place of their own for them. */
export interface KeyPlaces {
  readonly metadata?: boolean
}

/** Where the issuer of a credential may list its keys. */
export function keyPlacesOf({ format, types }: Pick<Credential, 'format' | 'types'>): KeyPlaces {
  return { metadata: format === 'sd-jwt-vc' || types.includes('TokenStatusList') }
}

/**
 * Reads the documents that can list an issuer's keys, in this order: for a DID its document; for a web address the document
 * at that address (controller document, profile or JWKS), then `/.well-known/jwks.json` and `/.well-known/did.json` of its
 * host (OB3-IG, key provenance). Stops at the first for which `enough` holds. An issuer that is neither has none.
 * With `metadata`, the issuer metadata of a web address (SD-JWT VC §3.5) comes first and, once read, stands alone.
 */
export async function issuerDocuments(
  issuer: string,
  powers: ResolvePowers,
  enough: (document: ControllerDocument) => boolean = () => false,
  { metadata = false }: KeyPlaces = {},
): Promise<IssuerDocuments> {
  const read: ControllerDocument[] = []
  let trouble: Problem | null = null
  if (metadata && /^https:/i.test(issuer)) {
    const own = await (await loadMetadata()).issuerMetadata(issuer, powers)
    if (own.ok) return { read: [own.value], trouble }
    trouble = own.problem
  }
  for (const load of loaders(issuer, powers)) {
    const document = await load()
    if (!document.ok) trouble ??= document.problem
    else {
      read.push(document.value)
      if (enough(document.value)) break
    }
  }
  return { read, trouble }
}

function loaders(issuer: string, powers: ResolvePowers) {
  if (issuer.startsWith('did:')) return [() => resolveDid(issuer, powers)]
  if (!/^https?:\/\//i.test(issuer) || !URL.canParse(issuer)) return []
  const { host, username, password } = new URL(issuer)
  // `https://college.example@elsewhere.example/` reads as one host and leads to another.
  if (username !== '' || password !== '') return []
  const addresses = [issuer, `https://${host}/.well-known/jwks.json`, `https://${host}/.well-known/did.json`]
  const ids = [issuer, addresses[1] as string, `did:web:${host.replace(':', '%3A')}`]
  return addresses.map(
    (address, index) => () =>
      attempt(() => fetchControllerDocument(address, ids[index] as string, powers), 'controller_document_invalid'),
  )
}
