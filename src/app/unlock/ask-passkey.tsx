import { type JSX, onCleanup, Show } from 'solid-js'
import { lazy } from '../../core/lazy.ts'
import type { Problem } from '../../core/problem.ts'
import { Button } from '../ui/button.tsx'
import type { AskWayProps } from './ask-way.tsx'

const passkeys = lazy(() => import('../passkeys.ts'))

/** One touch. */
export function AskPasskey(
  props: AskWayProps & { readonly isBusy: boolean; readonly answer: (ask: () => Promise<Problem | null>) => void },
): JSX.Element {
  const leaving = new AbortController()
  onCleanup(() => leaving.abort())
  // Loaded beforehand: a browser lets a page ask only right after a touch.
  passkeys().catch(() => undefined)

  async function ask(): Promise<Problem | null> {
    const asked = await passkeys().then(
      ({ askPasskey }) => askPasskey(props.ways.passkeys, leaving.signal),
      () => ({ ok: false, problem: { code: 'unexpected' } }) as const,
    )
    if (!asked.ok) return asked.problem
    try {
      return await props.onSecret(asked.value)
    } finally {
      asked.value.prf.fill(0)
    }
  }

  return (
    <>
      <Button tone="primary" icon="lock" aria-disabled={props.isBusy} onClick={() => props.answer(ask)}>
        {props.labels.passkey}
      </Button>
      <p class="soft" role="status">
        <Show when={props.isBusy}>{props.text.ask.passkeyBusy}</Show>
      </p>
    </>
  )
}
