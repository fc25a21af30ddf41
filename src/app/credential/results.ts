import type { Result } from '../../core/model/credential.ts'
import type { PageText } from '../../text/findings.ts'
import type { Formats } from '../../text/format.ts'
import { type Phrase, phraseOf, plainPhrase } from './phrase.ts'
import { own, type Telling } from './telling.ts'

export interface ResultView {
  readonly name: Phrase
  readonly kind: string
  readonly value: string
  readonly status: string
  readonly range: string
  readonly required: string
  readonly levels: readonly LevelView[]
}

export interface LevelView {
  readonly name: Phrase
  readonly description: Phrase | null
  readonly points: string
  readonly achieved: boolean
  readonly required: boolean
}

/** A result with all that is known of it. */
export function resultView(result: Result, { findings: { page }, formats, languages }: Telling): ResultView {
  const kind = kindOf(result, page)
  const achieved = result.levels.find(({ id }) => id === result.achievedLevel)
  const required = result.levels.find(({ id }) => id === result.requiredLevel)
  return {
    name: phraseOf(result.name, languages) ?? plainPhrase(kind || page.sections.results),
    kind,
    value: result.value ?? phraseOf(achieved?.name, languages)?.value ?? '',
    status: statusOf(result, page),
    range: rangeOf(result, page.between, formats),
    required: result.requiredValue ?? phraseOf(required?.name, languages)?.value ?? '',
    levels: result.levels.map((level) => ({
      name: phraseOf(level.name, languages) ?? plainPhrase(level.level ?? level.id),
      description: phraseOf(level.description, languages),
      points: level.points ?? '',
      achieved: level.id === result.achievedLevel,
      required: level.id === result.requiredLevel,
    })),
  }
}

/**
 * A result in a few words: "A-", "87%", "17 of 20", "Proficient (3)". Empty when it states no value.
 * @param named says what it is a result of, where a line has several.
 */
export function resultWords(result: Result, telling: Telling, named: boolean): string {
  const { page } = telling.findings
  const level = result.levels.find(({ id }) => id === result.achievedLevel)
  const levelName = phraseOf(level?.name, telling.languages)?.value ?? ''
  const levelWords = levelName !== '' && level?.points !== undefined ? `${levelName} (${level.points})` : levelName
  const status = result.status === 'Completed' ? '' : statusOf(result, page)
  const value = result.value === levelName ? '' : valueWords(result, page)
  const words = [value, levelWords, status].filter((part) => part !== '').join(', ')
  if (words === '' || !named) return words
  const name = phraseOf(result.name, telling.languages)?.value ?? kindOf(result, page)
  return name === '' ? words : `${name}: ${words}`
}

function valueWords({ value, type, valueMax }: Result, page: PageText): string {
  if (value === undefined) return ''
  if (type === 'Percent') return value.includes('%') ? value : page.percent(value)
  const counted = type === 'GradePointAverage' || type === 'RawScore' || type === 'RubricScore' || type === 'ScaledScore'
  return counted && valueMax !== undefined ? page.creditsOf(value, valueMax) : value
}

function kindOf({ type }: Result, page: PageText): string {
  return type === undefined ? '' : (own(page.results, type) ?? type.replace(/^ext:/, ''))
}

function statusOf({ status }: Result, page: PageText): string {
  return status === undefined ? '' : (own(page.statuses, status) ?? status)
}

function rangeOf(result: Result, between: (from: string, to: string) => string, formats: Formats): string {
  if (result.valueMin !== undefined && result.valueMax !== undefined) return between(result.valueMin, result.valueMax)
  if (result.valueMax !== undefined) return between('0', result.valueMax)
  return formats.list(result.allowedValues.slice(0, 20))
}
