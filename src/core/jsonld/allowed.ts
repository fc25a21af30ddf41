import { sha256 } from '@noble/hashes/sha2.js'
import { hexOf } from '../encoding/bytes.ts'
import { parseJson } from '../encoding/json.ts'
import { bytesOf } from '../encoding/utf8.ts'
import type { AllowedContext } from '../model/context.ts'
import { isObject, type Json, type JsonObject } from '../model/json.ts'
import { attemptNow } from '../problem.ts'
import { roleOf } from './contexts.ts'

/** An allowed context that is in use, as read. */
export interface FetchedContext {
  readonly url: string
  readonly digest: string
  readonly document: JsonObject
}

const known = new WeakMap<AllowedContext, JsonObject | null>()

/**
 * Of the contexts that the person allowed, those that a document names, itself or through one another. Only the text that was
 * pinned counts, and never one in place of a context that we ship.
 */
export function allowedIn(document: JsonObject, allowed: readonly AllowedContext[]): readonly FetchedContext[] {
  const found = new Map<string, FetchedContext>()
  const waiting = [...namedIn(document)]
  while (waiting.length > 0) {
    const url = waiting.pop() as string
    const context = found.has(url) || roleOf(url) !== null ? undefined : allowed.find((one) => one.url === url)
    const text = context && read(context)
    if (!context || !text) continue
    found.set(url, { url, digest: context.digest, document: text })
    waiting.push(...namedIn(text))
  }
  return [...found.values()]
}

/** A context as JSON, its references to others made absolute; null when its text is not the one that was pinned, or is no context. */
function read(context: AllowedContext): JsonObject | null {
  const before = known.get(context)
  if (before !== undefined) return before
  const text = parse(context)
  known.set(context, text)
  return text
}

function parse({ url, digest, text }: AllowedContext): JsonObject | null {
  if (hexOf(sha256(bytesOf(text))) !== digest.toLowerCase()) return null
  const value = attemptNow(() => parseJson(text))
  if (!value.ok || !isObject(value.value) || !Object.hasOwn(value.value, '@context')) return null
  return { '@context': absolute(value.value['@context'], url) }
}

/** A context whose references to other contexts are whole addresses (JSON-LD 1.1 API §4.1.2 step 5.2.1). */
function absolute(context: Json | undefined, base: string): Json {
  if (typeof context === 'string') return URL.canParse(context, base) ? new URL(context, base).href : context
  if (Array.isArray(context)) return context.map((item: Json) => absolute(item, base))
  if (!isObject(context)) return context ?? null
  return Object.fromEntries(
    Object.entries(context).map(([term, definition]) => {
      if (!isObject(definition) || !Object.hasOwn(definition, '@context')) return [term, definition]
      return [term, { ...definition, '@context': absolute(definition['@context'], base) }]
    }),
  )
}

/** Every address that a document or a context names as a context, at any depth. */
function namedIn(document: JsonObject): ReadonlySet<string> {
  const found = new Set<string>()
  collect(document, false, found)
  return found
}

function collect(value: Json | undefined, isContext: boolean, into: Set<string>): void {
  if (isContext && typeof value === 'string') into.add(value)
  else if (Array.isArray(value)) for (const item of value) collect(item, isContext, into)
  else if (isObject(value)) for (const [name, member] of Object.entries(value)) collect(member, name === '@context', into)
}
