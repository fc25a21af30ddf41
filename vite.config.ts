import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'
import { cspMeta } from './tools/vite/csp-meta.ts'
import { leanLibraries } from './tools/vite/lean-libraries.ts'
import { pages } from './tools/vite/pages.ts'
import { selectiveDisclosure } from './tools/vite/selective-disclosure.mjs'
import { serviceWorker } from './tools/vite/service-worker.ts'
import { trustedTypes } from './tools/vite/trusted-types.ts'

export default defineConfig({
  // Relative addresses throughout: the same build works in any folder of any host.
  base: './',
  plugins: [trustedTypes(), leanLibraries(), selectiveDisclosure(), solid(), pages(), cspMeta(), serviceWorker()],
  worker: { format: 'es', plugins: () => [leanLibraries(), selectiveDisclosure()] },
  build: {
    target: 'es2022',
    // Nothing inline: the content security policy would refuse it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  optimizeDeps: {
    // The worker's libraries too, or the first verification in development would end in a reload.
    entries: [
      'index.html',
      'src/worker/host.ts',
      'src/worker/safe-host.ts',
      'src/worker/scan-host.ts',
      'src/worker/stack-host.ts',
    ],
    rolldownOptions: { plugins: [trustedTypes(), selectiveDisclosure()] },
  },
})
