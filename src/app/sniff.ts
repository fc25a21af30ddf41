/** The web address that a text consists of, as https; null when it is anything else. */
export function addressIn(text: string): string | null {
  const trimmed = text.trim()
  if (!/^https?:\/\/\S+$/i.test(trimmed) || !URL.canParse(trimmed)) return null
  const url = new URL(trimmed)
  url.protocol = 'https:'
  return url.href
}

/** Whether a pasted text is worth taking without being asked: JSON, SVG or a compact token, by its first characters. */
export function looksLikeCredential(text: string): boolean {
  const start = text.trimStart().slice(0, 64)
  return /^[{[]/.test(start) || /^<(\?xml|svg)/i.test(start) || /^eyJ[\w-]+/.test(start)
}

/** The host of an address, for people. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}
