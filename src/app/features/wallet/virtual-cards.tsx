import { useBeforeLeave } from '@solidjs/router'
import { createWindowVirtualizer, type VirtualItem } from '@tanstack/solid-virtual'
import { createEffect, createMemo, createSignal, For, type JSX, on, onCleanup, onMount, untrack } from 'solid-js'
import type { Card, Settings } from '../../../store/types.ts'
import { useTexts } from '../../text.ts'
import { columnsIn, rowOf } from './layout.ts'
import { WalletCard } from './wallet-card.tsx'

/** Least width of a card and the space between, in the reader's own letter size (rem). */
const leastWidth = 10.25
const gap = 0.75
/** Heights to start from, until the rows have been measured (rem). */
const heights = { cards: 15.25, list: 4.5 }

/** How long the width of the list may still change after a credential was opened or closed beside it, in milliseconds. */
const settling = 500

/** Where the list last stood and what its rows measured: coming back to it, the place that was left is the same again. */
let lastGround = { width: 0, top: 0 }
let lastRows: { readonly shape: string; readonly measured: VirtualItem[] } = { shape: '', measured: [] }

/** The cards of the wallet; only those near the window exist, so that thousands are no burden. */
export function VirtualCards(props: {
  readonly cards: readonly Card[]
  readonly layout: Settings['walletLayout']
  readonly beside: boolean
  readonly open: string | null
}): JSX.Element {
  const { ui } = useTexts()
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
  const [ground, setGround] = createSignal(lastGround, { equals: (a, b) => a.width === b.width && a.top === b.top })
  const layout = createMemo(() => props.layout)
  const columns = createMemo(() => (layout() === 'list' ? 1 : columnsIn(ground().width, leastWidth * rem, gap * rem)))
  const shape = () => `${layout()} ${columns()} ${props.cards.length}`
  let list: HTMLDivElement | undefined

  const virtualizer = createWindowVirtualizer<HTMLDivElement>({
    get count() {
      return ground().width === 0 ? 0 : Math.ceil(props.cards.length / columns())
    },
    get gap() {
      return layout() === 'list' ? 0 : gap * rem
    },
    get scrollMargin() {
      return ground().top
    },
    estimateSize: () => heights[layout()] * rem,
    overscan: 3,
    initialMeasurementsCache: untrack(shape) === lastRows.shape ? lastRows.measured : [],
    scrollPaddingStart: 4 * rem,
    scrollPaddingEnd: 2 * rem,
  })

  // Before leaving, not while being taken down: by then there is nothing left to read.
  useBeforeLeave(() => {
    lastRows = { shape: shape(), measured: virtualizer.takeSnapshot() }
  })

  // Another shape of rows: what was measured is void, and rows that happen to keep their size would not say so by themselves.
  createEffect(
    on(
      [columns, layout],
      () => {
        virtualizer.measure()
        queueMicrotask(() => {
          for (const row of list?.querySelectorAll<HTMLDivElement>('.cards-row') ?? []) virtualizer.measureElement(row)
        })
      },
      { defer: true },
    ),
  )
  // Opening a credential beside the list turns cards into a list, closing it turns them back: the card stays in sight.
  let followed = { id: '', until: 0 }
  createEffect(
    on(
      () => [props.open, columns()] as const,
      ([open], before) => {
        const last = before?.[0] ?? null
        if (props.beside && open !== last) followed = { id: open ?? last ?? '', until: performance.now() + settling }
        if (performance.now() > followed.until) return
        requestAnimationFrame(() => {
          const index = props.cards.findIndex(({ id }) => id === followed.id)
          if (index >= 0) virtualizer.scrollToIndex(Math.floor(index / columns()), { align: 'auto' })
        })
      },
    ),
  )
  onMount(() => {
    // What stands above is as wide as the list and decides where it begins. The list itself is not watched: its height
    // changes with every row that is measured.
    const above = list?.previousElementSibling
    if (!above) return
    const observer = new ResizeObserver(() => {
      if (!list) return
      const { width, top } = list.getBoundingClientRect()
      lastGround = { width, top: top + window.scrollY }
      setGround(lastGround)
    })
    observer.observe(above)
    onCleanup(() => observer.disconnect())
  })

  return (
    // biome-ignore lint/a11y/useSemanticElements: the rows between the list and its items allow no ul and li
    <div
      ref={list}
      class={`cards as-${layout()}`}
      role="list"
      aria-label={ui().wallet.list}
      style={{ height: `${virtualizer.getTotalSize()}px`, '--columns': columns() }}
    >
      <For each={virtualizer.getVirtualItems()}>
        {(item) => (
          <div
            class="cards-row"
            role="presentation"
            data-index={item.index}
            ref={(row) => queueMicrotask(() => virtualizer.measureElement(row))}
            style={{ transform: `translateY(${item.start - ground().top}px)` }}
          >
            <For each={rowOf(props.cards, item.index, columns())}>
              {(card, column) => (
                // biome-ignore lint/a11y/useSemanticElements: as above
                <div role="listitem" aria-setsize={props.cards.length} aria-posinset={item.index * columns() + column() + 1}>
                  <WalletCard card={card} layout={layout()} beside={props.beside} isOpen={props.open === card.id} />
                </div>
              )}
            </For>
          </div>
        )}
      </For>
    </div>
  )
}
