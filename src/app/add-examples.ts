import { examples } from './examples/index.ts'
import type { Services } from './services.ts'

/** Inspects our own examples and adds them, marked as examples; they need no network. */
export async function addExamples(services: Pick<Services, 'verifier' | 'keepEntries'>): Promise<void> {
  const options = { audience: 'holder', identities: [], offline: true } as const
  const sources = await examples()
  const inspections = await Promise.all(sources.map((source) => services.verifier.inspect(source, options)))
  const now = new Date()
  const entries = inspections.flat().flatMap(({ source, credential, report, parts, endorsements }, place) => {
    // A moment apart, so that the wallet shows them in their own order.
    const addedAt = new Date(now.getTime() - place).toISOString()
    return credential ? [{ source, credential, report, parts, endorsements, addedAt, example: true }] : []
  })
  await services.keepEntries(entries)
}
