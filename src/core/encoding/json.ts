import { limits } from '../limits.ts'
import type { Json } from '../model/json.ts'
import { fail, type ProblemCode } from '../problem.ts'

/**
 * JSON text to its value, strictly: RFC 8259 grammar, no member name twice in one object (compared after unescaping),
 * no lone surrogates and no number past the range of a double (two such texts would read, and so verify, the same).
 * A member called `__proto__` stays an own member.
 *
 * Fails with `json_malformed`, `json_duplicate_key`, `json_too_deep` or `json_too_large`; facts say the position, line
 * and column (both from 1).
 */
export function parseJson(text: string): Json {
  if (!fits(text)) fail('json_too_large', { facts: { limit: limits.jsonBytes } })
  new Scanner(text).document()
  return JSON.parse(text) as Json
}

/** Whether a text is within `limits.jsonBytes` in UTF-8; most texts are told by their length alone. */
function fits(text: string): boolean {
  if (text.length > limits.jsonBytes) return false
  return text.length * 3 <= limits.jsonBytes || new TextEncoder().encode(text).length <= limits.jsonBytes
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const COMMA = 0x2c
const COLON = 0x3a
const MINUS = 0x2d
const POINT = 0x2e
const ZERO = 0x30

/** What a string holds that must be looked at one by one: escapes and control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
const special = /[\\\u0000-\u001f]/

/** Walks a JSON text once, token by token, and fails at the first thing that is not allowed. It builds nothing. */
class Scanner {
  readonly #text: string
  #at = 0
  #nodes = 0

  constructor(text: string) {
    this.#text = text
  }

  document(): void {
    this.#space()
    this.#value(0)
    this.#space()
    if (this.#at < this.#text.length) this.#malformed()
  }

  #value(depth: number): void {
    this.#nodes += 1
    if (this.#nodes > limits.jsonNodes) fail('json_too_large', { facts: { nodes: limits.jsonNodes } })
    switch (this.#text.charCodeAt(this.#at)) {
      case QUOTE:
        this.#string()
        return
      case OPEN_BRACE:
        return this.#object(this.#deeper(depth))
      case OPEN_BRACKET:
        return this.#array(this.#deeper(depth))
      case 0x74:
        return this.#word('true')
      case 0x66:
        return this.#word('false')
      case 0x6e:
        return this.#word('null')
      default:
        return this.#number()
    }
  }

  #deeper(depth: number): number {
    if (depth >= limits.jsonDepth) this.#stop('json_too_deep', this.#at, { limit: limits.jsonDepth })
    this.#at += 1
    this.#space()
    return depth + 1
  }

  #object(depth: number): void {
    if (this.#took(CLOSE_BRACE)) return
    const names = new Set<string>()
    do {
      this.#space()
      const start = this.#at
      if (this.#text.charCodeAt(start) !== QUOTE) this.#malformed()
      const name = this.#string()
      if (names.has(name)) this.#stop('json_duplicate_key', start, { member: name.slice(0, 80) })
      names.add(name)
      this.#space()
      if (!this.#took(COLON)) this.#malformed()
      this.#space()
      this.#value(depth)
      this.#space()
    } while (this.#took(COMMA))
    if (!this.#took(CLOSE_BRACE)) this.#malformed()
  }

  #array(depth: number): void {
    if (this.#took(CLOSE_BRACKET)) return
    do {
      this.#space()
      this.#value(depth)
      this.#space()
    } while (this.#took(COMMA))
    if (!this.#took(CLOSE_BRACKET)) this.#malformed()
  }

  /** Passes a string and gives its value. */
  #string(): string {
    const text = this.#text
    const start = this.#at
    const quote = text.indexOf('"', start + 1)
    const plain = text.slice(start + 1, quote)
    if (quote > 0 && !special.test(plain)) {
      this.#at = quote + 1
      return plain
    }
    let escaped = false
    let at = start + 1
    for (;;) {
      const code = text.charCodeAt(at)
      if (code === QUOTE) break
      if (code === BACKSLASH) {
        escaped = true
        at += this.#escape(at)
      } else if (code >= 0x20) {
        at += 1
      } else {
        // a control character, or NaN past the end
        this.#at = at
        this.#malformed()
      }
    }
    this.#at = at + 1
    if (!escaped) return text.slice(start + 1, at)
    const value = JSON.parse(text.slice(start, at + 1)) as string
    // with the `u` flag only a surrogate without its partner is one
    if (/\p{Surrogate}/u.test(value)) this.#stop('json_malformed', start, { reason: 'lone surrogate' })
    return value
  }

  /** The length of the escape sequence at a backslash. */
  #escape(at: number): number {
    const letter = this.#text[at + 1]
    if (letter !== undefined && '"\\/bfnrt'.includes(letter)) return 2
    if (letter === 'u' && /^[0-9a-fA-F]{4}$/.test(this.#text.slice(at + 2, at + 6))) return 6
    this.#at = at
    this.#malformed()
  }

  #number(): void {
    const start = this.#at
    if (this.#text.charCodeAt(this.#at) === MINUS) this.#at += 1
    if (this.#text.charCodeAt(this.#at) === ZERO) this.#at += 1
    else this.#digits()
    if (this.#took(POINT)) this.#digits()
    const letter = this.#text[this.#at]
    if (letter === 'e' || letter === 'E') {
      this.#at += 1
      const sign = this.#text[this.#at]
      if (sign === '+' || sign === '-') this.#at += 1
      this.#digits()
    } else if (this.#at - start < 300) {
      return
    }
    if (!Number.isFinite(Number(this.#text.slice(start, this.#at)))) {
      this.#stop('json_malformed', start, { reason: 'number out of range' })
    }
  }

  /** Passes one or more digits. */
  #digits(): void {
    const start = this.#at
    for (;;) {
      const code = this.#text.charCodeAt(this.#at)
      if (!(code >= ZERO && code <= 0x39)) break
      this.#at += 1
    }
    if (this.#at === start) this.#malformed()
  }

  #word(word: string): void {
    if (!this.#text.startsWith(word, this.#at)) this.#malformed()
    this.#at += word.length
  }

  #space(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at)
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
      this.#at += 1
    }
  }

  #took(code: number): boolean {
    if (this.#text.charCodeAt(this.#at) !== code) return false
    this.#at += 1
    return true
  }

  #malformed(): never {
    this.#stop('json_malformed', this.#at, this.#at >= this.#text.length ? { reason: 'ends too early' } : {})
  }

  #stop(code: ProblemCode, position: number, facts: Record<string, string | number>): never {
    const before = this.#text.slice(0, position)
    const line = before.split('\n').length
    fail(code, { facts: { ...facts, position, line, column: position - before.lastIndexOf('\n') } })
  }
}
