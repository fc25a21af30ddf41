import type { Services } from './services.ts'

/** When the wallet has settled after being opened, and how often it is looked at from then on, in milliseconds. */
const settled = 5_000
const often = 60 * 60 * 1000
/** How long after something was added: a batch is one occasion. */
const pause = 3_000

/** Reads the lists of institutions in use again when they are due, in the background, for as long as the page is open. */
export function keepTrustFresh({ trust, vault }: Pick<Services, 'trust' | 'vault'>): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const refreshIn = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      timer = setTimeout(() => refreshIn(0), often)
      // Should the code for it not arrive, the next occasion is as good.
      trust().then(
        (loaded) => loaded.refreshDue(),
        () => undefined,
      )
    }, milliseconds)
  }
  refreshIn(settled)
  window.addEventListener('online', () => refreshIn(pause))
  vault.subscribe((event) => {
    if (event.kind === 'added') refreshIn(pause)
    if (event.kind === 'closed' || event.kind === 'erased') clearTimeout(timer)
  })
}
