import { NQuads } from 'rdf-canonize'
import { canonizeRdf, expand, optionsFor, toRdf } from './canonize.ts'
import { compact } from './compact.ts'
import { noTexts } from './texts.ts'

/** What a library asks of jsonld's `toRDF`: quads, or their text when it names a format. */
interface RdfOptions {
  readonly format?: string
}

/** What a library asks of rdf-canonize: quads or their text, and a map to fill with labels. */
interface CanonizeOptions {
  readonly canonicalIdMap?: Map<string, string>
}

/**
 * A document loader for a library that does JSON-LD itself. It knows the bundled contexts only, and brings our own JSON-LD along:
 * safe mode, our ceilings of work and the signal to stop. The build hands these to `@digitalbazaar/di-sd-primitives`
 * in place of its own (tools/vite/selective-disclosure.mjs).
 */
export function libraryLoader(texts = noTexts, signal?: AbortSignal) {
  return Object.assign(optionsFor(texts).documentLoader, {
    jsonld: {
      expand: (document: unknown) => expand(document, true, texts),
      compact: (expanded: unknown, context: unknown) => compact(expanded, context, texts),
      toRDF: async (document: unknown, { format }: RdfOptions) => {
        const dataset = await toRdf(document, texts)
        return format === undefined ? dataset : NQuads.serialize(dataset)
      },
    },
    rdfCanonize: {
      canonize: (input: string | object[], { canonicalIdMap }: CanonizeOptions) =>
        canonizeRdf(typeof input === 'string' ? NQuads.parse(input) : input, 'SHA-256', signal, canonicalIdMap),
    },
  })
}
