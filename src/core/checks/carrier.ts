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
