import { useLocation } from '@solidjs/router'
import { For, type JSX } from 'solid-js'
import { href, paths, screenAt } from './paths.ts'
import { useTexts } from './text.ts'
import { Brand } from './ui/brand.tsx'
import { Icon } from './ui/icon.tsx'

const places = ['wallet', 'stacks', 'add', 'settings'] as const

/** The bar at the foot of a phone, the rail beside everything on a desktop. */
export function Navigation(): JSX.Element {
  const texts = useTexts()
  const location = useLocation()
  const current = () => {
    const screen = screenAt(location.pathname)
    return screen === 'credential' ? 'wallet' : screen
  }
  return (
    <header class="frame no-print">
      <a class="brand" href={href(paths.wallet)} aria-label={texts.ui().name}>
        <Brand />
        <span class="brand-name" aria-hidden="true">
          {texts.ui().name}
        </span>
      </a>
      <nav aria-label={texts.ui().nav.label}>
        <ul class="places">
          <For each={places}>
            {(place) => (
              <li>
                <a
                  class="place"
                  classList={{ raised: place === 'add' }}
                  href={href(paths[place])}
                  aria-current={current() === place ? 'page' : undefined}
                >
                  <span class="place-icon">
                    <Icon name={place} />
                  </span>
                  <span class="place-name">{texts.ui().nav[place]}</span>
                </a>
              </li>
            )}
          </For>
        </ul>
      </nav>
    </header>
  )
}
