import compaction from 'jsonld/lib/compact.js'
import context from 'jsonld/lib/context.js'
import { Failure, fail } from '../problem.ts'
import { optionsFor, problemOfJsonld } from './canonize.ts'
import { noTexts } from './texts.ts'

/**
 * Compacts an expanded document with a context, in safe mode (JSON-LD 1.1 API §5.2). jsonld's own entry point for it would bring
 * framing along and is left out of the bundles; only whoever derives from a base proof needs this. Fails as `expand` does.
 */
export async function compact(expanded: unknown, localContext: unknown, texts = noTexts): Promise<Record<string, unknown>> {
  const options = { ...optionsFor(texts), compactArrays: true, compactToRelative: true, safe: true }
  try {
    const initial = context.getInitialContext({ processingMode: undefined })
    const activeCtx = await context.process({ activeCtx: initial, localCtx: { '@context': localContext }, options })
    const compacted = await compaction.compact({ activeCtx, element: expanded, options })
    if (Array.isArray(compacted)) fail('jsonld_invalid', { facts: { reason: 'several documents' } })
    return { '@context': localContext, ...compacted }
  } catch (error) {
    throw new Failure(problemOfJsonld(error))
  }
}
