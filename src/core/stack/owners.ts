import type { Description } from './descriptions.ts'
import { voices } from './voice.ts'

/** A description of somebody who awards or defines a thing. */
type Stated = Extract<Description, { readonly issuer: string }>

/**
 * Whose achievement it is: those who award it, of whom as good as possible is known, and known ones at whose web address its id lies. Where
 * nobody known awards it, those known who define it, with whom they call its creator. Only where nobody is known, all who award, define or
 * are said to have created it: else whoever copies an id would own it too.
 */
export function ownersOf(members: readonly Description[]): readonly string[] {
  const stated = members.filter((member): member is Stated => 'issuer' in member)
  const best = voices.find((voice) => stated.some((each) => each.voice === voice))
  const vouching = stated.filter(({ voice }) => voice === best)
  const awarding = vouching.filter(({ presence }) => presence === 'awarded')
  const owners = best === 2 || awarding.length === 0 ? vouching.flatMap(claimsOf) : awarding.map(({ issuer }) => issuer)
  const atHome = stated.filter((each) => each.voice < 2 && isAtHome(each)).map(({ issuer }) => issuer)
  return [...new Set([...owners, ...atHome])].filter((id) => id !== '').toSorted()
}

function claimsOf({ issuer, achievement }: Stated): readonly string[] {
  return [issuer, achievement.creator?.id ?? '']
}

/** Whether the id of the achievement is an address of its issuer's host. */
function isAtHome({ issuer, achievement }: Stated): boolean {
  const host = hostOf(achievement.id)
  return host !== '' && host === hostOf(issuer)
}

/** The host of a web address or of a `did:web`; empty for anything else. */
function hostOf(id: string): string {
  const address = id.replace(/^did:web:([^:]+).*$/s, 'https://$1')
  return /^https:/i.test(address) && URL.canParse(address) ? new URL(address).host : ''
}
