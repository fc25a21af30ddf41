import { createVerifier } from '../worker/client.ts'
import type { InspectOptions, KeeperForWorker, Verifier } from '../worker/types.ts'
import type { Services } from './services.ts'

interface InformedPowers extends Pick<Services, 'trust' | 'vocabularies'> {
  readonly keeper: KeeperForWorker
}

/**
 * A verifier that is told whom this person trusts and what they allowed, whoever asks it. Without the code for it, nobody is
 * trusted and nothing allowed.
 */
export function createInformedVerifier({ keeper, trust, vocabularies }: InformedPowers): Verifier {
  const verifier = createVerifier({ keeper })

  async function known(): Promise<Pick<InspectOptions, 'issuers' | 'contexts'>> {
    const [issuers, contexts] = await Promise.all([
      trust().then(
        (loaded) => loaded.known(),
        () => undefined,
      ),
      vocabularies().then(
        (loaded) => loaded.kept(),
        () => [],
      ),
    ])
    return { ...(issuers && { issuers }), ...(contexts.length > 0 && { contexts }) }
  }
  return {
    ...verifier,
    inspect: async (source, options, hearing, signal) =>
      verifier.inspect(source, { ...(await known()), ...options }, hearing, signal),
    newer: async (credential, options, signal) => verifier.newer(credential, { ...(await known()), ...options }, signal),
  }
}
