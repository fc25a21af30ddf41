import type { Plugin } from 'vite'

/**
 * Leaves out of the bundles what the libraries carry along and we never call: framing, flattening and loaders of jsonld (we expand,
 * and write RDF; compaction comes with what needs it, core/jsonld/compact.ts), the synchronous twin of RDFC-1.0, the signing half of
 * jsonld-signatures, and the arithmetic for Ed25519 where the browser has it. A third of what the worker loads before its first
 * verdict; and the recipients of age that no backup of ours has. Should one of these be called after all, it is `undefined` and throws: nothing is answered in its place. Fails the build
 * when an upgrade moves a file.
 */
export function leanLibraries(): Plugin {
  const seen = new Set<string>()
  return {
    name: 'satchel:lean-libraries',
    enforce: 'pre',
    apply: 'build',
    resolveId(source, importer) {
      if (source === './compact' && importer?.endsWith('/node_modules/jsonld/lib/jsonld.js')) {
        seen.add(compaction)
        return nothingAtAll
      }
      if (importer?.endsWith('/node_modules/age-encryption/dist/recipients.js') && neverAsked.includes(source))
        return noRecipients
      if (source === 'jsonld-signatures' && importer && /\/@digitalbazaar\/data-integrity\//.test(importer)) return proofClassOnly
      return null
    },
    load(id) {
      if (id === proofClassOnly) {
        return `import LinkedDataProof from 'jsonld-signatures/lib/suites/LinkedDataProof.js'
          export default { suites: { LinkedDataProof } }`
      }
      if (id === nothingAtAll) return nothing
      if (id === noRecipients) return 'export const p256 = {}, MLKEM768P256 = {}, MLKEM768X25519 = {}'
      const found = replacements.find(({ file }) => id.split('?')[0]?.endsWith(`/node_modules/${file}`))
      if (!found) return null
      seen.add(found.file)
      return found.code
    },
    buildEnd(error) {
      // A bundle without jsonld (the page's) has none of these; one with jsonld must have had them all.
      const expected = [...replacements.map(({ file }) => file), compaction].filter((file) => file.startsWith('jsonld/'))
      const missing = expected.filter((file) => !seen.has(file))
      if (!error && seen.size > 0 && missing.length > 0) {
        this.error(`a library has moved ${missing.join(', ')}: read its new source before changing this`)
      }
    },
  }
}

const proofClassOnly = '\0satchel:linked-data-proof'

/** Recipients of age that no backup of ours has: post-quantum ones, and those of hardware tokens. */
const neverAsked = ['@noble/post-quantum/hybrid.js', '@noble/curves/nist.js']
const noRecipients = '\0satchel:no-recipients'

const nothing = 'module.exports = {}'
const nothingAtAll = '\0satchel:nothing'
/** What jsonld's own entry point to compaction asks for. */
const compaction = 'jsonld/lib/compact.js'

const replacements: readonly { readonly file: string; readonly code: string }[] = [
  { file: 'jsonld/lib/frame.js', code: nothing },
  { file: 'jsonld/lib/fromRdf.js', code: nothing },
  { file: 'jsonld/lib/flatten.js', code: nothing },
  { file: 'jsonld/lib/platform-browser.js', code: 'module.exports = { setupDocumentLoaders() {}, setupGlobals() {} }' },
  { file: 'rdf-canonize/lib/RDFC10Sync.js', code: nothing },
  {
    // The least that jsonld asks of it: a bounded map, oldest out first.
    file: 'lru-cache/index.js',
    code: `module.exports = class extends Map {
      constructor({ max }) { super(); this.max = max }
      set(key, value) {
        if (this.size >= this.max && !this.has(key)) this.delete(this.keys().next().value)
        return super.set(key, value)
      }
    }`,
  },
  {
    // WebCrypto verifies where it knows Ed25519 (core/proofs/data-integrity.ts); only elsewhere is this ever loaded.
    file: '@digitalbazaar/eddsa-rdfc-2022-cryptosuite/lib/createVerifier.js',
    code: `export async function createVerifier({ verificationMethod }) {
      const { from } = await import('@digitalbazaar/ed25519-multikey')
      return (await from(verificationMethod)).verifier()
    }`,
  },
]
