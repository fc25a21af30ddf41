import { type Accessor, createSelector, createSignal, onCleanup } from 'solid-js'
import type { OutlineLine } from './outline-line.ts'

/** What the lines of a tree share: which are open, which one has the keyboard, which are near the window. */
export interface Tree {
  isOpen(key: string): boolean
  setOpen(keys: readonly string[], isOpen: boolean): void
  readonly active: Accessor<string>
  isActive(key: string): boolean
  setActive(key: string): void
  /** Calls back once, when the element comes near the window: pictures are drawn only then. */
  whenNear(element: Element, then: () => void): void
}

/** @param first what is open, and which line has the keyboard, before anybody touched it */
export function createTree(first: { readonly open: readonly string[]; readonly active: string }): Tree {
  const [open, setOpen] = createSignal<ReadonlySet<string>>(new Set(first.open))
  const [active, setActive] = createSignal(first.active)
  return {
    isOpen: (key) => open().has(key),
    setOpen: (keys, isOpen) =>
      setOpen((before) => {
        const after = new Set(before)
        for (const key of keys) {
          if (isOpen) after.add(key)
          else after.delete(key)
        }
        return after
      }),
    active,
    isActive: createSelector(active),
    setActive,
    whenNear: createNearness(),
  }
}

function createNearness(): Tree['whenNear'] {
  const waiting = new Map<Element, () => void>()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue
        observer.unobserve(target)
        waiting.get(target)?.()
        waiting.delete(target)
      }
    },
    { rootMargin: '300px' },
  )
  onCleanup(() => observer.disconnect())
  return (element, then) => {
    waiting.set(element, then)
    observer.observe(element)
  }
}

/** Most lines of one heading that stand open from the start. */
const mostOpen = 60

/** What is open from the start: the achievements and their tiers, but for a long list of what stands alone. */
export function openFirst(lines: readonly OutlineLine[]): readonly string[] {
  const [branch] = lines
  if (!branch) return []
  return [branch.key, ...branch.children().flatMap((group) => (group.children().length <= mostOpen ? [group.key] : []))]
}
