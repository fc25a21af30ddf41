import { type JSX, lazy, Show, Suspense } from 'solid-js'
import type { Problem } from '../core/problem.ts'

const ProblemWords = lazy(() => import('./problem-words.tsx'))

/** Why something did not work, once its words are there: nothing around it waits for them. */
export function Trouble(props: { readonly problem: Problem | null }): JSX.Element {
  return (
    <Suspense>
      <Show when={props.problem}>{(problem) => <ProblemWords problem={problem()} />}</Show>
    </Suspense>
  )
}
