import { type IdentityKind, kindOf } from './kinds.ts'

/** An identifier that a person says is theirs; `kind` is null when it was given without one and may be any. */
export interface Claim {
  readonly kind: IdentityKind | null
  readonly value: string
}

/**
 * Reads an identity as it is given in settings, by a reviewer or on the command line: `mailto:`, `tel:`, a web address, a DID or
 * URN, `KIND:VALUE` for any other (`studentId:A123`, `name:Ana Rivera`), or a bare value of unknown kind. One with an `@` is an
 * e-mail address.
 */
export function readClaim(text: string): Claim {
  const given = text.trim()
  const [, scheme = '', rest = ''] = /^([a-z][\w+.-]*):([\s\S]*)$/i.exec(given) ?? []
  switch (scheme.toLowerCase()) {
    case '':
      return /^[^\s@]+@[^\s@]+$/.test(given) ? { kind: 'email', value: given } : { kind: null, value: given }
    case 'mailto':
      return { kind: 'email', value: rest }
    case 'tel':
      return { kind: 'telephone', value: rest }
    case 'http':
    case 'https':
      return { kind: 'url', value: given }
    case 'did':
    case 'urn':
      return { kind: 'id', value: given }
    default:
      return { kind: kindOf(scheme), value: rest.trim() }
  }
}

/** A claim as `readClaim` reads it again. One without a kind that would be taken for another is written as `identifier:VALUE`. */
export function writeClaim({ kind, value }: Claim): string {
  const plain = value.trim()
  if (kind === 'email') return `mailto:${plain}`
  if (kind === 'telephone') return `tel:${plain}`
  const read = readClaim(plain)
  return read.kind === kind && read.value === plain ? plain : `${kind ?? 'identifier'}:${plain}`
}

/**
 * The ways in which one identifier may have been written down before it was hashed: as given first, then tidied. None for one that
 * says nothing: an empty text has a hash too.
 */
export function writingsOf({ kind, value }: Claim): readonly string[] {
  if (!/[\p{L}\p{N}]/u.test(value)) return []
  const tidy = kind !== null && Object.hasOwn(tidied, kind) ? tidied[kind] : undefined
  const written = tidy?.(value) ?? (kind === null ? [value.trim(), value.trim().toLowerCase()] : [value.trim()])
  return [...new Set([value, ...written])]
}

const tidied: Readonly<Partial<Record<IdentityKind, (value: string) => readonly string[]>>> = {
  // Mail systems ignore case.
  email: (value) => [value.trim(), value.trim().toLowerCase()],
  telephone: (value) => {
    const digits = value.replace(/[\s().\-/]/g, '').replace(/^00/, '+')
    return [digits, digits.replace(/^\+/, ''), `tel:${digits}`]
  },
  url: (value) => {
    const { href } = URL.canParse(value) ? new URL(value) : { href: value }
    return [href, href.replace(/\/$/, '')]
  },
}
