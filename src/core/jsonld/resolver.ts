import ContextResolver from 'jsonld/lib/ContextResolver.js'
import context from 'jsonld/lib/context.js'
import { loadContext } from './contexts.ts'
import type { Texts } from './texts.ts'

/**
 * jsonld processes each type-scoped context anew for every typed node, because it clones the active context and so
 * defeats its own cache. This module gives it contexts that clone cheaply and a cache that knows an unchanged clone by
 * its original. The results are the same; a test counts the context processings, so that an upgrade cannot undo it.
 */

/** What we use of jsonld's active context. */
interface ActiveContext {
  mappings: Map<string, unknown>
  protected: Record<string, unknown>
  previousContext?: ActiveContext
  getInverse: unknown
  [cloneOf]?: ActiveContext | undefined
  [key: string]: unknown
}
interface Processed {
  readonly context: ActiveContext
}

/** An active context that nothing has changed since it was cloned points to its original. */
const cloneOf = Symbol('cloneOf')

const inherited = ['previousContext', '@base', '@language', '@direction', '@vocab'] as const

/**
 * A context that copies the terms of its original only when they are first looked at: most clones are made for a typed node,
 * whose processed context the cache then has. The copy is shallow, since a term definition is never changed once made. Like
 * upstream, `processingMode` is not copied.
 */
class Clone {
  readonly #original: ActiveContext
  #mappings: Map<string, unknown> | undefined
  #protected: Record<string, unknown> | undefined
  readonly inverse = null
  readonly clone = clone
  readonly revertToPreviousContext = revertToPreviousContext
  readonly getInverse: unknown;
  [cloneOf]: ActiveContext | undefined;
  [key: string]: unknown

  constructor(original: ActiveContext) {
    this.#original = original
    this.getInverse = original.getInverse
    this[cloneOf] = original
    for (const key of inherited) if (key in original) this[key] = original[key]
  }

  get mappings(): Map<string, unknown> {
    this.#mappings ??= new Map(this.#original.mappings)
    return this.#mappings
  }

  get protected(): Record<string, unknown> {
    this.#protected ??= { ...this.#original.protected }
    return this.#protected
  }
}

function clone(this: ActiveContext): ActiveContext {
  return new Clone(this)
}

function revertToPreviousContext(this: ActiveContext): ActiveContext {
  return this.previousContext ?? this
}

for (const processingMode of ['json-ld-1.0', 'json-ld-1.1', undefined])
  Object.assign(context.getInitialContext({ processingMode }), { clone, revertToPreviousContext })

/** How many contexts were processed since the module was loaded: the work that the cache saves. For tests. */
export const work = { processed: 0 }

/** A context document with its processed forms, kept by active context. */
class Resolved {
  readonly document: object | null
  readonly #on = new WeakMap<ActiveContext, Processed>()
  readonly #onTypeScoped = new WeakMap<ActiveContext, Processed>()

  constructor(document: object | null) {
    this.document = document
  }

  #cacheFor(active: ActiveContext): readonly [WeakMap<ActiveContext, Processed>, ActiveContext] {
    const original = active[cloneOf]
    return original && active.previousContext === original ? [this.#onTypeScoped, original] : [this.#on, active]
  }

  getProcessed(active: ActiveContext): Processed | undefined {
    const [cache, key] = this.#cacheFor(active)
    return cache.get(key)
  }

  setProcessed(active: ActiveContext, processed: Processed): void {
    work.processed += 1
    kept += 1
    processed.context[cloneOf] = undefined
    const [cache, key] = this.#cacheFor(active)
    cache.set(key, processed)
  }
}

/** Most processed contexts that are kept. An honest wallet needs a few dozen; every other order of contexts that we ship makes more. */
const mostKept = 1_000
let kept = 0
let resolvedByDocument = new WeakMap<object, Resolved>()

/** Forgets what was kept once it is too much: strangers choose the order of contexts, and each order is kept for itself. */
function makeRoom(): void {
  if (kept < mostKept) return
  kept = 0
  resolvedByDocument = new WeakMap()
}

function resolvedOf(document: object): Resolved {
  const inner = '@context' in document ? (document as { '@context': object })['@context'] : document
  let resolved = resolvedByDocument.get(inner)
  if (!resolved) {
    resolved = new Resolved(inner)
    resolvedByDocument.set(inner, resolved)
  }
  return resolved
}

const noCache = { get: () => undefined, set: () => undefined }

/**
 * A resolver for one JSON-LD operation. Bundled contexts, and the published variants of them, are shared between operations;
 * everything else (inline objects of the document, `null`, addresses we do not ship) is resolved afresh and never cached by
 * address.
 */
export function createContextResolver({ variants }: Texts) {
  makeRoom()
  const upstream = new ContextResolver({ sharedCache: noCache })
  async function bundled(url: unknown): Promise<readonly Resolved[] | null> {
    const document = typeof url === 'string' ? (variants.get(url) ?? (await loadContext(url))) : null
    return document && resolvedFrom(document)
  }
  /** What we ship may build upon other contexts that we ship. */
  async function resolvedFrom(document: object): Promise<readonly Resolved[]> {
    const inner = (document as { '@context'?: unknown })['@context']
    if (!Array.isArray(inner)) return [resolvedOf(document)]
    const resolved: Resolved[] = []
    for (const part of inner) resolved.push(...(isScopedContext(part) ? [resolvedOf(part)] : ((await bundled(part)) ?? [])))
    return resolved
  }
  return {
    async resolve(options: { context: unknown; [option: string]: unknown }): Promise<unknown[]> {
      const contexts = Array.isArray(options.context) ? options.context : [options.context]
      const resolved: unknown[] = []
      for (const item of contexts) {
        if (isScopedContext(item)) resolved.push(resolvedOf(item))
        else resolved.push(...((await bundled(item)) ?? (await upstream.resolve({ ...options, context: item }))))
      }
      return resolved
    },
  }
}

/** A scoped context inside a bundled one arrives as the same object each time: worth keeping by identity. */
function isScopedContext(item: unknown): item is object {
  return typeof item === 'object' && item !== null && !Array.isArray(item) && !('@context' in item)
}
