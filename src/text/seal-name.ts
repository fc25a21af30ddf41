import { type Outcome, type Question, questions } from '../core/model/report.ts'
import type { FindingsText } from './findings.ts'

/** The name of a seal for a screen reader: what it is about, then the four answers. */
export function sealName(title: string, answers: Readonly<Record<Question, Outcome | 'pending'>>, text: FindingsText): string {
  const said = questions.map((question) => `${text.questions[question]} ${text.answers[answers[question]]}`)
  return [title, ...said].filter((part) => part !== '').join('. ')
}
