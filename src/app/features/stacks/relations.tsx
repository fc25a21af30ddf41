import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { Words } from '../../credential/words.tsx'
import { Button } from '../../ui/button.tsx'
import { useStacks } from './context.ts'
import { type Relation, type RelationGroup, relationsOf } from './describe.ts'

/** How many of one kind are shown before the rest is asked for. */
const atOnce = 6

/** What a thing belongs together with, who says so, and what weakens that. */
export function Relations(props: { readonly id: string }): JSX.Element {
  const { state, text, telling } = useStacks()
  const groups = createMemo(() => {
    const made = state.stacked()
    return made ? relationsOf(props.id, made, telling()) : []
  })
  return (
    <Show when={groups().length > 0} fallback={<p class="soft">{text().page.card.nothing}</p>}>
      <For each={groups()}>{(group) => <Group group={group} />}</For>
    </Show>
  )
}

function Group(props: { readonly group: RelationGroup }): JSX.Element {
  const { text } = useStacks()
  const [isWhole, setIsWhole] = createSignal(false)
  const shown = () => (isWhole() ? props.group.relations : props.group.relations.slice(0, atOnce))
  const rest = () => props.group.relations.length - shown().length
  return (
    <section class="stack-relations">
      <h3>{props.group.label}</h3>
      <ul>
        <For each={shown()}>{(relation) => <Line relation={relation} />}</For>
      </ul>
      <Show when={rest() > 0}>
        <Button tone="quiet" onClick={() => setIsWhole(true)}>
          {text().page.card.showAll(rest())}
        </Button>
      </Show>
    </section>
  )
}

function Line(props: { readonly relation: Relation }): JSX.Element {
  const { state } = useStacks()
  return (
    <li class="stack-relation" data-basis={props.relation.basis} classList={{ weak: props.relation.isWeak }}>
      <button type="button" class="link" onClick={() => state.select(props.relation.other)}>
        <Words phrase={props.relation.title} />
      </button>
      <For each={props.relation.says}>
        {(sentence, place) => (
          <span class="small">
            <Show when={place() === 0}>
              <BasisLine basis={props.relation.basis} />
            </Show>
            {sentence}
          </span>
        )}
      </For>
      <Show when={props.relation.standing}>
        <span class="small soft">{props.relation.standing}</span>
      </Show>
      <For each={props.relation.cautions}>{(sentence) => <span class="small stack-caution">{sentence}</span>}</For>
    </li>
  )
}

/** A piece of the line that stands for it in the drawing. */
export function BasisLine(props: { readonly basis: string; readonly kind?: string }): JSX.Element {
  return (
    <svg class="stack-sample" viewBox="0 0 40 12" aria-hidden="true">
      <g class="stack-edge" data-basis={props.basis} data-kind={props.kind ?? 'horizontal'}>
        <path class="stack-line" d="M2 6H38" />
      </g>
    </svg>
  )
}
