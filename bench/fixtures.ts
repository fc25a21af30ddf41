import { type JsonObject, listOf } from '../src/core/model/json.ts'
import { issueClr2 } from '../test/issuer/clr2.ts'
import { documentLoader } from '../test/issuer/contexts.ts'
import { issue } from '../test/issuer/issue.ts'
import { issuerOf, type TestIssuer } from '../test/issuer/issuers.ts'
import type { SuiteName } from '../test/issuer/sign.ts'
import type { Fixture } from './protocol.ts'

const embedded: readonly [SuiteName, TestIssuer][] = [
  ['eddsa-rdfc-2022', issuerOf('westbridge')],
  ['ecdsa-rdfc-2019', issuerOf('westbridge', { key: 'P-256' })],
  ['eddsa-jcs-2022', issuerOf('westbridge')],
  ['ecdsa-jcs-2019', issuerOf('westbridge', { key: 'P-256' })],
  ['Ed25519Signature2020', issuerOf('westbridge')],
]
const jwts: readonly [string, TestIssuer][] = [
  ['EdDSA', issuerOf('westbridge')],
  ['ES256', issuerOf('westbridge', { key: 'P-256' })],
  ['RS256', issuerOf('westbridge', { key: 'RSA', identity: 'did:jwk' })],
]

/** One Open Badges 3.0 credential of each suite, signed now by other people's libraries, and a smaller one of the first. */
export async function oneOfEach(): Promise<readonly Fixture[]> {
  const [first] = embedded
  return Promise.all([
    ...(first ? [embeddedFixture(...first, 'minimal')] : []),
    ...embedded.map(([suite, issuer]) => embeddedFixture(suite, issuer, 'rich')),
    ...jwts.map(async ([alg, issuer]) =>
      fixtureOf(`VC-JWT ${alg}`, 'rich', issuer, (await issue({ issuer, jwt: { form: 'vc+jwt' } })).text),
    ),
  ])
}

async function embeddedFixture(suite: SuiteName, issuer: TestIssuer, content: 'rich' | 'minimal'): Promise<Fixture> {
  return fixtureOf(suite, content, issuer, (await issue({ issuer, content, proof: { suite } })).text)
}

/** Many distinct Open Badges 3.0 credentials of one issuer, `eddsa-rdfc-2022`: each has an id of its own. */
export async function many(count: number): Promise<readonly Fixture[]> {
  const issuer = issuerOf('westbridge')
  const fixtures: Fixture[] = []
  for (let i = 0; i < count; i++) {
    const id = `urn:uuid:5a3ad5b8-8d4c-4f0e-9c1e-${i.toString(16).padStart(12, '0')}`
    fixtures.push(fixtureOf('eddsa-rdfc-2022', 'rich', issuer, (await issue({ issuer, id })).text))
  }
  return fixtures
}

/** How many credentials the records of the benchmark hold. */
const recordSizes = [1, 40, 200] as const

/**
 * Comprehensive Learner Records 2.0, `eddsa-rdfc-2022`, with credentials of three issuers inside, secured in every way. We verify all
 * of them; the libraries the proof of the record.
 */
export async function records(): Promise<readonly Fixture[]> {
  const issuer = issuerOf('westbridge')
  return Promise.all(
    recordSizes.map(async (nested) => {
      const { text, credential } = await issueClr2({ count: nested })
      const fixture = fixtureOf('eddsa-rdfc-2022', 'record', issuer, text)
      return { ...fixture, nested, documents: { ...fixture.documents, ...(await contextsOf(credential)) } }
    }),
  )
}

async function contextsOf({ '@context': contexts }: JsonObject): Promise<Readonly<Record<string, object>>> {
  const load = documentLoader()
  const addresses = listOf(contexts).filter((context) => typeof context === 'string')
  const loaded = addresses.map(async (address) => [address, (await load(address)).document] as const)
  return Object.fromEntries(await Promise.all(loaded)) as Record<string, object>
}

function fixtureOf(suite: string, content: Fixture['content'], issuer: TestIssuer, text: string): Fixture {
  return { suite, content, text, publicJwk: issuer.key.publicJwk, documents: documentsOf(suite, issuer) }
}

/** The key and its controller as the stock library wants to load them. */
function documentsOf(suite: string, { id, methodId, key }: TestIssuer): Readonly<Record<string, object>> {
  const [type, context] =
    suite === 'Ed25519Signature2020'
      ? ['Ed25519VerificationKey2020', 'https://w3id.org/security/suites/ed25519-2020/v1']
      : ['Multikey', 'https://w3id.org/security/multikey/v1']
  const method = { id: methodId, type, controller: id, publicKeyMultibase: key.multibase }
  return {
    [methodId]: { '@context': context, ...method },
    [id]: {
      '@context': ['https://www.w3.org/ns/did/v1', context],
      id,
      verificationMethod: [method],
      assertionMethod: [methodId],
    },
  }
}
