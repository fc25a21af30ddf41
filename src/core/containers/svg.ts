import { SaxesParser, type SaxesTagNS } from 'saxes'
import { looksLikeJws } from '../encoding/jws.ts'
import { textOf } from '../encoding/utf8.ts'
import { limits } from '../limits.ts'
import { attemptNow, Failure, fail } from '../problem.ts'
import { isAddress, preferred, readable } from './baked.ts'
import type { Container } from './container.ts'
import { isSvg } from './glance.ts'
import { credentialTexts } from './text.ts'

/** The element that carries a credential, by namespace: Open Badges to 2.1, Open Badges 3.0 (§5.3.2), CLR 2.0. */
const elements: ReadonlyMap<string, string> = new Map([
  ['http://openbadges.org', 'assertion'],
  ['https://purl.imsglobal.org/ob/v3p0', 'credential'],
  ['https://purl.imsglobal.org/clr/v2p0', 'credential'],
])

/** An SVG with a credential in an element of a baking namespace. Nothing of it is ever rendered here. */
export const svg: Container = {
  name: 'svg',
  recognizes: isSvg,
  async unwrap({ bytes }) {
    if (bytes.length > limits.svgBytes) fail('input_too_large', { facts: { limit: limits.svgBytes } })
    const found = bakedIn(textOf(bytes))
    if (found.length === 0) fail('svg_no_badge')
    if (found.length > limits.credentialsPerInput) fail('too_many_credentials', { facts: { limit: limits.credentialsPerInput } })
    const texts = readable(found.map((text) => attemptNow(() => credentialTexts(text))))
    return preferred(texts, isAddress).map((text) => ({ text, container: 'svg', notices: [] }))
  },
}

/** The text that each baking element carries. */
function bakedIn(text: string): readonly string[] {
  const parser = new SaxesParser({ xmlns: true })
  const found: string[] = []
  let depth = 0
  let open: { readonly depth: number; readonly verify: string; body: string } | null = null

  parser.on('error', (error) => {
    throw error
  })
  // an outer doctype names a file that nobody reads; declarations inside one could make entities
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) fail('svg_doctype')
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > limits.svgDepth) fail('svg_too_deep', { facts: { limit: limits.svgDepth } })
    if (open === null && elements.get(tag.uri) === tag.local) open = { depth, verify: verifyOf(tag), body: '' }
  })
  const onText = (piece: string): void => {
    if (open?.depth === depth) open.body += piece
  }
  parser.on('text', onText)
  parser.on('cdata', onText)
  parser.on('closetag', () => {
    if (open?.depth === depth) {
      found.push(...carriedBy(open.verify, open.body.trim()))
      open = null
    }
    depth -= 1
  })

  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof Failure) throw error
    fail('svg_malformed', { facts: { line: parser.line, column: parser.column } })
  }
  return found
}

function verifyOf(tag: SaxesTagNS): string {
  const attribute = Object.values(tag.attributes).find(({ local, uri }) => local === 'verify' && (uri === '' || uri === tag.uri))
  return attribute?.value.trim() ?? ''
}

/** A body is the credential, and `verify` then most often an address to ask; a JWS there is a credential as well. */
function carriedBy(verify: string, body: string): readonly string[] {
  const texts = body === '' || looksLikeJws(verify) ? [verify, body] : [body]
  return texts.filter((text) => text !== '')
}
