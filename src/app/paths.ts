import { shortHash } from '../core/short-hash.ts'
import { appBase } from './base.ts'

/** The addresses of the app, relative to its root, for `useNavigate()`. One level deep, so that any static host can serve them. */
export const paths = {
  wallet: '/',
  stacks: '/stacks/',
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

/** What the address of the stacks may say: how they are shown, what is looked at, and what is to be put into a stack. */
export interface StacksPlace {
  readonly view?: string
  /** The achievement that is looked at, by the id of its node or as `focusName` has it. */
  readonly focus?: string
  /** One of the learner's own stacks, by id. */
  readonly own?: string
  /** The credential that is to be put into a stack: `DIGEST`, or `DIGEST/PATH` for a part. */
  readonly add?: string
}

/** The address of the stacks, relative to the root. */
export function stacksPath({ focus = '', ...place }: StacksPlace = {}): string {
  const members = Object.entries({ ...place, focus: focusName(focus) })
  const query = new URLSearchParams(members.filter(([, value]) => value !== '')).toString()
  return query === '' ? paths.stacks : `${paths.stacks}?${query}`
}

/**
 * How an address names an achievement: by a number made of its id. Browsers keep addresses, and the id says who awards what.
 * @param id of a node, or such a name already
 */
export function focusName(id: string): string {
  return id === '' || /^[0-9a-f]{16}$/.test(id) ? id : shortHash(id)
}

/** The part of the screen of stacks that shows pathways. */
export const pathwaysAnchor = 'pathways'
export const pathwaysPath = `${paths.stacks}#${pathwaysAnchor}`

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
