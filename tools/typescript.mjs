// What is TypeScript, and more than Node 20 reads by itself, is loaded through Vite.
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'
import { selectiveDisclosure } from './vite/selective-disclosure.mjs'

/** Does some work with a module of the project, named from its root (`/tools/issue.ts`). */
export async function withModule(path, work) {
  const server = await createServer({
    root: fileURLToPath(new URL('..', import.meta.url)),
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [selectiveDisclosure()],
    ssr: {
      noExternal: [/di-sd-primitives/, /ecdsa-sd-2023-cryptosuite/, /bbs-2023-cryptosuite/],
      external: ['@digitalcredentials/dcc-context'],
    },
  })
  try {
    return await work(await server.ssrLoadModule(path))
  } finally {
    await server.close()
  }
}
