import { createMemo, type JSX, Match, Show, Switch } from 'solid-js'
import type { Placed } from '../../../core/stack/layout/types.ts'
import { useStacks } from './context.ts'
import { NodeCard } from './node-card.tsx'
import { nodeWords } from './node-words.ts'
import { SkillHub } from './skill-hub.tsx'

/** One thing where it stands: an achievement or a skill. It stays itself while the drawing around it is made anew. */
export function OneThing(props: {
  readonly id: string
  readonly places: ReadonlyMap<string, Placed>
  readonly isCurrent: boolean
  readonly isSelected: boolean
}): JSX.Element {
  const { state, telling } = useStacks()
  const node = createMemo(() => state.node(props.id))
  const words = createMemo(() => {
    const [made, here] = [state.stacked(), node()]
    return made && here ? nodeWords(here, made, telling()) : undefined
  })
  const given = createMemo(() => {
    const [place, said] = [props.places.get(props.id), words()]
    return place && said ? { place, words: said } : undefined
  })
  const achievement = () => {
    const found = node()
    return found?.kind === 'achievement' ? found : undefined
  }
  const skill = () => {
    const found = node()
    return found?.kind === 'skill' ? found : undefined
  }
  return (
    <Show when={given()}>
      {(here) => (
        <Switch>
          <Match when={achievement()}>
            {(found) => <NodeCard {...props} place={here().place} words={here().words} node={found()} />}
          </Match>
          <Match when={skill()}>
            {(found) => <SkillHub {...props} place={here().place} words={here().words} node={found()} />}
          </Match>
        </Switch>
      )}
    </Show>
  )
}
