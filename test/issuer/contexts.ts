import { loadContext } from '../../src/core/jsonld/contexts.ts'
import type { DocumentLoader } from './libraries.ts'
import { publishedContexts } from './libraries.ts'

export const VC1 = 'https://www.w3.org/2018/credentials/v1'
export const VC2 = 'https://www.w3.org/ns/credentials/v2'
export const DATA_INTEGRITY = 'https://w3id.org/security/data-integrity/v2'
export const ED25519_2018 = 'https://w3id.org/security/suites/ed25519-2018/v1'
export const JWS_2020 = 'https://w3id.org/security/suites/jws-2020/v1'
export const ED25519_2020 = 'https://w3id.org/security/suites/ed25519-2020/v1'
export const STATUS_LIST_2021 = 'https://w3id.org/vc/status-list/2021/v1'
export const OB_EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'

/** The published Open Badges 3.0 contexts. 3.0.0 and 3.0.1 redefine protected terms of VC 2.0 and go with VC 1.1 only. */
export const openBadgeContexts = {
  '3.0.0': 'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
  '3.0.1': 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
  '3.0.2': 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
  '3.0.3': 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
} as const
export type OpenBadgeVersion = keyof typeof openBadgeContexts

/** The published Comprehensive Learner Record 2.0 contexts. */
export const CLR_2 = {
  '2.0.0': 'https://purl.imsglobal.org/spec/clr/v2p0/context.json',
  '2.0.1': 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
} as const

/**
 * Answers contexts, and the documents given besides; there is no network behind it, so any other address throws. Contexts that no
 * package publishes are those of `schemas/`, which are proved equal to the published ones.
 */
export function documentLoader(more: ReadonlyMap<string, unknown> = new Map()): DocumentLoader {
  return async (url) => {
    const document = publishedContexts.get(url) ?? more.get(url) ?? (await loadContext(url)) ?? undefined
    if (document === undefined) throw new Error(`Nothing is kept for ${url}.`)
    return { contextUrl: null, documentUrl: url, document }
  }
}
