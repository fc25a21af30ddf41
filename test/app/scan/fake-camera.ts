import { vi } from 'vitest'
import { drawSight } from '../../worker/sight.ts'

/** A camera before which codes are held: a real stream of real pictures, drawn by us. */
export interface FakeCamera {
  /** What was asked for, each time that it was turned on. */
  readonly asked: MediaTrackConstraints[]
  readonly tracks: MediaStreamTrack[]
  /** Holds these codes before it, one after another, over and over. */
  show(...texts: readonly string[]): void
  /** Refuses from now on, by an error of this name; gives in when left out. */
  refuse(name?: string): void
}

/** Puts it in the place of the browser's; `vi.restoreAllMocks` takes it away, and `signal` its pictures. */
export function fakeCamera(signal: AbortSignal, choices: readonly string[] = ['Back']): FakeCamera {
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 })
  const pen = canvas.getContext('2d')!
  pen.fillRect(0, 0, 1, 1)
  let texts: readonly string[] = []
  let refusal: string | undefined
  let shown = 0
  const timer = setInterval(() => {
    const text = texts[shown % texts.length]
    shown += 1
    if (text === undefined) pen.reset()
    else drawSight(pen, text, { side: 470 })
  }, 40)
  signal.addEventListener('abort', () => clearInterval(timer))

  const camera: FakeCamera = {
    asked: [],
    tracks: [],
    show: (...next) => {
      texts = next
    },
    refuse: (name) => {
      refusal = name
    },
  }
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(async (constraints) => {
    camera.asked.push(constraints?.video as MediaTrackConstraints)
    if (refusal !== undefined) throw new DOMException('no', refusal)
    const stream = canvas.captureStream()
    camera.tracks.push(...stream.getTracks())
    return stream
  })
  vi.spyOn(navigator.mediaDevices, 'enumerateDevices').mockResolvedValue(
    choices.map((label, index) => ({ kind: 'videoinput', deviceId: `camera-${index}`, groupId: '', label, toJSON: () => '' })),
  )
  return camera
}
