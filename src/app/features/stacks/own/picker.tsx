import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import type { StackMember } from '../../../../store/types.ts'
import type { StacksText } from '../../../../text/stacks.ts'
import { Icon } from '../../../ui/icon.tsx'
import { memberKey } from './draft.ts'
import { byKey, type Earned, matching } from './earned.ts'
import { EarnedLine } from './earned-line.tsx'

/** How many are listed at once; typing finds the others. */
const listed = 40

/** Everything that was earned, to be found by typing and put in or taken out by a tick. */
export function Picker(props: {
  readonly earned: readonly Earned[]
  readonly members: readonly StackMember[]
  readonly text: StacksText['own']
  readonly onToggle: (member: StackMember, isIn: boolean) => void
}): JSX.Element {
  const [typed, setTyped] = createSignal('')
  const found = createMemo(() => matching(props.earned, typed()))
  const shown = createMemo(() => byKey(found().slice(0, listed)))
  // By key, so that what has the focus stays when the wallet was read again.
  const keys = createMemo(() => [...shown().keys()])
  const held = createMemo(() => new Set(props.members.map(memberKey)))
  const words = () => props.text.editor
  return (
    <fieldset class="own-part">
      <legend>{words().add}</legend>
      <Show when={props.earned.length > 0} fallback={<p class="soft">{words().nothingEarned}</p>}>
        <div class="own-search">
          <Icon name="search" />
          <input
            class="input"
            type="search"
            autocomplete="off"
            spellcheck={false}
            enterkeyhint="search"
            aria-label={words().search}
            placeholder={words().search}
            value={typed()}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              // Enter in a field sends its form: here it only means that the search is typed.
              if (event.key === 'Enter') event.preventDefault()
            }}
          />
        </div>
        <p class="soft small" role="status">
          {found().length === 0 ? words().nothingFound : words().found(keys().length, found().length)}
        </p>
        <ul class="own-choices">
          <For each={keys()}>
            {(key) => (
              <li>
                <Show when={shown().get(key)}>
                  {(earned) => (
                    <label class="own-choice">
                      <input
                        type="checkbox"
                        checked={held().has(key)}
                        onChange={(event) => props.onToggle(earned().member, event.currentTarget.checked)}
                      />
                      <EarnedLine earned={earned()} />
                    </label>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </fieldset>
  )
}
