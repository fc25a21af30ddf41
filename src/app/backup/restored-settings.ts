import type { Settings } from '../../store/types.ts'

/** What settings in a backup may say, and which values each can have. All others of this device stay as they are. */
const choices = {
  language: ['system', 'en', 'es', 'fr'],
  appearance: ['system', 'light', 'dark'],
  walletLayout: ['cards', 'list'],
  walletSort: ['added', 'issued', 'title', 'issuer'],
  lockAfter: [0, 1, 5, 15, 60],
  isHiddenWhenAway: [true, false],
} as const satisfies { readonly [Name in keyof Settings]?: readonly Settings[Name][] }

/** Most identities that are taken, and the longest, in characters. */
const most = 100
const longest = 500

/** The settings in a backup that this release knows, with a value that it knows. */
export function settingsIn(given: Readonly<Record<string, unknown>>): Partial<Settings> {
  const known = Object.entries(choices).flatMap(([name, values]) => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined
    return (values as readonly unknown[]).includes(value) ? [[name, value] as const] : []
  })
  return Object.fromEntries(known)
}

/** The identities that a backup says are the learner's. */
export function identitiesIn(given: Readonly<Record<string, unknown>>): readonly string[] {
  const value = Object.hasOwn(given, 'identities') ? given['identities'] : undefined
  if (!Array.isArray(value)) return []
  const isIdentity = (text: unknown) => typeof text === 'string' && text.trim() !== '' && text.length <= longest
  return (value as readonly string[]).filter(isIdentity).slice(0, most)
}
