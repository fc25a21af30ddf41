import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize, resolve, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { securityHeaders } from './vite/csp.mjs'

const mediaTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

/** What the name of a hashed asset promises: its content never changes. */
const isHashed = (path) => path.startsWith('assets/')

/** The file that answers a path, as static hosts do: itself, or the index of a folder; null when there is none. */
async function fileFor(root, path) {
  const file = resolve(root, normalize(`./${path}`))
  if (file !== root && !file.startsWith(root + sep)) return null
  const found = await stat(file).catch(() => null)
  if (found?.isFile()) return { file, size: found.size }
  if (!found?.isDirectory()) return null
  const index = join(file, 'index.html')
  const page = await stat(index).catch(() => null)
  return page ? { file: index, size: page.size, isFolder: true } : null
}

function decoded(pathname) {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}

/**
 * Serves a folder of files as a static host would.
 * @param {{ root: string, port?: number, host?: string, base?: string, plain?: boolean }} options
 *   base: the path it is served under ('/' or '/some/path/'); plain: none of our headers, to imitate a host that knows nothing of us.
 * @returns {Promise<{ url: string, port: number, close(): Promise<void> }>}
 */
export async function serve({ root, port = 0, host = 'localhost', base = '/', plain = false }) {
  const folder = resolve(root)
  const server = createServer(async (request, response) => {
    const send = (status, headers, file) => {
      response.writeHead(status, { ...(plain ? {} : securityHeaders), ...headers })
      if (!file || request.method === 'HEAD') return response.end()
      createReadStream(file)
        .on('error', () => response.destroy())
        .pipe(response)
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(405, { Allow: 'GET, HEAD' })
    // Put behind a host, not resolved against one: `//` alone would be no address, and end the server.
    const target = `http://localhost${request.url}`
    if (!URL.canParse(target)) return send(400, {})
    const { pathname, search } = new URL(target)
    if (`${pathname}/` === base) return send(301, { Location: base + search })
    const path = pathname.startsWith(base) ? decoded(pathname.slice(base.length)) : null
    const found = path === null || path.includes('\0') ? null : await fileFor(folder, path)
    if (found?.isFolder && path && !pathname.endsWith('/')) return send(301, { Location: `${pathname}/${search}` })
    const missing = join(folder, '404.html')
    const answer = found ?? { file: missing, size: (await stat(missing).catch(() => null))?.size }
    if (answer.size === undefined) return send(404, {})
    send(
      found ? 200 : 404,
      {
        'Content-Type': mediaTypes[extname(answer.file)] ?? 'application/octet-stream',
        'Content-Length': answer.size,
        ...(plain ? {} : { 'Cache-Control': isHashed(path ?? '') && found ? 'public, max-age=31536000, immutable' : 'no-cache' }),
      },
      answer.file,
    )
  })
  await new Promise((ready, refused) => server.once('error', refused).listen(port, host, ready))
  const address = server.address()
  return {
    port: address.port,
    url: `http://${host}:${address.port}${base}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

/** Serves on the port asked for, or on any free one when somebody else has it. */
export async function serveOnFreePort(options) {
  try {
    return await serve(options)
  } catch (error) {
    if (error?.code !== 'EADDRINUSE') throw error
    return serve({ ...options, port: 0 })
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      base: { type: 'string', default: '/' },
      host: { type: 'string', default: 'localhost' },
      plain: { type: 'boolean', default: false },
      port: { type: 'string', default: '4173' },
      root: { type: 'string', default: fileURLToPath(new URL('../dist', import.meta.url)) },
    },
  })
  const { url } = await serveOnFreePort({ ...values, port: Number(values.port) })
  console.log(`Satchel is at ${url}`)
}
