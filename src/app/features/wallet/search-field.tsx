import { type JSX, Show } from 'solid-js'
import { useTexts } from '../../text.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { query, setQuery } from './state.ts'

/** Searches as it is typed into. */
export function SearchField(props: { readonly total: number }): JSX.Element {
  const { ui } = useTexts()
  let input: HTMLInputElement | undefined
  return (
    <search class="search">
      <Icon name="search" />
      <input
        ref={input}
        class="input"
        type="search"
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="search"
        aria-label={ui().wallet.searchLabel}
        placeholder={ui().wallet.search(props.total)}
        value={query()}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <Show when={query() !== ''}>
        <IconButton
          icon="close"
          label={ui().wallet.clearSearch}
          onClick={() => {
            setQuery('')
            input?.focus()
          }}
        />
      </Show>
    </search>
  )
}
