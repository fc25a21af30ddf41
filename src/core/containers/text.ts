import { fromAnyBase64 } from '../encoding/base64url.ts'
import { parseJson } from '../encoding/json.ts'
import { looksLikeJws } from '../encoding/jws.ts'
import { firstElement } from '../encoding/markup.ts'
import { textOf } from '../encoding/utf8.ts'
import { limits } from '../limits.ts'
import { attemptNow, fail } from '../problem.ts'
import type { Container } from './container.ts'

/** Plain text: what was pasted, or a file with JSON or a compact JWS in it. The last container: it takes everything. */
export const text: Container = {
  name: 'text',
  recognizes: () => true,
  unwrap: ({ bytes }) => textsIn(textOf(bytes)).map((inside) => ({ text: inside, container: 'text', notices: [] })),
}

/**
 * The credential texts in a text that a person gave: JSON, a compact JWS (or several, separated by white space), a JSON
 * string or a `data:` URL holding one of these, or one of these in each line (NDJSON).
 * Fails with a code that says what it is instead: `input_is_address`, `input_is_html`, `format_not_yet`...
 */
export function textsIn(given: string): readonly string[] {
  return sorted(given, 'input_is_address')
}

/** The same for a text found inside a picture, where an address stands for a hosted badge and is given as it is. */
export function credentialTexts(baked: string): readonly string[] {
  return sorted(baked, 'badge')
}

function sorted(given: string, address: 'input_is_address' | 'badge', wrapped = 0): readonly string[] {
  const trimmed = given.trim()
  if (trimmed === '') fail(address === 'badge' ? 'nothing_inside' : 'input_empty')
  const lines = linesIn(trimmed)
  if (lines !== null) return lines
  if (/^[{[]/.test(trimmed)) return [trimmed]
  if (wrapped < limits.nestingDepth) {
    if (trimmed.startsWith('"')) return sorted(stringIn(trimmed), address, wrapped + 1)
    if (/^data:/i.test(trimmed)) return sorted(dataUrlText(trimmed) ?? unrecognized('data-url'), address, wrapped + 1)
  }
  const signed = signedTexts(trimmed)
  if (signed !== null) return signed
  if (/^https?:\/\/\S+$/i.test(trimmed)) return address === 'badge' ? [trimmed] : fail(address, { facts: { address: trimmed } })
  const unbroken = trimmed.replace(/\s+/g, '')
  if (isSdJwt(unbroken)) return [unbroken]
  if (/^<(?:!doctype html|head|body)[\s>]/i.test(trimmed) || /^html$/i.test(firstElement(trimmed))) fail('input_is_html')
  unrecognized(trimmed.startsWith('<') ? 'xml' : 'text')
}

/**
 * The texts of NDJSON, one in each line; null for any other text. In one JSON document a line that ends as a value does is never
 * followed by one that begins as a value does, so the first two lines tell. A line that is nothing is left to say so itself.
 */
function linesIn(trimmed: string): readonly string[] | null {
  const first = firstLine(trimmed)
  if (first.length === trimmed.length) return null
  const second = firstLine(trimmed.slice(first.length).trimStart())
  const isTold =
    (isWholeJson(first) && (isWholeJson(second) || isSigned(second))) ||
    (isSigned(first) && isWholeJson(second)) ||
    (isSdJwt(first) && isSdJwt(second))
  if (!isTold) return null
  const most = limits.credentialsPerInput
  const lines = trimmed.split('\n').flatMap((line) => line.trim() || [])
  return lines.length > most ? fail('too_many_credentials', { facts: { limit: most } }) : lines.map(unquoted)
}

function firstLine(text: string): string {
  const end = text.indexOf('\n')
  return (end < 0 ? text : text.slice(0, end)).trimEnd()
}

function isWholeJson(line: string): boolean {
  return ['{}', '[]', '""'].some(([open = '', close = '']) => line.length > 1 && line.startsWith(open) && line.endsWith(close))
}

function isSigned(line: string): boolean {
  return looksLikeJws(line) || isSdJwt(line)
}

/** What a line that is a JSON string holds; the line itself when it is none. */
function unquoted(line: string): string {
  const held = attemptNow(() => (line.startsWith('"') ? stringIn(line) : line))
  return held.ok ? held.value : line
}

function unrecognized(found: string): never {
  fail('input_unrecognized', { facts: { found } })
}

function stringIn(literal: string): string {
  const value = parseJson(literal)
  return typeof value === 'string' ? value : unrecognized('text')
}

/** One compact JWS, several, or one that was broken into lines on its way through mail. */
function signedTexts(trimmed: string): readonly string[] | null {
  if (looksLikeJws(trimmed)) return [trimmed]
  const most = limits.credentialsPerInput
  const pieces = trimmed.split(/\s+/, most + 1)
  if (pieces.length === 1) return null
  if (pieces.every(looksLikeJws)) return pieces.length <= most ? pieces : fail('too_many_credentials', { facts: { limit: most } })
  const whole = trimmed.replace(/\s+/g, '')
  return looksLikeJws(whole) ? [whole] : null
}

/** A compact JWS followed by disclosures (RFC 9901 §4): the first `~` segment is a JWS. */
export function isSdJwt(candidate: string): boolean {
  const end = candidate.indexOf('~')
  return end > 0 && looksLikeJws(candidate.slice(0, end))
}

/**
 * The text that a `data:` URL carries; null when it is none. Some writers add `;base64url` although the JWS stands
 * there as it is, so a JWS is taken as it is.
 */
export function dataUrlText(url: string): string | null {
  const parts = /^data:([^,]*),(.*)$/is.exec(url)
  if (parts === null) return null
  const [, parameters = '', content = ''] = parts
  if (looksLikeJws(content) || isSdJwt(content)) return content
  try {
    if (!/;\s*base64(?:url)?\s*$/i.test(parameters)) return decodeURIComponent(content)
    const bytes = fromAnyBase64(decodeURIComponent(content))
    return bytes === null ? null : textOf(bytes)
  } catch {
    return null
  }
}
