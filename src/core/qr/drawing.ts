import { encodeQR } from 'qr'

/** A QR code as a drawing (ISO/IEC 18004), with the quiet zone of four modules that its §5.3.8 asks for. */
export interface QrDrawing {
  /** Modules on each side, the quiet zone with them. */
  readonly size: number
  /** The dark modules as an SVG path, one unit for each module, one rectangle for each run in a row. */
  readonly path: string
}

export interface DrawOptions {
  /** How much of the picture may be lost: 7 % (`low`, the default: on a screen nothing is), 15 % or 25 %. */
  readonly correction?: 'low' | 'medium' | 'quartile'
}

const quietZone = 4

/** Draws a text as a QR code; null when it is longer than any QR code holds. Digits and base45 letters take the least room. */
export function drawQr(text: string, { correction = 'low' }: DrawOptions = {}): QrDrawing | null {
  const modules = modulesOf(text, correction)
  return modules && { size: modules.length, path: modules.map(pathOfRow).join('') }
}

function modulesOf(text: string, ecc: 'low' | 'medium' | 'quartile'): readonly (readonly boolean[])[] | null {
  try {
    return encodeQR(text, 'raw', { ecc, border: quietZone })
  } catch {
    // With arguments of ours, the library throws for nothing but the length.
    return null
  }
}

function pathOfRow(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== true) continue
    const start = x
    while (row[x + 1] === true) x += 1
    const width = x + 1 - start
    path += `M${start} ${y}h${width}v1h-${width}z`
  }
  return path
}
