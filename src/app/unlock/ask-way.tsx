import { createSignal, For, type JSX, Match, onMount, Show, Switch } from 'solid-js'
import type { Problem } from '../../core/problem.ts'
import type { Secret, UnlockMethod, Ways } from '../../store/types.ts'
import type { SecurityText } from '../../text/security.ts'
import { Trouble } from '../trouble.tsx'
import { Button } from '../ui/button.tsx'
import { AskPasskey } from './ask-passkey.tsx'
import { AskTyped } from './ask-typed.tsx'
import { methodsIn, patienceAfter, wrongGroup } from './ask-way.view.ts'

export interface AskWayProps {
  readonly ways: Ways
  readonly text: SecurityText
  /** What is on the button that begins it, for a passkey and for what is typed. */
  readonly labels: { readonly passkey: string; readonly typed: string }
  /** Uses what was brought; null when it was right, else what was wrong. A key from an authenticator is overwritten afterwards. */
  readonly onSecret: (secret: Secret) => Promise<Problem | null>
}

/** Asks for one of the ways into the wallet: the quickest first, the others on request. What was typed wrong stays to be mended. */
export function AskWay(props: AskWayProps): JSX.Element {
  const [chosen, setChosen] = createSignal<UnlockMethod>()
  const [problem, setProblem] = createSignal<Problem | null>(null)
  const [refusals, setRefusals] = createSignal(0)
  const [isBusy, setIsBusy] = createSignal(false)
  const methods = () => methodsIn(props.ways)
  const method = () => chosen() ?? methods()[0]
  const others = () => methods().filter((each) => each !== method())
  let place: HTMLElement | undefined

  /** One at a time; the answer of the last one stands. */
  async function answer(ask: () => Promise<Problem | null>): Promise<void> {
    if (isBusy()) return
    setIsBusy(true)
    setProblem(null)
    const found = await ask()
    setIsBusy(false)
    setProblem(found)
    if (found?.code === 'unlock_wrong') setRefusals((count) => count + 1)
  }

  function choose(other: UnlockMethod): void {
    setChosen(other)
    setProblem(null)
    focusFirst()
  }

  const focusFirst = () => place?.querySelector<HTMLElement>('input, button')?.focus()
  onMount(() => requestAnimationFrame(focusFirst))

  const words = (): JSX.Element => {
    const found = problem()
    if (!found) return null
    const group = wrongGroup(found)
    return group === null ? <Trouble problem={found} /> : props.text.ask.recoveryGroup(group)
  }

  return (
    <div class="ask-way" ref={(element) => (place = element)}>
      <Switch>
        <Match when={method() === 'passkey'}>
          <AskPasskey {...props} isBusy={isBusy()} answer={(ask) => void answer(ask)} />
        </Match>
        <Match when={method() === 'passphrase'}>
          <AskTyped
            {...props}
            method="passphrase"
            isBusy={isBusy()}
            isWrong={problem() !== null}
            answer={(ask) => void answer(ask)}
          />
        </Match>
        <Match when={method() === 'recovery'}>
          <AskTyped
            {...props}
            method="recovery"
            isBusy={isBusy()}
            isWrong={problem() !== null}
            answer={(ask) => void answer(ask)}
          />
        </Match>
      </Switch>
      <div class="ask-answer" role="alert">
        <Show when={problem()}>
          <p class="ask-problem">{words()}</p>
        </Show>
        <Show when={refusals() >= patienceAfter}>
          <p class="soft">{props.text.ask.patience}</p>
        </Show>
      </div>
      <Show when={others().length > 0}>
        <div class="ask-others">
          <p class="soft small">{props.text.ask.another}</p>
          <div class="actions">
            <For each={others()}>
              {(other) => (
                <Button disabled={isBusy()} onClick={() => choose(other)}>
                  {props.text.ask.others[other]}
                </Button>
              )}
            </For>
          </div>
        </div>
      </Show>
    </div>
  )
}
