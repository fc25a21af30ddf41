import type { StackNode } from '../../../../core/stack/types.ts'
import type { Vault } from '../../../../store/types.ts'
import type { Stacked } from '../../../../worker/stack-types.ts'
import { sealedPicture } from '../../../pictures.ts'
import { bestAward } from '../lookup.ts'

/** Side of a copy, in pixels: twice what is drawn, and a little more where there are few. */
const [side, smallSide] = [128, 96]
const few = 60
/** A copy as PNG that is larger than this becomes a JPEG: photographs. In characters of its data URI. */
const longest = 32_768
/** Largest picture that is drawn, in pixels. */
const mostPixels = 40_000_000
/** How many are copied at once. */
const together = 6

/**
 * Copies of the pictures that the screen shows, by the id of the thing, as data URIs. Each is drawn anew, small: a baked picture carries
 * the whole credential inside, and whoever gets the drawing must not get that with it. Nothing is fetched; a picture that cannot be
 * drawn is left out.
 */
export async function copyPictures(
  nodes: readonly StackNode[],
  stacked: Stacked,
  vault: Pick<Vault, 'picture'>,
): Promise<ReadonlyMap<string, string>> {
  const stated = nodes.flatMap((node) => {
    const url = node.kind === 'achievement' ? bestAward(node, stacked)?.image?.url : undefined
    return url === undefined || url === '' ? [] : [{ id: node.id, url }]
  })
  const urls = [...new Set(stated.map(({ url }) => url))]
  const size = urls.length > few ? smallSide : side
  const copies = new Map<string, string>()
  for (let start = 0; start < urls.length; start += together) {
    const some = urls.slice(start, start + together)
    const made = await Promise.all(some.map((url) => copyOf(url, size, vault)))
    for (const [index, url] of some.entries()) {
      const copy = made[index]
      if (copy) copies.set(url, copy)
    }
  }
  return new Map(
    stated.flatMap(({ id, url }) => {
      const copy = copies.get(url)
      return copy === undefined ? [] : [[id, copy] as const]
    }),
  )
}

async function copyOf(url: string, size: number, vault: Pick<Vault, 'picture'>): Promise<string | null> {
  const address = url.startsWith('data:') ? (url.startsWith('data:image/') ? url : null) : await sealedPicture(vault, url)
  if (address === null) return null
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    return drawnSmall(image, size)
  } catch {
    // Not a picture, or one that the browser does not let us read: our own artwork stands in its place.
    return null
  }
}

function drawnSmall(image: HTMLImageElement, size: number): string | null {
  // A drawing without a size of its own fills the square.
  const [width, height] = [image.naturalWidth || size, image.naturalHeight || size]
  if (width * height > mostPixels) return null
  const scale = size / Math.max(width, height)
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = size
  const context = canvas.getContext('2d')
  if (context === null) return null
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, (size - width * scale) / 2, (size - height * scale) / 2, width * scale, height * scale)
  const whole = canvas.toDataURL('image/png')
  if (whole.length <= longest) return whole
  context.globalCompositeOperation = 'destination-over'
  context.fillStyle = '#fff'
  context.fillRect(0, 0, size, size)
  return canvas.toDataURL('image/jpeg', 0.86)
}
