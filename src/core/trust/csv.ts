/**
 * The cells of a table (RFC 4180): fields apart by the first of comma, semicolon and tab that its first line holds, quotation marks
 * round fields that hold one. Every line is read, also one that is short; what is beyond `most` lines is not.
 */
export function readTable(text: string, most: number): readonly (readonly string[])[] {
  const end = text.indexOf('\n')
  const separator = /[,;\t]/.exec(end < 0 ? text : text.slice(0, end))?.[0] ?? ','
  const lines: string[][] = []
  let at = 0
  while (at < text.length && lines.length <= most) {
    const cells: string[] = []
    do {
      const [cell, after] = text[at] === '"' ? quoted(text, at, separator) : plain(text, at, separator)
      cells.push(cell)
      at = after
    } while (text[at++] === separator)
    if (text[at - 1] === '\r' && text[at] === '\n') at += 1
    lines.push(cells)
  }
  return lines
}

/** A field without quotation marks, and where it ends. */
function plain(text: string, start: number, separator: string): readonly [string, number] {
  let at = start
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1
  return [text.slice(start, at), at]
}

/** A field in quotation marks, in which two stand for one; what follows them before the separator belongs to nobody. */
function quoted(text: string, start: number, separator: string): readonly [string, number] {
  const parts: string[] = []
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    parts.push(text.slice(from, quote < 0 ? text.length : quote))
    if (quote < 0) return [parts.join(''), text.length]
    if (text[quote + 1] !== '"') return [parts.join(''), plain(text, quote + 1, separator)[1]]
    parts.push('"')
    from = quote + 2
  }
}
