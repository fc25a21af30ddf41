import { onCleanup, onMount } from 'solid-js'

/**
 * Keeps the screen from going dark for as long as its owner is there (Screen Wake Lock). The system takes it back when the page is
 * hidden, hence it is asked for again; where there is none, or it is refused to save power, nothing happens.
 */
export function createWakeLock(): void {
  let lock: WakeLockSentinel | undefined
  let isOver = false

  async function hold(): Promise<void> {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
    const held = await navigator.wakeLock.request('screen').catch(() => undefined)
    if (isOver) return void held?.release()
    lock = held
  }
  const again = () => void hold()

  onMount(() => {
    again()
    document.addEventListener('visibilitychange', again)
  })
  onCleanup(() => {
    isOver = true
    document.removeEventListener('visibilitychange', again)
    void lock?.release()
  })
}
