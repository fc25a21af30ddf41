import { exportSPKI, importJWK } from 'jose'
import type { JsonObject } from '../../src/core/model/json.ts'
import { hashedEmail, LEARNER } from './content.ts'
import { type Documents, type Institution, institutions, issuerOf, json, type Served, type TestIssuer, utf8 } from './issuers.ts'
import type { KeyKind } from './keys.ts'
import { badgePng, dataUri } from './pictures.ts'
import { algOf, jws } from './sign.ts'

/*
 * Badges of Open Badges 0.5, 1.0, 1.1 and 2.0, with all that their issuers serve: such a badge is spread over the web.
 */

export const badgeGenerations = ['0.5', '1.0', '1.1', '2.0'] as const
export type BadgeGeneration = (typeof badgeGenerations)[number]

/** How the parts hang together: each at its own address, or the badge class and its issuer inside the assertion. */
export type BadgeShape = 'linked' | 'embedded'

export interface BadgeOptions {
  /** 2.0 unless told otherwise. */
  readonly generation?: BadgeGeneration
  /** Westbridge College unless told otherwise. */
  readonly institution?: Institution
  /** A signed badge, with a key of that kind; hosted unless given. Open Badges 0.5 knows no signed ones. */
  readonly signed?: KeyKind
  readonly shape?: BadgeShape
  /** Which of several badges of an institution: its place in the addresses. */
  readonly name?: string
  /** Set for one whose assertion says nothing but what it must; else it says all that its generation can. */
  readonly sparse?: boolean
  /** `body`: its own address says so; `list`: the issuer's list names it. */
  readonly revoked?: 'body' | 'list'
  /** The last word on what is served (or signed) as assertion, badge class and profile. */
  readonly change?: (assertion: JsonObject) => JsonObject
  readonly changeBadge?: (badge: JsonObject) => JsonObject
  readonly changeIssuer?: (issuer: JsonObject) => JsonObject
  /** The last word on what the learner has, which is what is served unless told otherwise. */
  readonly changeCopy?: (assertion: JsonObject) => JsonObject
}

/** A badge as a learner has it, with everything that its issuer serves. */
export interface IssuedBadge {
  /** JSON, or a compact JWS. */
  readonly text: string
  readonly assertion: JsonObject
  readonly badge: JsonObject
  readonly issuer: JsonObject
  readonly addresses: BadgeAddresses
  /** What is served, by address; the assertion too, unless it is signed. */
  readonly documents: Documents
}

/** Where an institution keeps what one of its badges is made of. */
export interface BadgeAddresses {
  readonly assertion: string
  readonly badge: string
  readonly issuer: string
  readonly key: string
  readonly revocationList: string
}

export const ISSUED_ON = '2019-05-03T09:00:00Z'
export const SALT = 'deadsea'

/** The addresses of a badge of an institution. */
export function badgeAddresses(institution: Institution, name = 'first-aid'): BadgeAddresses {
  const base = `https://${institutions[institution].host}/badges`
  return {
    assertion: `${base}/${name}/assertions/1`,
    badge: `${base}/${name}`,
    issuer: `${base}/issuer`,
    key: `${base}/key`,
    revocationList: `${base}/revoked`,
  }
}

/** Issues one badge. The same options give the same bytes, except for ES256 and ES384 signatures. */
export async function issueBadge(options: BadgeOptions = {}): Promise<IssuedBadge> {
  const { generation = '2.0', institution = 'westbridge', signed, shape = 'linked' } = options
  const addresses = badgeAddresses(institution, options.name)
  const written = writers[generation]
  const issuer = options.changeIssuer?.(written.issuer(options, addresses)) ?? written.issuer(options, addresses)
  const plainBadge = written.badge(options, addresses)
  const inside = shape === 'embedded' || generation === '0.5'
  const wholeBadge = inside ? { ...plainBadge, issuer } : plainBadge
  const badge = options.changeBadge?.(wholeBadge) ?? wholeBadge
  const plain = written.assertion(options, addresses)
  const whole = inside ? { ...plain, badge } : plain
  const assertion = options.change?.(whole) ?? whole
  const copy = options.changeCopy?.(assertion) ?? assertion
  const signer = issuerOf(institution, { identity: 'https', key: signed ?? 'Ed25519' })
  const text = signed === undefined ? JSON.stringify(copy, null, 2) : await jws(copy, {}, signer)
  return {
    text,
    assertion,
    badge,
    issuer,
    addresses,
    documents: await served({ options, addresses, assertion, badge, issuer, signer }),
  }
}

interface Writers {
  assertion(options: BadgeOptions, addresses: BadgeAddresses): JsonObject
  badge(options: BadgeOptions, addresses: BadgeAddresses): JsonObject
  issuer(options: BadgeOptions, addresses: BadgeAddresses): JsonObject
}

const words = {
  name: 'First aid at sea',
  description: 'Keeps a crew member alive until help comes.',
  narrative: 'Led a *simulated* rescue off the coast.',
} as const

