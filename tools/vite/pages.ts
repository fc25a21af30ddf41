import type { Plugin } from 'vite'
import { entryAddresses } from './entries.mjs'

/**
 * One page for every entry address, so that any static host serves them, under any sub-path. All addresses in a page are
 * relative; `<meta name="satchel-root">` tells the app where its root lies. Also the plain page for addresses that are nothing.
 */
export function pages(): Plugin {
  return {
    name: 'satchel:pages',
    transformIndexHtml: {
      order: 'pre',
      // The development server answers every address with the same page: only the way to the root differs.
      handler: (html, { server, originalUrl }) => (server && depthOf(originalUrl ?? '/') > 0 ? withRoot(html, '../') : html),
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const shell = bundle['index.html']
        if (shell?.type !== 'asset') return this.error('the build has no index.html to make the entry pages from')
        const page = oneLevelDown(String(shell.source))
        for (const address of entryAddresses) this.emitFile({ type: 'asset', fileName: `${address}/index.html`, source: page })
        this.emitFile({ type: 'asset', fileName: '404.html', source: nothingHere })
      },
    },
  }
}

const depthOf = (url: string) => (/^\/[^/?#]+\//.test(url) ? 1 : 0)

const withRoot = (html: string, root: string) => html.replace(/(<meta name="satchel-root" content=")[^"]*/, `$1${root}`)

const oneLevelDown = (html: string) => withRoot(html, '../').replace(/\b(href|src)="\.\//g, '$1="../')

// This page cannot know how deep the address asked for is, so it links to nothing but the two places that can be the root.
const nothingHere = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>Nothing at this address - Satchel</title>
  </head>
  <body>
    <main>
      <h1>There is nothing at this address</h1>
      <p>Your credentials are safe on this device. <a href="./">Open Satchel</a>, or <a href="../">look one step up</a>.</p>
      <p lang="es">En esta dirección no hay nada. <a href="./">Abrir Satchel</a> o <a href="../">mirar un nivel más arriba</a>.</p>
      <p lang="fr">Il n’y a rien à cette adresse. <a href="./">Ouvrir Satchel</a> ou <a href="../">remonter d’un niveau</a>.</p>
    </main>
  </body>
</html>
`
