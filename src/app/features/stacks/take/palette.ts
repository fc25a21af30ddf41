import { families } from './draw-things.ts'
import type { Measure, Palette } from './types.ts'

/** The colours of the look as they are just now, or as they are on white paper. */
export function readPalette(appearance: 'current' | 'paper'): Palette {
  const probe = document.createElement('span')
  probe.hidden = true
  if (appearance === 'paper') probe.style.colorScheme = 'light'
  document.body.append(probe)
  const read = (name: keyof Palette) => {
    probe.style.color = `var(--${name})`
    return getComputedStyle(probe).color
  }
  const palette: Palette = {
    paper: appearance === 'paper' ? '#fff' : read('paper'),
    card: read('card'),
    sunken: read('sunken'),
    ink: read('ink'),
    'ink-soft': read('ink-soft'),
    hairline: read('hairline'),
    edge: read('edge'),
    leaf: read('leaf'),
    amber: read('amber'),
    rust: read('rust'),
    slate: read('slate'),
    'leaf-wash': read('leaf-wash'),
    'amber-wash': read('amber-wash'),
    'art-lagoon': read('art-lagoon'),
    'art-iris': read('art-iris'),
    'art-moss': read('art-moss'),
    'art-plum': read('art-plum'),
    'art-rose': read('art-rose'),
    'art-clay': read('art-clay'),
    'art-dusk': read('art-dusk'),
    'art-heather': read('art-heather'),
    'art-straw': read('art-straw'),
  }
  probe.remove()
  return palette
}

/** How wide texts are in the letters of this device, remembered. */
export function createMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d')
  const known = new Map<string, number>()
  return (text, { family, size, weight }) => {
    const font = `${weight} ${size}px ${families[family]}`
    const key = `${font} ${text}`
    const width = known.get(key) ?? measured(context, font, text, size)
    known.set(key, width)
    return width
  }
}

function measured(context: CanvasRenderingContext2D | null, font: string, text: string, size: number): number {
  if (context === null) return text.length * size * 0.55
  context.font = font
  return context.measureText(text).width
}
