import type { Alignment, Credential, Result } from '../../core/model/credential.ts'
import { isObject, type JsonObject, memberOf } from '../../core/model/json.ts'
import type { FindingsText } from '../../text/findings.ts'
import { phraseOf } from './phrase.ts'

/** One thing that AACRAO asks of a micro-credential, and whether this credential says it. */
export interface Told {
  readonly label: string
  readonly present: boolean
}

type Item = keyof FindingsText['page']['tells']['items']

/** The metadata that AACRAO asks of a micro-credential, in its order, each present or missing. */
export function tellsOf(
  credential: Credential,
  telling: { readonly findings: FindingsText; readonly languages: readonly string[] },
): readonly Told[] {
  const { items } = telling.findings.page.tells
  return (Object.keys(items) as Item[]).map((item) => ({
    label: items[item],
    present: tests[item](credential, telling.languages),
  }))
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
  hours: (credential) => hoursStated(credential),
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

function creditStated({ subjects }: Credential): boolean {
  return subjects.some(
    ({ creditsEarned, achievement }) => creditsEarned !== undefined || achievement?.creditsAvailable !== undefined,
  )
}

const kindsWithLevel = /Degree|Doctorate|Diploma|GeneralEducation/
const levelFrameworks = /\b(EQF|ISCED|NQF|RQF|level)\b/i

/** A level is stated by a degree or diploma, by a level of a rubric reached, or by an alignment to a framework of levels. */
function levelStated(credential: Credential): boolean {
  const achievement = achievementOf(credential)
  return (
    kindsWithLevel.test(achievement?.type ?? '') ||
    credential.subjects.some(({ results }) => results.some(({ achievedLevel }) => achievedLevel !== undefined)) ||
    alignmentsOf(credential).some(({ framework, type }) => levelFrameworks.test(`${framework ?? ''} ${type ?? ''}`))
  )
}

/** Competencies and items of a framework say what was learned; a whole credential or a rubric does not. */
function isOutcome({ type }: Alignment): boolean {
  return type === undefined || /Competency|CFItem|Skill|Outcome/i.test(type)
}

const hourNames = /hours|duration|timerequired|workload/i

/** Open Badges has no word for hours; issuers state them as an extension of the achievement or the award. */
function hoursStated(credential: Credential): boolean {
  const subject = memberOf(credential.document, 'credentialSubject')
  const achievement = isObject(subject) ? memberOf(subject, 'achievement') : undefined
  return [subject, achievement].some((object) => isObject(object) && namesHours(object))
}

function namesHours(object: JsonObject): boolean {
  return Object.entries(object).some(
    ([name, value]) => hourNames.test(name) && (typeof value === 'string' || typeof value === 'number'),
  )
}
