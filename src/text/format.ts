/** Forms of a counted phrase by plural category; `#` stands for the number. `zero` is used for none in every language. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }

/**
 * A function that chooses the form of a counted phrase in one language.
 * @param locale BCP 47.
 */
export function pluralizer(locale: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  return (count, forms) =>
    ((count === 0 ? forms.zero : undefined) ?? forms[rules.select(count)] ?? forms.other).replaceAll('#', numbers.format(count))
}

/** Dates, numbers and lists as the reader writes them, in the reader's own time zone. */
export interface Formats {
  readonly locale: string
  /** A day: "3 May 2024". What cannot be read as a date is given back as it was stated. */
  date(iso: string): string
  /** A day where there is little room: "3 May 2024" or "3/5/2024". What cannot be read is given back as it was stated. */
  shortDate(iso: string): string
  /** A day and a time: "3 May 2024, 14:02". What cannot be read is given back as it was stated. */
  dateTime(iso: string): string
  /** A month: "June 2025". What cannot be read is given back as it was stated. */
  month(iso: string): string
  number(value: number): string
  /** A size: "3.4 MB". */
  bytes(count: number): string
  /** Things said one after the other: "a, b and c". */
  list(items: readonly string[]): string
}

/**
 * Formats for one locale.
 * @param timeZone IANA name; the reader's own when left out.
 */
export function createFormats(locale: string, timeZone?: string): Formats {
  const zone = timeZone === undefined ? {} : { timeZone }
  const days = later(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long', ...zone }))
  // A bare day names the same day everywhere: moving it between zones would change it.
  const bareDays = later(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }))
  const shortDays = later(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...zone }))
  const bareShortDays = later(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }))
  const moments = later(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone }))
  const months = later(() => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', ...zone }))
  const numbers = later(() => new Intl.NumberFormat(locale))
  const lists = later(() => new Intl.ListFormat(locale))
  const ordinal = locale.split('-')[0] === 'fr' ? firstOfMonth : (date: string) => date
  return {
    locale,
    date: (iso) => ordinal(dated(iso, isBareDay(iso) ? bareDays : days)),
    shortDate: (iso) => ordinal(dated(iso, isBareDay(iso) ? bareShortDays : shortDays)),
    dateTime: (iso) => ordinal(dated(iso, isBareDay(iso) ? bareDays : moments)),
    month: (iso) => dated(iso, months),
    number: (value) => numbers().format(value),
    bytes: (count) => bytesIn(locale, count),
    list: (items) => lists().format(items),
  }
}

/** The reader's own variant of a language ("en-GB" for "en"), or the language itself. */
export function localeFor(language: string, preferred: readonly string[]): string {
  return preferred.find((locale) => locale.toLowerCase().split('-')[0] === language && isLocale(locale)) ?? language
}

/** Systems have been seen to prefer what is no language tag at all ("en-US@posix"), and every Intl constructor throws on it. */
function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1
  } catch {
    return false
  }
}

const isBareDay = (iso: string) => /^\d{4}-\d{2}-\d{2}$/.test(iso)

function dated(iso: string, format: () => Intl.DateTimeFormat): string {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? iso : format().format(date)
}

/** French says the first of a month as an ordinal ("1er juin"), which Intl does not. */
const firstOfMonth = (date: string) => date.replace(/^1(?= \p{L})/u, '1er')

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

function bytesIn(locale: string, count: number): string {
  const power = count < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(count) / 3))
  const style = {
    style: 'unit',
    unit: units[power],
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power > 1 ? 1 : 0,
  } as const
  return new Intl.NumberFormat(locale, style).format(count / 1000 ** power)
}

/** Intl constructors are slow: each is made when first needed. */
function later<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
