/**
 * A member name that a reader of JSON looks for. Keywords and addresses are not; nor is a name in capitals: the badge
 * vocabularies define those as classes, some with the very address of a property (`Criteria`, `Image`).
 */
export function isPlainName(name: string): boolean {
  return !/^[@A-Z]|:/.test(name)
}

/** A name in the form of an address. A type that is called so is signed like one called by its name, and read as something else. */
export function isAddress(name: unknown): boolean {
  return typeof name === 'string' && name.includes(':')
}

/** Members by which a credential is judged. */
export const judged = [
  'issuer',
  'credentialSubject',
  'validFrom',
  'validUntil',
  'issuanceDate',
  'expirationDate',
  'credentialStatus',
  'credentialSchema',
]

/** Members that say what a subject was awarded, and how well. */
export const awarded = ['achievement', 'result', 'creditsEarned']
