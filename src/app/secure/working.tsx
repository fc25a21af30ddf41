import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js'
import type { Attempt, Problem } from '../../core/problem.ts'
import type { Hearing } from '../../store/types.ts'
import type { SecurityText } from '../../text/security.ts'
import { whileAwake } from '../awake.ts'
import { Button } from '../ui/button.tsx'
import { Progress } from '../ui/progress.tsx'

/** Work on the whole wallet, from when it is shown until it is done: how far it is, and a way to stop it. Leaving stops it too. */
export function Working(props: {
  readonly text: SecurityText['secure']
  readonly run: (hearing: Hearing, signal: AbortSignal) => Promise<Attempt<unknown>>
  /** With what kept it from being done, or null. */
  readonly onEnd: (problem: Problem | null) => void
}): JSX.Element {
  const [parts, setParts] = createSignal<readonly [ready: number, total: number]>([0, 0])
  const stopping = new AbortController()
  let isHere = true
  onCleanup(() => {
    isHere = false
    stopping.abort()
  })
  onMount(() => void work())

  async function work(): Promise<void> {
    const ended = await whileAwake(() => props.run((ready, total) => setParts([ready, total]), stopping.signal))
    if (isHere) props.onEnd(ended.ok ? null : ended.problem)
  }

  const words = () => (parts()[1] === 0 ? props.text.beginning : props.text.working(...parts()))
  return (
    <div class="secure-form">
      <Show when={parts()[1] > 0} fallback={<p role="status">{words()}</p>}>
        <Progress value={parts()[0]} max={parts()[1]} words={words()} />
      </Show>
      <p class="soft">{props.text.workingWords}</p>
      <div class="actions">
        <Button onClick={() => stopping.abort()}>{props.text.stop}</Button>
      </div>
    </div>
  )
}
