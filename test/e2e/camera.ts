import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drawQr } from '../../src/core/qr/drawing.ts'

export interface CameraOptions {
  /** Codes a second; 8 when left out. The camera then begins anew. */
  readonly pace?: number
  readonly width?: number
  readonly height?: number
}

/**
 * Writes a film in which these codes are held before a camera, for `AppOptions.camera`: Y4M, which is nothing but pictures one after
 * another (4:2:0, so half a megabyte for each of 640 by 480).
 * @returns the path of a new file in the temporary folder
 */
export async function filmOf(texts: readonly string[], options: CameraOptions = {}): Promise<string> {
  const { pace = 8, width = 640, height = 480 } = options
  const path = join(tmpdir(), `satchel-${crypto.randomUUID()}.y4m`)
  const film = await open(path, 'w')
  try {
    await film.write(`YUV4MPEG2 W${width} H${height} F${pace}:1 Ip A1:1 C420jpeg\n`)
    const grey = Buffer.alloc((width * height) / 2, 128)
    for (const text of texts) {
      await film.write('FRAME\n')
      await film.write(lumaOf(text, width, height))
      await film.write(grey)
    }
  } finally {
    await film.close()
  }
  return path
}

/** What makes Chromium take a film for its camera, and allow it to be used. */
export const cameraArgs = (film: string): readonly string[] => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
]

/** The code in the middle of a grey picture, its modules as many whole pixels wide as there is room for. */
function lumaOf(text: string, width: number, height: number): Buffer {
  const drawing = drawQr(text)
  if (drawing === null) throw new Error('too long for a code')
  const scale = Math.floor(Math.min(width, height) / drawing.size)
  const [left, top] = [width, height].map((side) => Math.floor((side - drawing.size * scale) / 2)) as [number, number]
  const luma = Buffer.alloc(width * height, 150)
  const paint = (x: number, y: number, wide: number, high: number, shade: number) => {
    for (let row = top + y * scale; row < top + (y + high) * scale; row += 1) {
      const from = row * width + left + x * scale
      luma.fill(shade, from, from + wide * scale)
    }
  }
  paint(0, 0, drawing.size, drawing.size, 235)
  for (const [, x, y, run] of drawing.path.matchAll(/M(\d+) (\d+)h(\d+)/g)) paint(Number(x), Number(y), Number(run), 1, 16)
  return luma
}
