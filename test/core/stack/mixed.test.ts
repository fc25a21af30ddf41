import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { issueBadge } from '../../issuer/badges.ts'
import { doorTo } from '../../issuer/door.ts'
import { award } from '../../issuer/example-award.ts'
import { issue } from '../../issuer/issue.ts'
import { type Documents, type Institution, issuerOf, utf8 } from '../../issuer/issuers.ts'
import { linesOf } from './fixtures.ts'
import { type Given, stackOf } from './sources.ts'

// A wallet of one learner from ten years: badges of Open Badges 1.1 and 2.0 that lie on the web or are signed, and of 3.0, as JSON and as JWT.

interface Added extends Given {
  readonly documents: Documents
}

const swimming = { targetName: 'Swim in open water', targetUrl: 'https://standards.example/swim', targetFramework: 'STCW' }
const firstAid = { targetName: 'Medical first aid', targetUrl: 'https://standards.example/stcw/a-vi-4' }
const badgeOf = (institution: Institution, name: string) => `https://${institution}.example/badges/${name}`

/** Open Badges 2.0: it says of itself what it belongs to. */
async function badge2(name: string, says: JsonObject, signed = false): Promise<Added> {
  const changeBadge = ({ tags: _, alignment: __, related: ___, ...badge }: JsonObject) => ({ ...badge, name, ...says })
  const options = { institution: 'pinecounty', name: name.toLowerCase().replaceAll(' ', '-'), changeBadge } as const
  const { text, documents } = await issueBadge(signed ? { ...options, signed: 'P-256' } : options)
  return { name: `${name}.json`, bytes: utf8(text), documents }
}

/** Open Badges 1.1: it has tags and alignments, and nothing is said to be related. */
async function badge1(name: string, says: JsonObject): Promise<Added> {
  const changeBadge = ({ tags: _, alignment: __, ...badge }: JsonObject) => ({ ...badge, name, ...says })
  const { text, documents } = await issueBadge({ generation: '1.1', institution: 'pinecounty', name, changeBadge })
  return { name: `${name}.json`, bytes: utf8(text), documents }
}

let number = 0

/** Open Badges 3.0, by Pine County Rescue unless it is somebody else's. */
async function badge3(name: string, says: JsonObject, by: Institution = 'pinecounty', jwt = false): Promise<Added> {
  number += 1
  const issuer = issuerOf(by, { identity: 'did:web' })
  const achievement = {
    id: badgeOf(by, name.toLowerCase().replaceAll(' ', '-')),
    name,
    description: '…',
    criteria: { narrative: '…' },
  }
  const { text, documents } = await issue({
    id: `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    content: 'minimal',
    issuer,
    ...(jwt && { jwt: { form: 'flat' } }),
    change: award({ issuer, number, from: `20${19 + number}-06-01T00:00:00Z`, achievement: { ...achievement, ...says } }),
  })
  return { name: `${name}.json`, bytes: utf8(text), documents }
}

async function edgesOf(added: readonly Promise<Added>[]): Promise<readonly string[]> {
  const files = await Promise.all(added)
  const documents = new Map(files.flatMap((file) => [...file.documents]))
  return linesOf((await stackOf(files, doorTo(documents))).graph)
}

const alignment2 = (to: typeof swimming | typeof firstAid) => ({ alignment: [{ type: 'AlignmentObject', ...to }] })
const alignment3 = (to: typeof swimming | typeof firstAid) => ({ alignment: [{ type: ['Alignment'], ...to }] })
const alignment1 = ({ targetName: name, targetUrl: url }: typeof firstAid) => ({ alignment: [{ name, url }] })

/** What some badges say, one line for each edge. */
const wallets: readonly (readonly [says: string, made: () => readonly Promise<Added>[], edges: readonly string[]])[] = [
  [
    'three generations name one standard',
    () => [
      badge1('Lifebuoy', alignment1(firstAid)),
      badge2('First Aid Afloat', alignment2(firstAid)),
      badge3('Wilderness First Aid', alignment3(firstAid), 'kestrel', true),
    ],
    [
      'First Aid Afloat —alignment inferred— [Medical first aid]',
      'Lifebuoy —alignment inferred— [Medical first aid]',
      'Wilderness First Aid —alignment inferred— [Medical first aid]',
    ],
  ],
  [
    'one tag, written in several ways',
    () => [
      badge1('Rower', { tags: ['Sea  Rescue'] }),
      badge2('Diver', { tags: ['sea rescue'] }),
      badge3('Pilot', { tag: ['SEA RESCUE'] }),
    ],
    ['Diver —tag inferred— [Sea  Rescue]', 'Pilot —tag inferred— [Sea  Rescue]', 'Rower —tag inferred— [Sea  Rescue]'],
  ],
  [
    'Open Badges 2.0 and 3.0 name another edition, each in its way',
    () => [
      badge2('Helm', { related: [{ type: 'BadgeClass', id: badgeOf('pinecounty', 'timón'), '@language': 'es' }] }),
      badge3('Timón', { related: [{ type: ['Related'], id: badgeOf('pinecounty', 'helm'), inLanguage: 'en', version: '2' }] }),
    ],
    ['Helm —related issuer— Timón', 'Helm —related issuer— Timón'],
  ],
  [
    'the same issuer, a smaller and then a bigger one about the same',
    () => [
      badge2('Swimmer', alignment2(swimming)),
      badge3('Rescue Swimmer', { achievementType: 'Certification', ...alignment3(swimming) }),
    ],
    [
      'Rescue Swimmer —alignment inferred— [Swim in open water]',
      'Swimmer —alignment inferred— [Swim in open water]',
      // Open Badges 2.0 knows its issuer by a web address, 3.0 by a DID: nobody says that they are one.
    ],
  ],
  [
    'a signed badge of 2.0 after a degree of somebody else',
    () => [
      badge2('Ship Medic', { ...alignment2(firstAid) }, true),
      badge3('Bachelor of Nursing', { achievementType: 'BachelorDegree', ...alignment3(firstAid) }, 'kestrel'),
    ],
    [
      'Bachelor of Nursing —alignment inferred— [Medical first aid]',
      'Ship Medic —alignment inferred— [Medical first aid]',
      // The badge is from 2019, the degree is later: nothing was added to it.
    ],
  ],
  [
    'a badge of 3.0 after a degree of somebody else',
    () => [
      badge3('Bachelor of Medicine', { achievementType: 'BachelorDegree', ...alignment3(firstAid) }, 'kestrel'),
      badge3('Expedition Medic', { achievementType: 'MicroCredential', ...alignment3(firstAid) }, 'cloudpath', true),
    ],
    [
      'Bachelor of Medicine —alignment inferred— [Medical first aid]',
      'Expedition Medic —adds-to value-added inferred→ Bachelor of Medicine',
      'Expedition Medic —alignment inferred— [Medical first aid]',
    ],
  ],
]

describe('a wallet of mixed generations', () => {
  test.for(wallets)('%s', async ([, made, edges]) => {
    expect(await edgesOf(made())).toEqual(edges.toSorted())
  })
})
