import type { Json } from '../model/json.ts'
import { hasZone, parseDateTime } from './datetime.ts'

/** A date of Open Badges 0.5 to 2.1. */
export interface BadgeDate {
  /** As stated when that is ISO 8601 in the form used today, else the same instant in that form. */
  readonly text: string
  /** Milliseconds since 1970 UTC. */
  readonly instant: number
  /** How it was written: each generation allows other ways. */
  readonly written: 'zoned' | 'no zone' | 'day' | 'seconds'
}

const iso = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?(?:[.,](\d{1,9}))?(?:(Z)|([+-]\d\d)(?::?(\d\d))?)?)?$/

/** Ten digits: until 2286. */
const latest = 9_999_999_999

/**
 * The date that a value states, or null when it is none: seconds since 1970 (Open Badges 0.5 to 1.1), a day, or a day and a time
 * to the minute or finer, with or without zone. A day is its first instant, a time without zone is UTC.
 */
export function parseBadgeDate(value: Json): BadgeDate | null {
  const seconds = secondsIn(value)
  if (seconds !== null) return { text: isoOf(seconds * 1000), instant: seconds * 1000, written: 'seconds' }
  const parts = typeof value === 'string' ? iso.exec(value) : null
  if (typeof value !== 'string' || parts === null) return null
  const [, day = '', minute, second = ':00', fraction, utc, hours, minutes = '00'] = parts
  const zone = utc ?? (hours === undefined ? '' : `${hours}:${minutes}`)
  const whole = `${day}T${minute ?? '00:00'}${second}${fraction === undefined ? '' : `.${fraction}`}${zone}`
  const instant = parseDateTime(whole)
  if (instant === null) return null
  if (minute === undefined) return { text: day, instant, written: 'day' }
  return { text: parseDateTime(value) === null ? whole : value, instant, written: hasZone(whole) ? 'zoned' : 'no zone' }
}

function secondsIn(value: Json): number | null {
  if (typeof value === 'string' && /^\d{10}$/.test(value)) return Number(value)
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= latest ? value : null
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}
