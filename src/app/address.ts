import { useIsRouting, useLocation } from '@solidjs/router'
import { createEffect, type JSX } from 'solid-js'
import { appBase } from './base.ts'

/**
 * Keeps the last slash of the root's address, which the router leaves off: without it a reload would be outside the
 * offline shell, and relative addresses would point one folder up. Shows nothing.
 */
export function RootAddress(): JSX.Element {
  const location = useLocation()
  const isRouting = useIsRouting()
  createEffect(() => {
    if (isRouting() || `${location.pathname}/` !== appBase()) return
    window.history.replaceState(window.history.state, '', appBase() + window.location.search)
  })
  return null
}
