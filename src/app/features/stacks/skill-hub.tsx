import type { JSX } from 'solid-js'
import type { SkillNode } from '../../../core/stack/types.ts'
import { Thing, type ThingProps } from './node-card.tsx'

/** A skill, standard or subject that achievements share. */
export function SkillHub(props: ThingProps & { readonly node: SkillNode }): JSX.Element {
  return (
    <Thing {...props} class="stack-skill">
      <span class="stack-words">
        <span class="stack-title" dir="auto" lang={props.words.title.language}>
          {props.words.title.value}
        </span>
        <span class="stack-under" dir="auto">
          {props.words.issuer || props.words.kind}
        </span>
      </span>
    </Thing>
  )
}
