import { createSignal, For, type JSX, onMount, Show } from 'solid-js'
import type { Problem } from '../../core/problem.ts'
import type { Gate } from '../../store/types.ts'
import type { SecurityText } from '../../text/security.ts'
import { EraseForm } from '../erase-form.tsx'
import { Trouble } from '../trouble.tsx'
import { Button } from '../ui/button.tsx'

/** For who has no way in any more: what that means, and how to begin anew. */
export function NoWay(props: {
  readonly erase: Gate['erase']
  readonly text: SecurityText
  readonly onBack: () => void
}): JSX.Element {
  const [isErasing, setIsErasing] = createSignal(false)
  const [problem, setProblem] = createSignal<Problem | null>(null)
  let back: HTMLButtonElement | undefined
  onMount(() => back?.focus())
  return (
    <div class="no-way">
      <For each={props.text.unlock.noWayWords}>{(words) => <p>{words}</p>}</For>
      <Show when={isErasing()}>
        <EraseForm class="no-way" erase={props.erase} onProblem={setProblem}>
          <p>{props.text.unlock.eraseGoes}</p>
        </EraseForm>
        <div role="alert">
          <Trouble problem={problem()} />
        </div>
      </Show>
      <div class="actions">
        <Button ref={(button) => (back = button)} onClick={() => props.onBack()}>
          {props.text.unlock.back}
        </Button>
        <Show when={!isErasing()}>
          <Button tone="danger" onClick={() => setIsErasing(true)}>
            {props.text.unlock.erase}
          </Button>
        </Show>
      </div>
    </div>
  )
}
