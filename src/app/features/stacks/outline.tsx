import { createEffect, createMemo, createSignal, createUniqueId, For, type JSX, on, Show, untrack } from 'solid-js'
import { Icon } from '../../ui/icon.tsx'
import { useStacks } from './context.ts'
import { isEverything, outlineOf } from './outline.view.ts'
import { createTreeKeys } from './outline-keys.ts'
import type { OutlineLine } from './outline-line.ts'
import { LineLink, LineMark, LineText } from './outline-parts.tsx'
import { createTree, openFirst, type Tree } from './outline-tree.ts'
import './outline.css'

/** Most lines under one heading that are made at once. */
const atOnce = 100

/** The same as the drawings, as a tree of words: everything they say, with who says so. */
export function Outline(): JSX.Element {
  const { state, telling } = useStacks()
  const lines = createMemo(() => {
    const stacked = state.stacked()
    if (!stacked) return []
    return outlineOf({ stacked, shown: state.shown(), kept: state.kept(), isWhole: isEverything(state), telling: telling() })
  })
  return (
    <Show when={lines().length > 0} fallback={<p class="soft">{telling().words.outline.empty}</p>}>
      <OutlineTree lines={lines()} />
    </Show>
  )
}

function OutlineTree(props: { readonly lines: readonly OutlineLine[] }): JSX.Element {
  const { state, telling } = useStacks()
  const first = untrack(() => props.lines)
  const tree = createTree({ open: openFirst(first), active: first[0]?.key ?? '' })
  const hint = createUniqueId()
  let root: HTMLDivElement | undefined
  let hasFocus = false

  const itemOf = (key: string) => root?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
  function act(key: string): void {
    const item = itemOf(key)
    const node = item?.dataset['node']
    if (node !== undefined) state.select(node)
    else if (item?.hasAttribute('aria-expanded')) tree.setOpen([key], !tree.isOpen(key))
  }
  function press(event: MouseEvent & { readonly target: Element }): void {
    const item = event.target.closest<HTMLElement>('[role=treeitem]')
    const key = item?.dataset['key']
    if (!item || key === undefined || event.target.closest('a')) return
    tree.setActive(key)
    item.focus({ preventScroll: true })
    if (event.target.closest('.outline-twist')) tree.setOpen([key], !tree.isOpen(key))
    else act(key)
  }
  createEffect(
    on(
      () => props.lines,
      (lines) => {
        // Lines are made anew when the graph changes: the keyboard stays where it was, or goes back to the beginning.
        if (!itemOf(tree.active())) tree.setActive(lines[0]?.key ?? '')
        if (hasFocus && document.activeElement === document.body) itemOf(tree.active())?.focus({ preventScroll: true })
      },
      { defer: true },
    ),
  )
  return (
    <>
      <p id={hint} class="outline-hint soft small no-print">
        {telling().words.outline.hint}
      </p>
      <div
        ref={root}
        role="tree"
        class="outline"
        aria-label={telling().words.outline.label}
        aria-describedby={hint}
        onKeyDown={createTreeKeys({ root: () => root, tree, act })}
        onClick={press}
        onFocusIn={() => {
          hasFocus = true
        }}
        onFocusOut={({ relatedTarget }) => {
          hasFocus = relatedTarget === null || (relatedTarget instanceof Node && root?.contains(relatedTarget) === true)
        }}
      >
        <Lines lines={props.lines} level={1} tree={tree} parent="" />
      </div>
    </>
  )
}

interface LinesProps {
  readonly lines: readonly OutlineLine[]
  readonly level: number
  readonly tree: Tree
  readonly parent: string
}

/** The lines of one level; of very many the first, and a line that brings more. */
function Lines(props: LinesProps): JSX.Element {
  const [most, setMost] = createSignal(atOnce)
  const key = () => `${props.parent}/more/${most()}`
  createEffect(() => {
    if (!props.tree.isOpen(key())) return
    const next = props.lines[untrack(most)]?.key ?? ''
    setMost((before) => before + atOnce)
    props.tree.setActive(next)
    queueMicrotask(() => document.querySelector<HTMLElement>(`[data-key="${CSS.escape(next)}"]`)?.focus())
  })
  return (
    <>
      <For each={props.lines.slice(0, most())}>
        {(line, index) => (
          <Line line={line} level={props.level} position={index() + 1} size={props.lines.length} tree={props.tree} />
        )}
      </For>
      <Show when={props.lines.length > most()}>
        <More {...props} place={most() + 1} key={key()} />
      </Show>
    </>
  )
}

function More(props: LinesProps & { readonly place: number; readonly key: string }): JSX.Element {
  const { telling } = useStacks()
  return (
    <div
      role="treeitem"
      class="outline-line"
      data-kind="more"
      data-key={props.key}
      aria-level={props.level}
      aria-setsize={props.lines.length}
      aria-posinset={props.place}
      aria-expanded={false}
      tabIndex={props.tree.isActive(props.key) ? 0 : -1}
      style={{ '--level': props.level }}
    >
      <span class="outline-twist">
        <Icon name="add" />
      </span>
      {telling().words.outline.more(props.lines.length - props.place + 1)}
    </div>
  )
}

/** A line, and after it the lines below it while it is open: what belongs where is said by their levels. */
function Line(props: {
  readonly line: OutlineLine
  readonly level: number
  readonly position: number
  readonly size: number
  readonly tree: Tree
}): JSX.Element {
  const { state } = useStacks()
  const words = createMemo(() => props.line.words())
  const node = () => props.line.node?.id
  const isOpen = createMemo(() => props.line.hasChildren && props.tree.isOpen(props.line.key))
  return (
    <>
      <div
        role="treeitem"
        class="outline-line"
        data-kind={props.line.kind}
        data-key={props.line.key}
        data-node={node()}
        data-title={words().title.value}
        aria-level={props.level}
        aria-setsize={props.size}
        aria-posinset={props.position}
        aria-expanded={props.line.hasChildren ? isOpen() : undefined}
        aria-selected={node() === undefined ? undefined : state.selected() === node()}
        aria-label={words().label}
        tabIndex={props.tree.isActive(props.line.key) ? 0 : -1}
        style={{ '--level': props.level }}
      >
        <Show when={props.line.hasChildren} fallback={<span class="outline-leaf" />}>
          <span class="outline-twist">
            <Icon name="forward" />
          </span>
        </Show>
        <LineMark line={props.line} tree={props.tree} />
        <LineText line={props.line} />
        <Show when={props.line.award}>{(award) => <LineLink award={award()} line={props.line} tree={props.tree} />}</Show>
      </div>
      <Show when={isOpen()}>
        <Lines lines={props.line.children()} level={props.level + 1} tree={props.tree} parent={props.line.key} />
      </Show>
    </>
  )
}