const picture = (institution: Institution) => `https://${institutions[institution].host}/badges/first-aid.png`
const hostOf = ({ institution = 'westbridge' }: BadgeOptions) => `https://${institutions[institution].host}`
const nameOf = ({ institution = 'westbridge' }: BadgeOptions) => institutions[institution].name
const pictureOf = ({ institution = 'westbridge' }: BadgeOptions) => picture(institution)

/** The learner's e-mail address, hashed with a salt. */
export const hashedRecipient: JsonObject = {
  type: 'email',
  hashed: true,
  salt: SALT,
  identity: String(hashedEmail(LEARNER.email, SALT).identityHash),
}

const writers: Readonly<Record<BadgeGeneration, Writers>> = {
  '0.5': {
    assertion: (options) => ({
      recipient: String(hashedRecipient.identity),
      salt: SALT,
      badge: {},
      ...(options.sparse ? {} : { evidence: '/badges/first-aid/evidence/1', issued_on: '2012-03-04', expires: '2032-03-04' }),
    }),
    badge: (options) => ({
      version: '0.5.0',
      name: words.name,
      image: '/badges/first-aid.png',
      description: words.description,
      criteria: '/badges/first-aid/criteria',
      issuer: hostOf(options),
    }),
    issuer: (options) => ({
      origin: hostOf(options),
      name: nameOf(options),
      ...(options.sparse ? {} : { org: 'School of Navigation', contact: 'badges@westbridge.example' }),
    }),
  },
  '1.0': {
    assertion: (options, addresses) => ({
      uid: 'first-aid-1',
      recipient: hashedRecipient,
      badge: addresses.badge,
      verify: { type: options.signed ? 'signed' : 'hosted', url: options.signed ? addresses.key : addresses.assertion },
      issuedOn: 1_399_107_600,
      ...(options.sparse
        ? {}
        : { image: pictureOf(options), evidence: `${addresses.assertion}/evidence`, expires: '2034-05-03' }),
    }),
    badge: (options, addresses) => ({
      name: words.name,
      description: words.description,
      image: pictureOf(options),
      criteria: `${addresses.badge}/criteria`,
      issuer: addresses.issuer,
      ...(options.sparse ? {} : { tags: ['first aid', 'sea'], alignment: [oldAlignment] }),
    }),
    issuer: (options, addresses) => issuer1(options, addresses),
  },
  '1.1': {
    assertion: (options, addresses) => ({
      '@context': 'https://w3id.org/openbadges/v1',
      type: 'Assertion',
      id: options.signed ? 'urn:uuid:1b2f7b6e-6d5c-4a0e-9f3d-2c5a7e6b1f10' : addresses.assertion,
      uid: 'first-aid-1',
      recipient: hashedRecipient,
      badge: addresses.badge,
      verify: { type: options.signed ? 'signed' : 'hosted', url: options.signed ? addresses.key : addresses.assertion },
      issuedOn: ISSUED_ON,
      ...(options.sparse ? {} : { evidence: `${addresses.assertion}/evidence`, 'extensions:boat': boat }),
    }),
    badge: (options, addresses) => ({
      '@context': 'https://w3id.org/openbadges/v1',
      type: 'BadgeClass',
      id: addresses.badge,
      name: words.name,
      description: words.description,
      image: pictureOf(options),
      criteria: `${addresses.badge}/criteria`,
      issuer: addresses.issuer,
      ...(options.sparse ? {} : { tags: ['first aid', 'sea'], alignment: [oldAlignment] }),
    }),
    issuer: (options, addresses) => ({
      '@context': 'https://w3id.org/openbadges/v1',
      type: 'Issuer',
      id: addresses.issuer,
      ...issuer1(options, addresses),
    }),
  },
  '2.0': {
    assertion: (options, addresses) => ({
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'Assertion',
      id: options.signed ? 'urn:uuid:1b2f7b6e-6d5c-4a0e-9f3d-2c5a7e6b1f20' : addresses.assertion,
      recipient: hashedRecipient,
      badge: addresses.badge,
      verification: options.signed ? { type: 'SignedBadge', creator: addresses.key } : { type: 'HostedBadge' },
      issuedOn: ISSUED_ON,
      ...(options.sparse ? {} : assertion2(options, addresses)),
    }),
    badge: (options, addresses) => ({
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'BadgeClass',
      id: addresses.badge,
      name: words.name,
      description: words.description,
      image: pictureOf(options),
      criteria: `${addresses.badge}/criteria`,
      issuer: addresses.issuer,
      ...(options.sparse ? {} : badge2(options, addresses)),
    }),
    issuer: (options, addresses) => ({
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'Issuer',
      id: addresses.issuer,
      name: nameOf(options),
      url: hostOf(options),
      email: `badges@${institutions[options.institution ?? 'westbridge'].host}`,
      ...(options.signed && { publicKey: addresses.key, revocationList: addresses.revocationList }),
      ...(options.sparse ? {} : { telephone: '+1 555 0100', description: 'A college by the water.' }),
    }),
  },
}

