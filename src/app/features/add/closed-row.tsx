import { useNavigate } from '@solidjs/router'
import { createResource, createSignal, type JSX, Show } from 'solid-js'
import { type BackupText, loadBackup } from '../../../text/backup.ts'
import { giveBackup } from '../../backup/given.ts'
import { createTask } from '../../backup/task.ts'
import { useGive } from '../../give.ts'
import { paths } from '../../paths.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { Trouble } from '../../trouble.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SecretField } from '../../ui/secret-field.tsx'
import '../../backup/backup.css'

interface ClosedProps {
  readonly what: 'backup' | 'wallet'
  readonly file: File
  readonly name: string
}

/** A line for what is closed: the way to where a backup is opened, or the field for the password of another program's wallet. */
export default function ClosedRow(props: ClosedProps): JSX.Element {
  const { language } = useTexts()
  const [text] = createResource(language, loadBackup)
  const navigate = useNavigate()

  function look(): void {
    giveBackup(props.file)
    navigate(paths.restore)
  }

  return (
    <div class="item-row">
      <span class="batch-mark closed">
        <Icon name="lock" />
      </span>
      <div class="item-words">
        <span class="batch-name" dir="auto">
          {props.name}
        </span>
        <Show when={text.latest}>
          {(words) => (
            <Show when={props.what === 'backup'} fallback={<LockedWallet file={props.file} text={words()} />}>
              <span class="soft small">{words().given.backup}</span>
              <div class="actions">
                <Button onClick={look}>{words().given.look}</Button>
              </div>
            </Show>
          )}
        </Show>
      </div>
    </div>
  )
}

function LockedWallet(props: { readonly file: File; readonly text: BackupText }): JSX.Element {
  const services = useServices()
  const give = useGive()
  const task = createTask()
  const [typed, setTyped] = createSignal('')
  const words = () => props.text.given

  async function open(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { file } = props
    if (typed() === '' || task.isRunning()) return
    const opened = await task.run(async () => {
      const safe = await services.safe()
      return safe.openLockedWallet(new Uint8Array(await file.arrayBuffer()), typed())
    })
    setTyped('')
    if (opened) await give([{ kind: 'file', file: new File([new Uint8Array(opened)], file.name) }])
  }

  return (
    <form class="backup-form" onSubmit={(event) => void open(event)}>
      <span class="soft small">{words().wallet}</span>
      <SecretField
        label={words().password}
        value={typed()}
        autocomplete="off"
        hint={<Trouble problem={task.problem()} />}
        isWrong={task.problem() !== null}
        onInput={setTyped}
      />
      <div class="actions">
        <Button type="submit" aria-disabled={task.isRunning()} disabled={typed() === ''}>
          {task.isRunning() ? words().opening : words().open}
        </Button>
      </div>
    </form>
  )
}
