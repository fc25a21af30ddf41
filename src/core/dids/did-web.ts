import { fail } from '../problem.ts'
import type { DidMethod } from './did.ts'
import { fetchControllerDocument } from './fetch-document.ts'

/** `did:web`: the document lies at an address that the DID spells; its `id` must be the DID. */
export const didWeb: DidMethod = {
  name: 'web',
  resolve(did, powers) {
    return fetchControllerDocument(addressOfDidWeb(did), did, powers)
  },
}

/**
 * The https address of a `did:web` document: `did:web:host%3Aport:path:to` lies at `https://host:port/path/to/did.json`,
 * one without path at `/.well-known/did.json`. IP addresses are no hosts here. Fails with `did_malformed`.
 */
export function addressOfDidWeb(did: string): string {
  const [host, ...path] = did.slice('did:web:'.length).split(':')
  const authority = decodeURIComponentOrFail(host ?? '', did)
  const segments = path.map((segment) => decodeURIComponentOrFail(segment, did))
  if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/i.test(authority) || !/[a-z]/i.test(authority.split(':')[0] ?? ''))
    fail('did_malformed', { facts: { did } })
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..' || /[/?#\\]/.test(segment)))
    fail('did_malformed', { facts: { did } })
  const folder = segments.length > 0 ? segments.map(encodeURIComponent).join('/') : '.well-known'
  return `https://${authority}/${folder}/did.json`
}

function decodeURIComponentOrFail(text: string, did: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    fail('did_malformed', { facts: { did } })
  }
}
