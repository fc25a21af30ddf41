import { Router } from '@solidjs/router'
import type { JSX } from 'solid-js'
import type { Attempt } from '../core/problem.ts'
import { appBase } from './base.ts'
import { routes } from './routes.ts'
import type { Opening } from './services.ts'
import { Shell } from './shell.tsx'
import { type Texts, TextsProvider } from './text.ts'

/** The router joins paths to its base as they are: with its last slash there would be two. */
const base = appBase().replace(/\/$/, '')

/** The whole app: texts, router, frame. */
export function App(props: { readonly texts: Texts; readonly services: () => Promise<Attempt<Opening>> }): JSX.Element {
  return (
    <TextsProvider value={props.texts}>
      <Router base={base} scrollRestoration root={(page) => <Shell services={props.services}>{page.children}</Shell>}>
        {routes}
      </Router>
    </TextsProvider>
  )
}
