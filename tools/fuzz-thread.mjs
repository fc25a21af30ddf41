// The thread in which `npm run fuzz` runs its cases. The test issuer is TypeScript, which Node 20 does not read by itself: Vite loads it.
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parentPort, workerData } from 'node:worker_threads'
import { createServer } from 'vite'
import { selectiveDisclosure } from './vite/selective-disclosure.mjs'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

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
  const { run } = await server.ssrLoadModule('/tools/fuzz.ts')
  await run(workerData, { tell: (told) => parentPort?.postMessage(told), collect })
} finally {
  await server.close()
}
