import { type Issued, issue } from '../issue.ts'
import { type Documents, type IssuerIdentity, type IssuerOptions, issuerOf, type TestIssuer } from '../issuers.ts'
import type { Broken } from './broken.ts'

/** A victim whose credentials somebody else signs: the stranger's key under whatever method is stated. */
function forgedFor(victim: TestIssuer, method?: string): TestIssuer {
  const stranger = issuerOf('stranger', { key: victim.key.kind })
  return { ...victim, key: stranger.key, methodId: method ?? stranger.methodId }
}

const kestrel = (options: IssuerOptions) => issuerOf('kestrel', options)
const strangerKey = issuerOf('stranger').key.multibase

/** Signed by a stranger with a method of the stranger's own, in the name of an issuer that publishes its keys. */
const strangers = (['did:key', 'did:web', 'did:web-path', 'https'] as const).map(
  (identity): Broken => ({
    name: `signed-by-a-stranger-${slug(identity)}`,
    says: `A stranger signed in the name of an issuer known by ${identity}.`,
    check: 'issuer.key',
    outcome: 'failed',
    signatureHolds: true,
    make: () => issue({ issuer: forgedFor(kestrel({ identity })) }),
  }),
)

/** The method names the victim's document and, after #, the stranger's key. */
const spoofed = (['did:web', 'https', 'jwks'] as const).map(
  (identity): Broken => ({
    name: `key-in-the-fragment-${slug(identity)}`,
    says: 'The method names the issuer, but the key after # is one that its document does not list.',
    check: 'issuer.key',
    outcome: identity === 'jwks' ? 'refused' : 'failed',
    make() {
      const victim = kestrel({ identity })
      return issue({ issuer: forgedFor(victim, `${victim.id}#${strangerKey}`) })
    },
  }),
)

/** Nothing is served, or nothing that a page may read. */
const unreachable = (['silent', 'blocked'] as const).flatMap((hosts) =>
  (['did:web', 'https'] as const).map(
    (identity): Broken => ({
      name: `issuer-${hosts}-${slug(identity)}`,
      says:
        hosts === 'silent'
          ? 'The host of the issuer does not answer.'
          : 'The host of the issuer does not let browsers read its records.',
      check: 'issuer.key',
      outcome: 'unknown',
      hosts,
      make: async () => unserved(await issue({ issuer: kestrel({ identity }) })),
    }),
  ),
)

function unserved(from: Issued): Issued {
  const nothing: Documents = new Map()
  return { ...from, documents: nothing }
}

function slug(identity: IssuerIdentity): string {
  return identity.replace(':', '-')
}

export const brokenSigners: readonly Broken[] = [
  ...strangers,
  ...spoofed,
  ...unreachable,
  {
    name: 'listed-method-with-another-key',
    says: 'The method is one that the issuer lists, but the signature is by another key.',
    check: 'proof.signature',
    outcome: 'failed',
    make() {
      const victim = kestrel({ identity: 'did:web' })
      return issue({ issuer: forgedFor(victim, victim.methodId) })
    },
  },
  {
    name: 'key-for-login-only',
    says: 'The issuer lists the key, but for authentication only.',
    check: 'issuer.key',
    outcome: 'refused',
    signatureHolds: true,
    make: () => issue({ issuer: kestrel({ identity: 'did:web', login: true }) }),
  },
  {
    name: 'did-key-in-the-name-of-a-profile',
    says: 'A did:key signed in the name of a web address whose profile lists no keys.',
    check: 'issuer.key',
    outcome: 'refused',
    signatureHolds: true,
    make: () => issue({ issuer: forgedFor(kestrel({ identity: 'jwks' })) }),
  },
]
