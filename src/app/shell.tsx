import { useLocation } from '@solidjs/router'
import { createResource, ErrorBoundary, type JSX, Match, Show, Suspense, Switch } from 'solid-js'
import type { Attempt } from '../core/problem.ts'
import { RootAddress } from './address.ts'
import { Broken, StoreTrouble } from './broken.tsx'
import { DocumentTitle } from './document-title.ts'
import { DropToAdd } from './drop-to-add.tsx'
import { createFocusOnArrival } from './focus.ts'
import { createFocusRescue } from './focus-rescue.ts'
import { Navigation } from './navigation.tsx'
import { Notices } from './notices.tsx'
import { screenAt } from './paths.ts'
import { type Services, ServicesContext } from './services.ts'
import { SpokenSettings } from './spoken-settings.ts'
import { useTexts } from './text.ts'
import { Toasts } from './ui/toasts.tsx'

export interface ShellProps {
  /** Opens the store, the first time that it is called. */
  readonly services: () => Promise<Attempt<Services>>
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
          <Suspense fallback={<p class="waiting soft">{texts.ui().loading}</p>}>
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

/** The page with the open store around it, or what keeps it from being opened. */
function WithServices(props: ShellProps): JSX.Element {
  const [opened] = createResource(() => props.services())
  return (
    <Switch>
      <Match when={settled(opened())?.services}>
        {(services) => (
          <ServicesContext.Provider value={services()}>
            <SpokenSettings />
            <DocumentTitle />
            <Notices />
            {props.children}
            <DropToAdd />
          </ServicesContext.Provider>
        )}
      </Match>
      <Match when={settled(opened())?.problem}>{(problem) => <StoreTrouble problem={problem()} />}</Match>
    </Switch>
  )
}

function settled(opened: Attempt<Services> | undefined) {
  if (!opened) return undefined
  return opened.ok ? { services: opened.value, problem: undefined } : { services: undefined, problem: opened.problem }
}
