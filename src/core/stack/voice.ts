import { type IssuerLevel, isKnownLevel } from '../issuer-level.ts'

/**
 * How much the word of somebody weighs when it is about what is whose, best first: 0 whom a list or this person knows, 1 who is bound to
 * a web address (which anybody can have), 2 everybody else.
 */
export const voices = [0, 1, 2] as const
export type Voice = (typeof voices)[number]

/** The voice of an issuer who is known so far. */
export function voiceOf(level: IssuerLevel): Voice {
  if (!isKnownLevel(level)) return 2
  return level === 'web' ? 1 : 0
}
