import type { JsonObject } from '../../src/core/model/json.ts'
import { type ContentOptions, credentialOf } from './content.ts'
import { type Documents, type Institution, identityDocuments, institutions, issuerOf, type TestIssuer } from './issuers.ts'
import { type JwtOptions, type ProofOptions, signed, signedJwt } from './sign.ts'
import { type ListOptions, type StatusMethod, statusContext, statusDocuments, statusEntry } from './status.ts'

export interface StatusOptions extends ListOptions {
  readonly method: StatusMethod
  /** True for a credential that is revoked or suspended. */
  readonly set?: boolean
}

export interface IssueOptions extends ContentOptions {
  /** Westbridge College as `did:key` with Ed25519 unless told otherwise. */
  readonly issuer?: TestIssuer
  /** How the embedded proof is made; this is the securing unless `jwt` is given. */
  readonly proof?: ProofOptions
  readonly jwt?: JwtOptions
  readonly status?: StatusOptions
  /** The last word on what is signed. */
  readonly change?: (credential: JsonObject) => JsonObject
}

/** A credential as a learner gets it, with all that a verifier would have to fetch. */
export interface Issued {
  /** JSON, or a compact JWS. */
  readonly text: string
  /** What was signed; with its proof, when that is embedded. */
  readonly credential: JsonObject
  readonly issuer: TestIssuer
  readonly documents: Documents
}

/** Issues one credential. The same options give the same bytes, except that of ES256 and ES384 JWTs the signature differs. */
export async function issue(options: IssueOptions = {}): Promise<Issued> {
  const issuer = options.issuer ?? issuerOf('westbridge')
  const plain = withStatus(credentialOf(issuer, options), issuer, options.status)
  const credential = options.change?.(plain) ?? plain
  const documents = await documentsFor(issuer, String(plain.id), options.status)
  if (options.jwt !== undefined) return { text: await signedJwt(credential, issuer, options.jwt), credential, issuer, documents }
  return issued(await signed(credential, issuer, options.proof), issuer, documents)
}

/** A credential that carries its proof, as text. */
export function issued(credential: JsonObject, issuer: TestIssuer, documents: Documents): Issued {
  return { text: JSON.stringify(credential, null, 2), credential, issuer, documents }
}

function withStatus(credential: JsonObject, issuer: TestIssuer, status: StatusOptions | undefined): JsonObject {
  if (status === undefined) return credential
  const context = statusContext(status.method)
  const contexts = credential['@context'] as readonly string[]
  return {
    ...credential,
    '@context': context === undefined || contexts.includes(context) ? contexts : [...contexts, context],
    credentialStatus: statusEntry(issuer, status.method, status.set ?? false),
  }
}

async function documentsFor(issuer: TestIssuer, credentialId: string, status: StatusOptions | undefined): Promise<Documents> {
  const identity = identityDocuments(issuer.institution)
  if (status === undefined) return identity
  const revokedId = status.set === true ? credentialId : 'urn:uuid:00000000-0000-4000-8000-000000000000'
  return new Map([...identity, ...(await statusDocuments(issuer, status.method, revokedId, status))])
}

/** What every test institution publishes about itself. */
export function documents(): Documents {
  return new Map((Object.keys(institutions) as Institution[]).flatMap((institution) => [...identityDocuments(institution)]))
}
