import { shortHash } from '../short-hash.ts'

/**
 * A short name for what has none of its own, made of what it is: the same each time that the same document is read. Two names that are
 * equal merely join two steps of one document.
 */
export function madeUpName(what: string): string {
  return `_:${shortHash(what)}`
}
