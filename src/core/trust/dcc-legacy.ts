import { limits } from '../limits.ts'
import type { ListedIssuer } from '../model/issuers.ts'
import { isObject, memberOf } from '../model/json.ts'
import { fail } from '../problem.ts'
import { hostOf } from '../witness.ts'
import { addressIn, issuerIdIn, kindByName, listed, nameIn } from './entries.ts'
import type { ListDocument, ListOrigin, TrustSource } from './source.ts'

/** Where the DCC publishes its lists, and the name of each; the files themselves have none. */
const published = 'https://digitalcredentials.github.io/'
const names: Readonly<Record<string, Pick<ListOrigin, 'name' | 'kind'>>> = {
  'dcc-registry': { name: 'DCC Registry', kind: 'production' },
  'issuer-registry': { name: 'DCC Pilot Registry', kind: 'test' },
  'community-registry': { name: 'DCC Community Registry', kind: 'test' },
  'sandbox-registry': { name: 'DCC Sandbox Registry', kind: 'test' },
}

/**
 * A list of the Digital Credentials Consortium as one JSON file: `{"meta": {...}, "registry": {DID: {"name", "url"?}}}` (trust.md
 * §2). An entry without a name says nothing and is passed over. Fails with `list_too_long`.
 */
export const dccLegacy: TrustSource = {
  name: 'dcc-legacy',
  recognizes: (document) =>
    document.kind === 'json' && isObject(document.value) && isObject(memberOf(document.value, 'registry')),
  read(document) {
    const entries = new Map<string, ListedIssuer>()
    for (const [key, value] of registryIn(document)) {
      const id = issuerIdIn(key)
      const name = isObject(value) ? nameIn(memberOf(value, 'name')) : ''
      if (id === null || name === '' || !isObject(value)) continue
      entries.set(id, listed(name, { url: addressIn(memberOf(value, 'url')) }))
    }
    const origin = originOf(document)
    return { origin, list: { name: origin.name, kind: origin.kind, asOf: document.at, entries, complete: true }, trouble: null }
  },
}

function registryIn(document: ListDocument) {
  const registry = document.kind === 'json' && isObject(document.value) ? memberOf(document.value, 'registry') : undefined
  const rows = isObject(registry) ? Object.entries(registry) : fail('list_unrecognized')
  return rows.length > limits.listedIssuers ? fail('list_too_long', { facts: { limit: limits.listedIssuers } }) : rows
}

/** A list is called what it was asked for as; one that is for tests at either end of the way to it is for tests. */
function originOf({ url, finalUrl, name }: ListDocument): ListOrigin {
  const [asked, answered] = [publishedAt(url), publishedAt(finalUrl)]
  const called = asked?.name ?? (url === '' ? nameIn(name) : hostOf(url))
  const kinds = [asked?.kind ?? kindByName(called, url), answered?.kind ?? kindByName(finalUrl)]
  return { source: 'dcc-legacy', url, name: called, kind: kinds.includes('test') ? 'test' : 'production' }
}

function publishedAt(url: string): Pick<ListOrigin, 'name' | 'kind'> | undefined {
  const folder = url.startsWith(published) ? (url.slice(published.length).split('/')[0] ?? '') : ''
  return Object.hasOwn(names, folder) ? names[folder] : undefined
}
