/** Longest side and most dots of a PNG that every browser can make. */
const longestSide = 8_000
const mostDots = 32_000_000
/** Dots for each CSS pixel, where there is room. */
const density = 2

/** How large a PNG becomes. */
export interface PngSize {
  readonly width: number
  readonly height: number
  /** Whether there was no room for twice the size of the drawing. */
  readonly isReduced: boolean
}

/** The size of a PNG of a drawing of this size (CSS pixels): twice as fine, or as fine as it may be. */
export function pngSize(width: number, height: number): PngSize {
  const bySide = longestSide / Math.max(width, height)
  const byDots = Math.sqrt(mostDots / (width * height))
  const scale = Math.min(density, bySide, byDots)
  const dots = (length: number) => Math.max(1, Math.floor(length * scale))
  return { width: dots(width), height: dots(height), isReduced: scale < density }
}

/** Draws an SVG document as PNG; null when this browser cannot. */
export async function drawPng(svg: string, { width, height }: Pick<PngSize, 'width' | 'height'>): Promise<Blob | null> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    return await paint(image, width, height)
  } catch {
    return null
  } finally {
    URL.revokeObjectURL(address)
  }
}

async function paint(image: HTMLImageElement, width: number, height: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (context === null) return null
  context.drawImage(image, 0, 0, width, height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}
