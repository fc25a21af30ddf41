import { limits } from '../limits.ts'
import type { Credential } from '../model/credential.ts'
import { type JsonObject, memberOf } from '../model/json.ts'

/** Members that the vocabulary of each class defines, in any generation, and that have a place in the model or in a check. */
const ofAll: readonly string[] = [
  '@context',
  '@language',
  'id',
  'type',
  'name',
  'description',
  'image',
  'url',
  'related',
  'version',
]
const defined = {
  assertion: [
    'uid',
    'recipient',
    'salt',
    'badge',
    'verification',
    'verify',
    'issuedOn',
    'issued_on',
    'expires',
    'evidence',
    'narrative',
    'endorsement',
    'revoked',
    'revocationReason',
  ],
  badge: ['criteria', 'issuer', 'tags', 'alignment', 'endorsement'],
  issuer: [
    'email',
    'telephone',
    'contact',
    'org',
    'origin',
    'address',
    'publicKey',
    'verification',
    'revocationList',
    'endorsement',
  ],
} as const satisfies Record<string, readonly string[]>

/**
 * Members of a badge's parts that no generation defines, extensions among them (Open Badges 2.0 "Extensions"): as stated, to be
 * shown and nothing else.
 */
export function readExtensions(parts: Readonly<Record<keyof typeof defined, JsonObject | null>>): Credential['extensions'] {
  return (['assertion', 'badge', 'issuer'] as const)
    .flatMap((part) => extensionsOf(parts[part] ?? {}, [...ofAll, ...defined[part]]))
    .slice(0, limits.shownItems)
}

function extensionsOf(object: JsonObject, known: readonly string[]): Credential['extensions'] {
  return Object.keys(object)
    .filter((name) => !known.includes(name))
    .map((name) => ({ name, value: memberOf(object, name) ?? null }))
}
