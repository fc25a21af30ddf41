import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { trustedTypes } from '../../tools/vite/trusted-types.ts'

const solidWeb = dirname(createRequire(import.meta.url).resolve('solid-js/web/dist/web.js'))

function transformed(code: string): string {
  const { transform } = trustedTypes()
  if (typeof transform !== 'object') throw new Error('the plugin transforms nothing')
  const context = {
    error(message: string): never {
      throw new Error(message)
    },
  }
  const handler = transform.handler as (this: typeof context, code: string, id: string) => { code: string }
  return handler.call(context, code, 'solid-js/web/dist/web.js').code
}

describe('the templates of Solid', () => {
  test.for(['web.js', 'dev.js'])('of %s pass through a named policy', (file) => {
    const code = transformed(readFileSync(join(solidWeb, file), 'utf8'))
    expect(code).toContain("createPolicy('solid-template'")
    expect(code).toContain('t.innerHTML = asTemplate(html);')
  })

  test('stop the build when an upgrade writes them another way', () => {
    expect(() => transformed('t.setHTML(html)')).toThrow('found 0')
    expect(() => transformed('t.innerHTML = a; t.innerHTML = b;')).toThrow('found 2')
  })
})
