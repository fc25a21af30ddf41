import { createMemo, For, type JSX, lazy, Show } from 'solid-js'
import type { KeptList } from '../../../store/types.ts'
import type { TrustText } from '../../../text/trust.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import type { Trust } from '../../trust.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { aboutList } from './trust.view.ts'

const ProblemWords = lazy(() => import('../../problem-words.tsx'))

interface ListsProps {
  readonly trust: Trust
  readonly text: TrustText
}

/** The lists that were added: what each is, and a switch, a new reading and a way out for each. */
export function KeptLists(props: ListsProps): JSX.Element {
  const ids = createMemo(() => props.trust.kept().lists.map(({ id }) => id), undefined, { equals: sameIds })
  return (
    <>
      <h3>{props.text.lists}</h3>
      <Show when={ids().length > 0} fallback={<p class="soft">{props.text.noLists}</p>}>
        <ul class="trust-rows">
          {/* By id, so that what has the focus stays when its list was read again. */}
          <For each={ids()}>
            {(id) => (
              <Show when={props.trust.kept().lists.find((list) => list.id === id)}>
                {(kept) => <ListRow kept={kept()} trust={props.trust} text={props.text} />}
              </Show>
            )}
          </For>
        </ul>
      </Show>
    </>
  )
}

function sameIds(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index])
}

function ListRow(props: ListsProps & { readonly kept: KeptList }): JSX.Element {
  const { formats } = useTexts()
  const { cards } = useServices()
  const name = () => props.kept.origin.name
  const isBusy = () => props.trust.busy().has(props.kept.id)
  const issuers = createMemo(() => [...new Set((cards() ?? []).map(({ issuerId }) => issuerId))])

  async function remove(): Promise<void> {
    const { kept, trust, text } = props
    await trust.removeList(kept.id)
    showToast({ words: text.removed(kept.origin.name) })
  }

  return (
    <li class="trust-row">
      <div class="trust-words">
        <p class="trust-name">
          <bdi>{name()}</bdi>
          <Show when={props.kept.origin.kind === 'test'}>
            <span class="trust-mark">{props.text.forTests}</span>
          </Show>
        </p>
        <p class="soft small">{aboutList(props.kept, issuers(), props.text, formats(), new Date()).join(' · ')}</p>
        <Show when={props.kept.origin.kind === 'test'}>
          <p class="soft small">{props.text.testWords}</p>
        </Show>
        <Show when={props.kept.trouble}>
          {(trouble) => (
            <p class="trust-trouble small">
              {props.text.tried(formats().dateTime(props.kept.triedAt))} <ProblemWords problem={trouble()} />
            </p>
          )}
        </Show>
      </div>
      <div class="trust-actions">
        <label class="chip" classList={{ on: props.kept.isOn }}>
          <input
            class="unseen"
            type="checkbox"
            aria-label={`${props.text.use}: ${name()}`}
            checked={props.kept.isOn}
            onChange={(event) => void props.trust.switchList(props.kept.id, event.currentTarget.checked)}
          />
          <Show when={props.kept.isOn}>
            <Icon name="check" />
          </Show>
          {props.text.use}
        </label>
        <Show when={props.kept.origin.url !== ''}>
          <Button
            tone="quiet"
            aria-disabled={isBusy()}
            aria-label={`${isBusy() ? props.text.reading : props.text.readAgain} ${name()}`}
            onClick={() => isBusy() || void props.trust.refresh(props.kept.id)}
          >
            {isBusy() ? props.text.reading : props.text.readAgain}
          </Button>
        </Show>
        <Button tone="quiet" aria-label={`${props.text.remove} ${name()}`} onClick={() => void remove()}>
          {props.text.remove}
        </Button>
      </div>
    </li>
  )
}
