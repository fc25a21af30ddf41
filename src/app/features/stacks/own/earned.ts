import { folded } from '../../../../core/stack/keys.ts'
import type { Award, StackGraph } from '../../../../core/stack/types.ts'
import type { KeptStack, RecordId, StackMember } from '../../../../store/types.ts'
import type { InterfaceText } from '../../../../text/index.ts'
import { type Phrase, phraseOf, plainPhrase } from '../../../credential/phrase.ts'
import { plainName, saidName } from '../speakers.ts'
import { memberKey } from './draft.ts'

/** Something that was earned, as it can be put into a stack. */
export interface Earned {
  readonly key: string
  readonly member: StackMember
  readonly award: Award
  readonly title: Phrase
  /** As it may be said: in quotation marks when nobody but the credential names the issuer. */
  readonly issuer: string
  /** What search looks through. */
  readonly haystack: string
}

/** What is needed to put it into words. */
export interface Wording {
  readonly ui: InterfaceText
  /** BCP 47, best first. */
  readonly languages: readonly string[]
}

/** Everything that was earned, the parts of records too, each once; by title. */
export function earnedIn(graph: Pick<StackGraph, 'awards'>, wording: Wording): readonly Earned[] {
  const each = new Map<string, Earned>()
  for (const award of Object.values(graph.awards)) {
    const key = memberKey(award)
    // A credential about several people or things is still one thing to put into a stack.
    if (!each.has(key)) each.set(key, earnedOf(award, key, wording))
  }
  const order = new Intl.Collator(wording.languages.slice(0, 1), { numeric: true })
  return [...each.values()].toSorted(
    (one, other) => order.compare(one.title.value, other.title.value) || order.compare(one.key, other.key),
  )
}

function earnedOf(award: Award, key: string, { ui, languages }: Wording): Earned {
  const title = phraseOf(award.title, languages) ?? phraseOf(award.achievement.name, languages) ?? plainPhrase(ui.wallet.untitled)
  const { digest, part } = award
  return {
    key,
    member: { digest, part },
    award,
    title,
    issuer: saidName(award, languages, ui) || ui.wallet.noIssuer,
    haystack: folded(`${title.value} ${plainName(award, languages)}`),
  }
}

/** What is called like that: every word typed is in the title or the name of the issuer. Everything for no words. */
export function matching(earned: readonly Earned[], typed: string): readonly Earned[] {
  const words = folded(typed).split(' ')
  return earned.filter(({ haystack }) => words.every((word) => haystack.includes(word)))
}

/** By what a member is told from others. */
export function byKey(earned: readonly Earned[]): ReadonlyMap<string, Earned> {
  return new Map(earned.map((each) => [each.key, each]))
}

/** What of a stack is in the wallet, in its order, for whoever takes it as a choice: the record of each, and the part of it. */
export function selectionOf(
  { members }: Pick<KeptStack, 'members'>,
  earned: ReadonlyMap<string, Earned>,
): readonly { readonly entry: RecordId; readonly part: string }[] {
  return members.flatMap((member) => {
    const held = earned.get(memberKey(member))
    return held === undefined || held.award.entry === '' ? [] : [{ entry: held.award.entry, part: held.award.part }]
  })
}
