import { folded } from '../../../core/stack/keys.ts'
import type { Tree } from './outline-tree.ts'

/** What is typed within this many milliseconds of each other is one word. */
const pause = 600

/** What a tree is told by the keyboard (WAI-ARIA, tree view). */
export interface TreeKeys {
  readonly root: () => HTMLElement | undefined
  readonly tree: Tree
  /** Enter or a blank on a line. */
  readonly act: (key: string) => void
}

/** Answers the keys of a tree. Lines are found as they stand on the page: what is closed is not there. */
export function createTreeKeys({ root, tree, act }: TreeKeys): (event: KeyboardEvent) => void {
  let typed = ''
  let typedAt = 0

  const all = () => [...(root()?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? [])]

  function go(item: HTMLElement | null | undefined): void {
    if (!item) return
    tree.setActive(keyOf(item))
    item.focus()
  }

  function step(item: HTMLElement, by: number): void {
    const items = all()
    go(items[items.indexOf(item) + by])
  }

  function inward(item: HTMLElement): void {
    if (item.ariaExpanded === 'false') tree.setOpen([keyOf(item)], true)
    else if (item.ariaExpanded === 'true') step(item, 1)
  }

  function outward(item: HTMLElement): void {
    if (item.ariaExpanded === 'true') return tree.setOpen([keyOf(item)], false)
    const items = all()
    go(items.slice(0, items.indexOf(item)).findLast((above) => levelOf(above) < levelOf(item)))
  }

  /** Opens every line of its level that lies under the same one. */
  function openBeside(item: HTMLElement): void {
    const [items, level] = [all(), levelOf(item)]
    const place = items.indexOf(item)
    const isHigher = (other: HTMLElement) => levelOf(other) < level
    const end = items.findIndex((other, index) => index > place && isHigher(other))
    const begin = items.findLastIndex((other, index) => index < place && isHigher(other))
    const beside = items.slice(begin + 1, end < 0 ? undefined : end).filter((other) => levelOf(other) === level)
    tree.setOpen(
      beside.filter(({ ariaExpanded, dataset }) => ariaExpanded === 'false' && dataset['kind'] !== 'more').map(keyOf),
      true,
    )
  }

  function type(item: HTMLElement, letter: string, at: number): void {
    typed = at - typedAt < pause ? typed + letter : letter
    typedAt = at
    const items = all()
    const place = items.indexOf(item)
    // One letter goes on to the next line; more of a word may still mean this one.
    const from = typed.length === 1 ? place + 1 : place
    const inTurn = [...items.slice(from), ...items.slice(0, from)]
    go(inTurn.find((each) => folded(each.dataset['title'] ?? '').startsWith(folded(typed))))
  }

  function answer(item: HTMLElement, event: KeyboardEvent): boolean {
    const isTurned = getComputedStyle(item).direction === 'rtl'
    switch (event.key) {
      case 'ArrowDown':
        step(item, 1)
        return true
      case 'ArrowUp':
        step(item, -1)
        return true
      case 'ArrowRight':
      case 'ArrowLeft':
        if ((event.key === 'ArrowRight') === isTurned) outward(item)
        else inward(item)
        return true
      case 'Home':
        go(all()[0])
        return true
      case 'End':
        go(all().at(-1))
        return true
      case 'Enter':
      case ' ':
        act(keyOf(item))
        return true
      case '*':
        openBeside(item)
        return true
      default:
        if (event.key.length !== 1) return false
        type(item, event.key, event.timeStamp)
        return true
    }
  }

  return (event) => {
    const { target } = event
    // A link in a line answers for itself.
    if (!(target instanceof HTMLElement) || target.getAttribute('role') !== 'treeitem') return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (answer(target, event)) event.preventDefault()
  }
}

function keyOf(item: HTMLElement): string {
  return item.dataset['key'] ?? ''
}

function levelOf(item: HTMLElement): number {
  return Number(item.ariaLevel)
}
