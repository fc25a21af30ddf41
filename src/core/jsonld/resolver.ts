import ContextResolver from 'jsonld/lib/ContextResolver.js'
import context from 'jsonld/lib/context.js'
import { loadContext } from './contexts.ts'

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
    processed.context[cloneOf] = undefined
    const [cache, key] = this.#cacheFor(active)
    cache.set(key, processed)
  }
}

const resolvedByDocument = new WeakMap<object, Resolved>()

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
 * A resolver for one JSON-LD operation. Bundled contexts are shared between operations; everything else (inline objects
 * of the document, `null`, addresses we do not ship) is resolved afresh and never cached by address.
 */
export function createContextResolver() {
  const upstream = new ContextResolver({ sharedCache: noCache })
  return {
    async resolve(options: { context: unknown; [option: string]: unknown }): Promise<unknown[]> {
      const contexts = Array.isArray(options.context) ? options.context : [options.context]
      const resolved: unknown[] = []
      for (const item of contexts) {
        const bundled = typeof item === 'string' ? await loadContext(item) : isScopedContext(item) ? item : null
        if (bundled && isSingle(bundled)) resolved.push(resolvedOf(bundled))
        else resolved.push(...(await upstream.resolve({ ...options, context: item })))
      }
      return resolved
    },
  }
}

/** A scoped context inside a bundled one arrives as the same object each time: worth keeping by identity. */
function isScopedContext(item: unknown): item is object {
  return typeof item === 'object' && item !== null && !('@context' in item)
}

function isSingle(document: object): boolean {
  const inner = (document as { '@context'?: unknown })['@context'] ?? document
  return typeof inner === 'object' && inner !== null && !Array.isArray(inner)
}
