import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import type { Settings } from '../../../store/types.ts'
import { loadSecurity, type SecurityText } from '../../../text/security.ts'
import { href, paths } from '../../paths.ts'
import { ChangeWay } from '../../secure/change.tsx'
import { type Change, titleOf } from '../../secure/change.view.ts'
import { createIsSecured, createMethods } from '../../secure/methods.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Choice } from './general.tsx'
import { Section } from './section.tsx'
import { SecurityWays } from './security-ways.tsx'
import '../../secure/secure.css'
import './trust.css'

/** Minutes to choose from; 0 for never. */
const lockTimes: readonly Settings['lockAfter'][] = [1, 5, 15, 60, 0]

/** What opens the wallet, when it locks, and what protects what. */
export function SecuritySection(): JSX.Element {
  const { language } = useTexts()
  const isSecured = createIsSecured(useServices())
  const [text] = createResource(language, loadSecurity)
  return (
    <Show when={text.latest}>
      {(words) => (
        <Section title={words().settings.title}>
          <Show when={isSecured()} fallback={<Unguarded text={words()} />}>
            <Guarded text={words()} />
          </Show>
        </Section>
      )}
    </Show>
  )
}

function Unguarded(props: { readonly text: SecurityText }): JSX.Element {
  return (
    <>
      <p>{props.text.settings.open}</p>
      <div class="actions">
        <ButtonLink tone="primary" icon="lock" href={href(paths.secure)}>
          {props.text.settings.begin}
        </ButtonLink>
      </div>
    </>
  )
}

function Guarded(props: { readonly text: SecurityText }): JSX.Element {
  const services = useServices()
  const methods = createMethods(services)
  const [change, setChange] = createSignal<Change | null>(null)
  const words = () => props.text.settings
  const leave = () => void setChange(null)
  return (
    <>
      <p>{words().guarded}</p>
      <Show when={methods()}>
        {(there) => (
          <>
            <SecurityWays methods={there()} text={props.text} onChange={setChange} />
            <Dialog open={change() !== null} title={titleOf(change() ?? { kind: 'rotate' }, props.text)} onClose={leave}>
              <Show when={change()} keyed>
                {(wanted) => <ChangeWay change={wanted} methods={there()} text={props.text} onEnd={leave} />}
              </Show>
              <div class="actions">
                <Button onClick={leave}>{useTexts().ui().cancel}</Button>
              </div>
            </Dialog>
          </>
        )}
      </Show>
      <Locking text={words()} />
      <h3>{words().protects}</h3>
      <ul class="leaves">
        <For each={words().protectsWords}>{(line) => <li>{line}</li>}</For>
      </ul>
    </>
  )
}

function Locking(props: { readonly text: SecurityText['settings'] }): JSX.Element {
  const { settings, changeSettings } = useServices()
  const names = () => Object.fromEntries(lockTimes.map((minutes) => [minutes, props.text.minutes(minutes)]))
  return (
    <>
      <Choice
        label={props.text.lockAfter}
        options={lockTimes.map(String)}
        names={names()}
        chosen={String(settings().lockAfter)}
        onChoose={(minutes) => void changeSettings({ lockAfter: Number(minutes) })}
      />
      <p class="soft small">{props.text.lockLast}</p>
      <div class="choice">
        <div class="chips">
          <label class="chip" classList={{ on: settings().isHiddenWhenAway }}>
            <input
              class="unseen"
              type="checkbox"
              checked={settings().isHiddenWhenAway}
              onChange={(event) => void changeSettings({ isHiddenWhenAway: event.currentTarget.checked })}
            />
            <Show when={settings().isHiddenWhenAway}>
              <Icon name="check" />
            </Show>
            {props.text.hide}
          </label>
        </div>
      </div>
      <p class="soft small">{props.text.hideWords}</p>
    </>
  )
}
