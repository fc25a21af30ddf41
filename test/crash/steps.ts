import type { AllowedContext } from '../../src/core/model/context.ts'
import type { Source } from '../../src/core/model/credential.ts'
import type { KeptList, KeptPathway, KeptStack, Vault, WalletEntry } from '../../src/store/types.ts'
import { credential, report, text } from '../store/sample.ts'
import { addedAt, type Given, type Step, type Supplies } from './protocol.ts'
import { valueIn, ways } from './ways.ts'

/** Does one step. When this resolves the vault has said that it is done; it rejects when the vault has said that it is not. */
export async function take(vault: Vault, step: Step, { corpus, holderKeys }: Supplies, advanced: () => void): Promise<void> {
  const { security } = vault
  switch (step.do) {
    case 'add': {
      const given = corpus.slice(step.from, step.from + step.count)
      const entries = await Promise.all(given.map((each, index) => entryOf(each, step.from + index)))
      return void valueIn(await vault.add(entries))
    }
    case 'secure':
      return valueIn(
        await security.secure(
          step.ways.map((way) => ways[way]),
          advanced,
        ),
      )
    case 'rotate':
      return valueIn(await security.rotate(advanced))
    case 'add way':
      return void valueIn(await security.add(ways[step.way], ways[step.proof]))
    case 'rename':
      return valueIn(await security.rename(await idOf(vault, step.way), step.name))
    case 'replace':
      return valueIn(await security.replace(await idOf(vault, step.way), ways[step.by], ways[step.proof], advanced))
    case 'remove':
      return valueIn(await security.remove(await idOf(vault, step.way), ways[step.proof], advanced))
    case 'settings':
      return valueIn(await vault.saveSettings({ ...valueIn(await vault.settings()), language: step.language }))
    case 'pin':
      return valueIn(await vault.keepPin({ issuer: step.name, name: 'An issuer', thumbprints: ['abc'], since: addedAt(0) }))
    case 'list':
      return valueIn(await vault.keepList(listOf(step.name), null))
    case 'vocabulary':
      return valueIn(await vault.keepVocabulary(vocabularyOf(step.name)))
    case 'stack':
      return valueIn(await vault.keepStack(stackOf(step.name)))
    case 'pathway':
      return valueIn(await vault.keepPathway(pathwayOf(step.name)))
    case 'picture':
      return valueIn(
        await vault.keepPicture({ url: step.name, bytes: new Uint8Array(999), mediaType: 'image/png', fetchedAt: addedAt(0) }),
      )
    case 'holder keys':
      return void valueIn(await vault.holder.restore(holderKeys))
  }
}

/** What a learner would have of a credential of the corpus: `index` tells when it was added. */
export async function entryOf({ name, base64 }: Given, index: number): Promise<Omit<WalletEntry, 'id'>> {
  const source: Source = { name, bytes: bytesOf(base64) }
  return {
    source,
    credential: credential({ title: text(name), document: { type: ['VerifiableCredential'], text: base64.slice(0, 8_000) } }),
    report: report({ input: name, digest: await digestOf(source.bytes) }),
    parts: [],
    endorsements: [],
    addedAt: addedAt(index),
    example: false,
  }
}

/** SHA-256 in hexadecimal. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Not by the name that Settings show, which a step may have changed. */
async function idOf(vault: Vault, way: keyof typeof ways): Promise<string> {
  return valueIn(await vault.security.check(ways[way])).id
}

function listOf(id: string): KeptList {
  const origin = { source: 'own-list', name: id, kind: 'test', url: '' } as const
  return { id, origin, isOn: true, addedAt: addedAt(0), list: null, triedAt: '', trouble: null }
}

function vocabularyOf(url: string): AllowedContext {
  return { url, digest: '00', text: '{"@context":{}}', fetchedAt: addedAt(0) }
}

function stackOf(name: string): KeptStack {
  const members = [{ digest: 'ab'.repeat(32), part: '' }]
  return { id: name, name, description: '', isOrdered: true, members, createdAt: addedAt(0), changedAt: addedAt(0) }
}

function pathwayOf(id: string): KeptPathway {
  return { id, origin: { kind: 'address', url: id }, text: '{"@graph":[]}'.padEnd(99_999), addedAt: addedAt(0) }
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}
