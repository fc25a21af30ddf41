import type { Viewport } from './viewport.ts'

/** Where each drawing was left, so that coming back from a credential nothing has moved. Gone with the page. */
const left = new Map<string, Viewport>()
const most = 40

export function remember(drawing: string, view: Viewport): void {
  left.delete(drawing)
  left.set(drawing, view)
  const [oldest] = left.keys()
  if (left.size > most && oldest !== undefined) left.delete(oldest)
}

export function remembered(drawing: string): Viewport | undefined {
  return left.get(drawing)
}
