import DOMPurify from 'dompurify'
import { Marked, type Tokens } from 'marked'

/** Longest text that is rendered; what is beyond is left out, and an ellipsis says so. */
export const longestMarkdown = 20_000

/** Markers of quotes and lists nested deeper than this are only noise, and costly to parse. */
const deepestQuotes = /^([ \t]*>){6,}/gm
const deepestLists = /^([ \t]*[-*+][ \t]){6,}/gm

const tags = [
  'a',
  'blockquote',
  'br',
  'code',
  'del',
  'em',
  'h3',
  'hr',
  'li',
  'ol',
  'p',
  'pre',
  'strong',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
  'ul',
]

const marked = new Marked({
  async: false,
  gfm: true,
  breaks: true,
  renderer: {
    // Markup of the issuer's own is taken out and its text kept; a picture would tell its host who is looking.
    html: (token) => escaped(token.text.replace(/<[^>]*>?/g, '')),
    image: ({ text }: Tokens.Image) => escaped(text),
    // One level for all: the text hangs under a heading of ours, and an issuer's levels may skip or climb.
    heading({ tokens }) {
      return `<h3>${this.parser.parseInline(tokens)}</h3>\n`
    },
  },
})

/**
 * Renders an issuer's markdown, which is hostile, into nodes that are safe to show: no pictures, forms, styles, frames or
 * scripts; links lead to https only, in a new tab that learns nothing of ours. The nodes are handed over as they were
 * sanitized, so that no second parsing can make something else of them.
 * Throws when the text cannot be rendered; the caller shows it as plain text then.
 */
export function renderMarkdown(text: string): readonly Node[] {
  const html = marked.parse(bounded(text)) as string
  const fragment = DOMPurify.sanitize(html, {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: ['href', 'start'],
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    ALLOWED_URI_REGEXP: /^https:\/\/[^\s]/i,
    RETURN_DOM_FRAGMENT: true,
  })
  for (const link of fragment.querySelectorAll('a')) guard(link)
  return [...fragment.childNodes]
}

function bounded(text: string): string {
  const kept = text.length > longestMarkdown ? `${text.slice(0, longestMarkdown)}…` : text
  return kept.replace(deepestQuotes, '> ').replace(deepestLists, '- ')
}

/** A link says where it leads and tells that place nothing; one that leads nowhere safe becomes plain text. */
function guard(link: HTMLAnchorElement): void {
  const url = URL.canParse(link.getAttribute('href') ?? '') ? new URL(link.href) : null
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') {
    link.replaceWith(...link.childNodes)
    return
  }
  link.target = '_blank'
  link.rel = 'noopener noreferrer'
  link.dataset['host'] = url.host
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
