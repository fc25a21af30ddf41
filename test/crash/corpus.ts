import { randomOf } from '../fuzz/random.ts'
import { bakePng } from '../issuer/bake.ts'
import { issue } from '../issuer/issue.ts'
import { issuerOf } from '../issuer/issuers.ts'
import { badgePng } from '../issuer/pictures.ts'
import type { Given } from './protocol.ts'

const size = 200
const largest = 60_000

/** Real badges of 2 to 60 kB, each another one; every fifth is baked into a picture. */
export async function issueCorpus(): Promise<readonly Given[]> {
  const issuer = issuerOf('kestrel', { identity: 'did:web', key: 'P-256' })
  const random = randomOf(1, 0)
  const corpus: Given[] = []
  for (let index = 0; index < size; index += 1) {
    // Most are small, as in life.
    const padding = Math.floor((largest * (random.below(1_000) / 1_000) ** 4) / 2)
    const { text } = await issue({
      issuer,
      content: 'minimal',
      id: `urn:uuid:5a3ad5b8-8d4c-4f0e-9c1e-${index.toString(16).padStart(12, '0')}`,
      change: (credential) => ({ ...credential, description: Buffer.from(random.bytes(padding)).toString('base64') }),
      jwt: { form: 'vc+jwt' },
    })
    const isBaked = index % 5 === 0
    const bytes = isBaked ? bakePng(badgePng({ points: 5 + (index % 7) }), text) : Buffer.from(text)
    corpus.push({ name: isBaked ? `badge ${index}.png` : `badge ${index}.jwt`, base64: Buffer.from(bytes).toString('base64') })
  }
  return corpus
}
