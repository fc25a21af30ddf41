/** What keeps a passkey, as far as it can be told: enough for a name to begin with. */
export type PasskeyHint = 'windows' | 'mac' | 'iphone' | 'ipad' | 'android' | 'linux' | 'chromebook' | 'phone' | 'key' | 'device'

/** What a browser says of itself. `Navigator` has it; only some have `userAgentData`. */
export interface Platform {
  readonly userAgent: string
  readonly maxTouchPoints: number
  readonly userAgentData?: { readonly platform: string }
}

/** The first that fits, in `userAgentData.platform` or the user agent. Android calls itself Linux too. */
const platforms: readonly (readonly [RegExp, PasskeyHint])[] = [
  [/iphone/i, 'iphone'],
  [/ipad/i, 'ipad'],
  [/android/i, 'android'],
  [/windows/i, 'windows'],
  [/mac/i, 'mac'],
  [/\bcros\b|chrome ?os/i, 'chromebook'],
  [/linux/i, 'linux'],
]

/** Where the passkey lies, by how it can be reached (WebAuthn §5.8.4): a security key, another phone, or this device. */
export function passkeyHint(transports: readonly string[], platform: Platform = navigator): PasskeyHint {
  const isHere = transports.length === 0 || transports.includes('internal')
  if (!isHere) return transports.includes('hybrid') ? 'phone' : 'key'
  const said = platform.userAgentData?.platform || platform.userAgent
  const hint = platforms.find(([name]) => name.test(said))?.[1] ?? 'device'
  // An iPad says that it is a Mac; no Mac has a touch screen.
  return hint === 'mac' && platform.maxTouchPoints > 1 ? 'ipad' : hint
}
