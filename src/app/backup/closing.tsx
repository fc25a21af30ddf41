import { createResource, createSignal, type JSX, Match, Show, Switch } from 'solid-js'
import type { BackupText } from '../../text/backup.ts'
import { loadSecurity } from '../../text/security.ts'
import { NewPassphrase } from '../secure/new-passphrase.tsx'
import { useServices } from '../services.ts'
import { useTexts } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { SecretField } from '../ui/secret-field.tsx'
import { fileKey, opensWallet } from './closing-key.ts'

/** Asks what the backup is to be closed with: what opens the wallet, or a passphrase for this file alone. */
export function Closing(props: { readonly words: BackupText['close']; readonly onChosen: (key: string) => void }): JSX.Element {
  const { language } = useTexts()
  const { vault } = useServices()
  const [security] = createResource(language, loadSecurity)
  const [state, setState] = createSignal<'asking' | 'checking' | 'fresh'>(vault.isSecured() ? 'asking' : 'fresh')
  const [typed, setTyped] = createSignal('')

  async function check(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (fileKey(typed()) === '' || state() !== 'asking') return
    setState('checking')
    if (await opensWallet(vault, typed())) props.onChosen(fileKey(typed()))
    else setState('fresh')
  }

  return (
    <Switch>
      <Match when={state() === 'fresh'}>
        <p role="status">{vault.isSecured() ? props.words.other : ''}</p>
        <p>{props.words.freshHint}</p>
        <Show when={security.latest}>
          {(text) => (
            <NewPassphrase
              text={text()}
              labels={props.words}
              first={typed()}
              onChosen={(passphrase) => props.onChosen(fileKey(passphrase))}
            />
          )}
        </Show>
      </Match>
      <Match when={state() !== 'fresh'}>
        <form class="backup-form" onSubmit={(event) => void check(event)}>
          <SecretField
            label={props.words.known}
            value={typed()}
            autocomplete="current-password"
            hint={state() === 'checking' ? props.words.checking : props.words.knownHint}
            onInput={setTyped}
          />
          <div class="actions">
            <Button type="submit" tone="primary" disabled={fileKey(typed()) === '' || state() === 'checking'}>
              {props.words.go}
            </Button>
          </div>
        </form>
      </Match>
    </Switch>
  )
}
