import { expose } from 'comlink'
import { decodeQR } from 'qr/decode.js'
import type { LookOptions, ScanHost } from './scan-types.ts'

/** Longest side of what is looked at, in pixels: a camera's picture in one size, a still one in several. */
const cameraSizes = [1280]
const stillSizes = [1280, 640, 2560]

/** A camera looks in a mirror or it does not: tried first is what was right last time. */
let isMirrored = false
const canvas = new OffscreenCanvas(1, 1)
const pen = canvas.getContext('2d', { willReadFrequently: true })

function read(picture: ImageBitmap, { isStill = false }: LookOptions): string | null {
  try {
    const longest = Math.max(picture.width, picture.height)
    // Enlarged, a picture shows no more than it has.
    for (const size of new Set((isStill ? stillSizes : cameraSizes).map((most) => Math.min(most, longest)))) {
      const text = lookBothWays(picture, size)
      if (text !== null) return text
    }
    return null
  } finally {
    picture.close()
  }
}

function lookBothWays(picture: ImageBitmap, size: number): string | null {
  for (const mirrored of [isMirrored, !isMirrored]) {
    const text = look(picture, size, mirrored)
    if (text === null) continue
    isMirrored = mirrored
    return text
  }
  return null
}

function look(picture: ImageBitmap, size: number, mirrored: boolean): string | null {
  if (pen === null) return null
  const scale = size / Math.max(picture.width, picture.height)
  const [width, height] = [Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale))]
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
  pen.setTransform(mirrored ? -1 : 1, 0, 0, 1, mirrored ? width : 0, 0)
  // What is transparent would be read as black.
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, width, height)
  pen.drawImage(picture, 0, 0, width, height)
  return textIn(pen.getImageData(0, 0, width, height))
}

function textIn(picture: ImageData): string | null {
  try {
    return decodeQR(picture)
  } catch {
    // How the library says that it found none, or one that it cannot read.
    return null
  }
}

/** The scan worker: QR codes in pictures, off the page. Only `scan-client.ts` talks to it. */
const host: ScanHost = { read, beat: () => undefined }

expose(host)
