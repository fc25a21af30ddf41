import { pickText } from '../../../core/formats/text.ts'
import { isKnownLevel } from '../../../core/issuer-level.ts'
import type { Award, Speaker, StackGraph } from '../../../core/stack/types.ts'
import type { InterfaceText } from '../../../text/index.ts'
import { cleaned } from '../../../text/verdict.ts'
import { type Reason, reasonOf } from '../../reason.ts'

/** Whoever awards or says something, as far as their name goes. */
export type Named = Pick<Award | Speaker, 'issuer' | 'issuerLevel' | 'issuerKnownAs' | 'verdict' | 'code'>

/** With these, nobody knows whether the name is still the one that was signed. */
const unsettled: readonly (Reason | null)[] = ['changed', 'otherKey', 'unsigned', 'broken']

/** Whether the name may be stated as a fact: somebody knows the issuer, and what names it was not changed (look.md, Voice). */
export function isNameKnown(one: Named): boolean {
  return isKnownLevel(one.issuerLevel) && !unsettled.includes(reasonOf(one))
}

/** The issuer's name, fit for a sentence: as a list knows it, else as it is stated. Empty when it states none. */
export function plainName(
  { issuer, issuerKnownAs }: Pick<Named, 'issuer' | 'issuerKnownAs'>,
  languages: readonly string[],
): string {
  return cleaned(issuerKnownAs) || cleaned(pickText(issuer.name, languages))
}

/** The name as it may be said: as a fact only when it is known, else in quotation marks; empty when there is none. */
export function saidName(one: Named, languages: readonly string[], ui: InterfaceText): string {
  const name = plainName(one, languages)
  // Quotation marks in a name that is quoted would end the quotation, and what follows would be our own words.
  return name === '' || isNameKnown(one) ? name : ui.stated(name.replace(/["“”„‟«»]/g, '’'))
}

/** Whose word a `ref` of a statement is: a record's, or the credential that awards something. */
export function speakerOf(ref: string, { speakers, awards }: Pick<StackGraph, 'speakers' | 'awards'>): Named | null {
  return among(speakers, ref) ?? among(awards, ref) ?? null
}

function among<T>(rows: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(rows, name) ? rows[name] : undefined
}
