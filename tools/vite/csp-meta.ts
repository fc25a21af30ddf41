import type { Plugin } from 'vite'
import { metaPolicy, securityHeaders } from './csp.mjs'

/** Writes the policy into built pages, before anything it governs, and into `_headers` for the hosts that read it. */
export function cspMeta(): Plugin {
  return {
    name: 'satchel:csp-meta',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        if (!html.includes('<head>')) throw new Error('a page without `<head>` has no place for its content security policy')
        return html.replace('<head>', `<head>\n    <meta http-equiv="Content-Security-Policy" content="${metaPolicy}">`)
      },
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() })
    },
  }
}

function headersFile(): string {
  const everywhere = Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}`)
  return [
    '/*',
    ...everywhere,
    '/assets/*',
    '  Cache-Control: public, max-age=31536000, immutable',
    '/sw.js',
    '  Cache-Control: no-cache',
    '',
  ].join('\n')
}
