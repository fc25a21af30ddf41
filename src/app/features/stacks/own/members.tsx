import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import type { StackMember } from '../../../../store/types.ts'
import type { StacksText } from '../../../../text/stacks.ts'
import { Button } from '../../../ui/button.tsx'
import { memberKey, withoutMembers } from './draft.ts'
import { createDragging } from './drag.ts'
import type { Earned } from './earned.ts'
import { EarnedLine } from './earned-line.tsx'
import { Glyph } from './glyph.tsx'
import { moved } from './reorder.ts'

interface MembersProps {
  readonly members: readonly StackMember[]
  readonly earned: ReadonlyMap<string, Earned>
  readonly isOrdered: boolean
  readonly text: StacksText['own']
  readonly onChange: (members: readonly StackMember[]) => void
}

/** What is in a stack, in its order: dragged by its handle, moved by its buttons, taken out. */
export function Members(props: MembersProps): JSX.Element {
  const [news, setNews] = createSignal('')
  const keys = createMemo(() => props.members.map(memberKey))
  const words = () => props.text.editor
  const nameOf = (key: string) => props.earned.get(key)?.title.value ?? words().gone
  let list: HTMLOListElement | undefined
  const dragging = createDragging(() => [...(list?.querySelectorAll<HTMLElement>(':scope > li') ?? [])], move)

  function move(from: number, to: number): void {
    const key = keys()[from]
    const members = moved(props.members, from, to)
    if (key === undefined || members === props.members) return
    props.onChange(members)
    setNews(words().moved(nameOf(key), to + 1, members.length))
  }

  /** Moving a row takes the focus off the button that was pressed: it is given back. */
  function step(button: HTMLButtonElement, from: number, to: number): void {
    move(from, to)
    button.focus()
  }

  function take(key: string): void {
    const place = keys().indexOf(key)
    const member = props.members[place]
    if (member === undefined) return
    props.onChange(withoutMembers(props.members, [member]))
    setNews(words().taken(nameOf(key)))
    const rest = list?.querySelectorAll<HTMLElement>('.own-take') ?? []
    const next = rest[Math.min(place, rest.length - 1)]
    next?.focus()
  }

  return (
    <fieldset class="own-part">
      <legend>{words().members}</legend>
      <Show when={keys().length > 0} fallback={<p class="soft">{words().noMembers}</p>}>
        <ol class="own-members" ref={list} data-ordered={props.isOrdered} data-dragging={dragging.from() !== null}>
          <For each={keys()}>
            {(key, place) => (
              <li
                class="own-member"
                data-lifted={dragging.from() === place()}
                style={{ transform: dragging.shift(place()) === 0 ? undefined : `translateY(${dragging.shift(place())}px)` }}
              >
                <span
                  class="own-handle"
                  aria-hidden="true"
                  onPointerDown={(event) => dragging.start(event, place())}
                  onPointerMove={(event) => dragging.move(event)}
                  onPointerUp={(event) => dragging.end(event)}
                  onPointerCancel={() => dragging.cancel()}
                >
                  <Glyph name="grip" />
                </span>
                <MemberLine earned={props.earned.get(key)} text={props.text} />
                <span class="own-moves">
                  <MoveButton
                    name="up"
                    label={words().up(nameOf(key))}
                    isOff={place() === 0}
                    onPress={(button) => step(button, place(), place() - 1)}
                  />
                  <MoveButton
                    name="down"
                    label={words().down(nameOf(key))}
                    isOff={place() === keys().length - 1}
                    onPress={(button) => step(button, place(), place() + 1)}
                  />
                  <Button
                    class="icon own-take"
                    tone="quiet"
                    icon="close"
                    aria-label={words().take(nameOf(key))}
                    onClick={() => take(key)}
                  />
                </span>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <p class="unseen" role="status">
        {news()}
      </p>
    </fieldset>
  )
}

function MemberLine(props: { readonly earned: Earned | undefined; readonly text: StacksText['own'] }): JSX.Element {
  return (
    <Show
      when={props.earned}
      fallback={
        <>
          <span class="own-gone" aria-hidden="true" />
          <span class="own-words">
            <span class="serif">{props.text.editor.gone}</span>
            <span class="soft small">{props.text.editor.goneHint}</span>
          </span>
        </>
      }
    >
      {(earned) => <EarnedLine earned={earned()} />}
    </Show>
  )
}

/** Not disabled at the ends: that would take the focus from whoever pressed it. */
function MoveButton(props: {
  readonly name: 'up' | 'down'
  readonly label: string
  readonly isOff: boolean
  readonly onPress: (button: HTMLButtonElement) => void
}): JSX.Element {
  return (
    <Button
      class="icon"
      tone="quiet"
      aria-label={props.label}
      title={props.label}
      aria-disabled={props.isOff}
      onClick={(event) => props.isOff || props.onPress(event.currentTarget)}
    >
      <Glyph name={props.name} />
    </Button>
  )
}
