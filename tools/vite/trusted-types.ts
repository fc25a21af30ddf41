import type { Plugin } from 'vite'

/**
 * Routes Solid's only markup sink (the `innerHTML` of its compiled templates) through the policy `solid-template`.
 * What it is given is written by the compiler at build time, never by an issuer. It expects to find, in
 * `solid-js/web/dist/{web,dev}.js`, exactly one assignment `t.innerHTML = …;`, and fails the build when an upgrade changes that.
 */
export function trustedTypes(): Plugin {
  return {
    name: 'satchel:trusted-types',
    enforce: 'pre',
    transform: {
      filter: { id: /solid-js\/web\/dist\/(web|dev)\.js/ },
      handler(code, id) {
        const sinks = code.match(sink)?.length ?? 0
        if (sinks !== 1)
          this.error(`expected one template sink in ${id}, found ${sinks}: read the new source before changing this`)
        return { code: prelude + code.replace(sink, 't.innerHTML = asTemplate($1);'), map: null }
      },
    },
  }
}

const sink = /\bt\.innerHTML = ([^;]+);/g

const prelude = `const templatePolicy = globalThis.trustedTypes?.createPolicy('solid-template', { createHTML: (html) => html });
const asTemplate = (html) => templatePolicy ? templatePolicy.createHTML(html) : html;
`
