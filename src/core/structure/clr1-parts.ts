import { parseJws } from '../encoding/jws.ts'
import { limits } from '../limits.ts'
import { idOf, isObject, type Json, type JsonObject, listOf, memberOf } from '../model/json.ts'
import { attemptNow } from '../problem.ts'
import { pointer } from './violation.ts'

/** An achievement of a CLR 1.0 record, and where it stands. */
export interface Placed {
  readonly achievement: JsonObject
  readonly at: string
}

/** What an achievement says of itself and another (CLR 1.0 `Association`, which stands inside its source), and where. */
export interface Tie {
  readonly type: string
  readonly sourceId: string
  readonly targetId: string
  readonly title: Json | undefined
  readonly at: string
}

/** Every achievement in a record: those awarded, those awarded under a signature of their own, and those only listed. */
export function achievementsIn(record: JsonObject): readonly Placed[] {
  const each = (name: string, achievementOf: (item: Json, at: string) => readonly Placed[]) =>
    listOf(memberOf(record, name))
      .slice(0, limits.credentialsPerInput)
      .flatMap((item, index) => achievementOf(item, pointer(`/${name}`, index)))
  return [
    ...each('assertions', (item, at) => awardedIn(item, at)),
    ...each('signedAssertions', (item, at) => awardedIn(payloadOf(item), at)),
    ...each('achievements', (item, at) => (isObject(item) ? [{ achievement: item, at }] : [])),
  ]
}

function awardedIn(assertion: Json, at: string): readonly Placed[] {
  const achievement = isObject(assertion) ? memberOf(assertion, 'achievement') : undefined
  return isObject(achievement) ? [{ achievement, at: `${at}/achievement` }] : []
}

/** What a signed assertion says; whether the signature holds is for its own report. */
function payloadOf(item: Json): Json {
  const jws = typeof item === 'string' ? attemptNow(() => parseJws(item)) : null
  return jws?.ok ? jws.value.payload : null
}

/** How achievements belong together, as they say themselves. */
export function tiesIn(achievements: readonly Placed[]): readonly Tie[] {
  return achievements.flatMap(({ achievement, at }) =>
    listOf(memberOf(achievement, 'associations')).flatMap((association, index) =>
      isObject(association) ? tieOf(idOf(achievement), association, pointer(`${at}/associations`, index)) : [],
    ),
  )
}

/** One that does not name both ends is left out. */
function tieOf(sourceId: string | undefined, association: JsonObject, at: string): readonly Tie[] {
  const [targetId, type] = [idOf(memberOf(association, 'targetId')), memberOf(association, 'associationType')]
  if (sourceId === undefined || targetId === undefined) return []
  return [{ type: typeof type === 'string' ? type : '', sourceId, targetId, title: memberOf(association, 'title'), at }]
}
