import { createResource, createSignal, type JSX, Match, Show, Switch } from 'solid-js'
import { type BackupText, loadBackup } from '../../../text/backup.ts'
import { placeOf } from '../../backup/device.ts'
import { MakeBackup } from '../../backup/make.tsx'
import { Rehearsal } from '../../backup/rehearsal.tsx'
import { installPrompt } from '../../install-prompt.ts'
import { createMedia } from '../../media.ts'
import { useTexts } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from './section.tsx'
import '../../backup/backup.css'

/** How the app comes to the home screen here, and what that does to what is in this browser. */
export function InstallSection(): JSX.Element {
  const { language } = useTexts()
  const [text] = createResource(language, loadBackup)
  const isStandalone = createMedia('(display-mode: standalone)')
  const [prompt, setPrompt] = createSignal(installPrompt())
  const place = () => placeOf({ isStandalone: isStandalone(), navigator })

  async function install(ask: () => Promise<boolean>): Promise<void> {
    await ask()
    setPrompt(null)
  }

  return (
    <Show when={text.latest}>
      {(all) => (
        <Section title={all().install.title}>
          <Switch>
            <Match when={place() === 'installed'}>
              <p>{all().install.installed}</p>
            </Match>
            <Match when={place() === 'ios'}>
              <OnIos text={all()} />
            </Match>
            <Match when={place() === 'browser'}>
              <p>{all().install.lead}</p>
              <Show when={prompt()} fallback={<p class="soft">{all().install.byMenu}</p>}>
                {(ask) => (
                  <div class="actions">
                    <Button onClick={() => void install(ask())}>{all().install.go}</Button>
                  </div>
                )}
              </Show>
            </Match>
          </Switch>
        </Section>
      )}
    </Show>
  )
}

function OnIos(props: { readonly text: BackupText }): JSX.Element {
  const [doing, setDoing] = createSignal<'nothing' | 'make' | 'try'>('nothing')
  const words = () => props.text.install
  return (
    <>
      <p>{words().lead}</p>
      <p>{words().iosEmpty}</p>
      <p class="soft">{words().ios}</p>
      <div class="actions">
        <Button aria-expanded={doing() !== 'nothing'} onClick={() => setDoing('make')}>
          {words().iosMove}
        </Button>
      </div>
      <Switch>
        <Match when={doing() === 'make'}>
          <MakeBackup text={props.text} onTry={() => setDoing('try')} />
        </Match>
        <Match when={doing() === 'try'}>
          <Rehearsal text={props.text} />
        </Match>
      </Switch>
    </>
  )
}
