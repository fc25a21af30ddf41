import { createMemo, createSignal, type JSX, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import type { Card } from '../../../store/types.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Chips } from './chips.tsx'
import { ExamplesBanner } from './examples-banner.tsx'
import { FewCards, mostDrawnWhole } from './few-cards.tsx'
import { FilterDialog } from './filter-dialog.tsx'
import { SearchField } from './search-field.tsx'
import { filters, lookAtAll, query, setFilters } from './state.ts'
import { Toolbar } from './toolbar.tsx'
import { narrow, needsAttention, noFilters, search, sorted } from './wallet.view.ts'

const Damaged = lazy(() => import('../../damaged.tsx'))
const BackupReminder = lazy(() => import('../../backup/reminder.tsx'))
const SecureSuggestion = lazy(() => import('./secure-suggestion.tsx'))
const VirtualCards = lazy(async () => ({ default: (await import('./virtual-cards.tsx')).VirtualCards }))

/** Everything that is in the wallet, or as much of it as was asked for. */
export function WalletList(props: {
  readonly cards: readonly Card[]
  readonly beside: boolean
  readonly open: string | null
}): JSX.Element {
  const { ui, formats } = useTexts()
  const { settings, damaged } = useServices()
  const [filtering, setFiltering] = createSignal(false)
  const inOrder = createMemo(() => sorted(props.cards, settings().walletSort, formats().locale))
  const narrowed = createMemo(() => narrow(inOrder(), filters()))
  const found = createMemo(() => search(narrowed(), query()))
  const attention = createMemo(() => props.cards.filter(needsAttention).length)
  const isAttentionShown = () => filters().attention.length > 0
  const layout = () => (props.open === null ? settings().walletLayout : 'list')
  return (
    <>
      <div class="wallet-head">
        <PageTitle>{ui().titles.wallet}</PageTitle>
        <SearchField total={props.cards.length} />
        <Chips cards={props.cards} onFilter={() => setFiltering(true)} />
        <Show when={damaged().length > 0}>
          <Suspense>
            <Damaged />
          </Suspense>
        </Show>
        <Show when={attention() > 0 && !isAttentionShown()}>
          <Banner
            tone="amber"
            actions={
              <Button onClick={() => setFilters({ ...noFilters, attention: ['yes'] })}>{ui().wallet.attentionShow}</Button>
            }
          >
            {ui().wallet.attention(attention())}
          </Banner>
        </Show>
        <ExamplesBanner cards={props.cards} />
        <Show when={props.cards.some(({ example }) => !example)}>
          <Suspense>
            <SecureSuggestion cards={props.cards} />
          </Suspense>
          <Suspense>
            <BackupReminder cards={props.cards} />
          </Suspense>
        </Show>
        <Toolbar found={found().length} layout={layout()} isLayoutFixed={props.open !== null} />
      </div>
      <Switch>
        <Match when={found().length > 0 && props.cards.length > mostDrawnWhole}>
          <Suspense>
            <VirtualCards cards={found()} layout={layout()} beside={props.beside} open={props.open} />
          </Suspense>
        </Match>
        <Match when={found().length > 0}>
          <FewCards cards={found()} layout={layout()} beside={props.beside} open={props.open} />
        </Match>
        <Match when={props.cards.length > 0}>
          <div class="nothing-found">
            <h2 class="serif">{ui().wallet.nothingFound}</h2>
            <p class="soft">{narrowed().length > 0 ? ui().wallet.nothingFoundHint : ui().wallet.nothingFiltered}</p>
            <Button onClick={lookAtAll}>{ui().wallet.clearAll}</Button>
          </div>
        </Match>
      </Switch>
      <FilterDialog cards={props.cards} found={found().length} open={filtering()} onClose={() => setFiltering(false)} />
    </>
  )
}
