import { fold } from '../fold.ts'
import type { Achievement, Alignment } from '../model/credential.ts'

const ctid = /ce-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** CASE: `{host}/uri/GUID`, `{host}/ims/case/v1p0/CFItems/GUID`. */
const caseItem = /\/(?:uri|ims\/case\/v\d+p\d+\/CF\w+)\/([0-9a-f-]{36})$/i
/** Longest identifier that is looked at, in characters. */
const longest = 2_048

/**
 * One identifier in the form in which it is compared: `ctid:ce-…` when a CTID is anywhere in it (so finder, registry and graph
 * addresses of one thing join), `guid:…` for a CASE item, a `urn:uuid:` or a bare GUID, `url:…` for a web address (scheme, case of the host and
 * a closing slash do not count), else `id:` and the text itself. Empty for no identifier.
 */
export function identifierKey(identifier: string): string {
  const text = identifier.trim()
  if (text === '' || text.length > longest) return ''
  const found = text.match(ctid)
  if (found) return `ctid:${found[0].toLowerCase()}`
  const bare = text.replace(/^urn:uuid:/i, '')
  if (guid.test(bare)) return `guid:${bare.toLowerCase()}`
  if (!/^https?:/i.test(text) || !URL.canParse(text)) return `id:${text}`
  const url = new URL(text)
  const item = url.pathname.match(caseItem)?.[1]
  if (item !== undefined && guid.test(item)) return `guid:${item.toLowerCase()}`
  return `url:${url.host}${url.pathname.replace(/\/+$/, '')}${url.search}${url.hash}`
}

/**
 * What an achievement is known by: its id, and identifiers that are the same everywhere (CTID, CASE GUID, web address). A code that only
 * its issuer gives a meaning (`DATA-101`) is none.
 */
export function achievementKeys({ id, otherIdentifiers }: Pick<Achievement, 'id' | 'otherIdentifiers'>): readonly string[] {
  const others = otherIdentifiers.map(({ value }) => identifierKey(value)).filter((key) => !key.startsWith('id:'))
  return distinct([identifierKey(id), ...others])
}

/**
 * What a skill or standard is known by (data-model.md §1, Alignment): CTID or GUID wherever it stands, else its address (with its code, for
 * one address may stand for a whole framework), else framework and code, else its name.
 */
export function alignmentKeys({ url, code = '', framework = '', name }: Alignment): readonly string[] {
  const strong = [identifierKey(code), identifierKey(url), lastGuid(url)].filter((key) => /^(ctid|guid):/.test(key))
  if (strong.length > 0) return distinct(strong)
  const address = identifierKey(url)
  const plainCode = folded(code)
  if (address !== '') return [plainCode === '' || folded(url).includes(plainCode) ? address : `${address} ${plainCode}`]
  if (plainCode !== '' && framework !== '') return [`code:${folded(framework)} ${plainCode}`]
  return wordKeys('name', name[0]?.value)
}

/** The key of a subject or a tag: its words, folded. Empty list for none. */
export function wordKeys(kind: 'name' | 'field' | 'tag', words: string | undefined): readonly string[] {
  const plain = folded(words ?? '')
  return plain === '' ? [] : [`${kind}:${plain}`]
}

/** OSMT and ESCO addresses end in a GUID. */
function lastGuid(url: string): string {
  const last = url.split(/[?#]/)[0]?.replace(/\/+$/, '').split('/').at(-1) ?? ''
  return guid.test(last) ? `guid:${last.toLowerCase()}` : ''
}

/** A stranger's words as they are compared: folded, and bounded. */
export function folded(text: string): string {
  return fold(text.slice(0, longest))
}

function distinct(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)].filter((key) => key !== '').toSorted()
}
