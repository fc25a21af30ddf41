/** Text as search compares it: compatibility forms made one (NFKD), marks left out, lower case, runs of space made one. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
}
