import { zlibSync } from 'fflate'
import { chunk, pngOf } from './png.ts'

/** How a badge picture looks. Colours are `rrggbb`. */
export interface BadgeLook {
  readonly paper?: string
  readonly ring?: string
  readonly mark?: string
  /** Points of the star in the middle. */
  readonly points?: number
  /** Side in pixels. */
  readonly size?: number
}

const drawn = new Map<string, Uint8Array>()

/** A round badge with a ring and a star, as PNG with a palette of ten colours. Transparent around the disc. */
export function badgePng(look: BadgeLook = {}): Uint8Array {
  const name = JSON.stringify(look)
  const picture = drawn.get(name) ?? drawBadge(look)
  drawn.set(name, picture)
  return picture
}

function drawBadge(look: BadgeLook): Uint8Array {
  const { paper = 'f6f1e3', ring = '4a3db8', mark = '1f7a4d', points = 7, size = 96 } = look
  const palette = [...blend(paper, ring, 5), ...blend(paper, mark, 5).slice(1)]
  const paletteBytes = Uint8Array.from(palette.flat())
  const clear = palette.length
  const pixels = draw(size, (x, y) => shadeAt(x, y, points), clear)
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, size)
  view.setUint32(4, size)
  header.set([4, 3, 0, 0, 0], 8)
  return pngOf([
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from([...paletteBytes, 255, 255, 255])),
    chunk('tRNS', Uint8Array.from([...palette.map(() => 255), 0])),
    chunk('IDAT', zlibSync(pixels, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ])
}

type Rgb = readonly [number, number, number]

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex, 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** Colours from one to the other, both included. */
function blend(from: string, to: string, steps: number): readonly Rgb[] {
  const [a, b] = [rgb(from), rgb(to)]
  return Array.from({ length: steps }, (_, step) => {
    const share = steps === 1 ? 0 : step / (steps - 1)
    return [0, 1, 2].map((channel) => Math.round((a[channel] ?? 0) * (1 - share) + (b[channel] ?? 0) * share)) as unknown as Rgb
  })
}

type Ink = 'none' | 'paper' | 'ring' | 'mark'

/** What covers a point; the disc has radius 1 around the origin. */
function shadeAt(x: number, y: number, points: number): Ink {
  const radius = Math.hypot(x, y)
  if (radius > 1) return 'none'
  if (radius > 0.86 || (radius > 0.74 && radius < 0.78)) return 'ring'
  const angle = Math.atan2(x, -y)
  if (radius > 0.78 && radius < 0.86) return Math.cos(angle * 36) > 0 ? 'ring' : 'paper'
  return radius < starRadius(angle, points) ? 'mark' : 'paper'
}

function starRadius(angle: number, points: number): number {
  const turn = (Math.PI * 2) / points
  const within = Math.abs((((angle % turn) + turn) % turn) - turn / 2) / (turn / 2)
  return 0.28 + 0.3 * within ** 1.6
}

/** Rows of 4-bit palette indexes, each row behind its filter byte; four samples a pixel soften the edges. */
function draw(size: number, shade: (x: number, y: number) => Ink, clear: number): Uint8Array {
  const rowBytes = Math.ceil(size / 2) + 1
  const rows = new Uint8Array(rowBytes * size)
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const at = y * rowBytes + 1 + (x >> 1)
      rows[at] = (rows[at] ?? 0) | (indexAt(x, y, size, shade, clear) << (x % 2 === 0 ? 4 : 0))
    }
  return rows
}

const samplePoints = [0.25, 0.75] as const

function indexAt(x: number, y: number, size: number, shade: (x: number, y: number) => Ink, clear: number): number {
  const tally = { none: 0, paper: 0, ring: 0, mark: 0 }
  for (const dy of samplePoints)
    for (const dx of samplePoints) tally[shade(((x + dx) / size) * 2.04 - 1.02, ((y + dy) / size) * 2.04 - 1.02)]++
  if (tally.none > 2) return clear
  return tally.mark > 0 ? 4 + tally.mark : tally.ring + tally.none
}

/** The same idea as SVG. */
export function badgeSvg(initials = '', look: BadgeLook = {}): string {
  const { paper = 'f6f1e3', ring = '4a3db8', mark = '1f7a4d' } = look
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" role="img">' +
    `<circle cx="48" cy="48" r="46" fill="#${paper}" stroke="#${ring}" stroke-width="4"/>` +
    `<circle cx="48" cy="48" r="38" fill="none" stroke="#${ring}" stroke-dasharray="3 3"/>` +
    `<path d="M30 66V52h8v14zm14 0V40h8v26zm14 0V30h8v36z" fill="#${mark}"/>` +
    `<text x="48" y="82" font-family="serif" font-size="11" text-anchor="middle" fill="#${ring}">${initials}</text></svg>`
  )
}

/** Bytes or text as `data:` address. */
export function dataUri(content: Uint8Array | string, mediaType: string): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return `data:${mediaType};base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`
}
