import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'
import type { Problem } from '../../core/problem.ts'
import { type Camera, openCamera } from './camera.ts'
import { createCodeReader } from './code-reader.ts'
import { makeWatch } from './watch.ts'

/** Where a camera is with its work. */
export type ScanState =
  | { readonly kind: 'off' }
  | { readonly kind: 'starting' }
  | { readonly kind: 'on'; readonly camera: Camera; readonly isLit: boolean }
  | { readonly kind: 'trouble'; readonly problem: Problem }

export interface Scan {
  readonly state: Accessor<ScanState>
  /** Turns the camera on: this one, else the one chosen before, else the one that looks away from the person. */
  start(id?: string): Promise<void>
  stop(): void
  /** Switches the light of the camera that is on. */
  light(isOn: boolean): Promise<void>
  /** Looks for codes in a picture: whether there were any. */
  look(picture: Blob): Promise<boolean>
}

/**
 * A camera that reads QR codes for as long as its owner is there and the page is seen. Away from the page the camera is off; back
 * on it, it goes on.
 * @param video what shows the camera; read once the owner is mounted
 * @param onText hears of each code in each picture
 */
export function createScan(video: () => HTMLVideoElement | undefined, onText: (text: string) => void): Scan {
  const [state, setState] = createSignal<ScanState>({ kind: 'off' })
  const reader = createCodeReader()
  let chosen: string | undefined
  let isWanted = true
  /** Counts starts and stops: an answer to an earlier one comes too late. */
  let turn = 0
  let release = () => {}

  function turnOff(next: ScanState): void {
    turn += 1
    release()
    release = () => {}
    setState(next)
  }

  async function turnOn(): Promise<void> {
    turnOff({ kind: 'starting' })
    const mine = turn
    const opened = await openCamera(chosen)
    if (mine !== turn) return opened.ok ? opened.value.stop() : undefined
    if (opened.ok) show(opened.value)
    else setState({ kind: 'trouble', problem: opened.problem })
  }

  function show(camera: Camera): void {
    const screen = video()
    if (!screen) return camera.stop()
    screen.srcObject = camera.stream
    // Refused only when another picture has come in between, which then plays itself.
    screen.play().catch(() => undefined)
    const unwatch = makeWatch(screen, reader, onText)
    release = () => {
      unwatch()
      camera.stop()
      screen.srcObject = null
    }
    camera.onLost(() => turnOff({ kind: 'trouble', problem: { code: 'camera_unavailable' } }))
    setState({ kind: 'on', camera, isLit: false })
  }

  const onVisibility = () => {
    if (!isWanted) return
    if (document.visibilityState === 'visible') void turnOn()
    else turnOff({ kind: 'off' })
  }

  onMount(() => {
    document.addEventListener('visibilitychange', onVisibility)
    onVisibility()
  })
  onCleanup(() => {
    document.removeEventListener('visibilitychange', onVisibility)
    isWanted = false
    turnOff({ kind: 'off' })
    reader.end()
  })

  return {
    state,
    start(id) {
      chosen = id ?? chosen
      isWanted = true
      return turnOn()
    },
    stop() {
      isWanted = false
      turnOff({ kind: 'off' })
    },
    async light(isOn) {
      const now = state()
      if (now.kind === 'on' && (await now.camera.light(isOn)) && state() === now) setState({ ...now, isLit: isOn })
    },
    async look(picture) {
      const texts = await reader.read(picture)
      for (const text of texts) onText(text)
      return texts.length > 0
    },
  }
}
