import { createEffect, on, onCleanup } from 'solid-js'
import { laterTouch, timeLeft } from './auto-lock.view.ts'
import { isAwake } from './awake.ts'
import type { Services } from './services.ts'

/** What counts as a touch. */
const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll', 'touchstart'] as const
/** After these the page may have slept: timers stood still, the clock did not. */
const wakings = ['visibilitychange', 'focus', 'pageshow', 'resume'] as const

/** How often the other tabs are told of touches, and how long they get to answer, in milliseconds. */
const tellEvery = 2_000
const patience = 300
/** Work of our own counts as a touch, if it is seen; so it is looked for at least this often. */
const longestSleep = 15_000

/** Only times of touches cross, never what was touched. */
type Message = { readonly touchedAt: number } | { readonly asks: true }

/** Locks the wallet once nobody has touched any of its tabs for as long as the person chose. Needs an owner to end with. */
export function createAutoLock({ vault, settings }: { readonly vault: { lock(): void } } & Pick<Services, 'settings'>): void {
  const channel = new BroadcastChannel('satchel touches')
  let touchedAt = Date.now()
  let toldAt = 0
  let isAsking = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const left = () => timeLeft(settings().lockAfter, touchedAt, Date.now())

  function tell(message: Message): void {
    channel.postMessage(message)
  }

  function touched(): void {
    // The touch that wakes a sleeping device comes too late.
    if (left() === 0 && !isAwake()) return look()
    touchedAt = Date.now()
    // A clock that was set back must not silence this tab.
    if (Math.abs(touchedAt - toldAt) < tellEvery) return
    toldAt = touchedAt
    tell({ touchedAt })
  }

  function look(): void {
    if (isAsking) return
    clearTimeout(timer)
    touchedAt = laterTouch(touchedAt, 0, Date.now()) || Date.now()
    if (isAwake()) touched()
    const remaining = left()
    if (remaining === null) return
    if (remaining > 0) timer = setTimeout(look, Math.min(remaining, longestSleep))
    else ask()
  }

  /** What other tabs told this one while it was asleep may still be on its way. */
  function ask(): void {
    isAsking = true
    tell({ asks: true })
    timer = setTimeout(() => {
      isAsking = false
      if (left() === 0 && !isAwake()) vault.lock()
      else look()
    }, patience)
  }

  function hear({ data }: MessageEvent<Message>): void {
    if ('asks' in data) {
      if (left() !== 0) tell({ touchedAt })
    } else touchedAt = laterTouch(touchedAt, data.touchedAt, Date.now())
  }

  channel.addEventListener('message', hear)
  for (const name of touches) document.addEventListener(name, touched, { capture: true, passive: true })
  for (const name of wakings) window.addEventListener(name, look, { capture: true })
  // A change of the settings, here or in another tab, counts at once.
  createEffect(on(() => settings().lockAfter, look))
  tell({ touchedAt })
  onCleanup(() => {
    clearTimeout(timer)
    channel.close()
    for (const name of touches) document.removeEventListener(name, touched, { capture: true })
    for (const name of wakings) window.removeEventListener(name, look, { capture: true })
  })
}
