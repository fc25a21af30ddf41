import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'
import { entryAddresses } from './entries.mjs'

interface Precached {
  readonly url: string
  readonly revision: string | null
}

/**
 * Builds `src/sw.ts` last, with the list of what was built: every page, script and style of the app, so that all of it works
 * offline. The list is the shell alone; nothing that comes from another host is ever in it.
 */
export function serviceWorker(): Plugin {
  let root = ''
  let outDir = ''
  let isWritten = false
  return {
    name: 'satchel:service-worker',
    apply: 'build',
    configResolved(config) {
      root = config.root
      outDir = join(config.root, config.build.outDir)
    },
    // A build that failed ends without writing: its own error is the one to tell.
    writeBundle() {
      isWritten = true
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler(error) {
        if (error || !isWritten) return
        const list = await shell(outDir)
        await build({
          root,
          configFile: false,
          logLevel: 'warn',
          publicDir: false,
          define: {
            'self.__WB_MANIFEST': JSON.stringify(list),
            __ENTRY_ADDRESSES__: JSON.stringify(entryAddresses),
            'process.env.NODE_ENV': '"production"',
          },
          build: {
            outDir,
            emptyOutDir: false,
            target: 'es2022',
            reportCompressedSize: false,
            lib: {
              entry: fileURLToPath(new URL('../../src/sw.ts', import.meta.url)),
              formats: ['iife'],
              name: 'shell',
              fileName: () => 'sw.js',
            },
          },
        })
      },
    },
  }
}

// Never in the shell: what hosts read, vocabulary files that a package emits beside its script, and the pages for no address.
const leftOut = /(^|\/)(_headers|robots\.txt|sw\.js)$|^404\.html$|\.(jsonld|map)$|^\.vite\//

async function shell(outDir: string): Promise<readonly Precached[]> {
  const files = await readdir(outDir, { recursive: true, withFileTypes: true })
  const paths = files
    .filter((file) => file.isFile())
    .map((file) => relative(outDir, join(file.parentPath, file.name)).split(sep).join('/'))
    .filter((path) => !leftOut.test(path))
    .sort()
  return Promise.all(
    paths.map(async (url) => ({ url, revision: url.startsWith('assets/') ? null : await hashOf(join(outDir, url)) })),
  )
}

const hashOf = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
    .slice(0, 16)
