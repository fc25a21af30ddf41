import { createSignal, For, type JSX, Show } from 'solid-js'
import { useTexts } from '../text.ts'
import { Icon } from '../ui/icon.tsx'
import type { Link, Phrase } from './phrase.ts'
import type { Line } from './telling.ts'

/** Text of the issuer inside a line of ours: kept apart, so that its direction bends nothing round it. */
export function Words(props: { readonly phrase: Phrase }): JSX.Element {
  return (
    <bdi lang={props.phrase.language} dir={props.phrase.direction}>
      {props.phrase.value}
    </bdi>
  )
}

/** A link to a place of the issuer's: opens apart, and tells that place nothing of ours. */
export function OutsideLink(props: { readonly link: Link; readonly children: JSX.Element }): JSX.Element {
  const { findings } = useTexts()
  return (
    <a class="outside" href={props.link.href} target="_blank" rel="noopener noreferrer">
      {props.children}
      {/* Never on a line of its own: it stays with the last word. */}
      {'\u2060'}
      <Icon name="external" />
      <span class="unseen"> ({findings()?.page.picture.newTab})</span>
    </a>
  )
}

/** Facts as a list of terms; what is personal shows only when it is asked for. */
export function Lines(props: { readonly lines: readonly Line[] }): JSX.Element {
  return (
    <Show when={props.lines.length > 0}>
      <dl class="facts">
        <For each={props.lines}>
          {(line) => (
            <div>
              <dt dir="auto">{line.label}</dt>
              <dd>
                <Show when={line.sensitive} fallback={<LineValue line={line} />}>
                  <Reveal name={line.label}>
                    <LineValue line={line} />
                  </Reveal>
                </Show>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </Show>
  )
}

function LineValue(props: { readonly line: Line }): JSX.Element {
  return (
    <Show when={props.line.link} fallback={<Words phrase={props.line.value} />}>
      {(link) => (
        <OutsideLink link={link()}>
          <Words phrase={props.line.value} />
        </OutsideLink>
      )}
    </Show>
  )
}

/** Hides what is inside until it is asked for; it is not in the page before. */
export function Reveal(props: { readonly name: string; readonly children: JSX.Element }): JSX.Element {
  const { findings } = useTexts()
  const [isShown, setIsShown] = createSignal(false)
  const actions = () => findings()?.page.actions
  return (
    <div class="reveal">
      <Show when={isShown()} fallback={<span class="veiled">••••••</span>}>
        {props.children}
      </Show>
      <button type="button" class="link no-print" aria-expanded={isShown()} onClick={() => setIsShown(!isShown())}>
        {isShown() ? actions()?.hide : actions()?.show}
        <span class="unseen"> {props.name}</span>
      </button>
    </div>
  )
}
