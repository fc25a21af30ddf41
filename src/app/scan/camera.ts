import { type Attempt, done, type ProblemCode, problem } from '../../core/problem.ts'

/** One of the cameras that a person may choose from. */
export interface CameraChoice {
  readonly id: string
  /** What the system calls it; may be empty. */
  readonly name: string
}

/** A camera that is on. */
export interface Camera {
  readonly stream: MediaStream
  /** Which of the choices it is. */
  readonly id: string
  readonly choices: readonly CameraChoice[]
  /** Whether it has a light to see by. */
  readonly hasLight: boolean
  /** Switches its light; whether that was done. */
  light(isOn: boolean): Promise<boolean>
  /** Calls when the camera is gone by itself: pulled out, or taken away by the system. */
  onLost(listener: () => void): void
  /** Turns it off. */
  stop(): void
}

/**
 * Turns a camera on: the one asked for, else the one that looks away from the person. The browser asks for permission.
 * Problems: `camera_refused` by the person or the browser, `camera_unavailable` when there is none or something else has it.
 */
export async function openCamera(id?: string): Promise<Attempt<Camera>> {
  // Without https the browser offers none.
  const devices = navigator.mediaDevices as MediaDevices | undefined
  if (devices === undefined) return problem('camera_unavailable')
  try {
    const stream = await devices.getUserMedia({ video: wanted(id), audio: false })
    const [track] = stream.getVideoTracks()
    return track === undefined ? problem('camera_unavailable') : done(cameraOf(stream, track, await choicesOf(devices)))
  } catch (error) {
    return problem(codeOf(error))
  }
}

/** Sharp enough for a code of 117 modules, and no more to carry than needed. */
function wanted(id: string | undefined): MediaTrackConstraints {
  const size = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } }
  return id === undefined ? { ...size, facingMode: { ideal: 'environment' } } : { ...size, deviceId: { exact: id } }
}

/** Media Capture and Streams §10.2: `NotAllowedError` is a no, `SecurityError` one for all pages. */
function codeOf(error: unknown): ProblemCode {
  const name = error instanceof Error ? error.name : ''
  return name === 'NotAllowedError' || name === 'SecurityError' ? 'camera_refused' : 'camera_unavailable'
}

async function choicesOf(devices: MediaDevices): Promise<readonly CameraChoice[]> {
  const all = await devices.enumerateDevices().catch(() => [])
  return all.filter(({ kind }) => kind === 'videoinput').map(({ deviceId, label }) => ({ id: deviceId, name: label }))
}

/** What Image Capture §11 adds to a track; the DOM library of TypeScript does not know it. */
type Lit = { readonly torch?: boolean }

function cameraOf(stream: MediaStream, track: MediaStreamTrack, choices: readonly CameraChoice[]): Camera {
  const abilities: Lit = 'getCapabilities' in track ? (track.getCapabilities() as Lit) : {}
  return {
    stream,
    id: track.getSettings().deviceId ?? '',
    choices,
    hasLight: abilities.torch === true,
    light: (isOn) =>
      track.applyConstraints({ advanced: [{ torch: isOn } as MediaTrackConstraintSet] }).then(
        () => true,
        () => false,
      ),
    onLost: (listener) => track.addEventListener('ended', listener, { once: true }),
    stop: () => {
      for (const each of stream.getTracks()) each.stop()
    },
  }
}
