import { createEffect, createResource, createSignal, type JSX, onCleanup, Show } from 'solid-js'
import { questions } from '../../core/model/report.ts'
import type { Problem } from '../../core/problem.ts'
import type { Gate, Secret, Vault, VaultEvent } from '../../store/types.ts'
import { loadSecurity } from '../../text/security.ts'
import type { Opening } from '../services.ts'
import { useTexts } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Seal } from '../ui/seal.tsx'
import { AskWay } from './ask-way.tsx'
import { NoWay } from './no-way.tsx'
import '../secure/secure.css'
import './unlock.css'

export interface UnlockProps {
  readonly locked: Extract<Opening, { state: 'locked' }>
  readonly onOpen: (vault: Vault) => Promise<void>
}

/** What another tab may do to a wallet that waits here: then it is no longer there, or has other ways. */
const overturning: readonly VaultEvent['kind'][] = ['closed', 'erased', 'rekeyed']

const sealed = all('pending')
const opened = all('passed')

/** The way into a locked wallet. It knows nothing of what is in it, and shows as much. */
export default function Unlock(props: UnlockProps): JSX.Element {
  const { ui, language } = useTexts()
  const [text] = createResource(language, loadSecurity)
  const [isOpen, setIsOpen] = createSignal(false)
  const [isLost, setIsLost] = createSignal(false)

  createEffect(() => {
    document.title = ui().name
  })

  const stop = props.locked.gate.subscribe(({ kind }) => {
    if (overturning.includes(kind)) window.location.reload()
  })
  onCleanup(stop)

  function erase(): ReturnType<Gate['erase']> {
    // What is done here begins a page of its own once it is done.
    stop()
    return props.locked.gate.erase()
  }

  async function unlock(secret: Secret): Promise<Problem | null> {
    const unlocked = await props.locked.gate.unlock(secret)
    if (!unlocked.ok) return unlocked.problem
    setIsOpen(true)
    await props.onOpen(unlocked.value)
    return null
  }

  return (
    <Show when={text.latest}>
      {(words) => (
        <div class="unlock" classList={{ open: isOpen() }}>
          <div class="unlock-seal" aria-hidden="true">
            <Seal questions={isOpen() ? opened : sealed} size="page" label={ui().name}>
              <span class="unlock-lock">
                <Icon name="lock" />
              </span>
            </Seal>
          </div>
          <h1 tabindex="-1">{isLost() ? words().unlock.noWayTitle : words().unlock.heading}</h1>
          <Show when={!isLost()} fallback={<NoWay erase={erase} text={words()} onBack={() => setIsLost(false)} />}>
            <AskWay
              ways={props.locked.gate.ways}
              text={words()}
              labels={{ passkey: words().unlock.passkey, typed: words().unlock.go }}
              onSecret={unlock}
            />
            <Button tone="quiet" class="unlock-lost" onClick={() => setIsLost(true)}>
              {words().unlock.noWay}
            </Button>
          </Show>
        </div>
      )}
    </Show>
  )
}

function all(answer: 'pending' | 'passed') {
  return Object.fromEntries(questions.map((question) => [question, answer])) as Record<(typeof questions)[number], typeof answer>
}
