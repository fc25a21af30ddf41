import type { Alignment, Credential, Result } from '../../core/model/credential.ts'
import type { Part } from '../../core/model/inspection.ts'
import { isObject, type Json, type JsonObject, memberOf } from '../../core/model/json.ts'
import type { FindingsText } from '../../text/findings.ts'
import type { Reading } from './parts.ts'
import { phraseOf } from './phrase.ts'

/** One thing that AACRAO asks of a micro-credential, and whether this credential says it. */
export interface Told {
  readonly label: string
  /** A record says something itself or in all of its parts; in some of them; or nowhere. */
  readonly standing: 'stated' | 'in-part' | 'missing'
  readonly words: string
}

type Item = keyof FindingsText['page']['tells']['items']

/** The metadata that AACRAO asks of a micro-credential, in its order, each present or missing; of a record also by its parts. */
export function tellsOf(
  { credential, parts }: Pick<Reading, 'credential' | 'parts'>,
  telling: { readonly findings: FindingsText; readonly languages: readonly string[] },
): readonly Told[] {
  const { tells } = telling.findings.page
  const inside = awardsIn(parts)
  return (Object.keys(tells.items) as Item[]).map((item) => {
    const says = (one: Credential) => tests[item](one, telling.languages)
    const count = inside.filter(says).length
    const isStated = says(credential) || (count > 0 && count === inside.length)
    if (isStated) return { label: tells.items[item], standing: 'stated', words: tells.yes }
    if (count === 0) return { label: tells.items[item], standing: 'missing', words: tells.no }
    return { label: tells.items[item], standing: 'in-part', words: tells.some(count, inside.length) }
  })
}

/** The awards inside a record, however deep: a record inside it is its parts. */
function awardsIn(parts: readonly Part[]): readonly Credential[] {
  return parts.flatMap((part) => (part.parts.length > 0 ? awardsIn(part.parts) : (part.credential ?? [])))
}

type Test = (credential: Credential, languages: readonly string[]) => boolean

const tests: Readonly<Record<Item, Test>> = {
  title: ({ title }, languages) => phraseOf(title, languages) !== null,
  description: (credential, languages) =>
    phraseOf(credential.description, languages) !== null || phraseOf(achievementOf(credential)?.description, languages) !== null,
  issuer: ({ issuer }, languages) => phraseOf(issuer.name, languages) !== null,
  credit: (credential) => creditStated(credential),
  level: (credential) => levelStated(credential),
  requirements: (credential) => resultsOf(credential).some(isRequired) || criteriaStated(credential),
  criteria: (credential) => criteriaStated(credential),
  evidence: ({ evidence }) => evidence.length > 0,
  assessment: (credential) => resultsOf(credential).length > 0,
  dates: ({ awardedDate, validFrom }) => awardedDate !== undefined || validFrom !== undefined,
  outcomes: (credential) => alignmentsOf(credential).some(isOutcome) || (achievementOf(credential)?.tags.length ?? 0) > 0,
  alignment: (credential) => alignmentsOf(credential).length > 0,
  hours: (credential) => namesMember(credential, hourNames),
}

function achievementOf(credential: Credential) {
  return credential.subjects[0]?.achievement
}

function alignmentsOf(credential: Credential): readonly Alignment[] {
  return achievementOf(credential)?.alignments ?? []
}

/** Results of this award and those that can be earned here. */
function resultsOf(credential: Credential): readonly Result[] {
  return [...credential.subjects.flatMap(({ results }) => results), ...(achievementOf(credential)?.resultDescriptions ?? [])]
}

function isRequired(result: Result): boolean {
  return result.requiredValue !== undefined || result.requiredLevel !== undefined
}

function criteriaStated(credential: Credential): boolean {
  const criteria = achievementOf(credential)?.criteria
  return criteria?.url !== undefined || (criteria?.narrative?.length ?? 0) > 0
}

const creditNames = /^(extensions?:)?(ects|credits?|creditHours|creditValue|ectsCredits)$/i

function creditStated(credential: Credential): boolean {
  return (
    credential.subjects.some(
      ({ creditsEarned, achievement }) => creditsEarned !== undefined || achievement?.creditsAvailable !== undefined,
    ) || namesMember(credential, creditNames)
  )
}

const kindsWithLevel = /Degree|Doctorate|Diploma|GeneralEducation/
const levelFrameworks = /\b(EQF|ISCED|NQF|RQF|level)\b/i
const levelNames = /^(extensions?:)?(level|eqfLevel|educationLevel|qualificationLevel)$/i

/** A level is stated by a degree or diploma, by a level of a rubric reached, by an alignment to a framework of levels, or by name. */
function levelStated(credential: Credential): boolean {
  const achievement = achievementOf(credential)
  return (
    kindsWithLevel.test(achievement?.type ?? '') ||
    credential.subjects.some(({ results }) => results.some(({ achievedLevel }) => achievedLevel !== undefined)) ||
    alignmentsOf(credential).some(({ framework, type }) => levelFrameworks.test(`${framework ?? ''} ${type ?? ''}`)) ||
    namesMember(credential, levelNames)
  )
}

/** Competencies and items of a framework say what was learned; a whole credential or a rubric does not. */
function isOutcome({ type }: Alignment): boolean {
  return type === undefined || /Competency|CFItem|Skill|Outcome/i.test(type)
}

const hourNames = /hours|duration|timerequired|workload/i

/** No generation has a word for hours, and few for a level: issuers state them as members of their own, wherever an award says more. */
function namesMember(credential: Credential, names: RegExp): boolean {
  const subject = memberOf(credential.document, 'credentialSubject')
  const achievement = isObject(subject) ? memberOf(subject, 'achievement') : memberOf(credential.document, 'achievement')
  const extensions = Object.fromEntries(credential.extensions.map(({ name, value }) => [name, value]))
  return [subject, achievement, extensions, ...Object.values(extensions)].some(
    (object) => isObject(object) && hasNamed(object, names),
  )
}

function hasNamed(object: JsonObject, names: RegExp): boolean {
  return Object.entries(object).some(([name, value]) => names.test(name) && isPlain(value))
}

function isPlain(value: Json | undefined): boolean {
  return typeof value === 'string' || typeof value === 'number'
}
