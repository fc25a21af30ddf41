/** A short name for what has none of its own, made of what it is: the same each time that the same document is read. */
export function madeUpName(what: string): string {
  return `_:${hash(what, 0x811c9dc5)}${hash(what, 0x01000193)}`
}

/** FNV-1a (32 bit), from a given start. It protects nothing: two names that are equal merely join two steps of one document. */
function hash(text: string, start: number): string {
  let value = start
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return (value >>> 0).toString(16).padStart(8, '0')
}
