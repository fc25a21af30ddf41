import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Attempt, Problem } from '../../core/problem.ts'
import { whileAwake } from '../awake.ts'
import type { PartsDone } from '../intake.ts'
import type { Working } from './make-backup.ts'

/** Long work that a person watches and may stop. */
export interface Task {
  readonly isRunning: Accessor<boolean>
  /** How far it has come; null before that is known. */
  readonly parts: Accessor<PartsDone | null>
  /** Why the last one ended without its result. `cancelled` when it was stopped. */
  readonly problem: Accessor<Problem | null>
  /** Runs some work; its result, or null when there is none. */
  run<T>(work: (working: Required<Working>) => Promise<Attempt<T>>): Promise<T | null>
  stop(): void
}

/** One piece of work at a time. It ends with its owner. */
export function createTask(): Task {
  const [isRunning, setIsRunning] = createSignal(false)
  const [parts, setParts] = createSignal<PartsDone | null>(null)
  const [problem, setProblem] = createSignal<Problem | null>(null)
  let end = new AbortController()
  onCleanup(() => end.abort())
  return {
    isRunning,
    parts,
    problem,
    async run(work) {
      end = new AbortController()
      setProblem(null)
      setParts(null)
      setIsRunning(true)
      const came = await whileAwake(() =>
        work({ signal: end.signal, hearing: (ready, total) => void setParts({ ready, total }) }),
      )
      setIsRunning(false)
      if (came.ok) return came.value
      setProblem(came.problem)
      return null
    },
    stop: () => end.abort(),
  }
}
