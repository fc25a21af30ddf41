import { createResource, createSignal, createUniqueId, For, Index, type JSX, Show } from 'solid-js'
import type { MethodInfo } from '../../../store/types.ts'
import type { SecurityText } from '../../../text/security.ts'
import { type Change, changeFor, nameOf, titleOf } from '../../secure/change.view.ts'
import { canMakePasskeys } from '../../secure/new-passkey.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toasts.tsx'

interface WaysProps {
  readonly methods: readonly MethodInfo[]
  readonly text: SecurityText
  readonly onChange: (change: Change) => void
}

/** The ways into the wallet, one row each, and what can be done about them. */
export function SecurityWays(props: WaysProps): JSX.Element {
  const [canUsePasskeys] = createResource(canMakePasskeys)
  const changes = (): readonly Change[] => [
    ...(canUsePasskeys.latest ? [changeFor('passkey', props.methods)] : []),
    changeFor('passphrase', props.methods),
    changeFor('recovery', props.methods),
    { kind: 'rotate' },
  ]
  const label = (change: Change) => (change.kind === 'rotate' ? props.text.settings.locks : titleOf(change, props.text))
  return (
    <>
      <ul class="trust-rows">
        <For each={props.methods}>{(info) => <WayRow {...props} info={info} />}</For>
      </ul>
      <div class="actions">
        {/* By place: the focus comes back to the button that was pressed, also when it has another label by then. */}
        <Index each={changes()}>{(change) => <Button onClick={() => props.onChange(change())}>{label(change())}</Button>}</Index>
      </div>
    </>
  )
}

interface RowProps extends WaysProps {
  readonly info: MethodInfo
}

function WayRow(props: RowProps): JSX.Element {
  const { formats } = useTexts()
  const id = createUniqueId()
  const [isNaming, setIsNaming] = createSignal(false)
  const words = () => props.text.settings
  const name = () => nameOf(props.info, props.text)
  const isLast = () => props.methods.length === 1
  const kind = () => (name() === props.text.kinds[props.info.method] ? '' : `${props.text.kinds[props.info.method]} · `)
  return (
    <li class="trust-row">
      <Show when={!isNaming()} fallback={<NameForm info={props.info} text={props.text} onEnd={() => setIsNaming(false)} />}>
        <div class="trust-words">
          <p class="trust-name">
            <bdi>{name()}</bdi>
          </p>
          <p class="soft small">
            {kind()}
            {words().since(formats().date(props.info.addedAt))}
          </p>
          <Show when={isLast()}>
            <p class="soft small" id={id}>
              {words().last}
            </p>
          </Show>
        </div>
        <div class="trust-actions">
          <Button tone="quiet" aria-label={words().renameNamed(name())} onClick={() => setIsNaming(true)}>
            {words().rename}
          </Button>
          <Button
            tone="quiet"
            aria-label={words().removeNamed(name())}
            aria-disabled={isLast()}
            aria-describedby={isLast() ? id : undefined}
            onClick={() => isLast() || props.onChange({ kind: 'remove', id: props.info.id, name: name() })}
          >
            {words().remove}
          </Button>
        </div>
      </Show>
    </li>
  )
}

/** Longest name of a way, in characters. */
const longest = 80

function NameForm(props: { readonly info: MethodInfo; readonly text: SecurityText; readonly onEnd: () => void }): JSX.Element {
  const { ui } = useTexts()
  const { vault, tell } = useServices()
  const id = createUniqueId()
  const [typed, setTyped] = createSignal(nameOf(props.info, props.text))

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { info, text, onEnd } = props
    const name = typed().trim()
    // Nothing typed, or the kind's own word: it is called by its kind, in whatever language.
    const kept = name === text.kinds[info.method] ? '' : name
    const renamed = await vault.security.rename(info.id, kept)
    if (!renamed.ok) return tell(renamed.problem)
    showToast({ words: text.settings.renamed(kept || text.kinds[info.method]) })
    onEnd()
  }

  return (
    <form class="trust-own" onSubmit={(event) => void save(event)}>
      <div class="field">
        <label class="label" for={id}>
          {props.text.settings.name}
        </label>
        <input
          class="input"
          id={id}
          ref={(input) => requestAnimationFrame(() => input.select())}
          type="text"
          autocomplete="off"
          maxlength={longest}
          value={typed()}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <div class="actions">
        <Button type="submit">{props.text.settings.save}</Button>
        <Button tone="quiet" onClick={() => props.onEnd()}>
          {ui().cancel}
        </Button>
      </div>
    </form>
  )
}
