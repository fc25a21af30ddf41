import { createSignal, type JSX, Show } from 'solid-js'
import type { BackupText } from '../../text/backup.ts'
import type { OpenedBackup } from '../../worker/safe-types.ts'
import { useServices } from '../services.ts'
import { useTexts } from '../text.ts'
import { Trouble } from '../trouble.tsx'
import { Button } from '../ui/button.tsx'
import { SecretField } from '../ui/secret-field.tsx'
import { fileKey } from './closing-key.ts'
import { createTask } from './task.ts'

/** Asks for a backup file and what opens it; nothing is changed by it. */
export function Opening(props: {
  readonly text: BackupText
  readonly file: File | null
  readonly onOpen: (opened: OpenedBackup) => void
}): JSX.Element {
  const { formats } = useTexts()
  const services = useServices()
  const task = createTask()
  const [file, setFile] = createSignal(props.file)
  const [typed, setTyped] = createSignal('')
  const problem = () => (task.problem()?.code === 'cancelled' ? null : task.problem())

  async function open(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const chosen = file()
    if (!chosen || fileKey(typed()) === '' || task.isRunning()) return
    const safe = await services.safe()
    const opened = await task.run(({ signal }) =>
      safe.openBackup(chosen, { kind: 'passphrase', passphrase: fileKey(typed()) }, signal),
    )
    if (opened) props.onOpen(opened)
  }

  return (
    <form class="backup-form" onSubmit={(event) => void open(event)}>
      <ChooseFile label={file() ? props.text.restore.otherFile : props.text.restore.choose} isMain={!file()} onChoose={setFile} />
      <Show when={file()}>
        {(chosen) => (
          <>
            <p class="backup-file">
              <bdi>{props.text.restore.chosen(chosen().name, formats().bytes(chosen().size))}</bdi>
            </p>
            <SecretField
              label={props.text.restore.key}
              value={typed()}
              autocomplete="off"
              hint={problem() ? <Trouble problem={problem()} /> : props.text.restore.keyHint}
              isWrong={problem() !== null}
              onInput={setTyped}
            />
            <div class="actions">
              <Show when={!task.isRunning()} fallback={<Button onClick={() => task.stop()}>{props.text.restore.stop}</Button>}>
                <Button type="submit" tone="primary" disabled={fileKey(typed()) === ''}>
                  {props.text.restore.open}
                </Button>
              </Show>
            </div>
            <p class="soft small" role="status">
              {task.isRunning() ? props.text.restore.opening : ''}
            </p>
          </>
        )}
      </Show>
    </form>
  )
}

function ChooseFile(props: {
  readonly label: string
  readonly isMain: boolean
  readonly onChoose: (file: File) => void
}): JSX.Element {
  let input: HTMLInputElement | undefined
  return (
    <div class="actions">
      <Button tone={props.isMain ? 'primary' : 'quiet'} icon="file" onClick={() => input?.click()}>
        {props.label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={props.label}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          // The same file can be chosen again.
          event.currentTarget.value = ''
          if (file) props.onChoose(file)
        }}
      />
    </div>
  )
}
