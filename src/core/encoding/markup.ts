/**
 * The name of the first element of XML or HTML, after byte order mark, declaration, comments and doctype; empty when
 * there is none. A glance: nothing is parsed.
 */
export function firstElement(text: string): string {
  let rest = text.replace(/^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*/, '')
  for (;;) {
    const close = closingOf(rest)
    if (close === null) return /^<([A-Za-z_][\w:.-]*)/.exec(rest)?.[1] ?? ''
    const end = rest.indexOf(close)
    if (end < 0) return ''
    rest = rest.slice(end + close.length).trimStart()
  }
}

/** What ends the piece of prolog that a text begins with; null when it begins with none. */
function closingOf(text: string): string | null {
  if (text.startsWith('<!--')) return '-->'
  if (text.startsWith('<?')) return '?>'
  if (!/^<!doctype\s/i.test(text)) return null
  return /^<!doctype[^>[]*\[/i.test(text) ? ']>' : '>'
}
