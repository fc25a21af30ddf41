import { bakePng, bakeSvg, type PngChunkKind, pngChunkKinds, type SvgNamespace, svgNamespaces } from './bake.ts'
import { broken } from './broken/index.ts'
import { issueClr1 } from './clr1.ts'
import { issueClr2 } from './clr2.ts'
import { contents, type DataModel } from './content.ts'
import type { OpenBadgeVersion } from './contexts.ts'
import { examples } from './examples.ts'
import { type Issued, type IssueOptions, issue } from './issue.ts'
import { type Documents, identities, issuerOf, kindsOf, utf8 } from './issuers.ts'
import { badgePng, badgeSvg } from './pictures.ts'
import { badgeClaims, bound, disclosing, issuedSdJwt, servedList, tokenList, tokenStatus } from './sd-jwt.ts'
import { derive, issueBase, selectiveNames } from './selective.ts'
import { issueWithChain, issueWithSet } from './several.ts'
import { algOf, jwtForms, type SuiteName, suiteKeys } from './sign.ts'
import { CLEAR_INDEX, statusMethods } from './status.ts'

/** A file that the test issuer can write. */
export interface Sample {
  readonly name: string
  readonly file: string
  readonly says: string
  readonly group: 'valid' | 'broken' | 'picture' | 'example'
  make(): Promise<{ readonly bytes: Uint8Array; readonly documents: Documents }>
}

function sample(
  group: Sample['group'],
  name: string,
  says: string,
  make: () => Promise<Pick<Issued, 'text' | 'documents'>>,
  extension = 'json',
): Sample {
  return {
    name,
    file: `${name}.${extension}`,
    says,
    group,
    async make() {
      const { text, documents } = await make()
      return { bytes: utf8(text), documents }
    },
  }
}

const valid = (name: string, says: string, options: IssueOptions) =>
  sample('valid', name, says, () => issue(options), options.jwt === undefined ? 'json' : 'jwt')

/** The contexts that go together. */
export const versions: readonly (readonly [DataModel, OpenBadgeVersion])[] = [
  ['1.1', '3.0.0'],
  ['1.1', '3.0.1'],
  ['1.1', '3.0.2'],
  ['1.1', '3.0.3'],
  ['2.0', '3.0.2'],
  ['2.0', '3.0.3'],
]

const byVersion = versions.flatMap(([dataModel, openBadges]) =>
  contents
    .filter((content) => content !== 'generic' || openBadges === '3.0.3')
    .map((content) =>
      valid(
        content === 'generic' ? `generic-vc-${dataModel}` : `${content}-vc-${dataModel}-ob-${openBadges}`,
        `A ${content} credential in VC ${dataModel}.`,
        { dataModel, openBadges, content },
      ),
    ),
)

const bySuite = (Object.keys(suiteKeys) as SuiteName[]).flatMap((suite) =>
  suiteKeys[suite].map((key) =>
    valid(`suite-${suite}-${key}`.toLowerCase(), `Signed with ${suite} and a ${key} key.`, {
      issuer: issuerOf('westbridge', { key }),
      proof: { suite },
    }),
  ),
)

/** What a learner shows of a credential whose proof lets them choose. */
const selective = selectiveNames.map((suite) =>
  sample('valid', `selective-${suite}`, `A part of a credential, shown with ${suite}.`, async () =>
    derive(suite, await issueBase(suite, { content: 'minimal' }), ['/credentialSubject/id']),
  ),
)

const byToken = jwtForms.flatMap((form) =>
  kindsOf('kestrel').map((key) =>
    valid(`jwt-${form}-${algOf[key]}`.toLowerCase().replace('+', '-'), `A JWT (${form}) with ${algOf[key]}.`, {
      issuer: issuerOf('kestrel', { identity: 'did:web', key }),
      dataModel: form === 'vc-claim' ? '1.1' : '2.0',
      jwt: { form },
    }),
  ),
)

const byIdentity = identities.map((identity) =>
  valid(`issuer-${identity.replace(':', '-')}`, `The issuer is known by ${identity}.`, {
    issuer: issuerOf('kestrel', { identity, key: identity === 'jwks' ? 'P-256' : 'Ed25519' }),
    ...(identity === 'jwks' ? { jwt: {} } : {}),
  }),
)

const byStatus = statusMethods.map((method) =>
  valid(`status-${method}`, `Has a status entry (${method}) that is not set.`, {
    dataModel: method.startsWith('2021') ? '1.1' : '2.0',
    status: { method },
  }),
)

const twoKeys = [
  { issuer: issuerOf('kestrel', { identity: 'did:web' }) },
  { issuer: issuerOf('kestrel', { identity: 'did:web', key: 'P-384' }) },
] as const

const several: readonly Sample[] = [
  sample('valid', 'proof-set', 'Two proofs by two keys of the issuer.', () => issueWithSet(twoKeys)),
  sample('valid', 'proof-chain', 'Two proofs by two keys of the issuer, the second over the first.', () =>
    issueWithChain(twoKeys),
  ),
  valid('header-jwk', 'A JWT whose header carries the key, which the host of the issuer publishes.', {
    issuer: issuerOf('kestrel', { identity: 'jwks', key: 'P-256' }),
    jwt: { keyPlace: 'jwk' },
  }),
]

