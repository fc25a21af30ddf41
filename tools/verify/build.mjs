// Builds the headless verifier: everything bundled, in chunks that are loaded when met, so that it starts fast.
//   node build.mjs ROOT OUT
import { build } from 'vite'
import { selectiveDisclosure } from '../vite/selective-disclosure.mjs'
import { libraryAliases } from './libraries.mjs'

const [root, outDir] = process.argv.slice(2)

await build({
  root,
  configFile: false,
  mode: 'production',
  logLevel: 'error',
  publicDir: false,
  plugins: [libraryAliases(), selectiveDisclosure()],
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'src/cli/entry.ts',
    outDir,
    emptyOutDir: true,
    target: 'node20',
    minify: true,
    copyPublicDir: false,
    reportCompressedSize: false,
    rollupOptions: { output: { format: 'es', entryFileNames: 'entry.js', chunkFileNames: '[name]-[hash].js' } },
  },
})
