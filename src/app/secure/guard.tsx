import { createResource, createSignal, type JSX, lazy, onCleanup, onMount, Show, Suspense } from 'solid-js'
import { loadSecurity } from '../../text/security.ts'
import { createAutoLock } from '../auto-lock.ts'
import { Curtain } from '../curtain.tsx'
import { useServices } from '../services.ts'
import { useTexts } from '../text.ts'
import { Icon } from '../ui/icon.tsx'
import { createIsSecured } from './methods.ts'
import './guard.css'

const Interrupted = lazy(() => import('./interrupted.tsx'))

/** When to look whether something was interrupted: not while the wallet is being drawn, in milliseconds. */
const lookAfter = 2_000

/** Watches over an open wallet: locks it when nobody is there, covers it, and says when a change of its locks broke off. */
export default function Guard(): JSX.Element {
  const isSecured = createIsSecured(useServices())
  const [isLooking, setIsLooking] = createSignal(false)
  onMount(() => {
    const timer = setTimeout(() => setIsLooking(true), lookAfter)
    onCleanup(() => clearTimeout(timer))
  })
  return (
    <>
      <Show when={isSecured()}>
        <Watch />
      </Show>
      <Suspense>
        <Show when={isLooking()}>
          <Interrupted />
        </Show>
      </Suspense>
    </>
  )
}

function Watch(): JSX.Element {
  const { language } = useTexts()
  const services = useServices()
  const [text] = createResource(language, loadSecurity)
  createAutoLock(services)
  return (
    <>
      <Curtain />
      <Show when={text.latest}>
        {(words) => (
          <button type="button" class="place lock-now no-print" onClick={() => services.vault.lock()}>
            <span class="place-icon">
              <Icon name="lock" />
            </span>
            <span class="place-name">{words().lock}</span>
          </button>
        )}
      </Show>
    </>
  )
}
