// What @digitalbazaar/di-sd-primitives 3.3.0, on which the suites ecdsa-sd-2023 and bbs-2023 build, gets wrong or does by itself.

/**
 * A Vite plugin that mends the library in three places, and stops when an upgrade has moved one of them:
 * - a list (`@container: @list`) is no node and gets no id: without this no Open Badge with `allowedValue` can be signed or derived;
 * - `_:` inside a text or an address is no label of a blank node, and `<urn:bnid:` inside a text no stand-in for one: without this
 *   such a text could be changed under its signature;
 * - JSON-LD and canonicalization are those that come with the document loader, when it brings them (src/core/jsonld/for-libraries.ts):
 *   with our contexts, ceilings of work and signal to stop.
 */
export function selectiveDisclosure() {
  return {
    name: 'satchel:selective-disclosure',
    /** @type {'pre'} */
    enforce: 'pre',
    transform: {
      filter: { id: /\/di-sd-primitives\/lib\/(canonicalize|skolemize)\.js/ },
      /**
       * @param {string} code
       * @param {string} id
       */
      handler(code, id) {
        const name = /canonicalize\.js/.test(id) ? 'canonicalize' : 'skolemize'
        return { code: mended(code, repairs[name]) + helpers[name], map: null }
      },
    },
  }
}

/** What stands in a literal, or in an address, is passed over. */
const helpers = {
  canonicalize: String.raw`
function replaceLabels(nquad, replacer) {
  return nquad.replace(/<[^>]*>|"[^"\\]*(?:\\.[^"\\]*)*"|_:([^\s]+)/g,
    (match, label) => label === undefined ? match : replacer(match, match, label));
}
`,
  skolemize: String.raw`
function replaceSkolems(nquad) {
  return nquad.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|<urn:bnid:([^>]+)>/g,
    (match, label) => label === undefined ? match : '_:' + label);
}
`,
}

/** Each: the text as the library has it, what stands for it, and how often it is there. */
const repairs = {
  canonicalize: [
    [String.raw`e.replace(/(_:([^\s]+))/g, replacer)`, 'replaceLabels(e, replacer)', 2],
    ['await jsonld.toRDF(input, opts)', 'await (opts.documentLoader?.jsonld ?? jsonld).toRDF(input, opts)', 1],
    ['return rdfCanonize.canonize(', 'return (options.documentLoader?.rdfCanonize ?? rdfCanonize).canonize(', 1],
  ],
  skolemize: [
    ["nq.replace(/(<urn:bnid:([^>]+)>)/g, '_:$2')", 'replaceSkolems(nq)', 1],
    ['await jsonld.expand(', 'await (options?.documentLoader?.jsonld ?? jsonld).expand(', 1],
    ['await jsonld.compact(', 'await (options?.documentLoader?.jsonld ?? jsonld).compact(', 1],
    ['await jsonld.toRDF(', 'await (options?.documentLoader?.jsonld ?? jsonld).toRDF(', 1],
    [
      "if(skolemizedNode['@id'] === undefined) {",
      "if('@list' in skolemizedNode) {} else if(skolemizedNode['@id'] === undefined) {",
      1,
    ],
  ],
}

function mended(code, rows) {
  let text = code
  for (const [from, to, times] of rows) {
    const parts = text.split(from)
    if (parts.length !== times + 1)
      throw new Error(
        `di-sd-primitives: expected ${times} of “${from}”, found ${parts.length - 1}: read the new source before changing this`,
      )
    text = parts.join(to)
  }
  return text
}
