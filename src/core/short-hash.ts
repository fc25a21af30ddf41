/** Sixteen hex digits made of a text, the same each time. It protects nothing: for names that need to be short, and to differ. */
export function shortHash(text: string): string {
  return hash(text, 0x811c9dc5) + hash(text, 0x01000193)
}

/** FNV-1a (32 bit), from a given start. */
function hash(text: string, start: number): string {
  let value = start
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return (value >>> 0).toString(16).padStart(8, '0')
}
