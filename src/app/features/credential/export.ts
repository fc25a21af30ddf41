/** The file name under which the original bytes are given back: the one that they came with, else the title. */
export function exportName(given: string, title: string, bytes: Uint8Array): string {
  const ending = endingOf(bytes)
  const last = given.split(/[?#]/)[0]?.split(/[/\\]/).at(-1) ?? ''
  const base = tidy(last.replace(/\.(json|jsonld|jwt|txt|png|svg)$/i, '')) || tidy(title) || 'credential'
  return `${base}.${ending}`
}

function tidy(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
}

function endingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return 'png'
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart()
  if (start.startsWith('<')) return 'svg'
  return /^ey[\w-]*\./.test(start) ? 'jwt' : 'json'
}

/** Gives bytes to the person as a file. */
export function download(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
