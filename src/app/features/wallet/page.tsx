import { useLocation } from '@solidjs/router'
import { type JSX, Match, Show, Suspense, Switch } from 'solid-js'
import { besideQuery, createMedia } from '../../media.ts'
import { href, paths, screenAt } from '../../paths.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { Icon } from '../../ui/icon.tsx'
import { FirstRun } from './first-run.tsx'
import { WalletList } from './wallet-list.tsx'
import '../../ui/facets.css'
import './wallet.css'

/** The wallet, with the credential that is open beside it where there is room, in its place where there is not. */
export default function WalletPage(props: { readonly children?: JSX.Element }): JSX.Element {
  const { ui } = useTexts()
  const { cards, damaged } = useServices()
  const location = useLocation()
  const beside = createMedia(besideQuery)
  const isOpen = () => screenAt(location.pathname) === 'credential'
  const isEmpty = () => cards()?.length === 0 && damaged().length === 0
  return (
    <div class="wallet" classList={{ split: isOpen() && !isEmpty() && beside() }}>
      <Show when={!isOpen() || (beside() && !isEmpty())}>
        <div class="page wallet-side">
          <Switch>
            <Match when={isEmpty()}>
              <FirstRun />
            </Match>
            <Match when={cards()}>
              {(all) => <WalletList cards={all()} beside={beside()} open={isOpen() ? String(location.query.id ?? '') : null} />}
            </Match>
          </Switch>
        </div>
      </Show>
      <Show when={isOpen()}>
        <section class="detail" id="detail" tabindex="-1" aria-label={ui().titles.credential}>
          <Show when={beside() && !isEmpty()}>
            <a
              class="button icon quiet detail-close no-print"
              href={href(paths.wallet)}
              noScroll
              aria-label={ui().close}
              title={ui().close}
            >
              <Icon name="close" />
            </a>
          </Show>
          <Suspense fallback={<p class="waiting soft">{ui().loading}</p>}>{props.children}</Suspense>
        </section>
      </Show>
    </div>
  )
}
