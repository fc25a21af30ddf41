import { limits } from '../limits.ts'
import { isObject, type Json, type JsonObject, memberOf } from '../model/json.ts'
import { hostOf } from '../witness.ts'
import { addressIn, kindByName, nameIn } from './entries.ts'
import { wellKnown } from './openid-federation.ts'
import type { ListOrigin } from './source.ts'

/** Most registries that one directory may name. */
const mostRegistries = 100

/**
 * The registries that the master list of the DCC names (`known-did-registries.json`, trust.md §2), in its order; null for JSON that
 * is no such list. What is of a kind that we do not read is left out.
 */
export function readKnownRegistries(value: Json): readonly ListOrigin[] | null {
  if (!Array.isArray(value) || value.length === 0) return null
  const rows = value.slice(0, mostRegistries)
  if (!rows.every((row) => isObject(row) && typeof row.type === 'string' && typeof row.name === 'string')) return null
  return rows.filter(isObject).flatMap((row) => {
    const origin = originOf(row)
    return origin === null ? [] : [origin]
  })
}

function originOf(row: JsonObject): ListOrigin | null {
  const source = row.type === 'oidf' ? 'openid-federation' : row.type === 'dcc-legacy' ? 'dcc-legacy' : null
  const url = source === 'dcc-legacy' ? addressIn(memberOf(row, 'url')) : configurationOf(row)
  const name = nameIn(memberOf(row, 'name'))
  if (source === null || url === undefined || name === '' || url.length > limits.issuerId) return null
  return { source, name, kind: kindByName(name, url), url }
}

/** Older lists name only where statements are fetched; the configuration has its place on the same host. */
function configurationOf(row: JsonObject): string | undefined {
  const stated = addressIn(memberOf(row, 'trustAnchorEC'))
  if (stated !== undefined) return stated
  const endpoint = addressIn(memberOf(row, 'fetchEndpoint'))
  return endpoint === undefined ? undefined : `https://${hostOf(endpoint)}${wellKnown}`
}
