import { createSignal, type JSX, Match, onMount, Show, Switch } from 'solid-js'
import type { BackupText } from '../../text/backup.ts'
import { useServices } from '../services.ts'
import { Trouble } from '../trouble.tsx'
import { Button } from '../ui/button.tsx'
import { Progress } from '../ui/progress.tsx'
import { Closing } from './closing.tsx'
import { backupFileName, type MadeBackup, makeBackup } from './make-backup.ts'
import { saveFile } from './save-file.ts'
import { createTask, type Task } from './task.ts'

/** Makes a backup: what it is closed with, how far it is, and the file. */
export function MakeBackup(props: {
  readonly text: BackupText
  /** What is offered once there is one. */
  readonly onTry: () => void
}): JSX.Element {
  const services = useServices()
  const task = createTask()
  const [made, setMade] = createSignal<MadeBackup | null>(null)

  async function make(passphrase: string): Promise<void> {
    const backup = await task.run((working) => makeBackup(services, { kind: 'passphrase', passphrase }, working))
    if (!backup) return
    const noted = await services.vault.noteBackup({ at: backup.at, credentials: backup.own, rehearsedAt: '' })
    if (!noted.ok) services.tell(noted.problem)
    saveFile(backup.file, backupFileName(backup.at))
    setMade(backup)
  }

  return (
    <div class="backup-part">
      <Switch fallback={<Closing words={props.text.close} onChosen={(key) => void make(key)} />}>
        <Match when={made()}>{(backup) => <Made backup={backup()} text={props.text.backup} onTry={() => props.onTry()} />}</Match>
        <Match when={task.isRunning()}>
          <Underway task={task} text={props.text.backup} />
        </Match>
      </Switch>
      <div role="status">
        <Show when={task.problem()}>
          {(problem) => (
            <p>
              <Show when={problem().code !== 'cancelled'} fallback={props.text.backup.stopped}>
                <Trouble problem={problem()} />
              </Show>
            </p>
          )}
        </Show>
      </div>
    </div>
  )
}

function Underway(props: { readonly task: Task; readonly text: BackupText['backup'] }): JSX.Element {
  const parts = () => props.task.parts() ?? { ready: 0, total: 1 }
  const words = () =>
    parts().ready === parts().total ? props.text.closing : props.text.working(parts().ready, props.task.parts()?.total ?? 0)
  return (
    <>
      <Progress value={parts().ready} max={parts().total} words={words()} />
      <div class="actions">
        <Button onClick={() => props.task.stop()}>{props.text.stop}</Button>
      </div>
    </>
  )
}

function Made(props: {
  readonly backup: MadeBackup
  readonly text: BackupText['backup']
  readonly onTry: () => void
}): JSX.Element {
  const name = () => backupFileName(props.backup.at)
  let said: HTMLParagraphElement | undefined
  // The button that was pressed is gone.
  onMount(() => said?.focus())
  return (
    <>
      <p ref={said} tabindex="-1">
        {props.text.made(name(), props.backup.credentials)}
      </p>
      <Show when={props.backup.leftOut > 0}>
        <p>{props.text.leftOut(props.backup.leftOut)}</p>
      </Show>
      <p>{props.text.madeNext}</p>
      <div class="actions">
        <Button tone="primary" onClick={() => props.onTry()}>
          {props.text.try}
        </Button>
        <Button onClick={() => saveFile(props.backup.file, name())}>{props.text.again}</Button>
      </div>
    </>
  )
}
