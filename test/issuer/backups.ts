import { sha256 as digest } from '@noble/hashes/sha2.js'
import type { BackupCredential, BackupHolderKey, BackupRest } from '../../src/core/backup/types.ts'
import { hexOf } from '../../src/core/encoding/bytes.ts'
import { errorReport } from '../../src/core/report.ts'
import { bakePng } from './bake.ts'
import { utf8 } from './issuers.ts'
import { badgePng } from './pictures.ts'

export const at = '2026-11-23T12:00:00.000Z'

/** One credential as a wallet would hand it to a backup. */
export function backedUp(bytes: Uint8Array, name: string, more: Partial<BackupCredential> = {}): BackupCredential {
  const digest = sha256(bytes)
  const report = { ...errorReport({ input: name, digest, at }, { code: 'unexpected' }), error: null }
  return { source: { bytes, name }, addedAt: at, example: false, report, ...more }
}

/** Three from the test issuer: JSON, a compact JWS that has replaced it, and a baked picture. */
export async function backupCredentials(): Promise<readonly BackupCredential[]> {
  // Loaded when it is called: the rest of this file is also for tests in a browser, which need none of its libraries.
  const { issue } = await import('./issue.ts')
  const json = utf8((await issue()).text)
  const jwt = utf8((await issue({ jwt: { form: 'vc+jwt' } })).text)
  const png = bakePng(badgePng(), (await issue()).text)
  return [
    backedUp(json, 'Web Foundations (2026).json', { replacedBy: { digest: sha256(jwt), date: '2026-06-01T00:00:00Z' } }),
    backedUp(jwt, 'https://westbridge.example/credentials/7?token=secret', { example: true }),
    backedUp(png, 'Zürich Diplôme.png'),
  ]
}

/** One of everything else. */
export function backupRest(): BackupRest {
  const text = '{"@context":{"hours":"https://vocabulary.example/hours"}}'
  return {
    settings: { language: 'fr', walletLayout: 'list', identities: ['mailto:ana@example.org'] },
    lists: [
      {
        id: 'list-1',
        origin: {
          source: 'dcc-legacy',
          name: 'Open Learning Registry',
          kind: 'production',
          url: 'https://registry.example/list.json',
        },
        isOn: true,
        addedAt: at,
        anchor: 'thumbprint',
        list: null,
      },
      {
        id: 'list-2',
        origin: { source: 'own-list', name: 'Our office', kind: 'production', url: '' },
        isOn: false,
        addedAt: at,
        list: { name: 'Our office', entries: [['did:web:westbridge.example', { name: 'Westbridge College' }]] },
      },
    ],
    pins: [{ issuer: 'did:web:westbridge.example', name: 'Westbridge College', thumbprints: ['thumbprint'], since: at }],
    vocabularies: [{ url: 'https://vocabulary.example/v1', digest: sha256(utf8(text)), text, fetchedAt: at }],
    holderKeys: [holderKey('Ed25519'), holderKey('P-256')],
    pictures: [{ url: 'https://westbridge.example/badge.png?size=2', bytes: badgePng(), mediaType: 'image/png', fetchedAt: at }],
    groupings: [
      {
        id: 'c3RhY2s',
        name: 'Web',
        description: 'For the interview',
        isOrdered: true,
        members: ['', '2.1'].map((part) => ({ digest: 'ab'.repeat(32), part })),
        createdAt: at,
        changedAt: at,
      },
    ],
    pathways: [
      {
        id: 'ce-1',
        origin: { kind: 'address', url: 'https://registry.example/graph/ce-1' },
        text: '{"@graph":[{"@type":"ceterms:Pathway"}]}',
        addedAt: at,
      },
      { id: 'ce-2', origin: { kind: 'file', name: 'Voie d’accès.json' }, text: '{}', addedAt: at },
    ],
  }
}

/** Nothing but credentials. */
export const nothingElse: BackupRest = {
  settings: {},
  lists: [],
  pins: [],
  vocabularies: [],
  holderKeys: [],
  pictures: [],
  groupings: [],
  pathways: [],
}

/** Published as examples, so that they open nothing: RFC 8037 A.1, RFC 7517 A.2. */
const jwks = {
  Ed25519: {
    kty: 'OKP',
    crv: 'Ed25519',
    x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
    d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  },
  'P-256': {
    kty: 'EC',
    crv: 'P-256',
    x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
    y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM',
    d: '870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE',
  },
} as const

/** A holder key as a backup holds it; its DIDs are none. */
export function holderKey(kind: BackupHolderKey['kind'], more: Partial<BackupHolderKey> = {}): BackupHolderKey {
  const [did, didJwk] = [`did:key:z${kind}`, `did:jwk:${kind}`]
  return { id: `key-${kind}`, kind, did, didJwk, createdAt: at, retiredAt: null, jwk: jwks[kind], ...more }
}

export function sha256(bytes: Uint8Array): string {
  return hexOf(digest(bytes))
}
