const form = /^(-?(?:[1-9]\d{3,5}|0\d{3}))-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/

/**
 * The instant that an `xsd:dateTime` names, in milliseconds since 1970 UTC (anything finer is cut off), or null when
 * the text is none. A text without a time zone is read as UTC: ask `hasZone` whether that must be said.
 * XML Schema 1.1 part 2 §3.3.7: `24:00:00` is the first instant of the next day, there is no leap second, offsets end
 * at 14:00.
 */
export function parseDateTime(text: string): number | null {
  const parts = form.exec(text)
  if (!parts) return null
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = '', zone = ''] = parts
  if (!isDay(Number(year), Number(month), Number(day))) return null
  if (!isTime(Number(hour), Number(minute), Number(second), fraction)) return null
  const offset = offsetOf(zone)
  if (offset === null) return null
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  date.setUTCHours(Number(hour), Number(minute), Number(second), Math.floor(Number(`0${fraction}`) * 1000))
  const instant = date.getTime() - offset * 60_000
  return Number.isFinite(instant) ? instant : null
}

/** Whether a date says which time zone it means. Asked of texts that `parseDateTime` accepts. */
export function hasZone(text: string): boolean {
  return /(?:Z|[+-]\d\d:\d\d)$/.test(text)
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day <= (days[month - 1] ?? 0)
}

function isTime(hour: number, minute: number, second: number, fraction: string): boolean {
  if (hour === 24) return minute === 0 && second === 0 && /^(?:\.0+)?$/.test(fraction)
  return hour < 24 && minute < 60 && second < 60
}

/** Minutes east of UTC; null for an offset that cannot be. */
function offsetOf(zone: string): number | null {
  if (zone === '' || zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4))
  if (Number(zone.slice(4)) > 59 || minutes > 14 * 60) return null
  return zone.startsWith('-') ? -minutes : minutes
}
