/** How many codes a second can be shown. Cameras take thirty pictures a second; beyond ten, half of what is shown is seen by none. */
export const paces = [1, 2, 4, 8, 10] as const
export type Pace = (typeof paces)[number]

/** Where motion is not wanted it is slow, and can be stopped like any other. */
export const usualPace = (isMotionReduced: boolean): Pace => (isMotionReduced ? 2 : 8)

/** The next pace that way; the same at the end. */
export function paceBeside(pace: Pace, step: 1 | -1): Pace {
  return paces[paces.indexOf(pace) + step] ?? pace
}
