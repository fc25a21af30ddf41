import { useLocation } from '@solidjs/router'
import { createResource, createSignal, ErrorBoundary, type JSX, lazy, Match, onCleanup, Show, Suspense, Switch } from 'solid-js'
import type { Attempt, Problem } from '../core/problem.ts'
import { RootAddress } from './address.ts'
import { isBlocked } from './blocked.ts'
import { Broken, StoreTrouble } from './broken.tsx'
import { DocumentTitle } from './document-title.ts'
import { DropToAdd } from './drop-to-add.tsx'
import { createFocusOnArrival } from './focus.ts'
import { createFocusRescue } from './focus-rescue.ts'
import { Navigation } from './navigation.tsx'
import { Notices } from './notices.tsx'
import { screenAt } from './paths.ts'
import { type Opening, type Services, ServicesContext, useServices } from './services.ts'
import { SpokenSettings } from './spoken-settings.ts'
import { useTexts } from './text.ts'
import { Toasts } from './ui/toasts.tsx'

/** Only a wallet that is locked needs it. */
const Unlock = lazy(() => import('./unlock/unlock.tsx'))
/** Only one with something in it, or that is guarded, needs this. */
const Guard = lazy(() => import('./secure/guard.tsx'))

export interface ShellProps {
  /** Opens the store, the first time that it is called. */
  readonly services: () => Promise<Attempt<Opening>>
  readonly children?: JSX.Element
}

/**
 * The frame of every screen: navigation, notices, the page itself once the store is open, toasts. The page that a receiver opens
 * stands alone: no navigation, and no store is opened for it.
 */
export function Shell(props: ShellProps): JSX.Element {
  const texts = useTexts()
  const location = useLocation()
  const isAlone = () => screenAt(location.pathname) === 'view'
  createFocusOnArrival()
  createFocusRescue()
  return (
    <>
      <a class="skip no-print" href="#content">
        {texts.ui().skip}
      </a>
      <Show when={!isAlone()}>
        <RootAddress />
        <Navigation />
      </Show>
      <main id="content" tabindex="-1" classList={{ alone: isAlone() }}>
        <ErrorBoundary fallback={(error, again) => <Broken error={error} again={again} />}>
          <Suspense fallback={<Waiting />}>
            <Show when={!isAlone()} fallback={props.children}>
              <WithServices services={props.services}>{props.children}</WithServices>
            </Show>
          </Suspense>
        </ErrorBoundary>
      </main>
      <Toasts />
    </>
  )
}

function Waiting(): JSX.Element {
  const { ui } = useTexts()
  return (
    <Show when={isBlocked()} fallback={<p class="waiting soft">{ui().loading}</p>}>
      <StoreTrouble problem={{ code: 'store_blocked' }} />
    </Show>
  )
}

/** The page with the open store around it, the way into a locked one, or what keeps it from being opened. */
function WithServices(props: ShellProps): JSX.Element {
  const [opened] = createResource(() => props.services())
  const [entered, setEntered] = createSignal<Services>()
  const services = () => {
    const opening = valueIn(opened())
    return entered() ?? (opening?.state === 'open' ? opening.services : undefined)
  }
  const locked = () => {
    const opening = valueIn(opened())
    return opening?.state === 'locked' ? opening : undefined
  }
  return (
    <Switch>
      <Match when={services()}>
        {(services) => (
          <ServicesContext.Provider value={services()}>
            <SpokenSettings />
            <DocumentTitle />
            <Notices />
            <Guarded />
            {props.children}
            <DropToAdd />
          </ServicesContext.Provider>
        )}
      </Match>
      <Match when={locked()}>
        {(locked) => <Unlock locked={locked()} onOpen={async (vault) => void setEntered(await locked().enter(vault))} />}
      </Match>
      <Match when={problemIn(opened())}>{(problem) => <StoreTrouble problem={problem()} />}</Match>
    </Switch>
  )
}

/** Nothing waits for who watches over the wallet. */
function Guarded(): JSX.Element {
  const { vault, cards } = useServices()
  const [isGuarded, setIsGuarded] = createSignal(vault.isSecured())
  onCleanup(vault.subscribe(({ kind }) => kind === 'methods' && setIsGuarded(true)))
  return (
    <Suspense>
      <Show when={isGuarded() || (cards()?.length ?? 0) > 0}>
        <Guard />
      </Show>
    </Suspense>
  )
}

function valueIn<T>(opened: Attempt<T> | undefined): T | undefined {
  return opened?.ok ? opened.value : undefined
}

function problemIn(opened: Attempt<unknown> | undefined): Problem | undefined {
  return opened === undefined || opened.ok ? undefined : opened.problem
}