const records: readonly Sample[] = [
  sample('valid', 'clr2-1', 'A CLR 2.0 with one credential.', () => issueClr2({ count: 1 })),
  sample('valid', 'clr2-6', 'A CLR 2.0 with credentials secured in every way and a record inside.', () =>
    issueClr2({ count: 6 }),
  ),
  sample('valid', 'clr2-40', 'A CLR 2.0 of forty.', () => issueClr2({ count: 40 })),
  sample('valid', 'clr2-200', 'A CLR 2.0 of two hundred.', () => issueClr2({ count: 200 })),
  sample('valid', 'clr2-vc-1.1', 'A CLR 2.0.0 in VC 1.1.', () => issueClr2({ count: 6, dataModel: '1.1', clr: '2.0.0' })),
  sample('valid', 'clr2-jwt', 'A CLR 2.0 as a JWT.', () => issueClr2({ count: 6, securing: 'jwt' }), 'jwt'),
  sample('valid', 'clr1-hosted', 'A CLR 1.0 transcript that is what its address serves.', () => issueClr1({ form: 'hosted' })),
  sample('valid', 'clr1-signed', 'A CLR 1.0 transcript as a JWS.', () => issueClr1({ form: 'signed' }), 'jws'),
]

const byDisclosure: readonly Sample[] = [
  sample('valid', 'sd-jwt-vc', 'An SD-JWT VC with all of its disclosures.', issuedSdJwt, 'txt'),
  sample(
    'valid',
    'sd-jwt-vc-presented',
    'An SD-JWT VC of which one fact is shown, with a key binding JWT.',
    async () => {
      const from = await issuedSdJwt()
      return { ...from, text: await bound(disclosing(from.text, 'result')) }
    },
    'txt',
  ),
  sample(
    'valid',
    'sd-jwt-vc-status',
    'An SD-JWT VC with a place in a Token Status List that is not set.',
    async () => {
      const from = await issuedSdJwt({ claims: { ...badgeClaims(), status: tokenStatus(CLEAR_INDEX) } })
      return { ...from, documents: new Map([...from.documents, ...servedList(await tokenList())]) }
    },
    'txt',
  ),
]

function baked(name: string, extension: string, says: string, options: IssueOptions, bake: (text: string) => Uint8Array): Sample {
  return {
    name,
    file: `${name}.${extension}`,
    says,
    group: 'picture',
    async make() {
      const { text, documents } = await issue(options)
      return { bytes: bake(text), documents }
    },
  }
}

const picture = () => badgePng({ size: 240 })
const token: IssueOptions = { issuer: issuerOf('kestrel', { identity: 'did:web', key: 'P-256' }), jwt: {} }
const inPng = (kind: PngChunkKind) => (text: string) => bakePng(picture(), text, { kind })
const inSvg = (namespace: SvgNamespace) => (text: string) => utf8(bakeSvg(badgeSvg('OB'), text, namespace))

const pictures: readonly Sample[] = [
  ...pngChunkKinds.map((kind) =>
    baked(`png-${kind.toLowerCase().replace(' ', '-')}`, 'png', `JSON in ${kind}.`, {}, inPng(kind)),
  ),
  ...(Object.keys(svgNamespaces) as SvgNamespace[]).flatMap((namespace) => [
    baked(`svg-${namespace}-json`, 'svg', `JSON as CDATA, namespace of ${namespace}.`, {}, inSvg(namespace)),
    baked(`svg-${namespace}-jwt`, 'svg', `A JWT in verify, namespace of ${namespace}.`, token, inSvg(namespace)),
  ]),
  baked('png-jwt', 'png', 'A JWT in iTXt.', token, inPng('iTXt')),
  baked('png-wrong-crc', 'png', 'The CRC of the chunk is wrong.', {}, (text) => bakePng(picture(), text, { wrongCrc: true })),
  baked('png-several', 'png', 'Two chunks with the same credential.', {}, (text) => bakePng(bakePng(picture(), text), text)),
]

const examplesOfApp = examples.map(({ name, make }) => {
  const [kind = '', extension] = name.split('.')
  return sample('example', kind, 'An example that the app ships.', make, extension)
})

const brokenSamples = broken.map(
  ({ name, says, make }): Sample => ({
    name: `broken-${name}`,
    file: `broken-${name}.txt`,
    says,
    group: 'broken',
    async make() {
      const { text, documents } = await make()
      return { bytes: utf8(text), documents }
    },
  }),
)

/** Every file that the command line writes. */
export const samples: readonly Sample[] = [
  ...byVersion,
  ...bySuite,
  ...selective,
  ...byToken,
  ...byIdentity,
  ...byStatus,
  ...several,
  ...byDisclosure,
  ...records,
  ...pictures,
  ...brokenSamples,
  ...examplesOfApp,
]
