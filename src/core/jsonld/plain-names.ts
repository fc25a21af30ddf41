/**
 * A member name that a reader of JSON looks for. Keywords and addresses are not; nor is a name in capitals: the badge
 * vocabularies define those as classes, some with the very address of a property (`Criteria`, `Image`).
 */
export function isPlainName(name: string): boolean {
  return !/^[@A-Z]|:/.test(name)
}
