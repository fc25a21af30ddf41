import { gzipSync } from 'node:zlib'
import { badgeGenerations, issueBadge } from '../issuer/badges.ts'
import { badgeBakings } from '../issuer/badges-baked.ts'
import { issue } from '../issuer/issue.ts'
import { type Documents, utf8 } from '../issuer/issuers.ts'
import { samples } from '../issuer/samples.ts'
import { zipOf } from '../issuer/zip.ts'

/** A file to make mutants of, with what its hosts serve. */
export interface Seed {
  readonly name: string
  readonly bytes: Uint8Array
  readonly documents: Documents
}

/** Too large to be verified many times over; smaller ones of their kind are among the others. Of two proofs, one may well go. */
const leftOut = /^(?:clr2-(?:40|200)|proof-set)$/

/** Samples of every generation that the test issuer makes, on their own, in pictures, archives, lists and wallets. */
export async function makeSeeds(wanted: RegExp = /./): Promise<readonly Seed[]> {
  const seeds: Seed[] = []
  for (const sample of samples.filter(({ name }) => !leftOut.test(name) && wanted.test(name)))
    seeds.push({ name: sample.name, ...(await sample.make()) })
  seeds.push(...(await badges()), ...(await carriers()))
  return seeds.filter(({ name }) => wanted.test(name))
}

async function badges(): Promise<readonly Seed[]> {
  const seeds: Seed[] = []
  for (const generation of badgeGenerations)
    for (const shape of ['linked', 'embedded'] as const)
      for (const signed of generation === '0.5' ? ([undefined] as const) : ([undefined, 'RSA'] as const)) {
        const { text, documents } = await issueBadge({ generation, shape, ...(signed && { signed }) })
        seeds.push({ name: `badge-${generation}-${shape}${signed ? '-signed' : ''}`, bytes: utf8(text), documents })
      }
  const badge = await issueBadge()
  for (const [way, bake] of Object.entries(badgeBakings))
    seeds.push({ name: `badge-baked-${way}`, bytes: bake(badge), documents: badge.documents })
  return seeds
}

/** Files that hold several credentials. */
async function carriers(): Promise<readonly Seed[]> {
  const [ob3, other, token, badge] = await Promise.all([
    issue({ content: 'minimal' }),
    issue({ content: 'minimal', id: 'urn:uuid:5a3ad5b8-8d4c-4f0e-9c1e-000000000007' }),
    issue({ content: 'minimal', jwt: {} }),
    issueBadge(),
  ])
  const texts = [ob3.text, token.text, badge.text]
  const documents = new Map([...ob3.documents, ...other.documents, ...token.documents, ...badge.documents])
  const values = [ob3.credential, token.text, badge.assertion]
  const files = texts.map((text, at) => ({ name: `${at}.json`, data: utf8(text) }))
  const inner = zipOf(files.slice(0, 1))
  const wallet = { type: 'UniversalWallet2020', status: 'UNLOCKED', contents: [...values, { type: 'Key' }] }
  const carrying: readonly (readonly [string, Uint8Array])[] = [
    ['zip', zipOf([...files, { name: 'README.txt', data: utf8('Hello.') }])],
    ['zip-stored', zipOf(files.map((file) => ({ ...file, stored: true })))],
    [
      'zip-nested',
      zipOf([
        { name: 'in.zip', data: inner },
        { name: 'b.json.gz', data: new Uint8Array(gzipSync(other.text)) },
      ]),
    ],
    ['gzip', new Uint8Array(gzipSync(ob3.text))],
    ['array', utf8(JSON.stringify(values))],
    ['ndjson', utf8([ob3.credential, other.credential, token.text].map((value) => JSON.stringify(value)).join('\n'))],
    ['wallet', utf8(JSON.stringify(wallet))],
    [
      'badge-connect',
      utf8(JSON.stringify({ status: { statusCode: 200 }, results: [badge.assertion, badge.addresses.assertion] })),
    ],
    ['api', utf8(JSON.stringify({ credential: [ob3.credential, other.credential], compactJwsString: [token.text] }))],
  ]
  return carrying.map(([kind, bytes]) => ({ name: `many-${kind}`, bytes, documents }))
}
