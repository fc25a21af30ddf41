import { createResource, createSignal, type JSX, lazy, Match, onCleanup, Show, Switch } from 'solid-js'
import type { Problem } from '../../core/problem.ts'
import type { NewMethod } from '../../store/types.ts'
import { loadSecurity, type SecurityText } from '../../text/security.ts'
import { href, paths } from '../paths.ts'
import { useServices } from '../services.ts'
import { useTexts } from '../text.ts'
import { Banner } from '../ui/banner.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Choose } from './choose.tsx'
import { Done } from './done.tsx'
import { NewPassphrase } from './new-passphrase.tsx'
import { NewRecovery } from './new-recovery.tsx'
import { StepHead } from './step-head.tsx'
import { untilAdded } from './until-added.ts'
import { Working } from './working.tsx'
import './secure.css'

const ProblemWords = lazy(() => import('../problem-words.tsx'))

/** Where it stands; a step cannot be shown before what it needs is there. */
type Step =
  | { readonly at: 'choose'; readonly problem: Problem | null }
  | { readonly at: 'passphrase' }
  | { readonly at: 'code'; readonly first: NewMethod }
  | { readonly at: 'work'; readonly methods: readonly NewMethod[] }
  | { readonly at: 'done' }

/** Guarding the wallet: a way to open it, a recovery code, and a new key for everything. */
export default function SecurePage(): JSX.Element {
  const { language } = useTexts()
  const { vault } = useServices()
  const [text] = createResource(language, loadSecurity)
  const wasSecured = vault.isSecured()
  return (
    <div class="page plain-page secure-page">
      <Show when={text.latest}>
        {(words) => (
          <Show when={!wasSecured} fallback={<Already text={words().secure} />}>
            <Securing text={words()} />
          </Show>
        )}
      </Show>
    </div>
  )
}

function Already(props: { readonly text: SecurityText['secure'] }): JSX.Element {
  return (
    <>
      <StepHead title={props.text.already} />
      <ButtonLink href={href(paths.settings)}>{props.text.toSettings}</ButtonLink>
    </>
  )
}

function Securing(props: { readonly text: SecurityText }): JSX.Element {
  const services = useServices()
  const [step, setStep] = createSignal<Step>({ at: 'choose', problem: null })
  const words = () => props.text.secure
  const at = <A extends Step['at']>(name: A) => {
    const current = step()
    return current.at === name ? (current as Extract<Step, { at: A }>) : undefined
  }
  const choose = (problem: Problem | null = null) => void setStep({ at: 'choose', problem })
  const proceed = (first: NewMethod) => void setStep({ at: 'code', first })
  const made: NewMethod[] = []

  function forget(): void {
    for (const method of made) if (method.method === 'passkey') method.prf.fill(0)
  }

  function keep(first: NewMethod): void {
    made.push(first)
    proceed(first)
  }

  function end(problem: Problem | null): void {
    if (problem) return choose(problem)
    forget()
    setStep({ at: 'done' })
  }

  onCleanup(forget)
  return (
    <Switch>
      <Match when={at('choose')}>
        {(current) => (
          <>
            <StepHead title={words().title} />
            <Show when={current().problem}>
              {(problem) => (
                <Banner role="alert" tone="amber">
                  <Show when={problem().code === 'cancelled'} fallback={<ProblemWords problem={problem()} />}>
                    {words().stopped}
                  </Show>
                </Banner>
              )}
            </Show>
            <Choose text={props.text} onPasskey={keep} onPassphrase={() => setStep({ at: 'passphrase' })} />
          </>
        )}
      </Match>
      <Match when={at('passphrase')}>
        <StepHead title={words().passphraseTitle} step={words().step(1, 2)} />
        <p>{words().passphraseLead}</p>
        <NewPassphrase text={props.text} onChosen={(passphrase) => keep({ method: 'passphrase', name: '', passphrase })} />
        <Button tone="quiet" onClick={() => choose()}>
          {words().back}
        </Button>
      </Match>
      <Match when={at('code')}>
        {(current) => (
          <>
            <StepHead title={words().codeTitle} step={words().step(2, 2)} />
            <NewRecovery
              text={props.text}
              onKept={(code) => setStep({ at: 'work', methods: [current().first, { method: 'recovery', name: '', code }] })}
            />
          </>
        )}
      </Match>
      <Match when={at('work')}>
        {(current) => (
          <>
            <StepHead title={words().title} />
            <OnceAdded text={words()}>
              <Working
                text={words()}
                run={(hearing, signal) => services.vault.security.secure(current().methods, hearing, signal)}
                onEnd={end}
              />
            </OnceAdded>
          </>
        )}
      </Match>
      <Match when={at('done')}>
        <Done text={words()} />
      </Match>
    </Switch>
  )
}

/** What is being added comes first: it would be lost if its record came too late for the new key. */
function OnceAdded(props: { readonly text: SecurityText['secure']; readonly children: JSX.Element }): JSX.Element {
  const services = useServices()
  const [isReady, setIsReady] = createSignal(false)
  // Without the code for it, nothing can be under way.
  const ready = () => void setIsReady(true)
  untilAdded(services).then(ready, ready)
  return (
    <Show when={isReady()} fallback={<p role="status">{props.text.waiting}</p>}>
      {props.children}
    </Show>
  )
}
