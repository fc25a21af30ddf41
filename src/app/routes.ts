import type { RouteDefinition } from '@solidjs/router'
import { lazy } from 'solid-js'

/** One row per screen. The credential opens inside the wallet, so that the list stays beside it where there is room. */
export const routes: RouteDefinition[] = [
  {
    path: '/',
    component: lazy(() => import('./features/wallet/page.tsx')),
    children: [{ path: '/' }, { path: '/credential', component: lazy(() => import('./features/credential/page.tsx')) }],
  },
  { path: '/stacks', component: lazy(() => import('./features/stacks/page.tsx')) },
  { path: '/add', component: lazy(() => import('./features/add/page.tsx')) },
  { path: '/settings', component: lazy(() => import('./features/settings/page.tsx')) },
  { path: '/secure', component: lazy(() => import('./secure/page.tsx')) },
  { path: '/restore', component: lazy(() => import('./backup/restore-page.tsx')) },
  { path: '/move', component: lazy(() => import('./backup/move/page.tsx')) },
  { path: '/view', component: lazy(() => import('./features/view/page.tsx')) },
  { path: '*', component: lazy(() => import('./not-found.tsx')) },
]
