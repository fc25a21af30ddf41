/** How the app is here: installed, or where and how it could be. */
export type Place = 'installed' | 'ios' | 'browser'

/** What the browser tells of the place: `standalone` is known to Safari on iPhone and iPad alone. */
export interface Signs {
  readonly isStandalone: boolean
  readonly navigator: { readonly standalone?: boolean; readonly maxTouchPoints: number }
}

/** Where the app runs, as far as that matters to installing it. */
export function placeOf({ isStandalone, navigator }: Signs): Place {
  if (isStandalone || navigator.standalone === true) return 'installed'
  return navigator.standalone === false && navigator.maxTouchPoints > 1 ? 'ios' : 'browser'
}
