// What of the libraries is not wanted in a bundle for Node.

/** jsonld's loader for Node brings an HTTP client and its own network stack; ours never loads anything itself. */
const platform = 'module.exports = { setupDocumentLoaders() {}, setupGlobals() {} }'

/** A Vite plugin that leaves jsonld's own document loaders out. */
export function libraryAliases() {
  return {
    name: 'satchel:libraries',
    enforce: 'pre',
    load(id) {
      return /\/jsonld\/lib\/platform\.js$/.test(id) ? platform : null
    },
  }
}
