import { pickText } from '../../../core/formats/text.ts'
import type { Credential } from '../../../core/model/credential.ts'
import type { Telling } from '../../credential/telling.ts'

/** What two versions of a credential say differently, in words. */
export interface Change {
  readonly label: string
  readonly before: string
  readonly after: string
}

/** What is shown of a credential that differs in its newer version. */
export function changesBetween(before: Credential, after: Credential, telling: Telling): readonly Change[] {
  const [old, fresh] = [linesOf(before, telling), linesOf(after, telling)]
  const none = telling.findings.page.tells.no
  return old.flatMap(({ label, value }, index) => {
    const newer = fresh[index]?.value ?? ''
    return value === newer ? [] : [{ label, before: value || none, after: newer || none }]
  })
}

/** The same lines in the same order for every credential; empty where nothing is stated. */
function linesOf(credential: Credential, { languages, findings: { page }, formats }: Telling): readonly Line[] {
  const { fields, tells } = page
  const date = (iso: string | undefined) => (iso === undefined ? '' : formats.dateTime(iso))
  const { subjects } = credential
  const achievements = subjects.flatMap(({ achievement }) => achievement ?? [])
  return [
    { label: tells.items.title, value: pickText(credential.title, languages) },
    { label: tells.items.issuer, value: pickText(credential.issuer.name, languages) },
    { label: tells.items.description, value: pickText(credential.description ?? [], languages) },
    { label: fields.awarded, value: date(credential.awardedDate) },
    { label: fields.validFrom, value: date(credential.validFrom) },
    { label: fields.validUntil, value: date(credential.validUntil) },
    {
      label: fields.credits,
      value: formats.list(subjects.flatMap(({ creditsEarned }) => (creditsEarned === undefined ? [] : String(creditsEarned)))),
    },
    {
      label: page.sections.results,
      value: formats.list(subjects.flatMap(({ results }) => results.flatMap(({ value }) => value ?? []))),
    },
    {
      label: tells.items.criteria,
      value: achievements.map(({ criteria }) => pickText(criteria.narrative ?? [], languages)).join(' '),
    },
    { label: page.sections.inside, value: credential.nested.length === 0 ? '' : page.record.parts(credential.nested.length) },
  ]
}

interface Line {
  readonly label: string
  readonly value: string
}
