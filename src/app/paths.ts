import { appBase } from './base.ts'

/** The addresses of the app, relative to its root, for `useNavigate()`. One level deep, so that any static host can serve them. */
export const paths = {
  wallet: '/',
  add: '/add/',
  credential: '/credential/',
  settings: '/settings/',
  view: '/view/',
  secure: '/secure/',
  restore: '/restore/',
  move: '/move/',
} as const

/** The part of the settings where backups are made. */
export const backupAnchor = 'backup'
export const backupPath = `${paths.settings}#${backupAnchor}`

/** The address of one credential's page, relative to the root. */
export function credentialPath(id: string): string {
  return `${paths.credential}?id=${encodeURIComponent(id)}`
}

/** The address of a part of that credential; of the whole for an empty path. */
export function partPath(id: string, path: string): string {
  return path === '' ? credentialPath(id) : `${credentialPath(id)}&part=${path}`
}

/** An address as an `href`: under the folder that the app is served from. */
export function href(path: string): string {
  return appBase() + path.slice(1)
}

/** Which screen an address of ours shows. */
export type Screen = keyof typeof paths | 'other'

/** The screen at a path name as the browser has it. */
export function screenAt(pathname: string): Screen {
  const inside = pathname.startsWith(appBase()) ? pathname.slice(appBase().length) : pathname
  const name = inside.replace(/^\/+|\/+$/g, '')
  if (name === '') return 'wallet'
  return isScreen(name) ? name : 'other'
}

function isScreen(name: string): name is keyof typeof paths {
  return name !== 'wallet' && Object.hasOwn(paths, name)
}
