import { createResource, createSignal, type JSX, Show } from 'solid-js'
import { type Attempt, done } from '../../../core/problem.ts'
import { loadBackup } from '../../../text/backup.ts'
import type { Working } from '../../backup/make-backup.ts'
import { originals, zipOf } from '../../backup/originals.ts'
import { saveFile } from '../../backup/save-file.ts'
import { createTask } from '../../backup/task.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { Trouble } from '../../trouble.tsx'
import { Button } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'
import { SecretField } from '../../ui/secret-field.tsx'
import { Section } from './section.tsx'
import '../../backup/backup.css'

/** A file with a name. */
interface Named {
  readonly file: Blob
  readonly name: string
  readonly leftOut: number
}

/** Everything in forms that others read: nobody is locked in. */
export function TakeAwaySection(): JSX.Element {
  const { language } = useTexts()
  const { vault, cards, safe } = useServices()
  const [text] = createResource(language, loadBackup)
  const [password, setPassword] = createSignal('')
  const [saved, setSaved] = createSignal<Named | null>(null)
  const task = createTask()
  const isEmpty = () => !cards()?.some(({ example }) => !example)
  const today = () => new Date().toISOString().slice(0, 10)

  async function zip(working: Working): Promise<Attempt<Named>> {
    const found = await originals(vault, working)
    if (!found.ok) return found
    const { sources, leftOut } = found.value
    return done({ file: await zipOf(sources), name: `satchel-${today()}.zip`, leftOut })
  }

  async function wallet(working: Working): Promise<Attempt<Named>> {
    const found = await originals(vault, working)
    if (!found.ok) return found
    const { sources, leftOut } = found.value
    const written = await (await safe()).writeWallet(sources, password() || null)
    if (!written.ok) return written
    const file = new Blob([new Uint8Array(written.value)], { type: 'application/json' })
    return done({ file, name: `satchel-wallet-${today()}.json`, leftOut })
  }

  async function save(make: (working: Working) => Promise<Attempt<Named>>): Promise<void> {
    if (task.isRunning()) return
    setSaved(null)
    const made = await task.run(make)
    if (!made) return
    saveFile(made.file, made.name)
    setSaved(made)
  }

  return (
    <Show when={text.latest?.takeAway}>
      {(words) => (
        <Section title={words().title}>
          <p>{words().lead}</p>
          <Show when={!isEmpty()} fallback={<p class="soft">{words().nothing}</p>}>
            <p class="soft small">{words().zipHint}</p>
            <div class="actions">
              <Button aria-disabled={task.isRunning()} onClick={() => void save(zip)}>
                {words().zip}
              </Button>
            </div>
            <p class="soft small">{words().walletHint}</p>
            <form
              class="backup-form"
              onSubmit={(event) => {
                event.preventDefault()
                void save(wallet)
              }}
            >
              <SecretField
                label={words().passphrase}
                value={password()}
                autocomplete="new-password"
                hint={words().passphraseHint}
                onInput={setPassword}
              />
              <div class="actions">
                <Button type="submit" aria-disabled={task.isRunning()}>
                  {words().wallet}
                </Button>
              </div>
            </form>
          </Show>
          <Show when={task.isRunning() && task.parts()}>
            {(parts) => (
              <Progress value={parts().ready} max={parts().total} words={words().working(parts().ready, parts().total)} />
            )}
          </Show>
          <div role="status">
            <Show when={saved()}>
              {(made) => (
                <p>
                  {words().done(made().name)} {made().leftOut > 0 ? text.latest?.backup.leftOut(made().leftOut) : ''}
                </p>
              )}
            </Show>
            <Show when={task.problem()}>
              {(problem) => (
                <p>
                  <Trouble problem={problem()} />
                </p>
              )}
            </Show>
          </div>
        </Section>
      )}
    </Show>
  )
}
