import { readFile } from 'node:fs/promises'
import { dirname, extname, resolve } from 'node:path'
import { limits } from '../core/limits.ts'
import type { Open } from '../core/model/context.ts'
import { isObject, type Json } from '../core/model/json.ts'
import { done, problem } from '../core/problem.ts'
import { hostOf } from '../core/witness.ts'

/** Addresses and DIDs that local files answer for: each with the absolute path of its file. */
export type ResolveMap = ReadonlyMap<string, string>

export const emptyMap: ResolveMap = new Map()

/**
 * Reads a map of the form `{"https://...": "path", "did:...": "path"}`; paths are relative to the map itself.
 * @returns null when the file cannot be read or is no such map
 */
export async function readResolveMap(file: string): Promise<ResolveMap | null> {
  const value = await readJson(file)
  if (!isObject(value)) return null
  const map = new Map<string, string>()
  for (const [address, path] of Object.entries(value)) {
    if (typeof path !== 'string') return null
    map.set(address, resolve(dirname(file), path))
  }
  return map
}

/**
 * A door that answers from the map and asks `otherwise` for the rest. What the map names but cannot be read is
 * `fetch_failed`.
 * @param now when the answers count as fetched
 */
export function mapDoor(map: ResolveMap, now: Date, otherwise: Open): Open {
  return async (request) => {
    const path = spellingsOf(request.url)
      .map((spelling) => map.get(spelling))
      .find((found) => found !== undefined)
    if (path === undefined) return otherwise(request)
    const bytes = await readBytes(path)
    if (!bytes) return problem('fetch_failed', { facts: { host: hostOf(request.url) } })
    const limit = request.maxBytes ?? limits.fetchBytes
    if (bytes.length > limit) return problem('fetch_too_large', { facts: { host: hostOf(request.url), limit } })
    const url = request.url.replace(/^http:/i, 'https:')
    return done({ url, finalUrl: url, bytes, mediaType: mediaTypeOf(path), fetchedAt: now.toISOString(), kept: false })
  }
}

/** A door that leads nowhere. */
export const closedDoor: Open = async (request) => problem('fetch_offline', { facts: { host: hostOf(request.url) } })

/** Answers DIDs that the map names directly; null for any other. */
export function mapDids(map: ResolveMap): (did: string) => Promise<Json | null> {
  return async (did) => {
    const path = map.get(did)
    return path === undefined ? null : readJson(path)
  }
}

/** An address as asked, without its fragment, normalised, and in the other of http and https: a map may hold any. */
function spellingsOf(url: string): readonly string[] {
  const plain = url.replace(/#.*$/s, '')
  const normal = URL.canParse(plain) ? new URL(plain).href : plain
  const secure = [plain, normal].map((spelling) => spelling.replace(/^http:/i, 'https:'))
  return [url, plain, ...secure, ...secure.map((spelling) => spelling.replace(/^https:/i, 'http:'))]
}

async function readBytes(path: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(path))
  } catch {
    return null
  }
}

async function readJson(path: string): Promise<Json | null> {
  const bytes = await readBytes(path)
  if (!bytes) return null
  try {
    const value: Json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return value
  } catch {
    return null
  }
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.jwt': 'application/jwt',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
}

function mediaTypeOf(path: string): string {
  return mediaTypes[extname(path).toLowerCase()] ?? ''
}
