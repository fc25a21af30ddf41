import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'
import type { JsonObject } from '../../src/core/model/json.ts'
import { type Issued, issue } from '../issuer/issue.ts'
import { type Institution, issuerOf } from '../issuer/issuers.ts'
import { type BadgeLook, badgePng, dataUri } from '../issuer/pictures.ts'
import { addFile, fileOf, pickFiles, publish } from './adding.ts'
import { test } from './harness.ts'

/** What lies in the wallet beside the credential that is open: issuers with a web address, and one badge that has run out. */
const others: readonly {
  readonly name: string
  readonly by: Institution
  readonly from: string
  readonly until?: string
  readonly look?: BadgeLook
}[] = [
  { name: 'Welding Technology', by: 'westbridge', from: '2022-06-17T00:00:00Z' },
  { name: 'Debate Society Captain', by: 'kestrel', from: '2023-05-26T00:00:00Z' },
  {
    name: 'Cloud Foundations',
    by: 'cloudpath',
    from: '2023-03-01T00:00:00Z',
    until: '2025-03-01T00:00:00Z',
    look: { ring: '1d4ed8', mark: 'b7791f', points: 6 },
  },
  {
    name: 'Médiation culturelle',
    by: 'valfleur',
    from: '2025-11-07T09:00:00Z',
    look: { ring: '0f5132', mark: '6b21a8', points: 12 },
  },
  {
    name: 'Clinical Simulation Facilitator',
    by: 'kestrel',
    from: '2025-02-14T10:00:00Z',
    look: { ring: '8a2f5c', mark: '2b6cb0', points: 5 },
  },
  {
    name: 'Swift Water Rescue',
    by: 'pinecounty',
    from: '2025-06-21T08:00:00Z',
    look: { ring: 'b3401e', mark: '155e75', points: 8 },
  },
]

describe('the picture of the README', () => {
  test('the wallet beside a credential whose issuer is known by its web address', async ({ openApp, issuers }) => {
    const { page, visit } = await openApp({ viewport: { width: 1280, height: 800 } })
    const made = await Promise.all(others.map(award))
    const opened = await issue({ issuer: issuerOf('westbridge', { identity: 'did:web' }) })
    for (const { documents } of [...made, opened]) publish(issuers, documents)
    await visit('add/')
    await pickFiles(page, ...made.map(({ text }, index) => fileOf(`${index}.json`, text)))
    await page.getByText(`${others.length} added`).waitFor()
    await addFile(page, fileOf('data-storytelling.json', opened.text))
    await page.getByText('Genuine and unchanged.').waitFor()
    await page.waitForTimeout(500) // the generated pictures come a moment after the words
    await page.screenshot({ path: fileURLToPath(new URL('readme.png', import.meta.url)) })
  })
})

function award({ name, by, from, until, look }: (typeof others)[number], index: number): Promise<Issued> {
  const id = `urn:uuid:4ead0e00-5a7c-4e1f-8b1a-${String(index).padStart(12, '0')}`
  const issuer = issuerOf(by, { identity: 'did:web' })
  const image = look && { image: { id: dataUri(badgePng({ size: 224, ...look }), 'image/png'), type: 'Image' } }
  return issue({
    id,
    content: 'minimal',
    issuer,
    change: (credential) => {
      const subject = credential.credentialSubject as JsonObject
      const achievement = { ...(subject.achievement as JsonObject), name, ...image }
      const dates = { validFrom: from, ...(until !== undefined && { validUntil: until }) }
      return { ...credential, ...dates, issuer: issuer.profile, credentialSubject: { ...subject, achievement } }
    },
  })
}
