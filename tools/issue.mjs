// The test issuer is TypeScript, which Node 20 does not read by itself: Vite loads it.
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'
import { selectiveDisclosure } from './vite/selective-disclosure.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const server = await createServer({
  root,
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  plugins: [selectiveDisclosure()],
  ssr: { noExternal: [/di-sd-primitives/, /ecdsa-sd-2023-cryptosuite/, /bbs-2023-cryptosuite/] },
})
try {
  const { run } = await server.ssrLoadModule('/tools/issue.ts')
  process.exitCode = await run(process.argv.slice(2))
} finally {
  await server.close()
}
