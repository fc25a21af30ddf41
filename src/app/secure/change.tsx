import { createResource, createSignal, type JSX, Match, onCleanup, Show, Suspense, Switch } from 'solid-js'
import type { Problem } from '../../core/problem.ts'
import type { MethodInfo, NewMethod, Secret } from '../../store/types.ts'
import type { SecurityText } from '../../text/security.ts'
import { useServices } from '../services.ts'
import { Trouble } from '../trouble.tsx'
import { Button } from '../ui/button.tsx'
import { showToast } from '../ui/toasts.tsx'
import { AskWay } from '../unlock/ask-way.tsx'
import { type Change, doneWords, makeChange, nameOf, needsNew } from './change.view.ts'
import { canMakePasskeys, makePasskey } from './new-passkey.ts'
import { NewPassphrase } from './new-passphrase.tsx'
import { NewRecovery } from './new-recovery.tsx'
import { Working } from './working.tsx'

export interface ChangeWayProps {
  readonly change: Change
  readonly methods: readonly MethodInfo[]
  readonly text: SecurityText
  readonly onEnd: () => void
}

/** First the proof, then what is new if anything is, then the work. */
type Step =
  | { readonly at: 'prove' }
  | { readonly at: 'make'; readonly proof: Secret }
  | { readonly at: 'work'; readonly proof: Secret; readonly made: NewMethod | null }
  | { readonly at: 'failed'; readonly problem: Problem }

/** One change of the ways into the wallet, from showing that it is you to its end. */
export function ChangeWay(props: ChangeWayProps): JSX.Element {
  const { vault } = useServices()
  const [step, setStep] = createSignal<Step>({ at: 'prove' })
  const words = () => props.text.settings
  const removed = () => (props.change.kind === 'remove' ? props.change.id : undefined)
  const [ways] = createResource(async () => {
    const read = await vault.security.ways(removed())
    return read.ok ? read.value : undefined
  })
  const secrets: (Secret | NewMethod)[] = []
  const at = <A extends Step['at']>(name: A) => {
    const current = step()
    return current.at === name ? (current as Extract<Step, { at: A }>) : undefined
  }

  onCleanup(() => {
    for (const secret of secrets) if (secret.method === 'passkey') secret.prf.fill(0)
  })

  async function prove(given: Secret): Promise<Problem | null> {
    const proven = await vault.security.check(given)
    if (!proven.ok) return proven.problem
    // Whoever asked overwrites its own.
    const proof = given.method === 'passkey' ? { ...given, prf: given.prf.slice() } : given
    secrets.push(proof)
    setStep(needsNew(props.change) ? { at: 'make', proof } : { at: 'work', proof, made: null })
    return null
  }

  function make(proof: Secret, made: NewMethod): void {
    secrets.push(made)
    setStep({ at: 'work', proof, made })
  }

  function end(problem: Problem | null, made: NewMethod | null): void {
    if (problem) return void setStep({ at: 'failed', problem })
    showToast({ words: doneWords(props.change, made ? nameOf(made, props.text) : '', props.text) })
    props.onEnd()
  }

  return (
    <Suspense>
      <Switch>
        <Match when={at('prove') && ways.latest}>
          {(there) => (
            <>
              <p>{props.change.kind === 'remove' ? words().removeWords : words().proofTitle}</p>
              <Show when={props.change.kind === 'remove'}>
                <p class="soft">{words().removeAfter}</p>
              </Show>
              <Show when={props.change.kind === 'rotate'}>
                <p class="soft">{words().locksWords}</p>
              </Show>
              <AskWay
                ways={there()}
                text={props.text}
                labels={{ passkey: props.text.ask.others.passkey, typed: words().proof }}
                onSecret={prove}
              />
            </>
          )}
        </Match>
        <Match when={at('make')}>
          {(current) => <MakeNew {...props} taken={ways.latest?.passkeys ?? []} onMade={(made) => make(current().proof, made)} />}
        </Match>
        <Match when={at('work')}>
          {(current) => (
            <Working
              text={props.text.secure}
              run={(hearing, signal) =>
                makeChange(vault.security, props.change, current().proof, current().made, hearing, signal)
              }
              onEnd={(problem) => end(problem, current().made)}
            />
          )}
        </Match>
        <Match when={at('failed')}>
          {(current) => (
            <p role="alert">
              <Show when={current().problem.code !== 'cancelled'} fallback={props.text.secure.stopped}>
                <Trouble problem={current().problem} />
              </Show>
            </p>
          )}
        </Match>
      </Switch>
    </Suspense>
  )
}

function MakeNew(
  props: ChangeWayProps & {
    readonly taken: Parameters<typeof makePasskey>[1]['passkeys']
    readonly onMade: (made: NewMethod) => void
  },
): JSX.Element {
  const method = () => (needsNew(props.change) ? props.change.method : undefined)
  return (
    <Switch>
      <Match when={method() === 'passkey'}>
        <MakePasskey {...props} />
      </Match>
      <Match when={method() === 'passphrase'}>
        <p>{props.text.secure.passphraseLead}</p>
        <NewPassphrase
          text={props.text}
          onChosen={(passphrase) => props.onMade({ method: 'passphrase', name: '', passphrase })}
        />
      </Match>
      <Match when={method() === 'recovery'}>
        <NewRecovery text={props.text} onKept={(code) => props.onMade({ method: 'recovery', name: '', code })} />
      </Match>
    </Switch>
  )
}

function MakePasskey(props: Parameters<typeof MakeNew>[0]): JSX.Element {
  const [problem, setProblem] = createSignal<Problem | null>(null)
  const [isBusy, setIsBusy] = createSignal(false)
  const leaving = new AbortController()
  let button: HTMLButtonElement | undefined
  onCleanup(() => leaving.abort())
  // Loads what makes it.
  void canMakePasskeys().then(() => button?.focus())

  async function make(): Promise<void> {
    if (isBusy()) return
    setIsBusy(true)
    setProblem(null)
    const taken = props.methods.map(({ name }) => name)
    const made = await makePasskey(props.text, { passkeys: props.taken }, taken, leaving.signal)
    setIsBusy(false)
    if (made.ok) props.onMade(made.value)
    else setProblem(made.problem)
  }

  return (
    <div class="secure-form">
      <p>{props.text.settings.passkeyWords}</p>
      <div class="actions">
        <Button ref={(element) => (button = element)} tone="primary" aria-disabled={isBusy()} onClick={() => void make()}>
          {props.text.settings.passkey}
        </Button>
      </div>
      <p class="soft small" role="status">
        <Show when={isBusy()}>{props.text.ask.passkeyBusy}</Show>
      </p>
      <div role="alert">
        <Show when={problem()}>
          {(found) => (
            <p class="ask-problem">
              <Trouble problem={found()} />
            </p>
          )}
        </Show>
      </div>
    </div>
  )
}
