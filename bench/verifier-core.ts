import type { Fixture, Verification } from './protocol.ts'

interface Verified {
  readonly errors?: readonly object[]
  readonly log?: readonly { readonly id: string; readonly valid: boolean }[]
}
interface VerifierCore {
  verifyCredential(options: { credential: object; knownDIDRegistries: readonly object[] }): Promise<Verified>
}

/**
 * `@digitalcredentials/verifier-core` as its README uses it, with no registries. It loads contexts that it does not ship from the
 * web: here they are answered at once, from memory.
 */
export async function prepare(fixture: Fixture): Promise<Verification> {
  if (VERIFIER_CORE === null) throw new Error('verifier-core is not there')
  globalThis.fetch = async (given) => {
    const url = given instanceof Request ? given.url : String(given)
    const document = fixture.documents[url]
    if (!document) throw new Error(`verifier-core asked for ${url}`)
    return Response.json(document)
  }
  const { verifyCredential } = (await import(/* @vite-ignore */ VERIFIER_CORE)) as VerifierCore
  return async () => {
    const { errors, log } = await verifyCredential({ credential: JSON.parse(fixture.text) as object, knownDIDRegistries: [] })
    const isSound = log?.some(({ id, valid }) => id === 'valid_signature' && valid) === true
    if (errors || !isSound) throw new Error(`verifier-core: ${JSON.stringify({ errors, log })}`)
  }
}
