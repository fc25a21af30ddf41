import { isObject, type Json, type JsonObject } from '../../core/model/json.ts'
import { cleaned } from '../../text/verdict.ts'
import { linkOf, plainPhrase } from './phrase.ts'
import type { Line, Telling } from './telling.ts'

const personal = /mail|birth|national|student|address|phone|identity|ssn|passport|gender|nif|dni|tax/i
const mostLines = 60
const deepest = 5
const longest = 400

/**
 * Members that the model has no place for, as labelled facts: objects are opened a few levels deep, a list of plain values is
 * one line. Whatever looks personal is hidden until it is asked for.
 */
export function factLines(members: JsonObject, telling: Telling): readonly Line[] {
  return factsIn(members, '', 1, telling).slice(0, mostLines)
}

function factsIn(members: JsonObject, above: string, depth: number, telling: Telling): readonly Line[] {
  return Object.entries(members)
    .slice(0, mostLines)
    .filter(([name]) => !isPlumbing(name))
    .flatMap(([name, value]) => factsAt(above === '' ? labelOf(name) : `${above} › ${labelOf(name)}`, value, depth, telling))
}

/** Names of JSON-LD and of SD-JWT's machinery say nothing to a person. */
function isPlumbing(name: string): boolean {
  return name === '@context' || name === 'type' || name === '@type' || name === '_sd' || name === '_sd_alg'
}

function factsAt(label: string, value: Json | undefined, depth: number, telling: Telling): readonly Line[] {
  if (value === undefined) return []
  if (isObject(value) && depth < deepest) return factsIn(value, label, depth + 1, telling)
  if (Array.isArray(value) && value.some(isObject) && depth < deepest)
    return value.slice(0, mostLines).flatMap((item) => factsAt(label, item, depth + 1, telling))
  const text =
    Array.isArray(value) && !value.some(isObject)
      ? value.map((item) => wordsOf(item, telling)).join(', ')
      : wordsOf(value, telling)
  if (text.trim() === '') return []
  const link = typeof value === 'string' ? linkOf(value) : null
  return [
    {
      label,
      value: plainPhrase(text.length > longest ? `${text.slice(0, longest)}…` : text),
      ...(link && { link }),
      ...(personal.test(label) && { sensitive: true as const }),
    },
  ]
}

function wordsOf(value: Json, { findings, formats }: Telling): string {
  if (typeof value === 'boolean') return value ? findings.answers.passed : findings.answers.failed
  if (typeof value === 'number') return String(value)
  if (value === null) return ''
  if (typeof value !== 'string') return JSON.stringify(value)
  if (value.startsWith('data:')) return findings.page.evidenceAttached
  return /^\d{4}-\d{2}-\d{2}(T|$)/.test(value) ? formats.date(value) : value
}

/** `given_name` and `birthDate` as words: as stated, but readable. */
function labelOf(name: string): string {
  const last = name.split(/[/#:]/).at(-1) || name
  const words = last
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
    .trim()
  return cleaned(words.charAt(0).toUpperCase() + words.slice(1))
}
