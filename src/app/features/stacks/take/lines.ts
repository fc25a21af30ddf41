/** Longest text that is set, in characters: what is longer is cut anyway. */
const longest = 400

/**
 * Sets a text in at most so many lines, broken between words; a word that is too long is broken anywhere. What does not fit ends in an
 * ellipsis.
 * @param fits Whether a text is no wider than a line.
 */
export function wrap(text: string, most: number, fits: (line: string) => boolean): readonly string[] {
  const words = text
    .slice(0, longest)
    .split(/\s+/)
    .filter((word) => word !== '')
  const lines: string[] = []
  let rest = words
  while (rest.length > 0 && lines.length < most) {
    const isLast = lines.length === most - 1
    if (isLast) {
      lines.push(shortened(rest.join(' '), fits))
      break
    }
    const taken = fitting(rest, fits)
    lines.push(taken.line)
    rest = taken.rest
  }
  return lines
}

/** As many words as a line holds, at least a piece of one. */
function fitting(words: readonly string[], fits: (line: string) => boolean): { readonly line: string; readonly rest: string[] } {
  let count = words.length
  while (count > 1 && !fits(words.slice(0, count).join(' '))) count -= 1
  const line = words.slice(0, count).join(' ')
  if (fits(line)) return { line, rest: words.slice(count) }
  const letters = [...line]
  let length = letters.length
  while (length > 1 && !fits(letters.slice(0, length).join(''))) length -= 1
  return { line: letters.slice(0, length).join(''), rest: [letters.slice(length).join(''), ...words.slice(1)] }
}

/** The text, or as much of it as fits with an ellipsis. */
export function shortened(text: string, fits: (line: string) => boolean): string {
  if (fits(text)) return text
  const letters = Array.from(text.slice(0, longest))
  let length = letters.length
  while (length > 1 && !fits(`${letters.slice(0, length).join('').trimEnd()}…`)) length -= 1
  return `${letters.slice(0, length).join('').trimEnd()}…`
}
