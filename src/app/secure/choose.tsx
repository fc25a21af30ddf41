import { createResource, createSignal, type JSX, onCleanup, Show, Suspense } from 'solid-js'
import type { Problem } from '../../core/problem.ts'
import type { SecurityText } from '../../text/security.ts'
import { Trouble } from '../trouble.tsx'
import { Button } from '../ui/button.tsx'
import { canMakePasskeys, makePasskey, type NewPasskey } from './new-passkey.ts'

interface ChooseProps {
  readonly text: SecurityText
  readonly onPasskey: (made: NewPasskey) => void
  readonly onPassphrase: () => void
}

/** What guarding means, and how the wallet is to be opened from now on. */
export function Choose(props: ChooseProps): JSX.Element {
  const words = () => props.text.secure
  const [canUsePasskeys] = createResource(canMakePasskeys)
  return (
    <>
      <p>{words().lead}</p>
      <p class="soft">{words().before}</p>
      <h2>{words().choose}</h2>
      <Suspense>
        <div class="way-cards">
          <Show when={canUsePasskeys() !== false} fallback={<p>{words().noPasskeys}</p>}>
            <PasskeyCard {...props} />
          </Show>
          <section class="way-card">
            <h3>{props.text.kinds.passphrase}</h3>
            <p class="soft">{words().passphraseWords}</p>
            <Button {...(canUsePasskeys() === false && { tone: 'primary' as const })} onClick={() => props.onPassphrase()}>
              {words().passphrase}
            </Button>
          </section>
        </div>
      </Suspense>
    </>
  )
}

function PasskeyCard(props: ChooseProps): JSX.Element {
  const words = () => props.text.secure
  const [problem, setProblem] = createSignal<Problem | null>(null)
  const [isBusy, setIsBusy] = createSignal(false)
  const leaving = new AbortController()
  onCleanup(() => leaving.abort())

  async function make(): Promise<void> {
    if (isBusy()) return
    setIsBusy(true)
    setProblem(null)
    const made = await makePasskey(props.text, { passkeys: [] }, [], leaving.signal)
    setIsBusy(false)
    if (made.ok) props.onPasskey(made.value)
    else setProblem(made.problem)
  }

  return (
    <section class="way-card best">
      <h3>
        {props.text.kinds.passkey} <span class="way-mark">{words().passkeyRecommended}</span>
      </h3>
      <p class="soft">{words().passkeyWords}</p>
      <Button tone="primary" icon="lock" aria-disabled={isBusy()} onClick={() => void make()}>
        {words().passkey}
      </Button>
      <div role="alert">
        <Show when={problem()}>
          {(found) => (
            <p class="ask-problem">
              <Trouble problem={found()} />
            </p>
          )}
        </Show>
      </div>
      <p class="soft small" role="status">
        <Show when={isBusy()}>{props.text.ask.passkeyBusy}</Show>
      </p>
    </section>
  )
}
