import { drawQr } from '../../src/core/qr/drawing.ts'

export interface SightOptions {
  readonly width?: number
  readonly height?: number
  /** Length of a side of the code with its quiet zone, in pixels. */
  readonly side?: number
  readonly mirrored?: boolean
  readonly inverted?: boolean
  /** In degrees. */
  readonly turned?: number
  readonly blurred?: number
}

/** Draws a code as a camera may see it: in the middle of a grey world. */
export function drawSight(
  pen: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D,
  text: string,
  options: SightOptions = {},
) {
  const { width, height } = pen.canvas
  const { side = Math.min(width, height) * 0.8, mirrored, inverted, turned = 0, blurred = 0 } = options
  const drawing = drawQr(text)
  if (!drawing) throw new Error('too long for a code')
  pen.reset()
  pen.filter = blurred > 0 ? `blur(${blurred}px)` : 'none'
  pen.fillStyle = '#8a8680'
  pen.fillRect(0, 0, width, height)
  pen.translate(width / 2, height / 2)
  pen.rotate((turned * Math.PI) / 180)
  pen.scale(((mirrored ? -1 : 1) * side) / drawing.size, side / drawing.size)
  pen.translate(-drawing.size / 2, -drawing.size / 2)
  pen.fillStyle = inverted ? '#1b1b1b' : '#f1f0ee'
  pen.fillRect(0, 0, drawing.size, drawing.size)
  pen.fillStyle = inverted ? '#f1f0ee' : '#1b1b1b'
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas is no array
  pen.fill(new Path2D(drawing.path))
}

/** What a camera of 1280 by 720 sees of a code. */
export async function sightOf(text: string, options: SightOptions = {}): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(options.width ?? 1280, options.height ?? 720)
  drawSight(canvas.getContext('2d')!, text, options)
  return createImageBitmap(canvas)
}
