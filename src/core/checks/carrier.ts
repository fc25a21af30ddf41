import type { Credential } from '../model/credential.ts'

/** Whether something calls itself a presentation, among whatever else. */
export function isPresentation({ types }: Pick<Credential, 'types'>): boolean {
  return types.includes('VerifiablePresentation')
}

/** Whether a payload only carries others: an unsigned presentation or a list has no proof to ask for. */
export function isUnsignedCarrier(credential: Credential): boolean {
  if (credential.securing.kind !== 'none') return false
  return credential.format === 'array' || isPresentation(credential)
}

/** The address of a badge of which nothing else is known; null for every other credential. */
export function addressOnly({ document, securing }: Pick<Credential, 'document' | 'securing'>): string | null {
  return securing.kind === 'hosted' && Object.keys(document).length === 0 ? securing.address : null
}
