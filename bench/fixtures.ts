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

async function embeddedFixture(suite: SuiteName, issuer: TestIssuer, content: Fixture['content']): Promise<Fixture> {
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