const oldAlignment: JsonObject = {
  name: 'STCW A-VI/4',
  url: 'https://standards.example/stcw/a-vi-4',
  description: 'Medical first aid',
}
const boat: JsonObject = {
  '@context': 'https://w3id.org/openbadges/extensions/exampleExtension/context.json',
  type: ['Extension', 'extensions:ExampleExtension'],
  exampleProperty: 'The lifeboat Marisol',
}

function issuer1(options: BadgeOptions, addresses: BadgeAddresses): JsonObject {
  return {
    name: nameOf(options),
    url: hostOf(options),
    ...(options.signed && { revocationList: addresses.revocationList }),
    ...(options.sparse ? {} : { email: 'badges@westbridge.example', description: 'A college by the water.' }),
  }
}

function assertion2(options: BadgeOptions, addresses: BadgeAddresses): JsonObject {
  return {
    '@language': 'en',
    image: { id: pictureOf(options), caption: 'A lifebuoy', author: addresses.issuer },
    narrative: words.narrative,
    expires: '2039-05-03T09:00:00Z',
    evidence: [
      `${addresses.assertion}/evidence`,
      { type: 'Evidence', id: `${addresses.assertion}/log`, name: 'Log book', narrative: 'Four *night* watches.', genre: 'Log' },
    ],
    'extensions:boat': boat,
  }
}

function badge2(_options: BadgeOptions, addresses: BadgeAddresses): JsonObject {
  return {
    '@language': 'en',
    criteria: { id: `${addresses.badge}/criteria`, narrative: 'Pass the **pool** test.' },
    tags: ['first aid', 'sea'],
    alignment: [
      {
        type: 'AlignmentObject',
        targetName: 'STCW A-VI/4',
        targetUrl: 'https://standards.example/stcw/a-vi-4',
        targetDescription: 'Medical first aid',
        targetFramework: 'STCW',
        targetCode: 'A-VI/4',
      },
    ],
    version: '2',
    related: [{ type: 'BadgeClass', id: `${addresses.badge}/es`, '@language': 'es', version: '2' }],
  }
}

interface Made {
  readonly options: BadgeOptions
  readonly addresses: BadgeAddresses
  readonly assertion: JsonObject
  readonly badge: JsonObject
  readonly issuer: JsonObject
  readonly signer: TestIssuer
}

async function served({ options, addresses, assertion, badge, issuer, signer }: Made): Promise<Documents> {
  const { signed, generation = '2.0', shape = 'linked', institution = 'westbridge' } = options
  const current = options.revoked === 'body' ? { ...assertion, revoked: true, revocationReason: 'Issued in error' } : assertion
  const documents = new Map<string, Served>([[picture(institution), { bytes: badgePng(), mediaType: 'image/png' }]])
  if (signed === undefined) documents.set(addresses.assertion, json(current, 'application/ld+json'))
  if (generation === '0.5') return documents
  if (shape === 'linked') documents.set(addresses.badge, json(badge, 'application/ld+json'))
  documents.set(addresses.issuer, json(issuer, 'application/ld+json'))
  if (signed === undefined) return documents
  documents.set(addresses.key, generation === '2.0' ? json(await keyDocument(signer, addresses)) : await keyFile(signer))
  return documents.set(addresses.revocationList, json(revocationList(options, addresses, assertion)))
}

/** The public key of an issuer as PEM. */
export async function pemOf({ key }: TestIssuer): Promise<string> {
  return exportSPKI((await importJWK({ ...key.publicJwk }, algOf[key.kind], { extractable: true })) as CryptoKey)
}

async function keyFile(signer: TestIssuer): Promise<Served> {
  return { bytes: utf8(await pemOf(signer)), mediaType: 'application/x-pem-file' }
}

async function keyDocument(signer: TestIssuer, addresses: BadgeAddresses): Promise<JsonObject> {
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'CryptographicKey',
    id: addresses.key,
    owner: addresses.issuer,
    publicKeyPem: await pemOf(signer),
  }
}

function revocationList(
  { generation = '2.0', revoked }: BadgeOptions,
  addresses: BadgeAddresses,
  assertion: JsonObject,
): JsonObject {
  const reason = 'Issued in error'
  if (generation !== '2.0') return { another: reason, ...(revoked === 'list' && { [String(assertion.uid)]: reason }) }
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'RevocationList',
    id: addresses.revocationList,
    issuer: addresses.issuer,
    revokedAssertions: [
      'urn:uuid:00000000-0000-4000-8000-000000000000',
      ...(revoked === 'list' ? [{ id: String(assertion.id), revocationReason: reason }] : []),
    ],
  }
}

/** The picture of a badge class as a data URI, which a badge class may have and an assertion may not. */
export const pictureInside = dataUri(badgePng(), 'image/png')
